"""Buckets, months, financial years, working days and deadlines."""

import datetime as dt
import itertools
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.plans.periods import month_starts
from burdens.problem import build
from burdens.problem.calendar import Calendar, is_working_day
from burdens.scenario import Scenario

START = dt.date(2027, 4, 5)


@pytest.fixture(params=[1, 2], ids=["weeks", "fortnights"])
def calendar(request: pytest.FixtureRequest) -> Calendar:
    return Calendar(START, 182, request.param)


def test_months_start_at_nought_and_rise_one_by_one(calendar: Calendar) -> None:
    steps = {b - a for a, b in zip(calendar.months, calendar.months[1:], strict=False)}
    assert calendar.months[0] == 0
    assert steps == {0, 1}
    assert len(calendar.months) == calendar.buckets


@pytest.mark.parametrize(
    ("size", "month_of_the_turn"),
    [
        (1, (0, 0, 0, 0, 1, 1)),  # 26 April to 2 May has five days in April, then 3 May begins
        (2, (0, 0, 1)),  # 3 to 16 May
    ],
)
def test_a_bucket_is_of_the_month_that_holds_its_middle(
    size: int, month_of_the_turn: tuple[int, ...]
) -> None:
    calendar = Calendar(START, 6, size)
    assert calendar.months == month_of_the_turn


@given(
    st.dates(dt.date(2015, 1, 1), dt.date(2090, 12, 31)),
    st.sampled_from([1, 2]),
    st.integers(2, 110),
)
def test_months_rise_one_by_one_and_most_of_a_bucket_lies_in_its_own(
    day: dt.date, size: int, buckets: int
) -> None:
    calendar = Calendar(day - dt.timedelta(days=day.weekday()), buckets * size, size)
    months, firsts = calendar.months, calendar.month_firsts
    assert months[0] == 0
    assert {b - a for a, b in itertools.pairwise(months)} <= {0, 1}
    assert len(firsts) == len(calendar.years) == months[-1] + 1
    for bucket, month in enumerate(months):
        first = calendar.first_days[bucket]
        days = [first + dt.timedelta(days=number) for number in range(7 * size)]
        inside = sum((d.year, d.month) == (firsts[month].year, firsts[month].month) for d in days)
        assert inside >= len(days) / 2 or (
            month == 0 and days[-1] < firsts[0] + dt.timedelta(days=14)
        )
    assert all(first.day == 1 for first in firsts)


@given(st.dates(dt.date(2015, 1, 1), dt.date(2090, 12, 31)), st.sampled_from([1, 2]))
def test_the_first_financial_year_is_never_a_stub_of_days_and_the_middle_ones_are_whole(
    day: dt.date, size: int
) -> None:
    calendar = Calendar(day - dt.timedelta(days=day.weekday()), 156, size)
    weeks: dict[int, int] = defaultdict(int)
    for month in calendar.months:
        weeks[calendar.years[month]] += size
    in_order = [weeks[year] for year in sorted(weeks)]
    assert sorted(weeks) == list(range(min(weeks), max(weeks) + 1))
    assert in_order[0] >= 2
    assert all(50 <= count <= 55 for count in in_order[1:-1])
    began = dt.date(min(weeks), 4, 1)
    until_april = (dt.date(min(weeks) + 1, 4, 1) - calendar.start).days
    assert calendar.start >= began - dt.timedelta(days=14)
    assert until_april > 14


def test_financial_years_turn_in_april() -> None:
    calendar = Calendar(START, 182, 1)
    for first, year in zip(calendar.month_firsts, calendar.years, strict=True):
        assert year == (first.year if first.month >= 4 else first.year - 1)
    assert calendar.years[:13] == (2027,) * 12 + (2028,)


@pytest.mark.parametrize("size", [1, 2])
@pytest.mark.parametrize(
    "start",
    [dt.date(2028, 3, 27), dt.date(2026, 3, 30), dt.date(2027, 3, 29), dt.date(2027, 3, 22)],
)
def test_a_start_just_before_april_is_answered_with_three_whole_years(
    start: dt.date, size: int
) -> None:
    calendar = Calendar(start, 156, size)
    years = [calendar.years[month] for month in calendar.months]
    assert {year: years.count(year) * size for year in years} == pytest.approx(
        dict.fromkeys(range(start.year, start.year + 3), 52), abs=2
    )
    assert calendar.first_month == dt.date(start.year, 4, 1)


@pytest.mark.parametrize(
    ("start", "year"), [(dt.date(2027, 3, 15), 2026), (dt.date(2027, 1, 4), 2026)]
)
def test_a_start_well_before_april_is_in_the_year_that_is_ending(start: dt.date, year: int) -> None:
    assert Calendar(start, 4, 1).years[0] == year


@pytest.mark.truth
@pytest.mark.parametrize(
    "day",
    ["2027-12-27", "2027-12-28", "2028-01-03", "2028-04-14", "2028-05-29", "2027-08-30"],
)
def test_a_bank_holiday_is_no_working_day(day: str) -> None:
    assert not is_working_day(dt.date.fromisoformat(day))


def test_saturday_is_no_working_day_and_monday_is() -> None:
    assert not is_working_day(dt.date(2027, 4, 10))
    assert is_working_day(dt.date(2027, 4, 12))


def test_a_week_with_a_bank_holiday_has_four_working_days() -> None:
    calendar = Calendar(START, 52, 1)
    may_day = calendar.week_of(dt.date(2027, 5, 3))
    assert calendar.working_days[may_day] == 4
    assert calendar.working_days[may_day + 1] == 5


def test_a_deadline_on_a_sunday_falls_in_the_week_of_the_friday_before() -> None:
    calendar = Calendar(START, 182, 1)
    assert dt.date(2029, 3, 31).weekday() == 5
    last_friday = dt.date(2029, 3, 29)  # 30 March 2029 is Good Friday
    assert calendar.deadline(2029, 3, 31) == calendar.week_of(last_friday)
    assert calendar.deadline(2032, 2, 15) == calendar.week_of(dt.date(2032, 2, 13))
    assert dt.date(2032, 2, 15).weekday() == 6


def test_a_deadline_on_a_working_day_falls_in_its_own_week() -> None:
    calendar = Calendar(START, 182, 1)
    assert calendar.deadline(2028, 2, 15) == calendar.week_of(dt.date(2028, 2, 15))


@pytest.mark.parametrize("access", [0.0, 0.3, 1.0])
def test_every_52_weeks_of_a_spread_add_up_to_a_year(access: float) -> None:
    spread = Calendar(START, 182, 1).spread(access)
    assert len(spread) == 182
    for first in (0, 52, 104):
        assert sum(spread[first : first + 52]) == pytest.approx(1)
    assert sum(spread[156:]) < 1


def test_a_week_of_school_holidays_counts_for_its_access() -> None:
    calendar = Calendar(START, 182, 1)
    august, june = (calendar.week_of(dt.date(2027, month, 16)) for month in (8, 6))
    spread = calendar.spread(0.3)
    assert spread[august] / spread[june] == pytest.approx(0.3)
    assert calendar.spread(0.0)[august] == 0
    assert calendar.spread(1.0)[august] == pytest.approx(calendar.spread(1.0)[june])


def test_fortnights_are_sums_of_weeks() -> None:
    weekly, fortnights = (Calendar(START, 182, size) for size in (1, 2))
    spread = weekly.spread(0.3)
    assert fortnights.by_bucket(spread) == pytest.approx(
        [spread[week] + spread[week + 1] for week in range(0, 182, 2)]
    )


def test_the_months_of_a_plan_s_tables_are_those_of_its_calendar(devon: Scenario) -> None:
    for start in (dt.date(2028, 3, 27), dt.date(2027, 4, 5), dt.date(2027, 1, 18)):
        problem = build(devon.changed(start=start))
        calendar = Calendar(start, problem.weeks, problem.bucket_weeks)
        starts = month_starts(problem)
        assert starts == list(calendar.month_firsts)[: len(starts)]
        years = [day.year if day.month >= 4 else day.year - 1 for day in starts]
        assert years == list(problem.years[: len(starts)])
