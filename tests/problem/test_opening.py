"""Open cases at the start: Little's law, published backlogs, typed lists."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable

import pytest

from burdens.errors import ProblemError
from burdens.problem import Problem, build, demand, demand_of, opening
from burdens.problem.inputs import Inputs
from burdens.problem.issue_times import band_shares, issue_times, milestones
from burdens.scenario import Scenario

Typed = Callable[..., Scenario]


def _waiting(problem: Problem, name: str) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for pathway in problem.pathways:
        if pathway.id == name:
            for group in pathway.opening:
                found[group.task] += group.cases
    return found


def _weekly(inputs: Inputs) -> float:
    return demand_of(inputs).requests.mean_week()


@pytest.mark.parametrize("size", [1, 2])
def test_open_assessments_obey_little_s_law(devon: Scenario, size: int) -> None:
    """Cases open = cases a week x weeks open, step by step."""
    scenario = devon.changed(bucket_weeks=size)
    inputs, waiting = Inputs.of(scenario), _waiting(build(scenario), "needs_assessment")
    (shares, _), (steps, _) = demand.shares(inputs), milestones(inputs)
    weekly = _weekly(inputs)
    mean = {
        "decide": steps.decided.mean(),
        "ep_advice": shares.assess * (steps.advised - steps.decided).mean(),
        "draft": shares.final * (steps.drafted - steps.advised).mean(),
        "final": shares.final * (steps.issued - steps.drafted).mean(),
    }
    for task, weeks in mean.items():
        assert waiting[task] == pytest.approx(weekly * weeks, rel=0.02)


@pytest.mark.truth
def test_the_mean_time_to_issue_is_that_of_the_published_bands(devon: Scenario) -> None:
    inputs = Inputs.of(devon)
    (within, to_a_year, beyond), _ = band_shares(inputs)
    plans = devon.figure("timeliness_plans") or 0.0
    assert within == pytest.approx((devon.figure("issued_within_20_weeks") or 0.0) / plans)
    assert within + to_a_year + beyond == pytest.approx(1)
    mean = within * (8 + 20) / 2 + to_a_year * (20 + 52) / 2 + beyond * (52 + 78) / 2
    times, _ = issue_times(inputs, 20)
    assert times.mean() == pytest.approx(mean, rel=1e-3)
    assert (times <= 20).mean() == pytest.approx(within, abs=2e-3)
    assert (times > 52).mean() == pytest.approx(beyond, abs=2e-3)


def test_a_published_mean_time_to_issue_is_met(england: Scenario, typed: Typed) -> None:
    times, _ = issue_times(Inputs.of(typed(england, mean_weeks_to_issue=25.6)), 20)
    assert times.mean() == pytest.approx(25.6, rel=2e-3)
    assert (times <= 20).mean() == pytest.approx(0.459, abs=2e-3)


def test_a_mean_that_the_bands_do_not_allow_is_met_as_nearly_as_they_do(
    england: Scenario, typed: Typed
) -> None:
    times, _ = issue_times(Inputs.of(typed(england, mean_weeks_to_issue=200)), 20)
    assert times.max() <= 78
    assert times.min() >= 8


def test_steps_of_a_case_are_in_order(devon: Scenario) -> None:
    steps, _ = milestones(Inputs.of(devon))
    assert (steps.decided > 0).all()
    assert (steps.decided <= steps.advised).all()
    assert (steps.advised <= steps.drafted).all()
    assert steps.issued - steps.drafted == pytest.approx(3)


def test_advice_is_done_eight_weeks_before_a_late_plan(devon: Scenario) -> None:
    steps, _ = milestones(Inputs.of(devon))
    late = steps.issued > 20.5
    assert (steps.issued - steps.advised)[late] == pytest.approx(8)


def test_the_published_share_waits_over_six_weeks_for_a_decision(
    england: Scenario,
) -> None:
    steps, _ = milestones(Inputs.of(england))
    late, in_time = (england.figure(f"decided_{when}_6_weeks") for when in ("over", "within"))
    assert late is not None
    assert in_time is not None
    assert (steps.decided > 6).mean() == pytest.approx(late / (late + in_time), abs=2e-3)
    assert steps.decided.max() <= 12


def test_a_faster_authority_has_fewer_open_cases(devon: Scenario, typed: Typed) -> None:
    plans = devon.figure("timeliness_plans")
    quick = typed(devon, issued_within_20_weeks=plans)
    slow = typed(devon, issued_within_20_weeks=0)
    open_now = [sum(_waiting(build(s), "needs_assessment").values()) for s in (quick, slow)]
    assert open_now[0] < 0.6 * open_now[1]


def test_missing_timeliness_gives_way_to_england_s_and_is_named(
    devon: Scenario, typed: Typed
) -> None:
    problem = build(typed(devon, issued_within_20_weeks=None))
    assert any("figures.issued_within_20_weeks" in note for note in problem.notes)
    assert _waiting(problem, "needs_assessment")["final"] > 0


@pytest.mark.parametrize("code", ["201", "921", "856", "926", "943"])
@pytest.mark.parametrize("size", [1, 2])
def test_open_groups_are_few_and_sorted_and_at_least_one_bucket_old(code: str, size: int) -> None:
    from burdens.scenario import new

    problem = build(new(code, start=dt.date(2027, 4, 5)).changed(bucket_weeks=size))
    for pathway in problem.pathways:
        assert len(pathway.opening) <= 60
        assert len({(g.task, g.age) for g in pathway.opening}) == len(pathway.opening)
        order = [task.id for task in pathway.tasks]
        places = [(order.index(g.task), g.age) for g in pathway.opening]
        assert places == sorted(places)


def test_bands_of_age_keep_every_case_on_its_side_of_every_clock() -> None:
    for weeks in range(1, 79):
        band = opening.band_of(weeks, 20, 52)
        assert weeks <= band or weeks > 52
        for clock in (4, 6, 12, 16, 20, 52):
            assert (weeks <= clock) == (band <= clock)


def test_reviews_await_their_decision_as_published(devon: Scenario, typed: Typed) -> None:
    scenario = typed(devon, review_decisions_outstanding=80, review_decisions_not_due=40)
    problem = build(scenario)
    ages: dict[bool, float] = defaultdict(float)
    for pathway in problem.pathways:
        for group in pathway.opening:
            if (pathway.id, group.task) == ("annual_review", "decision"):
                ages[group.age > 4] += group.cases
                assert group.age <= 12
    assert ages == {False: pytest.approx(40), True: pytest.approx(80)}


def test_amendments_in_progress_are_a_steady_state(devon: Scenario) -> None:
    """Amendments a week x the four weeks that one takes on average, from week 4 to 12."""
    inputs, problem = Inputs.of(devon), build(devon)
    reviews = next(p for p in problem.pathways if p.id == "annual_review")
    share = demand.shares(inputs)[0].amend
    weekly = sum(reviews.arrivals[:52]) / 52 * share
    assert _waiting(problem, "annual_review")["amend"] == pytest.approx(weekly * 4, rel=0.05)


def test_open_appeals_are_those_of_the_mean_time_one_is_open(devon: Scenario) -> None:
    inputs, waiting = Inputs.of(devon), _waiting(build(devon), "appeal")
    growth = demand_of(inputs).requests.growth
    flow = demand.flow_of(inputs, inputs.law["appeal"].arrives_as, growth)
    assert flow is not None
    hearing = inputs.value("volumes.appeal_hearing_share")
    assert waiting["response"] == pytest.approx(flow.mean_week() * 6)
    open_now = waiting["response"] + waiting["hearing"] / hearing
    years = inputs.value("opening.appeals_open_years")
    assert open_now == pytest.approx(flow.mean_week() * 52 * years, rel=0.02)


def test_typed_open_cases_are_used_as_typed(devon: Scenario) -> None:
    listed = [
        {"pathway": "needs_assessment", "task": "ep_advice", "age_weeks": 9, "cases": 30.0},
        {"pathway": "needs_assessment", "task": "ep_advice", "age_weeks": 10, "cases": 5.0},
        {"pathway": "order_plan", "task": "draft", "age_weeks": 1, "cases": 2.0},
    ]
    problem = build(devon.changed(opening=listed, bucket_weeks=2))
    groups = [(p.id, g.task, g.age, g.cases) for p in problem.pathways for g in p.opening]
    assert groups == [
        ("needs_assessment", "ep_advice", 5, 35.0),
        ("order_plan", "draft", 1, 2.0),
    ]
    ordered = next(p for p in problem.pathways if p.id == "order_plan")
    assert not any(ordered.arrivals)
    assert "Open cases are as typed under opening: 37." in problem.notes
    assert not any("estimated from published timeliness" in note for note in problem.notes)


def test_cases_typed_for_a_task_that_the_plan_leaves_out_are_all_told_at_once(
    devon: Scenario,
) -> None:
    listed = [
        {"pathway": "needs_assessment", "task": task, "age_weeks": 9, "cases": 3.0}
        for task in ("ot_advice", "ep_advice", "social_care_advice")
    ]
    with pytest.raises(ProblemError) as told:
        build(devon.changed(opening=listed))
    fields = [fault.field for fault in told.value.faults]
    assert fields == ["opening.0.task", "opening.2.task"]
