"""A value: what it means, its range, and how far it can be trusted."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

Grade = Literal["A", "B", "C", "D"]


@dataclass(frozen=True)
class Source:
    """Where a value was read: title, address (empty for a judgement), its own date."""

    title: str
    href: str
    date: str


@dataclass(frozen=True)
class Value:
    """One value of the evidence.

    Attributes
    ----------
    low, central, high
        In `unit`, in rising order.
    grade
        A official; B survey, research or sector body; C one authority, press or supplier;
        D judgement or arithmetic made here.
    note
        How it was derived, and what the range is.
    topic
        The file it stands in.
    pay_point
        (scale, point) of the published pay it stands on, or None.
    price_year
        The financial year of its prices, or empty.
    overridden
        True where the user has put a number of their own in its place.
    """

    id: str
    title: str
    unit: str
    low: float
    central: float
    high: float
    grade: Grade
    source: Source
    note: str
    topic: str
    pay_point: tuple[str, str] | None = None
    price_year: str = ""
    overridden: bool = False

    @property
    def date(self) -> str:
        """The date of the source, as the source gives it."""
        return self.source.date

    @property
    def unconfirmed(self) -> bool:
        """Whether it rests on judgement and nobody has confirmed or replaced it."""
        return self.grade == "D" and not self.overridden

    def replaced(self, low: float, central: float, high: float) -> Value:
        """Return the same value with the user's own numbers [in `unit`]."""
        return replace(self, low=low, central=central, high=high, overridden=True)


def wrong(unit: str, low: float, central: float, high: float) -> str | None:
    """Return what is wrong with three numbers of a unit, or None."""
    if not all(math.isfinite(number) for number in (low, central, high)):
        return "is not a finite number."
    if not low <= central <= high:
        return f"is out of order: low {low:g}, central {central:g}, high {high:g}."
    if low < 0 and not unit.startswith("growth"):
        return f"is negative: {low:g} {unit}."
    if high > 1 and unit.startswith("share"):
        return f"is more than the whole: {high:g} {unit}."
    return None
