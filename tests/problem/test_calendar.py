"""Buckets, months, financial years, working days and deadlines."""

import datetime as dt

import pytest

from burdens.problem.calendar import Calendar, is_working_day

START = dt.date(2027, 4, 5)


@pytest.fixture(params=[1, 2], ids=["weeks", "fortnights"])
def calendar(request: pytest.FixtureRequest) -> Calendar:
    return Calendar(START, 182, request.param)


def test_months_start_at_nought_and_rise_one_by_one(calendar: Calendar) -> None:
    steps = {b - a for a, b in zip(calendar.months, calendar.months[1:], strict=False)}
    assert calendar.months[0] == 0
    assert steps == {0, 1}
    assert len(calendar.months) == calendar.buckets


def test_a_bucket_is_of_the_month_that_holds_its_first_day() -> None:
    calendar = Calendar(START, 8, 1)
    assert calendar.first_days[3:5] == (dt.date(2027, 4, 26), dt.date(2027, 5, 3))
    assert calendar.months[3:5] == (0, 1)


def test_financial_years_turn_in_april() -> None:
    calendar = Calendar(START, 182, 1)
    by_month = dict(zip(calendar.months, calendar.first_days, strict=True))
    for month, year in enumerate(calendar.years):
        day = by_month[month]
        assert year == (day.year if day.month >= 4 else day.year - 1)
    assert calendar.years[:13] == (2027,) * 12 + (2028,)


@pytest.mark.parametrize(
    ("start", "year"), [(dt.date(2027, 3, 29), 2026), (dt.date(2027, 1, 4), 2026)]
)
def test_a_start_before_april_is_in_the_year_that_is_ending(start: dt.date, year: int) -> None:
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
