"""Names of authorities as people write them."""

from __future__ import annotations

import re
import unicodedata

_FORMAL = re.compile(
    r"\b(the|city and county of|council of|city of|county of|(royal|london|metropolitan) borough of|"
    r"borough of|metropolitan (borough|district) council|(royal|london|metropolitan) borough|"
    r"(city|county|borough|district|metropolitan) council|unitary authority|council|county|"
    r"mbc|mdc|lbc|bc|cc|lb|rb)\b"
)


def plain(name: str) -> str:
    """Return a name in small letters and single spaces; `&` is `and`, punctuation is nothing."""
    letters = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9 ]+", " ", letters.replace("&", " and ").replace("'", ""))
    return re.sub(r"\s+", " ", re.sub(r"\bsaint\b", "st", words)).strip()


def short(name: str) -> str:
    """Return the part of a name that tells authorities apart: no `City of`, no `Council`."""
    bare = re.sub(r"\s+", " ", _FORMAL.sub(" ", plain(name))).strip()
    return bare or plain(name)
