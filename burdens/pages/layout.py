"""How the parts of a page are laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

if TYPE_CHECKING:
    from collections.abc import Sequence


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
