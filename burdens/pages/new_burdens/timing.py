"""Fields for a day, and for shares by year."""

from __future__ import annotations

import datetime as dt

from burdens import words
from burdens.errors import Fault
from burdens.measures import wrong_phasing
from burdens.pages.field import Field, number_in

FORMS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%Y")
MOST_YEARS = 10


class DayField(Field):
    """A field for one day; empty means that the default holds."""

    def read(self) -> dt.date | None:
        """Return the day typed; None where empty or wrong, which goes into `error`."""
        text = " ".join(self.value.split())
        self.error = ""
        if not text:
            return None
        day = day_in(text)
        if day is None:
            self.error = (
                f"{self.called}: “{text}” is no day. Type one such as 1 September 2027 or "
                "2027-09-01."
            )
        return day

    def faults_within(self, default: dt.date, first: dt.date, end: dt.date) -> list[Fault]:
        """Return what is wrong with the day, or the default in its place, for a plan.

        Parameters
        ----------
        default
            The day that holds where none is typed.
        first, end
            The first day of the plan, and the first after it.
        """
        day = self.read()
        if self.error:
            return self.faults()
        if day is not None and day < first:
            self.error = (
                f"{self.called}: {words.day(day)} is before the plan starts. Type "
                f"{words.day(first)} or later, or leave it empty."
            )
        elif (day or default) >= end:
            which = words.day(day or default)
            whose = which if day else f"left empty, it is {which}, which"
            self.error = (
                f"{self.called}: {whose} is past the end of the plan. Type a day before "
                f"{words.day(end)}."
            )
        return self.faults()


class PhasingField(Field):
    """A field for the share of each year, in percent; empty means that the default holds."""

    def read(self) -> tuple[float, ...] | None:
        """Return the shares typed; None where empty or wrong, which goes into `error`."""
        text = self.value.strip()
        self.error = ""
        if not text:
            return None
        parts = [number_in(part) for part in text.replace(";", ",").split(",")]
        shares = tuple(part / 100 for part in parts if part is not None)
        self.error = self._wrong(text, len(parts), shares)
        return None if self.error else shares

    def _wrong(self, text: str, parts: int, shares: tuple[float, ...]) -> str:
        if len(shares) < parts or min(shares, default=0.0) < 0:
            return (
                f"{self.called}: “{text}” are no shares. Type the share of each year in percent, "
                "such as 50, 50."
            )
        if parts > MOST_YEARS:
            return f"{self.called}: at most {MOST_YEARS} years can be given."
        if wrong_phasing(shares):
            total = f"{100 * sum(shares):g}"
            return f"{self.called}: the shares add up to {total}, not to 100."
        return ""


def day_in(text: str) -> dt.date | None:
    """Read a day as people write it, such as ``1 September 2027``; None where it is none."""
    for form in FORMS:
        try:
            return dt.datetime.strptime(text, form).replace(tzinfo=dt.UTC).date()
        except ValueError:
            continue
    return None
