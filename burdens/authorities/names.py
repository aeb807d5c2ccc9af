"""Names of authorities as people write them."""

from __future__ import annotations

import re
import unicodedata

_FORMAL = re.compile(
    r"\b(city of|county of|royal borough of|london borough of|borough of|city council|county council|"
    r"borough council|district council|unitary authority|council|county)\b"
)


def plain(name: str) -> str:
    """Reduce a name to small letters and single spaces; `&` is `and`, punctuation is nothing."""
    letters = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9 ]+", " ", letters.replace("&", " and ").replace("'", ""))
    return re.sub(r"\s+", " ", re.sub(r"\bsaint\b", "st", words)).strip()


def short(name: str) -> str:
    """Reduce a name further, to the part that tells authorities apart: no `City of`, no `Council`."""
    bare = re.sub(r"\s+", " ", _FORMAL.sub(" ", plain(name))).strip()
    return bare or plain(name)
