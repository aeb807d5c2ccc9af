"""Staff at the start: typed, or implied with a range by spending or by the work done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from burdens.problem import build
from burdens.problem.hours import annual_hours
from burdens.problem.inputs import Inputs
from burdens.problem.prices import employed_cost
from burdens.scenario import Scenario
from tests.problem.test_workforce import staffed

Typed = Callable[..., Scenario]
TEAM = ("caseworker", "send_manager")


def test_typed_staff_are_used_and_not_told_as_implied(devon: Scenario) -> None:
    problem = build(staffed(devon, ep={"in_post": 12.5}))
    assert problem.roles["ep"].staff0 == 12.5
    assert problem.roles["ep"].implied is None
    assert not any("staff.ep.in_post" in note for note in problem.notes)


def test_untyped_staff_are_implied_by_spending_within_what_councils_were_seen_to_have(
    devon: Scenario,
) -> None:
    problem, inputs = build(devon), Inputs.of(devon)
    implied = 0.74 * (devon.figure("ep_service_gbp") or 0.0) / employed_cost(inputs, "ep")
    role = problem.roles["ep"]
    assert role.implied == pytest.approx((0.14 * implied, implied, 2.08 * implied))
    assert role.implied is not None
    assert role.staff0 == role.implied[1]
    (told,) = (note for note in problem.notes if "staff.ep.in_post" in note)
    low, central, high = (f"{number:.1f}" for number in role.implied)
    assert f"{central} FTE at the start, implied by section 251 spending, which is weak" in told
    assert f"({low} to {high} by what councils were seen to have)" in told


def test_a_published_number_of_staff_stands_beside_the_implied_one(devon: Scenario) -> None:
    (told,) = (note for note in build(devon).notes if "staff.caseworker.in_post" in note)
    assert "Published in 2023: 49.5 fte, with SEND manager (EHCP Assessments" in told


def test_one_line_of_spending_buys_caseworkers_and_managers_as_their_work_is(
    devon: Scenario,
) -> None:
    problem, inputs = build(devon), Inputs.of(devon)
    spending = devon.figure("sen_administration_gbp") or 0.0
    cost = sum(problem.roles[name].staff0 * employed_cost(inputs, name) for name in TEAM)
    assert cost == pytest.approx(0.6 * spending)
    yearly = yearly_work(devon)
    staff = [problem.roles[name].staff0 for name in TEAM]
    work = [yearly[name] / annual_hours(inputs, name) for name in TEAM]
    assert staff[0] / staff[1] == pytest.approx(work[0] / work[1])


def yearly_work(scenario: Scenario) -> dict[str, float]:
    """Return the hours of a year by role, from the cases of each pathway and its tasks."""
    from burdens.problem import demand_of

    problem, demanded = build(scenario), demand_of(Inputs.of(scenario))
    total: dict[str, float] = {}
    for pathway in problem.pathways:
        for task in pathway.tasks:
            for role, hours in task.hours.items():
                done = demanded.cases[pathway.id].yearly * task.share * hours
                total[role] = total.get(role, 0.0) + done
    return total


def test_what_typed_staff_cost_comes_off_the_spending_that_they_share(devon: Scenario) -> None:
    problem = build(staffed(devon, send_manager={"in_post": 10.0}))
    inputs = Inputs.of(devon)
    left = 0.6 * (devon.figure("sen_administration_gbp") or 0.0)
    left -= 10 * employed_cost(inputs, "send_manager")
    expected = left / employed_cost(inputs, "caseworker")
    assert problem.roles["caseworker"].staff0 == pytest.approx(expected)


def test_typed_staff_who_cost_all_that_is_spent_leave_the_others_to_their_work(
    devon: Scenario,
) -> None:
    problem = build(staffed(devon, caseworker={"in_post": 500.0}))
    (told,) = (note for note in problem.notes if "staff.send_manager.in_post" in note)
    assert "implied by the work of a year" in told
    assert "cost more than figures.sen_administration_gbp implies" in told
    work = yearly_work(devon)["send_manager"] / annual_hours(Inputs.of(devon), "send_manager")
    assert problem.roles["send_manager"].staff0 == pytest.approx(work)


@pytest.mark.parametrize("spending", [0.0, None])
def test_without_spending_staff_are_implied_by_the_work_of_a_year(
    devon: Scenario, typed: Typed, spending: float | None
) -> None:
    problem = build(typed(devon, ep_service_gbp=spending))
    work = yearly_work(devon)["ep"] / annual_hours(Inputs.of(devon), "ep")
    assert problem.roles["ep"].staff0 == pytest.approx(work)
    assert problem.roles["ep"].implied == pytest.approx((0.14 * work, work, 2.08 * work))
    (told,) = (note for note in problem.notes if "staff.ep.in_post" in note)
    assert "implied by the work of a year" in told
    assert "figures.ep_service_gbp is missing or zero" in told


def test_a_role_without_a_spending_line_is_implied_by_the_work_of_a_year(devon: Scenario) -> None:
    problem = build(staffed(devon, ot={}, social_worker={}, tribunal_officer={}))
    for role in ("salt", "ot", "social_worker", "tribunal_officer"):
        assert problem.roles[role].staff0 > 0
        assert any(f"staff.{role}.in_post" in note for note in problem.notes)
