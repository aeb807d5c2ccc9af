"""A file that the user hands in: read in memory, never put on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets

from burdens.pages.widget import STATIC, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOST_BYTES = 200_000


class Upload(Widget):
    """A labelled button to choose a text file.

    Parameters
    ----------
    take
        Takes the file's name and text; what it returns is said to be wrong with the file.
    traits
        `name` in links, `label`, `hint`, `accept` (endings of file names) and `most_bytes`.
    """

    _esm = STATIC / "upload.js"
    name = traitlets.Unicode().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    hint = traitlets.Unicode().tag(sync=True)
    error = traitlets.Unicode().tag(sync=True)
    accept = traitlets.Unicode().tag(sync=True)
    most_bytes = traitlets.Int(MOST_BYTES).tag(sync=True)

    def __init__(self, take: Callable[[str, str], str | None], **traits: Any) -> None:
        super().__init__(**traits)
        self._take = take
        self.on_msg(self._came)

    def _came(self, _widget: object, message: dict[str, Any], buffers: Sequence[Any]) -> None:
        name = str(message["file"])
        if not buffers or len(buffers[0]) > self.most_bytes:
            limit = f"{self.most_bytes // 1000:,} kB"
            self.error = f"“{name}” is too large: at most {limit} are taken. Nothing was read."
            return
        try:
            text = bytes(buffers[0]).decode("utf-8")
        except UnicodeDecodeError:
            self.error = f"“{name}” is no text. Hand in a file that a text editor can open."
            return
        self.error = self._take(name, text) or ""
