"""How the parts of a page are laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def part(*children: widgets.Widget) -> widgets.VBox:
    """Put widgets below one another."""
    box = widgets.VBox(list(children))
    box.add_class("burdens-part")
    return box


def grid(fields: Sequence[widgets.Widget]) -> widgets.Box:
    """Lay fields side by side where there is room."""
    box = widgets.Box(list(fields))
    box.add_class("burdens-fields")
    return box


def button(words: str, pressed: Callable[[], object]) -> widgets.Button:
    """Make a button, and say what is called when it is pressed."""
    made = widgets.Button(description=words)
    made.add_class("burdens-go")
    made.on_click(lambda _: pressed())
    return made
