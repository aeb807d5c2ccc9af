"""The scripts that every page runs on, as one file that a browser fetches while the kernel works.

Voila and its extensions each have an entry, which asks for the scripts it needs one by one: some seventy
in all, after the last cell has run. Each of them adds itself to a list, and an entry asks for none that
stands there when it starts.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import authenticated
from voila.paths import collect_static_paths
from voila.utils import get_voila_labextensions_path

# Other extensions of the user's JupyterLab would slow a page down, and may break it.
EXTENSIONS = [
    "@voila-dashboards/widgets-manager8",
    "@jupyter-widgets/jupyterlab-manager",
    "anywidget",
]
# Those of which a page uses every script, or nearly so.
WHOLE = EXTENSIONS[1:]
ENTRY = "voila.js"
# How a script that webpack made asks for another, and how that adds itself to the list.
ASKED = re.compile(r"""\.e\("?(\d+)"?\)""")
ADDED = re.compile("(?:web|rs)packChunk")
LEVEL = 6  # of 9: the first visitor waits for it
FOR_GOOD = "private, max-age=31536000, immutable"


@dataclass(frozen=True)
class Bundle:
    """Scripts in one file; `text` is what it says."""

    text: bytes

    @cached_property
    def compressed(self) -> bytes:
        """The text, compressed once for all visitors."""
        return gzip.compress(self.text, LEVEL, mtime=0)

    @cached_property
    def version(self) -> str:
        """Another one for another text."""
        return hashlib.sha256(self.text).hexdigest()[:16]


@cache
def bundle() -> Bundle:
    """Join the scripts that the entries ask for; an empty file where they name none."""
    return Bundle("".join(_alone(script) for script in _asked()).encode())


def _entries() -> list[Path]:
    """Find the entries: Voila's own, and one of each extension that is taken whole."""
    static = [Path(folder) / ENTRY for folder in collect_static_paths(["voila"], "lab")]
    found = [one for one in static if one.is_file()][:1]
    folders = [Path(folder) for folder in get_voila_labextensions_path([])]
    for name in WHOLE:
        remote = (path for one in folders for path in one.glob(f"{name}/static/remoteEntry*.js"))
        found += [*remote][:1]
    return found


def _asked() -> Iterator[Path]:
    """Find the scripts that stand beside the entries which ask for them."""
    for entry in _entries():
        for number in dict.fromkeys(ASKED.findall(entry.read_text(encoding="utf-8"))):
            for script in entry.parent.glob(f"{number}.*js"):
                if ADDED.search(script.read_text(encoding="utf-8")):
                    yield script


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
