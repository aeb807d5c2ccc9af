"""Cases that no limit covers: excused by the law, or beyond a target."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from burdens.problem import Pathway, Problem, build
from burdens.scenario import Scenario

Typed = Callable[..., Scenario]

WEEKS = 156 + 26  # the plan, and the weeks looked ahead


def pathway_of(problem: Problem, name: str) -> Pathway:
    return next(pathway for pathway in problem.pathways if pathway.id == name)


def excused(scenario: Scenario) -> float:
    plans = scenario.figure("timeliness_plans") or 0.0
    return 1 - (scenario.figure("timeliness_plans_excluding_exceptions") or 0.0) / plans


def test_only_the_end_of_an_assessment_is_excused(devon: Scenario) -> None:
    for pathway in build(devon).pathways:
        if pathway.id == "needs_assessment" and excused(devon) > 0:
            assert list(pathway.let_off or ()) == pytest.approx([excused(devon)] * WEEKS)
        else:
            assert pathway.let_off is None


@pytest.mark.parametrize("size", [1, 2])
def test_a_quarter_takes_the_last_standard_in_force_on_its_first_day(
    devon: Scenario, size: int
) -> None:
    path = [
        {"pathway": "annual_review", "stage": "decision", "from": day, "on_time": share}
        for day, share in ((dt.date(2027, 10, 1), 0.6), (dt.date(2028, 10, 2), 0.9))
    ]
    chosen = devon.changed(bucket_weeks=size, standards={"timeliness": path, "caseload": None})
    let_off = pathway_of(build(chosen), "annual_review").let_off
    assert let_off is not None
    weekly = [let_off[week // size] for week in range(WEEKS)]
    quarters = [weekly[first] for first in range(0, WEEKS, 13)]
    assert quarters == pytest.approx([0] * 2 + [0.4] * 4 + [0.1] * 8)
    assert pathway_of(build(chosen), "mediation").let_off is None


def test_a_target_below_all_comes_on_top_of_what_the_law_excuses(devon: Scenario) -> None:
    path = [{"pathway": "needs_assessment", "stage": "final", "on_time": 0.8}]
    chosen = devon.changed(standards={"timeliness": path, "caseload": None})
    let_off = pathway_of(build(chosen), "needs_assessment").let_off
    assert list(let_off or ()) == pytest.approx([1 - 0.8 * (1 - excused(devon))] * WEEKS)


@pytest.mark.parametrize("without", [0.0, None])
def test_an_exception_share_that_cannot_be_believed_gives_way_to_england_s(
    devon: Scenario, typed: Typed, without: float | None
) -> None:
    problem = build(typed(devon, timeliness_plans_excluding_exceptions=without))
    england = devon.evidence_values()["volumes.exception_share"].central
    let_off = pathway_of(problem, "needs_assessment").let_off
    assert list(let_off or ()) == pytest.approx([england] * WEEKS)
    assert any("xceptions" in note and "England" in note for note in problem.notes)
