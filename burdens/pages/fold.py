"""A part of a page that is folded away until somebody opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
import traitlets

from burdens.pages.widget import STATIC, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Toggle(Widget):
    """The button of a fold."""

    _esm = STATIC / "fold.js"
    label = traitlets.Unicode().tag(sync=True)
    heading = traitlets.Int(3).tag(sync=True)
    opened = traitlets.Bool(default_value=False).tag(sync=True)


class Fold(widgets.VBox):  # type: ignore[misc]
    """A heading that opens and closes what stands below it.

    Parameters
    ----------
    label
        The heading.
    fill
        Makes what stands below it, the first time that it is opened.
    """

    def __init__(self, label: str, fill: Callable[[], Sequence[widgets.Widget]]) -> None:
        self.toggle = Toggle(label=label)
        self._fill = fill
        self._body = widgets.VBox([])
        super().__init__([self.toggle])
        self.add_class("burdens-part")
        self._body.add_class("burdens-part")
        self.toggle.observe(self._turned, "opened")

    @property
    def label(self) -> str:
        """The heading."""
        return str(self.toggle.label)

    @label.setter
    def label(self, words: str) -> None:
        self.toggle.label = words

    def show(self, *, shown: bool) -> None:
        """Show it, or take it off the page; what was typed in it stays."""
        self.layout.display = None if shown else "none"

    def unfold(self) -> None:
        """Open it."""
        self.toggle.opened = True

    def _turned(self, change: Any) -> None:
        if change["new"] and not self._body.children:
            self._body.children = tuple(self._fill())
        self.children = (self.toggle, self._body) if change["new"] else (self.toggle,)
