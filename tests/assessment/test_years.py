"""Which financial years are whole, which are parts, and what is never compared with a grant."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import burdens
from burdens.assessment import Assessment
from burdens.assessment.years import Years, years_of
from burdens.problem import Inputs, demand_of, problem_of
from burdens.scenario import Scenario

MONDAY = dt.date(2027, 1, 4)
UNHURRIED = settings(deadline=None, max_examples=30)


def years_from(scenario: Scenario, start: dt.date, **fields: object) -> Years:
    moved = scenario.changed(start=start, measures=[], **fields)
    inputs = Inputs.of(moved)
    return years_of(moved, problem_of(inputs, demand_of(inputs)))


def test_a_start_in_the_first_week_of_april_gives_three_whole_years(devon: Scenario) -> None:
    years = years_from(devon, dt.date(2027, 4, 5))
    assert years.names == ("2027-28", "2028-29", "2029-30")
    assert (years.continued, years.parts) == ((), ())


@pytest.mark.parametrize("start", [dt.date(2026, 3, 30), dt.date(2028, 3, 27)])
def test_a_start_a_few_days_before_april_gives_the_three_years_after_it(
    devon: Scenario, start: dt.date
) -> None:
    """Two days or five are no financial year, and no part of one either."""
    years = years_from(devon, start)
    assert years.covered == (start.year, start.year + 1, start.year + 2)
    assert (years.continued, years.parts) == ((), ())


def test_a_start_in_march_gives_a_part_year_of_that_month_and_not_the_first_of_three(
    devon: Scenario,
) -> None:
    years = years_from(devon, dt.date(2027, 3, 1))
    assert years.names[:2] == ("2027-28", "2028-29")
    assert [(part.year, part.first, part.last) for part in years.parts][:1] == [
        (2026, dt.date(2027, 3, 1), dt.date(2027, 3, 31))
    ]


def test_a_start_in_september_has_a_part_year_at_both_ends_and_repeats_the_last_whole_one(
    devon: Scenario,
) -> None:
    years = years_from(devon, dt.date(2027, 9, 6))
    assert years.covered == (2028, 2029)
    assert years.continued == (2030,)
    assert [(part.year, part.first, part.last) for part in years.parts] == [
        (2027, dt.date(2027, 9, 6), dt.date(2028, 3, 31)),
        (2030, dt.date(2030, 4, 1), dt.date(2030, 9, 1)),
    ]


@UNHURRIED
@given(weeks=st.integers(0, 103), horizon=st.sampled_from((104, 156, 208, 520)))
def test_a_whole_year_has_52_weeks_or_more_and_no_day_is_in_two(weeks: int, horizon: int) -> None:
    devon = burdens.new("Devon")
    start = MONDAY + dt.timedelta(weeks=weeks)
    years = years_from(devon, start, horizon_weeks=horizon, run_out_weeks=26)
    size = devon.bucket_weeks
    for year in years.covered:
        assert 52 <= years.by_bucket.count(year) * size <= 54
    for part in years.parts:
        assert years.by_bucket.count(part.year) * size < 52
        assert start <= part.first <= part.last < start + dt.timedelta(weeks=horizon)
        assert part.year not in years.covered
    assert list(years.covered) == list(
        range(years.covered[0], years.covered[0] + len(years.covered))
    )


@pytest.fixture(scope="module")
def in_march(devon: Scenario) -> Assessment:
    """Return the burden of a plan that starts a month before April, with a grant for each year."""
    offers = [{"financial_year": f"{y}-{y - 1999}", "gbp": 1e6} for y in (2026, 2027)]
    return burdens.assess(
        devon.changed(
            start=dt.date(2027, 3, 1),
            horizon_weeks=160,
            measures=[{"measure": "tailored_lists"}],
            assessment={"grant": offers},
        )
    )


@pytest.mark.slow
def test_a_part_year_stands_apart_with_its_days_and_meets_no_grant(in_march: Assessment) -> None:
    part = in_march.part_years.iloc[0]
    assert (part["financial_year"], len(in_march.part_years)) == ("2026-27", 1)
    assert (part["first_day"], part["last_day"]) == (dt.date(2027, 3, 1), dt.date(2027, 3, 31))
    assert part["accounting_net_gbp"] > 0
    assert "2026-27" not in set(in_march.by_year["financial_year"])
    assert in_march.grant["financial_year"].tolist() == ["2027-28", "2028-29", "2029-30"]
    assert in_march.grant["verdict"].tolist()[1:] == ["no offer", "no offer"]
    assert in_march.net_gbp == pytest.approx(in_march.by_year["net_gbp"].sum())
    assert any("1 March 2027 to 31 March 2027 only" in warning for warning in in_march.warnings)
    assert "1 March 2027 to 31 March 2027" in in_march._repr_html_()


@pytest.mark.slow
def test_a_part_year_adds_up_as_whole_ones_do(in_march: Assessment) -> None:
    for row in in_march.part_years.to_dict("records"):
        assert row["one_off_gbp"] + row["recurring_gbp"] == pytest.approx(row["gross_gbp"])
        assert row["gross_gbp"] - row["savings_gbp"] == pytest.approx(row["net_gbp"])
    assert in_march.summary()["part_years"][0]["first_day"] == "2027-03-01"
