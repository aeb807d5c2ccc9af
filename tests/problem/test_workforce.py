"""Staff at the start, productive hours, hires and agency."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from burdens.authorities import england
from burdens.problem import build
from burdens.problem.inputs import Inputs
from burdens.problem.prices import employed_cost
from burdens.problem.workforce import annual_hours, monthly
from burdens.scenario import Scenario

Typed = Callable[..., Scenario]


def _staff(scenario: Scenario, **roles: dict[str, Any]) -> Scenario:
    return scenario.changed(staff={**scenario.model_dump()["staff"], **roles})


@pytest.mark.parametrize("size", [1, 2])
def test_productive_hours_of_each_52_weeks_are_those_of_the_evidence(
    devon: Scenario, size: int
) -> None:
    scenario = devon.changed(bucket_weeks=size)
    problem, inputs = build(scenario), Inputs.of(scenario)
    for role, numbers in problem.roles.items():
        for year in range(3):
            first = year * 52 // size
            total = sum(numbers.productive[first : first + 52 // size])
            assert total == pytest.approx(annual_hours(inputs, role))


@pytest.mark.truth
def test_a_caseworker_has_1366_hours_a_year_and_a_psychologist_half_of_that(
    devon: Scenario,
) -> None:
    inputs = Inputs.of(devon)
    assert annual_hours(inputs, "caseworker") == pytest.approx(1_607 * 0.85)
    assert annual_hours(inputs, "ep") == pytest.approx(1_607 * 0.85 * 0.5)


def test_a_psychologist_does_less_in_august_and_a_caseworker_as_much(devon: Scenario) -> None:
    problem = build(devon)
    june, august = 10, 18
    ep, caseworker = problem.roles["ep"].productive, problem.roles["caseworker"].productive
    assert ep[august] == pytest.approx(0.3 * ep[june])
    assert caseworker[august] == pytest.approx(caseworker[june])


def test_typed_staff_and_caps_are_used(devon: Scenario) -> None:
    role = {"in_post": 12.5, "max_hires_a_month": 0.4, "agency_share": 0.0}
    problem = build(_staff(devon, ep=role))
    assert problem.roles["ep"].staff0 == 12.5
    assert set(problem.roles["ep"].hire_cap or ()) == {0.4}
    assert not any(problem.roles["ep"].agency_cap)
    assert not any("staff.ep.in_post" in note for note in problem.notes)


def test_agency_staff_in_use_can_be_kept_unless_a_limit_is_typed(devon: Scenario) -> None:
    def agency(**own: float) -> tuple[float, ...]:
        return build(_staff(devon, ep={"in_post": 10.0, **own})).roles["ep"].agency_cap

    usual, hours = agency(), build(devon).roles["ep"].productive
    assert agency(agency=0.5) == usual
    assert agency(agency=40.0) == pytest.approx([40 * number for number in hours])
    assert not any(agency(agency=40.0, agency_share=0.0))


def test_untyped_staff_are_implied_by_spending_and_labelled(devon: Scenario) -> None:
    problem, inputs = build(devon), Inputs.of(devon)
    spending, share = devon.figure("ep_service_gbp"), inputs.value("staffing.ep_spend_share")
    assert spending is not None
    expected = spending * share / employed_cost(inputs, "ep")
    assert problem.roles["ep"].staff0 == pytest.approx(expected)
    told = [note for note in problem.notes if "implied by section 251 spending" in note]
    assert len(told) == 2


def test_managers_come_off_the_spending_that_caseworkers_share(devon: Scenario) -> None:
    alone = build(devon).roles["caseworker"].staff0
    problem = build(_staff(devon, send_manager={"in_post": 10.0}))
    inputs = Inputs.of(_staff(devon, send_manager={}))
    ratio = employed_cost(inputs, "send_manager") / employed_cost(inputs, "caseworker")
    assert problem.roles["caseworker"].staff0 == pytest.approx(alone - 10 * ratio)


@pytest.mark.parametrize("spending", [0.0, None])
def test_without_spending_staff_are_implied_by_the_work_of_a_year(
    devon: Scenario, typed: Typed, spending: float | None
) -> None:
    problem = build(typed(devon, ep_service_gbp=spending))
    inputs = Inputs.of(devon)
    advised = next(p for p in problem.pathways if p.id == "needs_assessment").tasks[1]
    requests = devon.figure("requests") or 0.0
    hours = requests * advised.share * advised.hours["ep"]
    assert problem.roles["ep"].staff0 == pytest.approx(hours / annual_hours(inputs, "ep"))
    (told,) = (note for note in problem.notes if "staff.ep.in_post" in note)
    assert "implied by the work of a year" in told
    assert "figures.ep_service_gbp" in told


def test_a_role_without_a_spending_line_is_implied_by_the_work_of_a_year(devon: Scenario) -> None:
    problem = build(_staff(devon, ot={}, social_worker={}))
    for role in ("salt", "ot", "social_worker"):
        assert problem.roles[role].staff0 > 0
        assert any(f"staff.{role}.in_post" in note for note in problem.notes)


@pytest.mark.truth
def test_all_authorities_together_can_hire_what_england_s_psychologists_allow(
    devon: Scenario,
) -> None:
    """Devon's share of new plans, of 2,325 people, at (8.8 % + 10 %) a year."""
    share = (devon.figure("new_plans") or 0.0) / england().series("new_plans")[2024]
    expected = 2_325 * share * (0.088 + 0.10) / 12
    caps = build(devon).roles["ep"].hire_cap
    assert caps is not None
    assert caps[0] == pytest.approx(expected, rel=1e-3)


def test_without_new_plans_the_team_s_own_size_limits_hiring_and_this_is_told(
    devon: Scenario, typed: Typed
) -> None:
    unknown = typed(devon, new_plans=None, assessments_issued=None)
    problem = build(_staff(unknown, ep={"in_post": 60.0}))
    caps = problem.roles["ep"].hire_cap
    assert caps is not None
    assert caps[0] == pytest.approx(60 * (0.088 + 0.10) / 12)
    assert any("staff.ep.max_hires_a_month" in note for note in problem.notes)


def test_agency_is_a_share_of_the_team_s_hours(devon: Scenario) -> None:
    role, inputs = build(_staff(devon, ep={"in_post": 60.0})).roles["ep"], Inputs.of(devon)
    share = inputs.value("recruitment.ep.agency_cap_share")
    fte = [cap / hours for cap, hours in zip(role.agency_cap, role.productive, strict=True)]
    assert fte == pytest.approx([share * 60] * len(fte))


def test_a_team_too_small_for_the_work_may_still_buy_and_hire_for_the_work(
    devon: Scenario,
) -> None:
    """An authority with nobody in post is not cut off from agencies and applicants."""
    problem = build(_staff(devon, ep={"in_post": 0.0}, salt={"in_post": 0.0}))
    for role in ("ep", "salt"):
        caps = problem.roles[role].hire_cap
        assert caps is not None
        assert caps[0] > 0
        assert problem.roles[role].agency_cap[0] > 0


@pytest.mark.parametrize("annual", [0.0, 0.1, 0.31])
def test_twelve_months_of_leaving_make_a_year_of_it(annual: float) -> None:
    assert (1 - monthly(annual)) ** 12 == pytest.approx(1 - annual)


def test_newcomers_need_time_as_the_evidence_says(devon: Scenario) -> None:
    role = build(devon).roles["caseworker"]
    assert role.lead == 3
    assert role.ramp == (0.5,) * 6
