"""Months, quarters and years of a plan, and buckets shared out between them by days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from burdens.problem import Problem
from burdens.problem.calendar import first_month_of, months_from
from burdens.programme.model import Array

DAYS_A_WEEK, WEEKS_A_YEAR = 7, 52
WHOLE_YEAR_WEEKS = 50  # a plan that starts on the first Monday of April has a whole year


def first_day(problem: Problem, bucket: int) -> date:
    """Return the first day of a bucket."""
    return problem.start + timedelta(weeks=bucket * problem.bucket_weeks)


def month_of(day: date) -> date:
    """Return the first day of a day's month."""
    return day.replace(day=1)


def quarter_of(day: date) -> date:
    """Return the first day of a day's calendar quarter."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def calendar_year_of(day: date) -> date:
    """Return the first day of a day's calendar year."""
    return date(day.year, 1, 1)


def shared_out(
    problem: Problem, period: Callable[[date], date], by_bucket: Array
) -> dict[date, float]:
    """Return a series by bucket shared out between periods by days, reported weeks only.

    A month that holds three two-week steps is so no bigger than one that holds two.
    """
    periods, shares = _shares(problem.start, problem.reported_buckets, problem.bucket_weeks, period)
    amounts = by_bucket[: problem.reported_buckets] @ shares
    return dict(zip(periods, amounts.tolist(), strict=True))


@lru_cache(maxsize=64)
def _shares(
    start: date, buckets: int, weeks: int, period: Callable[[date], date]
) -> tuple[tuple[date, ...], Array]:
    """Return the periods in order, and the share of each bucket that lies in each."""
    length = weeks * DAYS_A_WEEK
    days = [period(start + timedelta(days=day)) for day in range(buckets * length)]
    periods = tuple(sorted(set(days)))
    places = {name: place for place, name in enumerate(periods)}
    shares = np.zeros((buckets, len(periods)))
    for day, name in enumerate(days):
        shares[day // length, places[name]] += 1 / length
    return periods, shares


def month_starts(problem: Problem) -> list[date]:
    """Return the first day of every month of a Problem that is reported.

    Days before the first one, at the end of a month, count with it.
    """
    reported = problem.months[problem.reported_buckets - 1] + 1
    return list(months_from(first_month_of(problem.start), reported))


def last_bucket_of(problem: Problem, month: int) -> int:
    """Return the last reported bucket of a month."""
    months = problem.months[: problem.reported_buckets]
    return len(months) - 1 - months[::-1].index(month)


def month_ends(problem: Problem, by_bucket: Sequence[float] | Array) -> Array:
    """Return a level by bucket as it stands at the end of each reported month."""
    months = len(month_starts(problem))
    return np.array([by_bucket[last_bucket_of(problem, month)] for month in range(months)])


def weeks_of_years(problem: Problem) -> dict[int, int]:
    """Return the reported weeks that lie in each financial year, by its first year."""
    years = [problem.years[month] for month in problem.months[: problem.reported_buckets]]
    return {year: years.count(year) * problem.bucket_weeks for year in sorted(set(years))}


def settled_year(problem: Problem) -> int:
    """Return the last financial year that lies in the plan whole, else the longest part of one."""
    weeks = weeks_of_years(problem)
    return max(weeks, key=lambda year: (min(weeks[year], WHOLE_YEAR_WEEKS), year))


def settled_calendar_year(problem: Problem) -> int:
    """Return the last calendar year that lies in the plan whole, else the longest part of one."""
    length = np.full(problem.buckets, float(problem.bucket_weeks))
    weeks = shared_out(problem, calendar_year_of, length)
    return max(weeks, key=lambda year: (min(weeks[year], WHOLE_YEAR_WEEKS), year)).year


def financial_year(year: int) -> str:
    """Return the name of a financial year, such as ``2027-28``."""
    return f"{year}-{(year + 1) % 100:02d}"
