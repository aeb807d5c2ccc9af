"""A whole Problem: what is in it, what its notes say, and that it survives JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from burdens.authorities import all_authorities
from burdens.errors import ProblemError
from burdens.problem import Problem, build
from burdens.problem.inputs import Inputs
from burdens.scenario import Scenario, new

Typed = Callable[..., Scenario]
START = dt.date(2027, 4, 5)
ODD_ONES = ["201", "921", "856", "926", "943"]  # tiny, unpublished, all excepted, new


@pytest.mark.parametrize("code", [*ODD_ONES, "878"])
@pytest.mark.parametrize("size", [1, 2])
def test_a_problem_survives_json(code: str, size: int) -> None:
    problem = build(new(code, start=START).changed(bucket_weeks=size))
    assert Problem.from_json(problem.to_json()) == problem


@pytest.mark.parametrize("code", ODD_ONES)
def test_every_missing_figure_that_counts_is_named_in_a_note(code: str) -> None:
    scenario = new(code, start=START)
    notes = " ".join(build(scenario).notes)
    counted = {
        *("decided_to_assess", "refused", "assessments_issued", "assessments_not_issued"),
        *("issued_within_20_weeks", "timeliness_plans", "plans", "plans_ceased", "appeals"),
        *("timeliness_plans_excluding_exceptions", "mediations", "reviews_amended"),
        *("phase_transfers_due", "reassessments", "orders_to_assess", "orders_to_make_plan"),
        *("review_decisions_outstanding", "ep_service_gbp", "sen_administration_gbp"),
    }
    for name in counted:
        if scenario.figure(name) is None:
            assert f"figures.{name}" in notes, name


@pytest.mark.slow
def test_every_authority_of_england_has_a_problem() -> None:
    for authority in all_authorities():
        scenario = new(authority, start=START)
        if scenario.figure("requests") is None:
            with pytest.raises(ProblemError, match="requests"):
                build(scenario)
        else:
            assert build(scenario).weeks == scenario.horizon_weeks + scenario.run_out_weeks


def test_without_requests_there_is_nothing_to_plan(devon: Scenario, typed: Typed) -> None:
    with pytest.raises(ProblemError, match="Devon") as told:
        build(typed(devon, requests=None))
    assert told.value.faults[0].field == "figures.requests.value"


@pytest.mark.parametrize(
    ("figure", "left_out"),
    [
        ("appeals", {"appeal"}),
        ("mediations", {"mediation"}),
        ("plans", {"annual_review", "phase_transfer_school", "phase_transfer_post16"}),
    ],
)
def test_a_pathway_without_its_figure_is_left_out_and_the_note_says_which(
    devon: Scenario, typed: Typed, figure: str, left_out: set[str]
) -> None:
    whole, part = build(devon), build(typed(devon, **{figure: None}))
    gone = {p.id for p in whole.pathways} - {p.id for p in part.pathways}
    assert gone == left_out
    assert any("left out" in note and f"figures.{figure}" in note for note in part.notes)


def test_pathways_that_nobody_publishes_come_in_when_typed(devon: Scenario, typed: Typed) -> None:
    typed_in = typed(devon, reassessments=12, orders_to_assess=4, orders_to_make_plan=3)
    there = {p.id: sum(p.arrivals[:52]) for p in build(typed_in).pathways}
    assert there["reassessment"] > there["order_assess"] > there["order_plan"] > 0


def test_without_plans_there_is_no_caseload_and_a_note_says_so(
    devon: Scenario, typed: Typed
) -> None:
    problem = build(typed(devon, plans=None))
    assert problem.caseload is None
    assert any(note.startswith("Caseload: left out") for note in problem.notes)


def test_a_caseload_standard_holds_from_its_date(devon: Scenario) -> None:
    caseload = {"cases_per_caseworker": 150.0, "from": dt.date(2028, 4, 3)}
    standards = {**devon.model_dump(by_alias=True)["standards"], "caseload": caseload}
    found = build(devon.changed(standards=standards)).caseload
    assert found is not None
    assert found.standard == (None,) * 52 + (150.0,) * (len(found.standard) - 52)


def test_cases_are_plans_and_the_live_assessments_of_twenty_weeks(
    devon: Scenario, typed: Typed
) -> None:
    """Of 20 weeks of requests all are live for 6, the assessed for 10, the planned for 4."""
    even = devon.changed(
        overrides=[
            {"value": f"seasonality.requests.q{n}", "to": 0.25, "reason": "test"}
            for n in range(1, 5)
        ]
        + [{"value": "growth.requests", "to": 0.0, "reason": "test"}]
    )
    problem = build(typed(even, requests=520))
    assert problem.caseload is not None
    tasks = {task.id: task.share for task in problem.pathways[3].tasks}
    assert problem.pathways[3].id == "needs_assessment"
    live = 10 * (6 + 10 * tasks["ep_advice"] + 4 * tasks["final"])
    from burdens.problem import demand_of

    plans = demand_of(Inputs.of(typed(even, requests=520))).stock
    assert plans is not None
    assert problem.caseload.cases[0] == pytest.approx(plans.plans[0] + live)
    assert set(problem.caseload.standard) == {None}


def test_weights_by_bucket_grow_with_the_bucket(devon: Scenario) -> None:
    weekly, fortnights = build(devon), build(devon.changed(bucket_weeks=2))
    for one, two in zip(weekly.pathways, fortnights.pathways, strict=True):
        assert two.overdue == tuple((age // 2, 2 * weight) for age, weight in one.overdue)
        assert two.open_weight == 2 * one.open_weight
        assert (one.max_wait, two.max_wait) == (52, 26)


def test_no_note_stands_twice(devon: Scenario) -> None:
    notes = build(devon).notes
    assert len(set(notes)) == len(notes)
    assert all(note.endswith(".") for note in notes)


def test_a_discount_of_the_wrong_length_is_a_fault(devon: Scenario) -> None:
    with pytest.raises(ProblemError, match="discount"):
        build(devon).changed(discount=(1.0,))
