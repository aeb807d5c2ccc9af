"""A number with a range of evidence: a slider and a box for it, how sure it is, and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets

from burdens.pages.field import NumberField
from burdens.pages.widget import STATIC

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Slider(NumberField):
    """A number field with a slider from low to high; the box takes numbers beyond them too.

    Parameters
    ----------
    traits
        As `NumberField`, and the traits below.

    Attributes
    ----------
    ticks
        Low, central and high [`unit`]; the slider stands at central while the box is empty.
    names
        What the ticks are called.
    badge, grade
        How good the evidence is, in words, and its letter.
    note
        What stands below the box.
    confirm, reset
        The words on the buttons; a button without words is not shown.
    """

    _esm = STATIC / "slider.js"
    ticks: traitlets.List[float] = traitlets.List(traitlets.Float(), minlen=3, maxlen=3).tag(
        sync=True
    )
    names: traitlets.List[str] = traitlets.List(
        traitlets.Unicode(), ["low", "central", "high"], minlen=3, maxlen=3
    ).tag(sync=True)
    badge = traitlets.Unicode().tag(sync=True)
    grade = traitlets.Unicode().tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)
    confirm = traitlets.Unicode().tag(sync=True)
    reset = traitlets.Unicode().tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        self._asked: dict[str, list[Callable[[], object]]] = {"confirm": [], "reset": []}
        super().__init__(**traits)

    def on_confirm(self, callback: Callable[[], object]) -> None:
        """Call this when the value is to be taken as it stands."""
        self._asked["confirm"].append(callback)

    def on_reset(self, callback: Callable[[], object]) -> None:
        """Call this when what was typed is to be undone."""
        self._asked["reset"].append(callback)

    def _came(self, _widget: object, message: Any, buffers: Sequence[Any]) -> None:  # noqa: ARG002
        for callback in self._asked.get(str(message), []):
            callback()
