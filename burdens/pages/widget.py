"""The base of our own widgets."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import anywidget

STATIC = Path(__file__).parents[1] / "static"


class Widget(anywidget.AnyWidget):
    """A widget that refuses keywords it does not know, where ipywidgets would ignore them.

    Raises
    ------
    TypeError
        For a keyword that names no trait.
    """

    def __init__(self, **traits: Any) -> None:
        known = self.trait_names()
        for name in traits:
            if name not in known:
                near = difflib.get_close_matches(name, known, n=1)
                hint = f" Did you mean {near[0]!r}?" if near else ""
                raise TypeError(f"{type(self).__name__} has no {name!r}.{hint}")
        super().__init__(**traits)
