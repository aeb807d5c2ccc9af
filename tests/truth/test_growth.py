"""Forecasts of demand against what DfE published a year after the release that the tool ships."""

from __future__ import annotations

import dataclasses
import datetime as dt
from statistics import mean

import pytest

from burdens.authorities import Authority, all_authorities, census_day, england, find
from burdens.problem import Inputs
from burdens.problem.demand import flow_of, shares
from burdens.problem.growth import growth_of
from burdens.problem.stock import stock
from burdens.scenario import new
from tests.benchmarks.back_test import (
    Fit,
    errors,
    evidence_by,
    forecast_plans,
    known_by,
    middle,
)

pytestmark = pytest.mark.truth

REQUESTS_2025 = 162_702
# January 2026: England, and the regions of which the later release's table was read.
PLANS_2026 = {
    "England": 718_838,
    "North East": 31_915,
    "North West": 106_277,
    "Yorkshire and The Humber": 66_212,
    "East Midlands": 54_840,
}


def projected(council: Authority, january: int, january_known: int) -> float | None:
    """Project plans with the package itself, from what was known by a January."""
    known = dataclasses.replace(council, figures=known_by(council.figures, january_known))
    first = dt.date(january_known, 1, 1)
    monday = first + dt.timedelta(days=-first.weekday() % 7)
    scenario = new(known, start=monday).changed(bucket_weeks=1)
    if scenario.figure("requests") is None or scenario.figure("plans") is None:
        return None
    inputs = dataclasses.replace(
        Inputs.of(scenario),
        own=known.figures,
        national=known_by(england(), january_known),
        evidence=evidence_by(january_known),
    )
    growth, _ = growth_of(inputs)
    requests = flow_of(inputs, inputs.needs_assessment.arrives_as, growth)
    assert requests is not None
    plans, _ = stock(inputs, requests, shares(inputs)[0])
    return None if plans is None else plans.plans[inputs.calendar.week_of(census_day(january))]


def test_england_s_requests_of_2025_are_forecast_from_those_to_2024() -> None:
    requests = england().series("requests")
    growth = Fit.shipped().growth(england(), 2025)
    forecast = requests[2024] * growth.factor(middle(2024), middle(2025))
    assert forecast == pytest.approx(REQUESTS_2025, rel=0.02)
    assert abs(forecast / REQUESTS_2025 - 1) < abs(requests[2024] / REQUESTS_2025 - 1) / 3


def test_the_authorities_plans_of_january_2026_add_up_to_england_s_and_the_regions() -> None:
    sums: dict[str, float] = dict.fromkeys(PLANS_2026, 0.0)
    for council in all_authorities():
        forecast = forecast_plans(Fit.shipped(), council.figures, 2025, 1)
        plans = council.figures.series("plans")[2025] if forecast is None else forecast
        for place in {council.region, "England"} & sums.keys():
            sums[place] += plans
    assert sums["England"] == pytest.approx(PLANS_2026["England"], rel=0.015)
    for region, plans in PLANS_2026.items():
        assert sums[region] == pytest.approx(plans, rel=0.035), region


@pytest.mark.slow
def test_the_package_s_own_projection_of_plans_is_as_good_as_the_yearly_one() -> None:
    """January 2025, weeks and all, from what every third authority had published by 2024."""
    off, yearly = [], []
    for council in all_authorities()[::3]:
        outturn = council.figures.series("plans").get(2025)
        made, by_year = (
            projected(council, 2025, 2024),
            forecast_plans(Fit.shipped(), council.figures, 2024, 1),
        )
        if outturn and made and by_year:
            off.append(abs(made / outturn - 1))
            yearly.append(abs(by_year / outturn - 1))
    assert len(off) > 45
    assert mean(off) < mean(yearly) + 0.01
    assert mean(off) < 0.06


@pytest.mark.slow
def test_back_tests_beat_no_change_at_every_horizon_and_plans_by_half() -> None:
    for years in (1, 2, 3):
        assert errors("requests", years).mape < errors("requests", years).mape_unchanged
        assert errors("plans", years).mape < errors("plans", years).mape_unchanged / 2


def test_a_forecast_does_not_see_what_came_after_it() -> None:
    devon = find("Devon").figures
    later = {name: {**series} for name, series in devon.cells.items()}
    for series in later.values():
        for year in [year for year in series if year >= 2024]:
            series[year] = 1e9
    spoiled = dataclasses.replace(
        devon, cells={**later, "plans": {**later["plans"], 2024: 9_009.0}}
    )
    kept = dataclasses.replace(
        devon, cells={**devon.cells, "plans": {**devon.cells["plans"], 2024: 9_009.0}}
    )
    fit = Fit.shipped()
    assert forecast_plans(fit, spoiled, 2024, 1) == forecast_plans(fit, kept, 2024, 1)
