"""Productive hours, posts, agency and assistants of a role."""

from __future__ import annotations

from typing import Any

import pytest

from burdens.errors import ProblemError
from burdens.evidence import school_holidays
from burdens.problem import Problem, Role, build
from burdens.problem.hours import annual_hours
from burdens.problem.inputs import Inputs
from burdens.problem.workforce import monthly
from burdens.scenario import Scenario, roles


def staffed(scenario: Scenario, **own: dict[str, Any]) -> Scenario:
    return scenario.changed(staff={**scenario.model_dump(by_alias=True)["staff"], **own})


def ep_of(scenario: Scenario, **own: Any) -> Role:
    return build(staffed(scenario, ep=own)).roles["ep"]


@pytest.mark.parametrize("size", [1, 2])
@pytest.mark.parametrize("term_time", [0.0, 0.4, 1.0])
def test_productive_hours_of_each_52_weeks_are_those_of_the_evidence(
    devon: Scenario, size: int, term_time: float
) -> None:
    scenario = devon.changed(
        bucket_weeks=size, staff={role: {"term_time": term_time} for role in devon.staff}
    )
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


def test_staff_on_term_time_contracts_do_nothing_while_schools_are_closed(
    devon: Scenario,
) -> None:
    """In a week of August nobody of them works; the rest of the team works as it did."""
    problem = build(devon)
    closed = [
        week
        for week in range(156)
        if any(
            rest.first <= problem_monday(problem, week) <= rest.last
            and (rest.last - problem_monday(problem, week)).days >= 4
            for rest in school_holidays()
        )
    ]
    assert len(closed) > 30
    usual = problem.roles["caseworker"].productive
    all_term, some = (
        build(staffed(devon, caseworker={"term_time": share})).roles["caseworker"].productive
        for share in (1.0, 0.25)
    )
    assert all(all_term[week] == 0 for week in closed)
    for week in range(156):
        assert some[week] == pytest.approx(0.75 * usual[week] + 0.25 * all_term[week])
    june = 10
    assert all_term[june] > usual[june]


def problem_monday(problem: Problem, week: int) -> Any:
    import datetime as dt

    return problem.start + dt.timedelta(weeks=week)


def test_values_that_leave_no_hours_are_refused(devon: Scenario) -> None:
    none = [{"value": "time.direct_share.ep", "to": 0.0, "reason": "test"}]
    with pytest.raises(ProblemError, match=r"Educational psychologist: no hours are left"):
        build(devon.changed(overrides=none))


def test_typed_posts_are_those_of_every_month_and_untyped_ones_are_left_open(
    devon: Scenario,
) -> None:
    months = len(build(devon).years)
    assert ep_of(devon).posts is None
    assert ep_of(devon, posts=41.5).posts == (41.5,) * months
    assert ep_of(devon, posts=0.0).posts == (0.0,) * months


def test_posts_less_vacant_ones_are_in_post(devon: Scenario) -> None:
    role = ep_of(devon, posts=40.0, vacant=8.4)
    assert role.staff0 == pytest.approx(31.6)
    assert role.implied is None


def test_vacant_posts_alone_fund_nothing(devon: Scenario) -> None:
    assert ep_of(devon, in_post=30.0, vacant=8.0) == ep_of(devon, in_post=30.0)


def test_temporary_posts_are_limited_where_typed_and_end(devon: Scenario) -> None:
    months = len(build(devon).years)
    assert ep_of(devon).temporary_cap is None
    assert ep_of(devon, temporary_posts=4.0).temporary_cap == (4.0,) * months
    assert ep_of(devon).fixed_term


def test_a_vacant_post_has_the_weight_of_the_evidence(devon: Scenario) -> None:
    inputs = Inputs.of(devon)
    for role in build(devon).roles.values():
        assert role.vacancy_weight == inputs.value("weights.vacant_post_month")
        assert role.vacancy_weight > role.hire_cost + sum(role.cost_week[:5])


def test_agency_staff_in_use_can_be_kept_unless_a_limit_is_typed(devon: Scenario) -> None:
    def agency(**own: float) -> tuple[float, ...]:
        return ep_of(devon, in_post=10.0, **own).agency_cap

    usual, hours = agency(), build(devon).roles["ep"].productive
    assert agency(agency=0.5) == usual
    assert agency(agency=40.0) == pytest.approx([40 * number for number in hours])
    assert not any(agency(agency=40.0, agency_share=0.0))


def test_agency_is_a_share_of_the_team_s_hours(devon: Scenario) -> None:
    role, inputs = ep_of(devon, in_post=60.0), Inputs.of(devon)
    share = inputs.value("recruitment.ep.agency_cap_share")
    fte = [cap / hours for cap, hours in zip(role.agency_cap, role.productive, strict=True)]
    assert fte == pytest.approx([share * 60] * len(fte))


def test_a_team_too_small_for_the_work_may_still_buy_and_hire_for_the_work(
    devon: Scenario,
) -> None:
    """An authority with nobody in post is not cut off from agencies and applicants."""
    problem = build(staffed(devon, ep={"in_post": 0.0}, salt={"in_post": 0.0}))
    for role in ("ep", "salt"):
        caps = problem.roles[role].hire_cap
        assert caps is not None
        assert caps[0] > 0
        assert problem.roles[role].agency_cap[0] > 0


@pytest.mark.parametrize("annual", [0.0, 0.1, 0.31])
def test_twelve_months_of_leaving_make_a_year_of_it(annual: float) -> None:
    assert (1 - monthly(annual)) ** 12 == pytest.approx(1 - annual)


@pytest.mark.parametrize(
    ("assistant", "of"), [("assistant_ep", "ep"), ("caseworker_assistant", "caseworker")]
)
def test_an_assistant_does_a_bounded_share_of_another_s_hours_under_supervision(
    devon: Scenario, assistant: str, of: str
) -> None:
    problem = build(staffed(devon, **{assistant: {"in_post": 2.0}}))
    inputs = Inputs.of(devon)
    assists = problem.roles[assistant].assists
    assert assists is not None
    assert assists.role == of
    assert assists.share == inputs.value(f"staffing.{assistant}.share")
    assert assists.supervision == inputs.value(f"staffing.{assistant}.supervision")
    hours = {name for p in problem.pathways for task in p.tasks for name in task.hours}
    assert assistant not in hours
    assert problem.roles[of] == build(devon).roles[of]


def test_assistants_who_are_not_typed_are_none_and_can_be_hired(devon: Scenario) -> None:
    problem = build(staffed(devon, assistant_ep={}))
    role = problem.roles["assistant_ep"]
    assert role.staff0 == 0
    assert role.hire_cap is not None
    assert role.hire_cap[0] > 0
    (note,) = (note for note in problem.notes if "staff.assistant_ep.in_post" in note)
    assert "nothing published implies any" in note


def test_the_most_assistants_that_are_of_use_bound_how_many_are_hired(devon: Scenario) -> None:
    """A fifth of 17.4 hours of each assessment, over an assistant's 603 hours."""
    problem, inputs = build(staffed(devon, assistant_ep={})), Inputs.of(devon)
    tasks = {t.id: t for p in problem.pathways if p.id == "needs_assessment" for t in p.tasks}
    hours = (devon.figure("requests") or 0) * tasks["ep_advice"].share * 17.4
    team = 0.2 * hours / (1_607 * 0.75 * 0.5)
    growth = inputs.value("recruitment.assistant_ep.growth_cap_year")
    leaving = inputs.value("recruitment.assistant_ep.attrition_year")
    caps = problem.roles["assistant_ep"].hire_cap
    assert caps is not None
    assert caps[0] == pytest.approx(team * (growth + leaving) / 12)


def test_every_role_of_the_file_can_be_planned(devon: Scenario) -> None:
    problem = build(devon.changed(staff={role: {} for role in roles()}))
    assert set(problem.roles) == set(roles())
    assert Problem.from_json(problem.to_json()) == problem
