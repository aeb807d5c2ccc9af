"""Tasks of the law in a Problem: limits, order, shares and hours."""

from __future__ import annotations

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


def test_caseworker_and_manager_share_a_mediation(devon: Scenario) -> None:
    assert _tasks(build(devon), "mediation")["meet"].hours == {
        "caseworker": 5.0,
        "send_manager": 5.0,
    }


def test_advice_that_nobody_in_the_plan_gives_is_told(devon: Scenario) -> None:
    (note,) = (note for note in build(devon).notes if note.startswith("Advice of"))
    assert "social workers and occupational therapists" in note
    assert "add social_worker and ot under staff" in note
    everybody = devon.changed(staff={role: {} for role in ROLES})
    assert not any(note.startswith("Advice of") for note in build(everybody).notes)


def test_a_tribunal_officer_takes_over_a_share_of_the_caseworkers_hours_in_appeals(
    devon: Scenario,
) -> None:
    staff = {role: {} for role in (*devon.staff, "tribunal_officer")}
    without, with_one = build(devon), build(devon.changed(staff=staff))
    for name in ("response", "hearing"):
        before, after = (_tasks(p, "appeal")[name].hours for p in (without, with_one))
        assert after["tribunal_officer"] == pytest.approx(0.68 * before["caseworker"])
        assert after["caseworker"] == pytest.approx(0.32 * before["caseworker"])
        assert sum(after.values()) == pytest.approx(sum(before.values()))
        assert after["send_manager"] == before["send_manager"]
    for pathway in ("mediation", "needs_assessment"):
        assert _pathway(with_one, pathway).tasks == _pathway(without, pathway).tasks


def test_an_appeal_takes_a_caseworker_half_of_what_it_took_when_it_was_all_theirs(
    devon: Scenario,
) -> None:
    """60 hours, and 95 more for the half that is heard, were those of the whole authority."""
    tasks = _tasks(build(devon), "appeal")
    own = sum(task.share * task.hours["caseworker"] for task in tasks.values())
    everybody = sum(task.share * sum(task.hours.values()) for task in tasks.values())
    assert own == pytest.approx(30 + 0.5 * 36)
    assert everybody == pytest.approx(48 + 10 + 0.5 * 15)
    assert own < 0.5 * (60 + 0.5 * 95)


def test_every_share_that_the_law_names_is_a_figure_s_or_of_the_evidence(
    devon: Scenario,
) -> None:
    known = {"assessed", "issued", "not_issued", "amended", *devon.evidence_values()}
    named = {name for p in law.pathways(devon.start).values() for t in p.tasks for name in t.share}
    assert named <= known
