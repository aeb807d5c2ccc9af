"""A file that the user hands in: read in memory, never put on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets

from burdens.pages.widget import STATIC, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOST_BYTES = 200_000


class Upload(Widget):
    """A labelled button to choose a text file, or to drop one on; what it refuses, it names.

    Parameters
    ----------
    take
        Takes the file's name and text; what it returns is said to be wrong with the file.
    traits
        The traits below.

    Attributes
    ----------
    name
        Its name in messages and links.
    label, hint
        What stands above it.
    accept
        Endings of file names, parted by commas, such as ``.yaml,.yml``.
    most_bytes
        The largest file that is taken.
    error, said
        What is wrong with the last file, and what was done with it; `take` may set `said`.
    """

    _esm = STATIC / "upload.js"
    name = traitlets.Unicode().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    hint = traitlets.Unicode().tag(sync=True)
    error = traitlets.Unicode().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)
    accept = traitlets.Unicode().tag(sync=True)
    most_bytes = traitlets.Int(MOST_BYTES).tag(sync=True)

    def __init__(self, take: Callable[[str, str], str | None], **traits: Any) -> None:
        super().__init__(**traits)
        self._take = take

    def _came(self, _widget: object, message: dict[str, Any], buffers: Sequence[Any]) -> None:
        self.said = ""
        self.error = self._refused(message, buffers) or self._read(message["file"], buffers[0])

    def _refused(self, message: dict[str, Any], buffers: Sequence[Any]) -> str:
        """Say why a file is not read; nothing where it can be."""
        name, endings = f"“{message['file']}”", [one for one in self.accept.split(",") if one]
        if (files := message.get("files", 1)) > 1:
            return f"{files} files came. Hand in one at a time. Nothing was read."
        if endings and not message["file"].lower().endswith(tuple(endings)):
            wanted = " or ".join(endings)
            return f"{name} does not end in {wanted}. Hand in a file that does. Nothing was read."
        size = message.get("bytes", len(buffers[0]) if buffers else 0)
        if size > self.most_bytes or (buffers and len(buffers[0]) > self.most_bytes):
            limit = f"{self.most_bytes // 1000:,} kB"
            return f"{name} is too large: at most {limit} are taken. Nothing was read."
        if not buffers:
            return f"{name} could not be read by your browser. Choose it again."
        if not bytes(buffers[0]).strip():
            return f"{name} is empty. Choose another file."
        return ""

    def _read(self, name: str, content: Any) -> str:
        try:
            text = bytes(content).decode("utf-8-sig")
        except UnicodeDecodeError:
            return f"“{name}” is no text. Hand in a file that a text editor can open."
        return self._take(name, text) or ""
