"""A value of the evidence that the user can replace, with a reason."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from burdens.pages import words
from burdens.pages.field import Field, NumberField

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.errors import Fault
    from burdens.evidence import Value

GRADES = {
    "A": "official",
    "B": "survey or research",
    "C": "one authority",
    "D": "judgement, unconfirmed",
}
UNCONFIRMED = "Unconfirmed"


class Assumption:
    """A number to type over a value, and a reason that is asked for once one is typed.

    Parameters
    ----------
    value
        What is replaced.
    label
        What it is called; by default its own title.
    changed
        Called after every change.

    Attributes
    ----------
    number, reason
        The fields.
    box
        Both of them, to be shown.
    """

    def __init__(self, value: Value, changed: Callable[[], None], label: str = "") -> None:
        self.value = value
        label = label or value.title
        self._share = is_share(value)
        growth = value.unit.startswith("growth")
        self.number = NumberField(
            name=value.id,
            label=label,
            unit=unit(value),
            hint=f"Left empty, {said(value)}; the evidence runs from {said(value, value.low)} to "
            f"{said(value, value.high)}.",
            more_label=f"Grade {value.grade}: {GRADES[value.grade]}",
            more=about(value),
            low=-50 if growth else 0,
            high=200 if growth else 100 if self._share else float("inf"),
            percent=self._share,
        )
        self.reason = Field(
            name=f"{value.id}.reason",
            label=f"Why: {words.lower(label)}",
            hint="Where your number comes from, such as “our time study of 2026”.",
        )
        self.box = widgets.VBox([self.number])
        self.box.add_class("burdens-part")
        self._changed = changed
        self._mark()
        self.number.observe(self._on_number, "value")
        self.reason.observe(self._on_reason, "value")

    def faults(self) -> list[Fault]:
        """Give what is wrong with the entries."""
        self._check_reason()
        return [*self.number.faults(), *self.reason.faults()]

    def override(self) -> dict[str, Any] | None:
        """Give the value as replaced; None where it is not."""
        number = self.number.read()
        if number is None:
            return None
        return {"value": self.value.id, "to": number, "reason": self.reason.value.strip()}

    def _check_reason(self) -> None:
        wanting = bool(self.number.value.strip()) and not self.reason.value.strip()
        words_of = f"{self.reason.label}: say why, so that a reader can check it."
        self.reason.error = words_of if wanting else ""

    def _mark(self) -> None:
        confirmed = self.number.value.strip() and self.reason.value.strip()
        self.number.mark = UNCONFIRMED if self.value.unconfirmed and not confirmed else ""

    def _on_number(self, _change: Any) -> None:
        typed = bool(self.number.value.strip())
        self.box.children = (self.number, self.reason) if typed else (self.number,)
        self._mark()
        self._changed()

    def _on_reason(self, _change: Any) -> None:
        self._check_reason()
        self._mark()
        self._changed()


def is_share(value: Value) -> bool:
    """Whether a value is asked for in percent."""
    return value.unit.startswith(("share", "growth"))


def unit(value: Value) -> str:
    """Give the unit in which the page asks for a value."""
    if is_share(value):
        of = value.unit.removeprefix("share").strip()
        return f"% {of}" if of.startswith("of ") else "%"
    return value.unit.replace("GBP", "pounds")


def said(value: Value, number: float | None = None) -> str:
    """Say a value in the unit in which the page asks for it."""
    number = value.central if number is None else number
    if is_share(value):
        return f"{100 * number:.3g}%"
    return f"{number:,.10g}"


def about(value: Value) -> str:
    """Write what a value means, and where it comes from."""
    source = value.source
    title = escape(source.title)
    if source.href:
        title = (
            f'<a href="{escape(source.href)}" target="_blank" rel="noopener">{title} '
            "(opens in a new tab)</a>"
        )
    of = unit(value).removeprefix("%").strip()
    prices = f" Prices of {escape(value.price_year)}." if value.price_year else ""
    return (
        f"<p>Low {said(value, value.low)}, central {said(value)}, high "
        f"{said(value, value.high)} {escape(of)}".rstrip()
        + f".{prices}</p>"
        f"<p>{escape(value.note)}</p><p>Source: {title}, {escape(source.date)}.</p>"
    )
