"""A value of the evidence that the user can confirm or replace, with a reason."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from burdens import words
from burdens.evidence import amount, is_share, said, unit
from burdens.pages.field import Field
from burdens.pages.slider import Slider

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
    """A value with its range, to be confirmed or replaced; a reason is asked for once it is.

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
        share, growth = is_share(value), value.unit.startswith("growth")
        self.number = Slider(
            name=value.id,
            label=label,
            unit=unit(value),
            ticks=[100 * at if share else at for at in (value.low, value.central, value.high)],
            badge=f"Grade {value.grade}: {GRADES[value.grade].partition(',')[0]}",
            grade=value.grade,
            more_label="Where this comes from",
            more=about(value),
            low=-50 if growth else 0,
            high=200 if growth else 100 if share else float("inf"),
            percent=share,
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
        self.number.on_confirm(self.confirm)
        self.number.on_reset(self.reset)

    def faults(self) -> list[Fault]:
        """Give what is wrong with the entries."""
        self._check_reason()
        return [*self.number.faults(), *self.reason.faults()]

    def override(self) -> dict[str, Any] | None:
        """Give the value as confirmed or replaced; None where it is neither."""
        number = self.number.read()
        if number is None:
            return None
        return {"value": self.value.id, "to": number, "reason": self.reason.value.strip()}

    def fill(self, override: Mapping[str, Any] | None) -> None:
        """Show a value as a scenario has replaced it; None goes back to the tool's value.

        Parameters
        ----------
        override
            With ``to``, in the value's own unit, and ``reason``.
        """
        if override is None:
            self.typed("", "")
        else:
            self.typed(self.number.written(override["to"]), override["reason"])

    def typed(self, number: str, reason: str) -> None:
        """Show what somebody typed, in the page's unit, right or wrong."""
        self.reason.value, self.number.value = reason, number

    def confirm(self) -> None:
        """Take the tool's value as it stands; the reason is asked for."""
        self.number.value = self.number.written(self.value.central)

    def reset(self) -> None:
        """Go back to the tool's value."""
        self.fill(None)

    def _check_reason(self) -> None:
        wanting = bool(self.number.value.strip()) and not self.reason.value.strip()
        words_of = f"{self.reason.label}: say why, so that a reader can check it."
        self.reason.error = words_of if wanting else ""

    def _mark(self) -> None:
        """Say how the value stands: unconfirmed, confirmed or replaced, and whether in its range."""
        typed, central = bool(self.number.value.strip()), amount(self.value)
        confirmed = typed and bool(self.reason.value.strip())
        open_ = self.value.unconfirmed and not confirmed
        self.number.mark = UNCONFIRMED if open_ else ""
        self.number.confirm = f"Confirm {central}" if open_ and not typed else ""
        self.number.reset = f"Back to {central}" if typed else ""
        self.number.note = self._standing(central)

    def _standing(self, central: str) -> str:
        value, number = self.value, self.number.read()
        if number is None:
            return "" if self.number.value.strip() else f"The tool uses {central}."
        if number == value.central:
            why = "" if self.reason.value.strip() else ", once you say why"
            return f"You confirm the tool's value{why}."
        if value.low <= number <= value.high:
            return f"Your value; the tool's is {central}."
        ends = f"{said(value, value.low)} to {amount(value, value.high)}"
        return f"Your value, outside the range of the evidence ({ends}); the tool's is {central}."

    def _on_number(self, _change: Any) -> None:
        typed = bool(self.number.value.strip())
        self.box.children = (self.number, self.reason) if typed else (self.number,)
        if not typed:
            self.reason.error = ""
        self._mark()
        self._changed()

    def _on_reason(self, _change: Any) -> None:
        self._check_reason()
        self._mark()
        self._changed()


def about(value: Value) -> str:
    """Write what a value means, and where it comes from."""
    prices = f" Prices of {escape(value.price_year)}." if value.price_year else ""
    return (
        f"<p>Low {said(value, value.low)}, central {said(value)}, high "
        f"{escape(amount(value, value.high))}.{prices}</p>"
        f"<p>{escape(value.note)}</p>{source(value)}"
    )


def source(value: Value) -> str:
    """Write where a value was read and when, with its address, as a paragraph of HTML."""
    found = value.source
    title = escape(found.title)
    if found.href:
        title = (
            f'<a href="{escape(found.href)}" target="_blank" rel="noopener">{title} '
            "(opens in a new tab)</a>"
        )
    return f"<p><span>Source ({escape(found.date)}):</span> {title}</p>"
