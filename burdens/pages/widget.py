"""The base of our own widgets."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar

import anywidget

STATIC = Path(__file__).parents[1] / "static"


class Widget(anywidget.AnyWidget):
    """A widget that refuses keywords it does not know, where ipywidgets would ignore them.

    What goes wrong while it takes in what somebody did in the browser is told to `trouble`;
    ipywidgets would print a traceback.

    Attributes
    ----------
    trouble
        Who is told of errors: the error panel of the page that was made last; None before any is.

    Raises
    ------
    TypeError
        For a keyword that names no trait.
    """

    trouble: ClassVar[Callable[[Exception], None] | None] = None

    def __init__(self, **traits: Any) -> None:
        known = self.trait_names()
        for name in traits:
            if name not in known:
                near = difflib.get_close_matches(name, known, n=1)
                hint = f" Did you mean {near[0]!r}?" if near else ""
                raise TypeError(f"{type(self).__name__} has no {name!r}.{hint}")
        super().__init__(**traits)

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take over what the browser has changed."""
        self._tried(super().set_state, sync_data)

    def _handle_custom_msg(self, content: Any, buffers: Sequence[Any]) -> None:
        super()._handle_custom_msg(content, buffers)
        self._tried(self._came, self, content, buffers)

    def _came(self, _widget: object, message: Any, buffers: Sequence[Any]) -> None:
        """Take in a message of the browser; most widgets get none."""

    def _tried(self, action: Callable[..., object], *arguments: Any) -> None:
        try:
            action(*arguments)
        except Exception as error:
            if Widget.trouble is None:
                raise
            Widget.trouble(error)
