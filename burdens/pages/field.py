"""Form fields: a label above, a hint with the source, and a message that is tied to the input.

ipywidgets cannot say `aria-describedby` or `aria-invalid`, and its number boxes throw away what
they cannot read; these keep it.
"""

from __future__ import annotations

import re
from typing import Any

import traitlets

from burdens.errors import Fault
from burdens.pages.widget import STATIC, Widget

NUMBER = re.compile(r"[+-]?((\d{1,3}(,\d{3})+|\d+)(\.\d*)?|\.\d+)", re.ASCII)


class Field(Widget):
    """One labelled input; `value` is the text as typed.

    Attributes
    ----------
    name
        Its name in messages and links.
    label, unit, mark, hint, error
        What stands above the input; the mark is a word or two that must not be missed.
    of
        What the label is of, spoken but not written, where the place on the page shows it.
    more_label, more
        Words that are shown when asked for, as HTML; what a user typed must be escaped in them.
    choices
        (value, words) of a list to choose from; empty for a box to type in.
    switch
        Whether it is a box to tick; `value` is then ``"on"`` or empty.
    """

    _esm = STATIC / "field.js"
    name = traitlets.Unicode().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    of = traitlets.Unicode().tag(sync=True)
    unit = traitlets.Unicode().tag(sync=True)
    hint = traitlets.Unicode().tag(sync=True)
    error = traitlets.Unicode().tag(sync=True)
    mark = traitlets.Unicode().tag(sync=True)
    more_label = traitlets.Unicode().tag(sync=True)
    more = traitlets.Unicode().tag(sync=True)
    value = traitlets.Unicode().tag(sync=True)
    choices: traitlets.List[Any] = traitlets.List().tag(sync=True)
    numeric = traitlets.Bool(default_value=False).tag(sync=True)
    switch = traitlets.Bool(default_value=False).tag(sync=True)
    shown = traitlets.Bool(default_value=True).tag(sync=True)

    @property
    def called(self) -> str:
        """What messages call it."""
        return f"{self.label}, {self.of}" if self.of else str(self.label)

    def faults(self) -> list[Fault]:
        """Say again what is wrong with the entry, if anything."""
        return [Fault(self.error, field=self.name)] if self.error else []


class NumberField(Field):
    """A field for one number; empty means that the default holds.

    Parameters
    ----------
    low, high
        Bounds of the entry [`unit`].
    percent
        Whether the entry is a percentage of what `read` gives.
    traits
        Traits of `Field`.
    """

    def __init__(
        self, *, low: float = 0, high: float = float("inf"), percent: bool = False, **traits: Any
    ) -> None:
        super().__init__(numeric=True, **traits)
        self.low, self.high, self.percent = low, high, percent
        self.observe(lambda _: self.read(), "value")

    def read(self) -> float | None:
        """Give the number typed, as a share where `percent`; None where empty or wrong.

        What is wrong goes into `error`; what was typed stays.
        """
        text = self.value.strip()
        self.error = ""
        if not text:
            return None
        number = number_in(text)
        self.error = fault_in(self.called, text, self.low, self.high)
        if self.error or number is None:
            return None
        return round(number / 100, 12) if self.percent else number

    def written(self, number: float) -> str:
        """Write a number as it would be typed; what `read` then gives."""
        return digits(100 * number if self.percent else number)


def fault_in(called: str, text: str, low: float, high: float) -> str:
    """Say what is wrong with a number as typed; nothing where it is one from `low` to `high`."""
    number = number_in(text)
    if number is None:
        return f"{called}: “{text}” is not a number. Type digits, such as 12.5."
    if number < low:
        return f"{called} must be {low:g} or more."
    if number > high:
        return f"{called} must be {high:g} or less."
    return ""


def digits(number: float) -> str:
    """Write a number in digits, without what binary arithmetic leaves behind it."""
    return f"{round(number, 10):.10f}".rstrip("0").rstrip(".")


def number_in(text: str) -> float | None:
    """Read a number as people write it, such as ``£1,250`` or ``12.5 %``; None where it is none.

    A comma parts thousands; one that stands elsewhere is no number, rather than another one.
    """
    bare = text.strip().removeprefix("£").removesuffix("%").replace(" ", "")
    return float(bare.replace(",", "")) if NUMBER.fullmatch(bare) else None
