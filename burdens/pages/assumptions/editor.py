"""One value at a time, to be confirmed or replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

from burdens.pages.layout import button, part
from burdens.pages.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.pages.errors import ErrorPanel
    from burdens.pages.values import Values


class Editor:
    """The value that is being changed; nothing while there is none.

    Parameters
    ----------
    values, panel
        The entries, and where errors are said.
    closed
        Called with the id of a value once it is closed.

    Attributes
    ----------
    name
        The id of the value; empty while there is none.
    part
        All of it, to be shown.
    """

    def __init__(self, values: Values, panel: ErrorPanel, closed: Callable[[str], object]) -> None:
        self._values, self._panel, self._closed = values, panel, closed
        self.name = ""
        self.heading = Passage(html="<h3>Confirm or replace a value</h3>")
        self.done = button("Done: back to the list", panel.guard(self.close))
        self.part: widgets.VBox = part()
        self.part.add_class("burdens-editor")

    def open(self, name: str) -> None:
        """Show the entry of a value, and bring the reader there."""
        entry = self._values.entry(name)
        self.name = name
        self.part.children = (self.heading, entry.box, self.done)
        self.heading.call()

    def close(self) -> None:
        """Take the entry off the page; one that is not finished stays, and says what is wrong."""
        name = self.name
        self._panel.clear()
        if faults := self._values.entry(name).faults():
            self._panel.show("There is a problem", faults)
            return
        self.name, self.part.children = "", ()
        self._closed(name)
