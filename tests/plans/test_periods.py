"""Months, quarters and years of a plan: days counted one by one."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from math import fsum

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.plans import periods
from burdens.problem import Problem
from tests.plans.council import council
from tests.truth.problems import by_chance

MONDAYS = st.integers(0, 300).map(lambda week: date(2026, 1, 5) + timedelta(weeks=week))


def a_calendar(start: date, buckets: int, bucket_weeks: int) -> Problem:
    """Return a Problem without work, in steps of so many weeks."""
    days = [start + timedelta(weeks=bucket_weeks * bucket) for bucket in range(buckets)]
    months = [12 * (day.year - start.year) + day.month - start.month for day in days]
    numbers = [12 * start.year + start.month - 1 + month for month in range(months[-1] + 1)]
    return Problem.of(
        {
            "weeks": buckets * bucket_weeks,
            "reported_weeks": buckets * bucket_weeks,
            "bucket_weeks": bucket_weeks,
            "start": start,
            "months": months,
            "years": [number // 12 - (number % 12 < 3) for number in numbers],
            "roles": {},
            "pathways": [],
        }
    )


@by_chance(40)
@given(
    start=MONDAYS,
    bucket_weeks=st.sampled_from([1, 2]),
    amounts=st.lists(st.floats(0, 1000), min_size=1, max_size=80),
)
@pytest.mark.parametrize("period", [periods.month_of, periods.quarter_of, periods.calendar_year_of])
def test_what_is_shared_out_by_days_adds_up_and_lies_where_its_days_lie(
    period: object, start: date, bucket_weeks: int, amounts: list[float]
) -> None:
    problem = a_calendar(start, len(amounts), bucket_weeks)
    days: Counter[date] = Counter()
    for bucket, amount in enumerate(amounts):
        for day in range(7 * bucket_weeks):
            when = start + timedelta(weeks=bucket * bucket_weeks, days=day)
            days[period(when)] += amount / (7 * bucket_weeks)  # type: ignore[operator]

    shared = periods.shared_out(problem, period, np.array(amounts))  # type: ignore[arg-type]

    assert list(shared) == sorted(days)
    assert shared == pytest.approx(dict(days))
    assert fsum(shared.values()) == pytest.approx(fsum(amounts))


def test_a_month_that_holds_three_steps_of_two_weeks_is_no_bigger_than_one_that_holds_two() -> None:
    problem = council()
    steps = Counter(problem.months[: problem.reported_buckets])
    level = periods.shared_out(problem, periods.month_of, np.full(problem.buckets, 14.0))

    assert {2, 3} <= set(steps.values())
    for number, month in list(enumerate(periods.month_starts(problem)))[1:-1]:
        following = (month + timedelta(days=31)).replace(day=1)
        assert level[month] == pytest.approx((following - month).days), steps[number]


def test_only_reported_weeks_are_shared_out() -> None:
    problem = council()
    shared = periods.shared_out(problem, periods.calendar_year_of, np.ones(problem.buckets))

    assert fsum(shared.values()) == pytest.approx(problem.reported_buckets)


def test_months_start_and_end_where_their_steps_do() -> None:
    problem = council()
    starts = periods.month_starts(problem)
    ends = periods.month_ends(problem, list(range(problem.buckets)))
    last = [periods.first_day(problem, int(bucket)) for bucket in ends]

    assert starts[0] == date(2027, 4, 1)
    assert [day.replace(day=1) for day in last] == starts
    for day, following in zip(last, starts[1:], strict=False):
        assert day + timedelta(weeks=2) >= following


@pytest.mark.parametrize(
    ("start", "weeks", "settled", "calendar_year", "lengths"),
    [
        # From the first Monday of April: three whole financial years, the last of them settled.
        (date(2027, 4, 5), 156, 2029, 2029, {2027: 52, 2028: 52, 2029: 52}),
        # From September: thirty weeks at one end and twenty-two at the other are no years.
        (date(2027, 9, 6), 156, 2029, 2029, {2027: 30, 2028: 52, 2029: 52, 2030: 22}),
        # A week of the year before is no year either.
        (date(2027, 3, 29), 104, 2028, 2028, {2026: 2, 2027: 52, 2028: 50}),
        # No whole year at all: the longer part.
        (date(2027, 9, 6), 52, 2027, 2028, {2027: 30, 2028: 22}),
    ],
)
def test_a_year_is_settled_where_it_lies_in_the_plan_whole(
    start: date, weeks: int, settled: int, calendar_year: int, lengths: dict[int, int]
) -> None:
    problem = a_calendar(start, weeks // 2, 2)

    assert periods.weeks_of_years(problem) == lengths
    assert periods.settled_year(problem) == settled
    assert periods.settled_calendar_year(problem) == calendar_year


def test_a_financial_year_is_named_by_both_of_its_calendar_years() -> None:
    assert periods.financial_year(2029) == "2029-30"
    assert periods.financial_year(2099) == "2099-00"
