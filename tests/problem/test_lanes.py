"""The share of cases on time today, and the measure by which authorities are compared."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest

from burdens import law
from burdens.authorities import all_authorities
from burdens.problem import Inputs
from burdens.problem.lanes import kept_share, published_timeliness
from burdens.scenario import Scenario, new

Typed = Callable[..., Scenario]


def test_the_kept_share_of_assessments_is_that_within_20_weeks_exceptions_included(
    devon: Scenario,
) -> None:
    share, notes = kept_share(Inputs.of(devon), "needs_assessment")
    figures = {name: devon.figure(name) or 0.0 for name in devon.figures}
    assert share == pytest.approx(figures["issued_within_20_weeks"] / figures["timeliness_plans"])
    assert share == pytest.approx(0.03, abs=0.01)
    assert notes == ()


def test_the_kept_share_of_reviews_is_that_decided_within_four_weeks(
    devon: Scenario, typed: Typed
) -> None:
    scenario = typed(devon, reviews_decided_within_4_weeks=30, reviews_decided_over_4_weeks=90)
    share, notes = kept_share(Inputs.of(scenario), "annual_review")
    assert share == pytest.approx(0.25)
    assert notes == ()


@pytest.mark.parametrize(
    "pathway", ["appeal", "mediation", "reassessment", "phase_transfer_school", "order_plan"]
)
def test_where_nothing_is_published_cases_are_taken_in_turn(devon: Scenario, pathway: str) -> None:
    assert kept_share(Inputs.of(devon), pathway) == (None, ())


@pytest.mark.truth
def test_england_s_share_stands_in_and_is_named(devon: Scenario, typed: Typed) -> None:
    scenario = typed(devon, issued_within_20_weeks=None)
    share, (note,) = kept_share(Inputs.of(scenario), "needs_assessment")
    assert share == pytest.approx(41_448 / 90_392)
    assert "England's 45.9%" in note
    assert "figures.issued_within_20_weeks" in note


@pytest.mark.parametrize(("counted", "on_time"), [(0, 0), (0, 5), (None, None)])
def test_a_count_of_nobody_tells_nothing(
    devon: Scenario, typed: Typed, counted: float | None, on_time: float | None
) -> None:
    scenario = typed(devon, timeliness_plans=counted, issued_within_20_weeks=on_time)
    inputs = Inputs.of(scenario)
    share, notes = kept_share(inputs, "needs_assessment")
    assert share == pytest.approx(41_448 / 90_392)
    assert notes
    published = published_timeliness(inputs)
    assert published is not None
    assert (published.year, published.on_time) == (None, None)


def test_more_on_time_than_counted_is_all(devon: Scenario, typed: Typed) -> None:
    scenario = typed(devon, timeliness_plans=10, issued_within_20_weeks=12)
    assert kept_share(Inputs.of(scenario), "needs_assessment") == (1.0, ())


@pytest.mark.parametrize("size", [1, 2])
def test_the_published_measure_is_of_final_plans_in_20_weeks_and_has_its_year(
    devon: Scenario, size: int
) -> None:
    published = published_timeliness(Inputs.of(devon.changed(bucket_weeks=size)))
    assert published is not None
    assert (published.pathway, published.task) == ("needs_assessment", "final")
    assert published.within == 20 // size
    assert published.year == 2024
    assert published.on_time == kept_share(Inputs.of(devon), "needs_assessment")[0]


def test_a_law_without_such_a_measure_has_none(devon: Scenario) -> None:
    inputs = Inputs.of(devon)
    others = {name: pathway for name, pathway in inputs.law.items() if name != "needs_assessment"}
    assert published_timeliness(dataclasses.replace(inputs, law=others)) is None


@pytest.mark.slow
def test_every_authority_has_a_share_between_nothing_and_all() -> None:
    for authority in all_authorities():
        inputs = Inputs.of(new(authority, start=dt.date(2027, 4, 5)))
        for pathway in law.pathways(dt.date(2027, 4, 5)):
            share, _ = kept_share(inputs, pathway)
            assert share is None or 0 <= share <= 1
