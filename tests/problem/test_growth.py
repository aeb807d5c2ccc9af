"""Growth: fitted on earlier years only, half England's, dying down, within its band."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.authorities import history
from burdens.errors import ProblemError
from burdens.evidence import read
from burdens.problem import Inputs
from burdens.problem.growth import (
    Growth,
    believed,
    blended,
    error_band,
    growth_of,
    log_growth,
    mean_rate,
)
from burdens.scenario import Scenario

Override = Callable[[Scenario, dict[str, float]], Scenario]

RATES = st.floats(-0.5, 1.0)
DAMPINGS = st.floats(0.0, 1.0)
DAYS = st.dates(dt.date(2010, 1, 1), dt.date(2040, 12, 31))
GROWTHS = st.builds(Growth, st.integers(2018, 2030), RATES, DAMPINGS)


def middle(year: int) -> dt.date:
    return dt.date(year, 7, 2)


@given(GROWTHS, DAYS, DAYS, DAYS)
def test_growth_between_three_days_multiplies(
    growth: Growth, first: dt.date, second: dt.date, third: dt.date
) -> None:
    whole = growth.factor(first, third)
    assert whole == pytest.approx(growth.factor(first, second) * growth.factor(second, third))
    assert growth.factor(first, first) == 1
    assert growth.factor(third, first) == pytest.approx(1 / whole)


@given(GROWTHS)
def test_five_years_on_damped_growth_has_come_to_its_mean_rate(growth: Growth) -> None:
    compound = math.prod(1 + growth.of(growth.last + ahead) for ahead in range(1, 6))
    assert compound == pytest.approx((1 + growth.rate) ** 5)


@given(st.integers(2018, 2030), st.floats(0.001, 1.0), st.floats(0.05, 0.95))
def test_damped_growth_falls_by_the_same_share_each_year(
    last: int, rate: float, damping: float
) -> None:
    growth = Growth(last, rate, damping)
    logs = [math.log(1 + growth.of(last + ahead)) for ahead in range(1, 5)]
    for before, after in itertools.pairwise(logs):
        assert after == pytest.approx(damping * before)


@given(st.floats(0.001, 1.0), st.floats(0.05, 0.95), st.integers(1, 30))
def test_damped_growth_never_passes_what_all_its_years_come_to(
    rate: float, damping: float, years: int
) -> None:
    growth = Growth(2024, rate, damping)
    bound = math.log(1 + growth.of(2025)) / (1 - damping)
    assert math.log(growth.factor(middle(2024), middle(2024 + years))) <= bound * (1 + 1e-9)


@given(RATES, DAYS)
def test_undamped_growth_is_compound_growth(rate: float, day: dt.date) -> None:
    years = (day - middle(2024)).days / 365.25
    assert Growth(2024, rate).factor(middle(2024), day) == pytest.approx((1 + rate) ** years)


def test_years_up_to_the_last_published_have_the_growth_of_the_first_year_after() -> None:
    growth = Growth(2024, 0.03, 0.6)
    assert growth.of(2019) == growth.of(2024) == growth.of(2025) > growth.of(2026) > 0


def test_damping_away_all_growth_leaves_that_of_one_year() -> None:
    growth = Growth(2024, 0.02, 0.0)
    assert growth.factor(middle(2024), middle(2040)) == pytest.approx(1.02**5)
    assert growth.of(2026) == 0


def test_growth_past_every_number_is_infinite_and_no_error() -> None:
    assert Growth(2024, 9.0).factor(middle(2024), middle(2990)) == math.inf


@given(st.floats(1, 1e6), st.floats(1, 1e6), st.integers(1, 4), DAMPINGS)
def test_a_fitted_series_grows_on_from_its_own_last_growth(
    before: float, last: float, gap: int, damping: float
) -> None:
    observed = log_growth({2024 - gap: before, 2024: last})
    assert observed is not None
    assert observed == pytest.approx(math.log(last / before) / gap)
    growth = Growth(2024, mean_rate(observed, damping), damping)
    assert 1 + growth.of(2025) == pytest.approx((last / before) ** (damping / gap))


@pytest.mark.parametrize(
    "series", [{}, {2024: 5.0}, {2023: 0.0, 2024: 5.0}, {2023: 5.0, 2024: 0.0}]
)
def test_a_series_without_two_numbers_tells_no_growth(series: dict[int, float]) -> None:
    assert log_growth(series) is None


@given(RATES, RATES, st.floats(0, 1))
def test_a_blend_lies_between_its_two_rates(own: float, england: float, weight: float) -> None:
    rate = blended(own, england, weight)
    assert min(own, england) - 1e-12 <= rate <= max(own, england) + 1e-12
    assert blended(own, england, 0) == pytest.approx(england)
    assert blended(own, england, 1) == pytest.approx(own)
    assert blended(None, england, weight) == england


def test_half_and_half_is_the_geometric_mean() -> None:
    assert blended(0.21, 0.0, 0.5) == pytest.approx(0.1)


@given(st.floats(-5, 5), st.floats(0.01, 2))
def test_growth_beyond_belief_is_bounded_up_and_down_alike(growth: float, most: float) -> None:
    bounded = believed(growth, most)
    assert bounded is not None
    assert math.exp(abs(bounded)) <= (1 + most) * (1 + 1e-12)
    assert bounded == -(believed(-growth, most) or 0.0)
    assert abs(bounded - growth) == pytest.approx(max(0.0, abs(growth) - math.log(1 + most)))
    assert believed(None, most) is None


def test_the_growth_of_a_plan_is_half_its_own_and_half_england_s(devon: Scenario) -> None:
    inputs = Inputs.of(devon)
    growth, (note,) = growth_of(inputs)
    own, england = inputs.own, inputs.national
    assert own is not None
    last = [series["requests"] for series in (own.cells, england.cells)]
    ratios = [float(series[2024]) / float(series[2023]) for series in last]
    both = math.sqrt(ratios[0] * ratios[1])
    assert growth.last == 2024
    assert 1 + growth.of(2025) == pytest.approx(both**0.6, rel=1e-4)
    assert 1 + growth.of(2026) == pytest.approx(both**0.36, rel=1e-4)
    for part in (f"{growth.of(2025):.1%} in 2025", "Devon", "6.9% in 2025", "growth.requests"):
        assert part in note


def test_growth_sees_no_year_after_the_newest_one_published(devon: Scenario) -> None:
    inputs = Inputs.of(devon)
    own = inputs.own
    assert own is not None
    known = {year: cell for year, cell in own.cells["requests"].items() if year <= 2023}
    earlier = dataclasses.replace(own, cells={**own.cells, "requests": known})
    growth, _ = growth_of(dataclasses.replace(inputs, own=earlier))
    observed = log_growth(earlier.series("requests"))
    assert observed is not None
    expected = blended(mean_rate(observed, 0.6), inputs.evidence["growth.requests"].central, 0.5)
    assert growth.rate == pytest.approx(expected)


def test_growth_typed_in_is_neither_halved_nor_damped(
    devon: Scenario, overridden: Override
) -> None:
    growth, (note,) = growth_of(Inputs.of(overridden(devon, {"growth.requests": 0.07})))
    assert [growth.of(year) for year in (2020, 2025, 2040)] == pytest.approx([0.07] * 3)
    assert note == "Requests grow by 7.0% a year, as replaced under overrides."


def test_an_authority_of_which_nothing_is_published_grows_as_england(devon: Scenario) -> None:
    growth, (note,) = growth_of(dataclasses.replace(Inputs.of(devon), own=None))
    assert growth.rate == read()["growth.requests"].central
    assert "alone" in note


def test_a_fall_beyond_belief_is_told_and_bounded() -> None:
    """The Isle of Wight published 382 requests for 2022, none for 2023, 74 for 2024."""
    from burdens.scenario import new

    growth, (note,) = growth_of(Inputs.of(new("Isle of Wight", start=dt.date(2027, 4, 5))))
    assert "-56.0%" in note
    assert "counted as -25.9%" in note
    assert growth.of(2025) > -0.1


@pytest.mark.parametrize("rate", [-1.0, -3.0, 11.0, 1e300])
def test_growth_that_is_not_possible_is_refused(
    devon: Scenario, overridden: Override, rate: float
) -> None:
    with pytest.raises(ProblemError, match="growth of"):
        growth_of(Inputs.of(overridden(devon, {"growth.requests": rate})))


@pytest.mark.parametrize("name", ["requests", "plans"])
@given(first=st.floats(0, 12), second=st.floats(0, 12))
def test_a_band_widens_with_time_and_holds_the_forecast(
    name: str, first: float, second: float
) -> None:
    near, far = sorted((first, second))
    (low, high), (lower, higher) = (error_band(read(), name, years) for years in (near, far))
    assert 0 < low <= 1 <= high
    assert higher >= high * (1 - 1e-12)
    if name == "plans":  # in requests, forecasts three years ahead were all too low
        assert far < 1 or lower <= 1


@pytest.mark.parametrize("years", [1, 2, 3])
@pytest.mark.parametrize("name", ["requests", "plans"])
def test_a_band_at_a_tested_horizon_is_that_of_the_back_test(name: str, years: int) -> None:
    value = read()[f"growth.{name}_outturn_after_{years}"]
    low, high = error_band(read(), name, years)
    assert low == pytest.approx(min(1.0, value.low))
    assert high == pytest.approx(max(1.0, value.high))


def test_a_band_past_the_longest_horizon_widens_as_the_root_of_time() -> None:
    low, high = error_band(read(), "plans", 12)
    at_three = error_band(read(), "plans", 3)
    assert math.log(low) == pytest.approx(2 * math.log(at_three[0]))
    assert math.log(high) == pytest.approx(2 * math.log(at_three[1]))


def test_a_year_past_the_last_published_one_has_its_band() -> None:
    growth = Growth(2024, 0.03, 0.6)
    assert growth.years_past(middle(2026)) == pytest.approx(2, abs=2e-3)
    assert error_band(read(), "requests", growth.years_past(middle(2024))) == (1.0, 1.0)


def test_there_is_no_band_for_what_is_published() -> None:
    assert error_band(read(), "requests", 0) == error_band(read(), "plans", -2) == (1.0, 1.0)


def test_the_history_of_an_unknown_code_is_none() -> None:
    assert history("000") is None
