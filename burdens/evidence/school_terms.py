"""When schools are closed: the usual English pattern, as a default to be edited."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from burdens.documents import read_document
from burdens.errors import FactsError, Fault
from burdens.facts import Fact, check

FILE = Path(__file__).parent / "school_terms.yaml"
MonthDay = Annotated[str, StringConstraints(pattern=r"^\d\d-\d\d$")]


@dataclass(frozen=True)
class SchoolHoliday:
    """A time when schools are closed, first and last day included."""

    name: str
    first: dt.date
    last: dt.date


class HolidayRule(Fact):
    """How a holiday is dated: by a Monday and whole weeks, or from day to day."""

    name: str
    monday_on_or_before: MonthDay | None = None
    monday_before: str | None = None
    weeks: Annotated[int, Field(gt=0)] | None = None
    start: MonthDay | None = Field(default=None, alias="from")
    to: MonthDay | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        mondays = [self.monday_on_or_before, self.monday_before]
        by_monday = sum(m is not None for m in mondays) == 1 and self.weeks is not None
        by_day = self.start is not None and self.to is not None
        if by_monday == by_day:
            raise ValueError("give one Monday and weeks, or from and to")
        return self

    def in_year(self, year: int) -> SchoolHoliday:
        """Return the holiday that starts in a calendar year."""
        if self.start is not None and self.to is not None:
            return SchoolHoliday(self.name, _day(year, self.start), _day(year, self.to))
        first = self._monday(year)
        last = first + dt.timedelta(days=7 * (self.weeks or 0) - 3)
        return SchoolHoliday(self.name, first, last)

    def _monday(self, year: int) -> dt.date:
        if self.monday_on_or_before is not None:
            day = _day(year, self.monday_on_or_before)
        else:
            day = _bank_holiday(self.monday_before or "", year)
        return day - dt.timedelta(days=day.weekday())


class TermsFact(Fact):
    """The file of school holidays."""

    checked_on: dt.date
    first: dt.date
    last: dt.date
    holidays: tuple[HolidayRule, ...]


def school_holidays(
    first: dt.date | None = None, last: dt.date | None = None
) -> tuple[SchoolHoliday, ...]:
    """Return the school holidays that touch a span of days, in order.

    Parameters
    ----------
    first, last
        The span, both days included; by default the years the file names.

    Raises
    ------
    FactsError
        Where the file does not read, or the span ends before it starts.
    """
    terms = _terms(FILE)
    first, last = first or terms.first, last or terms.last
    if last < first:
        raise FactsError("There are no such days", [Fault(f"{last} is before {first}.")])
    years = range(first.year - 1, last.year + 1)
    found = [rule.in_year(year) for rule in terms.holidays for year in years]
    touching = (h for h in found if h.first <= last and h.last >= first)
    return tuple(sorted(touching, key=lambda holiday: holiday.first))


@cache
def _bank_holiday(name: str, year: int) -> dt.date:
    import holidays  # noqa: PLC0415  (slow to load, and only a calendar needs it)

    return holidays.country_holidays("GB", subdiv="ENG", years=year).get_named(name)[0]


@cache
def _terms(file: Path) -> TermsFact:
    terms, faults = check(read_document(file, FactsError), TermsFact)
    if terms is None:
        raise FactsError("The school holidays do not read", faults)
    return terms


def _day(year: int, month_day: str) -> dt.date:
    return dt.date.fromisoformat(f"{year}-{month_day}")
