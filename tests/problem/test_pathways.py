"""Tasks of the law in a Problem: limits, order, shares, hours, targets."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable

import pytest

from burdens import law
from burdens.problem import Pathway, Problem, Task, build
from burdens.scenario import Scenario

Typed = Callable[..., Scenario]
ROLES = ("ep", "salt", "caseworker", "send_manager", "social_worker", "ot")


def _pathway(problem: Problem, name: str) -> Pathway:
    return next(pathway for pathway in problem.pathways if pathway.id == name)


def _tasks(problem: Problem, name: str) -> dict[str, Task]:
    return {task.id: task for task in _pathway(problem, name).tasks}


def _everything(scenario: Scenario, typed: Typed) -> Scenario:
    """Every pathway and every role."""
    full = typed(scenario, reassessments=20, orders_to_assess=5, orders_to_make_plan=5)
    return full.changed(staff={role: {} for role in ROLES})


def test_in_weekly_buckets_every_statutory_limit_is_the_law_s(
    devon: Scenario, typed: Typed
) -> None:
    problem = build(_everything(devon, typed))
    assert len(problem.pathways) == len(law.pathways(devon.start))
    for pathway in problem.pathways:
        there = law.pathways(devon.start)[pathway.id]
        for task in pathway.tasks:
            legal = there.task(task.id)
            assert task.stage == legal.statutory
            assert task.due == (legal.weeks or legal.window_weeks)
            assert task.after == legal.after


def test_in_fortnights_every_even_limit_is_exact_and_an_odd_one_is_stricter(
    devon: Scenario, typed: Typed
) -> None:
    problem = build(_everything(devon, typed).changed(bucket_weeks=2))
    odd = set()
    for pathway in problem.pathways:
        there = law.pathways(devon.start)[pathway.id]
        for task in pathway.tasks:
            legal = there.task(task.id)
            weeks = legal.weeks or legal.window_weeks or 0
            assert task.due == weeks // 2
            if weeks % 2 and task.stage:
                odd.add((pathway.id, task.id))
            assert [lag for _, lag in task.after] == [-(-lag // 2) for _, lag in legal.after]
    assert odd == {("order_plan", "draft"), ("order_plan", "final")}


@pytest.mark.parametrize("size", [1, 2])
def test_every_deadline_leaves_time_for_what_comes_before(
    devon: Scenario, typed: Typed, size: int
) -> None:
    problem = build(_everything(devon, typed).changed(bucket_weeks=size))
    for pathway in problem.pathways:
        least: dict[str, int] = {}
        for task in pathway.tasks:
            least[task.id] = max([least[name] + lag for name, lag in task.after], default=0)
            assert least[task.id] <= task.due


def test_advice_of_an_absent_role_is_passed_over_and_its_place_in_the_order_kept(
    devon: Scenario,
) -> None:
    tasks = _tasks(build(devon), "needs_assessment")
    assert set(tasks) == {"decide", "ep_advice", "salt_advice", "no_plan", "draft", "final"}
    assert tasks["no_plan"].after == (("ep_advice", 0), ("salt_advice", 0))
    assert tasks["draft"].after == (("no_plan", 0),)
    assert tasks["final"].after == (("draft", 3),)


def test_a_task_whose_predecessors_are_all_passed_over_waits_for_theirs(
    devon: Scenario, typed: Typed
) -> None:
    full = typed(devon, assessments_not_issued=0, assessments_withdrawn=0)
    tasks = _tasks(build(full), "needs_assessment")
    assert "no_plan" not in tasks
    assert tasks["draft"].after == (("ep_advice", 0), ("salt_advice", 0))
    from burdens.problem.pathways import kept_order

    needs = law.pathways(devon.start)["needs_assessment"]
    after = kept_order(needs, {"decide", "final"})
    assert after["final"] == {"decide": 3}


def test_shares_of_an_assessment_fall_from_request_to_plan(devon: Scenario) -> None:
    tasks = _tasks(build(devon), "needs_assessment")
    figure = {name: devon.figure(name) or 0.0 for name in devon.figures}
    asked = figure["decided_to_assess"] + figure["refused"] + figure["requests_withdrawn"]
    made = (
        figure["assessments_issued"]
        + figure["assessments_not_issued"]
        + figure["assessments_withdrawn"]
    )
    assess = figure["decided_to_assess"] / asked
    assert tasks["decide"].share == 1
    assert tasks["ep_advice"].share == pytest.approx(assess)
    assert tasks["final"].share == pytest.approx(assess * figure["assessments_issued"] / made)
    both = tasks["no_plan"].share + tasks["final"].share
    assert both == pytest.approx(assess)


def test_the_managers_half_of_a_mediation_falls_to_caseworkers_where_there_are_none(
    devon: Scenario,
) -> None:
    without = build(devon)
    staff = {role: {} for role in ("ep", "salt", "caseworker", "send_manager")}
    with_managers = build(devon.changed(staff=staff))
    alone = _tasks(without, "mediation")["meet"].hours
    shared = _tasks(with_managers, "mediation")["meet"].hours
    assert set(alone) == {"caseworker"}
    assert set(shared) == {"caseworker", "send_manager"}
    assert alone["caseworker"] == sum(shared.values())
    assert any("no SEND managers" in note for note in without.notes)
    assert not any("no SEND managers" in note for note in with_managers.notes)


def test_targets_cover_every_quarter_to_the_end_of_the_run_out(devon: Scenario) -> None:
    problem = build(devon)
    for pathway in problem.pathways:
        for stage in range(1, len(pathway.stages) + 1):
            periods = [(t.from_, t.to) for t in pathway.targets if t.stage == stage]
            assert periods == [(week, week + 13) for week in range(0, 156 + 52, 13)]


def test_in_fortnights_the_quarters_still_join(devon: Scenario) -> None:
    targets = _pathway(build(devon.changed(bucket_weeks=2)), "mediation").targets
    assert targets[0].from_ == 0
    assert targets[-1].to == (156 + 52) // 2
    assert all(a.to == b.from_ for a, b in itertools.pairwise(targets))


def test_a_quarter_takes_the_last_standard_in_force_on_its_first_day(devon: Scenario) -> None:
    path = [
        {"pathway": "needs_assessment", "stage": "final", "from": day, "on_time": share}
        for day, share in ((dt.date(2027, 10, 1), 0.6), (dt.date(2028, 10, 2), 0.9))
    ]
    problem = build(devon.changed(standards={"timeliness": path, "caseload": None}))
    targets = _pathway(problem, "needs_assessment").targets
    e = targets[0].exceptions
    assert {t.stage for t in targets} == {4}
    assert [round(t.on_time / (1 - e), 9) for t in targets] == [0.6] * 4 + [0.9] * 10
    assert targets[0].from_ == 26
    assert not _pathway(problem, "annual_review").targets


def test_exceptions_excuse_only_the_end_of_an_assessment(devon: Scenario) -> None:
    problem = build(devon)
    excused = {
        (pathway.id, target.stage)
        for pathway in problem.pathways
        for target in pathway.targets
        if target.exceptions
    }
    plans = devon.figure("timeliness_plans") or 0.0
    without = devon.figure("timeliness_plans_excluding_exceptions") or 0.0
    if plans == without:
        assert not excused
    else:
        assert excused == {("needs_assessment", 3), ("needs_assessment", 4)}


@pytest.mark.parametrize("without", [0.0, None])
def test_an_exception_share_that_cannot_be_believed_gives_way_to_england_s(
    devon: Scenario, typed: Typed, without: float | None
) -> None:
    problem = build(typed(devon, timeliness_plans_excluding_exceptions=without))
    target = next(t for t in _pathway(problem, "needs_assessment").targets if t.stage == 4)
    england = devon.evidence_values()["volumes.exception_share"].central
    assert target.exceptions == pytest.approx(england)
    assert target.on_time == pytest.approx(1 - england)
    assert any("xceptions" in note and "England" in note for note in problem.notes)
