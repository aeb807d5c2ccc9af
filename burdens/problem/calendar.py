"""Buckets, months, working days and school holidays of a plan."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache, cached_property

import holidays

from burdens.evidence import school_holidays

WEEKS_A_YEAR = 52
DAYS_A_YEAR = 365.25
DAYS_A_WEEK = 7
WORKING_WEEK = 5
APRIL = 4
MONTHS_A_YEAR = 12
FORTNIGHT = 14


@dataclass(frozen=True)
class Calendar:
    """The time of a plan, in buckets of whole weeks from a Monday.

    A *year* of a plan is 52 weeks from its start, and the years before it likewise: what a year
    brings or a person gives in a year is spread over one of them.

    Attributes
    ----------
    start
        First day, a Monday.
    weeks
        Horizon with run-out [weeks].
    bucket_weeks
        Length of a bucket [weeks].
    """

    start: dt.date
    weeks: int
    bucket_weeks: int

    @property
    def buckets(self) -> int:
        """Number of buckets."""
        return self.weeks // self.bucket_weeks

    def monday(self, week: int) -> dt.date:
        """Return the first day of a week; weeks before the start are negative."""
        return self.start + dt.timedelta(weeks=week)

    def weeks_of(self, bucket: int) -> range:
        """Return the weeks of a bucket."""
        return range(bucket * self.bucket_weeks, (bucket + 1) * self.bucket_weeks)

    def week_of(self, day: dt.date) -> int:
        """Return the week that holds a day."""
        return (day - self.start).days // DAYS_A_WEEK

    def deadline(self, year: int, month: int, day: int) -> int:
        """Return the bucket that holds the last working day on or before a day of a year."""
        last = dt.date(year, month, day)
        while not is_working_day(last):
            last -= dt.timedelta(days=1)
        return self.week_of(last) // self.bucket_weeks

    @cached_property
    def first_days(self) -> tuple[dt.date, ...]:
        """The first day of each bucket."""
        return tuple(self.monday(bucket * self.bucket_weeks) for bucket in range(self.buckets))

    @cached_property
    def months(self) -> tuple[int, ...]:
        """The number of the month of each bucket, from 0.

        A bucket belongs to the calendar month that holds the middle of it, so that one across
        1 April is of the year in which most of it lies. The first month is the one that holds the
        day two weeks after the start: days before it, at the end of a month, count with it, so
        that a plan from 27 March has no first financial year of five days.
        """
        return tuple(
            max(0, self._month(self._middle(bucket)) - self._month(self.first_month))
            for bucket in range(self.buckets)
        )

    @cached_property
    def first_month(self) -> dt.date:
        """The first day of the calendar month whose number is 0."""
        return first_month_of(self.start)

    @cached_property
    def month_firsts(self) -> tuple[dt.date, ...]:
        """The first day of each calendar month of the plan, by number; the first may lie before it."""
        return months_from(self.first_month, self.months[-1] + 1)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The year in which the financial year of each month begins."""
        return tuple(
            first.year if first.month >= APRIL else first.year - 1 for first in self.month_firsts
        )

    @staticmethod
    def _month(day: dt.date) -> int:
        return day.year * MONTHS_A_YEAR + day.month

    def _middle(self, bucket: int) -> dt.date:
        """Return the middle day of a bucket; of two, the later."""
        return self.first_days[bucket] + dt.timedelta(days=self.bucket_weeks * DAYS_A_WEEK // 2)

    @cached_property
    def school_days(self) -> dict[int, int]:
        """Working days on which schools are open, by week, whole years around the plan."""
        closed = _school_days_off(self.monday(0), self.monday(self._weeks_of_whole_years))
        return {
            week: sum(is_working_day(day) and day not in closed for day in self._days(week))
            for week in range(self._weeks_of_whole_years)
        }

    @cached_property
    def working_days(self) -> dict[int, int]:
        """Working days by week, whole years from the start."""
        return {
            week: sum(is_working_day(day) for day in self._days(week))
            for week in range(self._weeks_of_whole_years)
        }

    def spread(self, in_school_holidays: float = 1.0) -> tuple[float, ...]:
        """Return a year spread over its weeks in proportion to working days.

        Parameters
        ----------
        in_school_holidays
            What a working day counts when schools are closed; 1 when they are open.

        Returns
        -------
        tuple
            Share of the year, by week of the plan; each 52 weeks add up to 1.
        """
        weight = {
            week: open_days + in_school_holidays * (self.working_days[week] - open_days)
            for week, open_days in self.school_days.items()
        }
        shares: list[float] = []
        for first in range(0, self._weeks_of_whole_years, WEEKS_A_YEAR):
            year = [weight[week] for week in range(first, first + WEEKS_A_YEAR)]
            shares += [days / sum(year) for days in year]
        return tuple(shares[: self.weeks])

    def by_bucket(self, by_week: tuple[float, ...]) -> tuple[float, ...]:
        """Return a weekly series added up in buckets."""
        return tuple(
            sum(by_week[week] for week in self.weeks_of(bucket)) for bucket in range(self.buckets)
        )

    @property
    def _weeks_of_whole_years(self) -> int:
        return -(-self.weeks // WEEKS_A_YEAR) * WEEKS_A_YEAR

    def _days(self, week: int) -> list[dt.date]:
        return [self.monday(week) + dt.timedelta(days=day) for day in range(WORKING_WEEK)]


def first_month_of(start: dt.date) -> dt.date:
    """Return the first day of the calendar month that is the first of a plan with this start.

    It holds the day two weeks after the start; see `Calendar.months`.
    """
    return (start + dt.timedelta(days=FORTNIGHT)).replace(day=1)


def months_from(first: dt.date, count: int) -> tuple[dt.date, ...]:
    """Return the first days of so many calendar months from one on."""
    months = [first.year * MONTHS_A_YEAR + first.month - 1 + number for number in range(count)]
    return tuple(dt.date(month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1) for month in months)


def is_working_day(day: dt.date) -> bool:
    """Whether a day is from Monday to Friday and no bank holiday in England."""
    return day.weekday() < WORKING_WEEK and day not in _bank_holidays(day.year)


@cache
def _bank_holidays(year: int) -> frozenset[dt.date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def _school_days_off(first: dt.date, last: dt.date) -> frozenset[dt.date]:
    return frozenset(
        holiday.first + dt.timedelta(days=day)
        for holiday in school_holidays(first, last)
        for day in range((holiday.last - holiday.first).days + 1)
    )
