"""What the address of the page asked for.

Voila's own `voila.utils` takes seconds to import in every visitor's kernel, so this reads the
environment that Voila starts the kernel with.
"""

from __future__ import annotations

import os
from urllib.parse import parse_qs


def asked(name: str) -> str | None:
    """Give a parameter of the page's address, such as Devon for ``?authority=Devon``."""
    return parse_qs(os.environ.get("QUERY_STRING", "")).get(name, [None])[0]
