"""Arrivals: yearly sums, season and growth, and England's published numbers.

Nothing is fitted on the numbers of 2025 and 2026 that it is compared with.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from burdens.problem import build, demand_of
from burdens.problem.inputs import Inputs
from burdens.problem.problem import Pathway, Problem
from burdens.problem.stock import Stock
from burdens.scenario import Scenario

Override = Callable[[Scenario, dict[str, float]], Scenario]
Typed = Callable[..., Scenario]

# Published by DfE in June 2026, a year after the release that the tool ships.
PLANS_JANUARY_2026 = 718_838
REVIEWS_EXPECTED_2025 = 596_987
NEVER_GROWING = {"growth.requests": 0.0}


def _pathway(problem: Problem, name: str) -> Pathway:
    return next(pathway for pathway in problem.pathways if pathway.id == name)


def _stock(scenario: Scenario) -> Stock:
    found = demand_of(Inputs.of(scenario)).stock
    assert found is not None
    return found


@pytest.mark.parametrize("size", [1, 2])
def test_without_growth_each_52_weeks_bring_the_published_requests(
    devon: Scenario, overridden: Override, size: int
) -> None:
    scenario = overridden(devon, NEVER_GROWING).changed(bucket_weeks=size)
    arrivals = _pathway(build(scenario), "needs_assessment").arrivals
    for year in range(3):
        first = year * 52 // size
        total = sum(arrivals[first : first + 52 // size])
        assert total == pytest.approx(devon.figure("requests"))


def test_growth_typed_in_is_that_of_every_year(devon: Scenario, overridden: Override) -> None:
    inputs = Inputs.of(overridden(devon, {"growth.requests": 0.07}))
    flow = demand_of(inputs).requests
    year = devon.figures["requests"].year
    assert year is not None
    week = inputs.calendar.week_of(dt.date(year + 3, 7, 2))
    grown = flow.annual * 1.07**3
    assert flow.mean_week(week) * 52 == pytest.approx(grown, rel=2e-3)


def test_requests_come_by_the_quarters_of_the_evidence(
    devon: Scenario, overridden: Override
) -> None:
    inputs = Inputs.of(overridden(devon, NEVER_GROWING))
    flow = demand_of(inputs).requests
    may, august = (inputs.calendar.week_of(dt.date(2027, month, 12)) for month in (5, 8))
    expected = inputs.value("seasonality.requests.q2") / inputs.value("seasonality.requests.q3")
    assert flow.week(may) / flow.week(august) == pytest.approx(expected)


@pytest.mark.truth
def test_england_s_plans_are_projected_near_the_count_of_a_year_later(england: Scenario) -> None:
    plans = _stock(england).plans
    census = Inputs.of(england).calendar.week_of(dt.date(2026, 1, 15))
    assert plans[census] == pytest.approx(PLANS_JANUARY_2026, rel=0.01)


@pytest.mark.truth
def test_england_s_reviews_are_near_those_expected_by_the_department(england: Scenario) -> None:
    found = _stock(england)
    census = Inputs.of(england).calendar.week_of(dt.date(2026, 1, 15))
    new = sum(found.new_in(census - back) for back in range(1, 53))
    assert found.plans[census] - new == pytest.approx(REVIEWS_EXPECTED_2025, rel=0.03)
    without_transfers = found.plans[census] * (1 - found.transfer_share) - new
    assert found.reviews_due(census) == pytest.approx(without_transfers)


def test_no_review_falls_in_a_week_without_school(devon: Scenario) -> None:
    problem = build(devon)
    august = Inputs.of(devon).calendar.week_of(dt.date(2027, 8, 9))
    assert _pathway(problem, "annual_review").arrivals[august] == 0


def test_reviews_and_transfers_together_cover_every_plan_a_year_old(devon: Scenario) -> None:
    found = _stock(devon)
    new = sum(found.new_in(-back) for back in range(1, 53))
    transfers = found.plans[0] * found.transfer_share
    assert found.reviews_due(0) + transfers == pytest.approx(found.plans[0] - new)


def test_a_typed_number_of_transfers_is_used(devon: Scenario, typed: Typed) -> None:
    plans = devon.figure("plans")
    assert plans is not None
    found = _stock(typed(devon, phase_transfers_due=plans / 4))
    assert found.transfer_share == pytest.approx(0.25)


@pytest.mark.parametrize("size", [1, 2])
def test_every_transfer_is_due_in_the_bucket_of_its_deadline(devon: Scenario, size: int) -> None:
    scenario = devon.changed(bucket_weeks=size)
    problem, calendar = build(scenario), Inputs.of(scenario).calendar
    for name, month, day in (
        ("phase_transfer_school", 2, 15),
        ("phase_transfer_post16", 3, 31),
    ):
        pathway = _pathway(problem, name)
        due = [b + pathway.last.due for b, cases in enumerate(pathway.arrivals) if cases > 0]
        assert (
            due
            == [calendar.deadline(year, month, day) for year in (2028, 2029, 2030, 2031)][
                : len(due)
            ]
        )
        assert len(due) >= 3


def test_a_season_under_way_at_the_start_is_open_and_due_on_its_deadline(devon: Scenario) -> None:
    start = dt.date(2027, 1, 4)
    scenario = devon.changed(start=start)
    problem, calendar = build(scenario), Inputs.of(scenario).calendar
    pathway = _pathway(problem, "phase_transfer_school")
    (group,) = pathway.opening
    assert pathway.last.due - group.age == calendar.deadline(2027, 2, 15)
    later = next(cases for cases in pathway.arrivals if cases > 0)
    assert 0 < group.cases < later
    assert any("under way" in note for note in problem.notes)


def test_appeals_of_a_year_add_up(devon: Scenario, overridden: Override) -> None:
    arrivals = _pathway(build(overridden(devon, NEVER_GROWING)), "appeal").arrivals
    assert sum(arrivals[:52]) == pytest.approx(devon.figure("appeals"))


def test_a_typed_figure_without_a_year_is_of_the_year_before_the_start(devon: Scenario) -> None:
    figures = {name: entry.model_dump() for name, entry in devon.figures.items()}
    figures["requests"] = {"value": 520, "year": None, "source": "typed in"}
    inputs = Inputs.of(devon.changed(figures=figures))
    flow = demand_of(inputs).requests
    assert flow.mean_week(-26) == pytest.approx(10, rel=1e-3)
