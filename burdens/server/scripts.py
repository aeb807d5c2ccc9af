"""The scripts that every page runs on, as one file that a browser fetches while the kernel works.

Voila's entry asks for some sixty scripts, one by one, after the last cell has run. Each of them adds
itself to a list, and the entry asks for none that stands there when it starts.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import authenticated
from voila.paths import collect_static_paths

ENTRY = "voila.js"
ASKED = re.compile(r"\.e\((\d+)\)")  # how a script that webpack made asks for another
FOR_GOOD = "private, max-age=31536000, immutable"


@dataclass(frozen=True)
class Bundle:
    """Scripts in one file; `text` is what it says."""

    text: bytes

    @cached_property
    def compressed(self) -> bytes:
        """The text, compressed once for all visitors."""
        return gzip.compress(self.text, mtime=0)

    @cached_property
    def version(self) -> str:
        """Another one for another text."""
        return hashlib.sha256(self.text).hexdigest()[:16]


@cache
def bundle() -> Bundle:
    """Join the scripts that Voila's entry asks for; an empty file where it names none."""
    return Bundle("".join(_alone(script) for script in _asked()).encode())


def _asked() -> list[Path]:
    entries = [Path(folder) / ENTRY for folder in collect_static_paths(["voila"], "lab")]
    entry = next((one for one in entries if one.is_file()), None)
    if entry is None:
        return []
    numbers = dict.fromkeys(ASKED.findall(entry.read_text(encoding="utf-8")))
    scripts = [entry.with_name(f"{number}.{ENTRY}") for number in numbers]
    return [script for script in scripts if script.is_file()]


def _alone(script: Path) -> str:
    """Give a script that shares neither names nor strictness with those beside it."""
    return f"(() => {{{script.read_text(encoding='utf-8')}\n}})();\n"


class ScriptsHandler(JupyterHandler):
    """Answers with the scripts; a browser keeps them until their version changes."""

    @authenticated
    async def get(self) -> None:
        """Send the scripts."""
        found = bundle()
        self.set_header("Content-Type", "text/javascript; charset=UTF-8")
        self.set_header("Cache-Control", FOR_GOOD)
        self.set_header("Vary", "Accept-Encoding")
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            self.finish(found.compressed)
        else:
            self.finish(found.text)
