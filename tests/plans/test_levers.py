"""What would help most: the same as from nothing, ranked by children, in cases, weeks and money."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given

from burdens.plans import Help, LiveModel, Plan, helps, plan_of
from burdens.plans.levers import levers
from burdens.problem import Problem
from tests.plans.council import CASEWORKER, EP, council, other_numbers, with_role
from tests.truth.problems import by_chance

ROUNDED = 1e-3  # cases and weeks are rounded to three decimals


def of_nothing(problem: Problem) -> Plan:
    """Return the plan of a Problem with posts, solved from nothing."""
    model = LiveModel()
    return plan_of(model.solve(problem, model.needs(problem)))


def outcome(plan: Plan) -> tuple[float, float]:
    """Return cases past a limit at the end, and the cost of the last 52 weeks by the tables."""
    last = plan.cases["week"].max()
    late = plan.cases[plan.cases["week"] == last]["overdue_cases"].sum()
    return float(late), cost_of_52_weeks(plan)


def cost_of_52_weeks(plan: Plan) -> float:
    """Return what the people of the last 26 steps cost, worked out from the staffing table."""
    problem = plan.problem
    reported = range(problem.reported_buckets - 26, problem.reported_buckets)
    months = [problem.months[bucket] for bucket in reported]
    total = 0.0
    for name, role in problem.roles.items():
        rows = plan.staffing[plan.staffing["role"] == name].reset_index()
        for bucket, month in zip(reported, months, strict=True):
            row = rows.iloc[month]
            first = problem.months[bucket - 1] != month
            total += row["in_post_fte"] * role.cost_week[bucket]
            total += row["agency_fte"] * role.productive[bucket] * role.agency_cost
            if first:
                total += row["temporary_fte"] * role.temporary_cost
                total += row["hires_fte"] * role.hire_cost
    return total


@pytest.fixture(scope="module")
def live() -> LiveModel:
    return LiveModel()


@by_chance(3)
@given(problem=other_numbers(council()))
def test_each_change_does_what_the_two_plans_solved_from_nothing_differ_by(
    problem: Problem,
) -> None:
    model = LiveModel()
    answer = model.answer(problem)
    planned = answer.programme.problem
    found = {one.id: one for one in helps(model, answer)}
    late, gbp = outcome(of_nothing(planned))

    for lever in levers(planned):
        after_late, after_gbp = outcome(of_nothing(lever.change(planned)))
        fewer, more = late - after_late, after_gbp - gbp
        if lever.id in found:
            assert found[lever.id].cases == pytest.approx(fewer, rel=1e-6, abs=ROUNDED)
            assert found[lever.id].gbp == pytest.approx(more, rel=1e-6, abs=1.0)
        else:  # too little to speak of
            assert abs(fewer) < 0.501
            assert more > -501


def test_helps_are_ranked_by_children_then_by_money() -> None:
    model = LiveModel()
    found = helps(model, model.answer(council()))

    keys = [(-one.cases, one.gbp) for one in found]
    assert len(found) >= 3
    assert keys == sorted(keys)
    assert found[0].cases > 1


def test_a_help_holds_nothing_but_cases_weeks_and_money() -> None:
    assert [field.name for field in fields(Help)] == ["id", "what", "cases", "weeks", "gbp"]


def test_after_what_would_help_the_plan_itself_is_solved_in_place_again() -> None:
    model = LiveModel()
    answer = model.answer(council())
    helps(model, answer)
    again = model.answer(council())

    assert again.rebuilt is None
    assert again.solution.objective == pytest.approx(answer.solution.objective, rel=1e-9)


def test_every_role_has_a_change_of_hiring_posts_and_hours_and_the_kept_share_has_two() -> None:
    planned = LiveModel().answer(council()).programme.problem

    assert [lever.id for lever in levers(planned)] == [
        "hire.ep",
        "post.ep",
        "hours.ep",
        "hire.caseworker",
        "post.caseworker",
        "hours.caseworker",
        "kept.0",
        "kept.1",
    ]


def test_changes_change_one_thing() -> None:
    planned = LiveModel().answer(council()).programme.problem
    changed = {lever.id: lever.change(planned) for lever in levers(planned)}
    role = planned.roles[EP]

    assert changed["hire.ep"].roles[EP].hire_cap == pytest.approx([1.1] * len(planned.years))
    funded = changed["post.ep"].roles[EP]
    assert funded.posts == pytest.approx([posts + 1 for posts in role.posts or ()])
    assert funded.staff0 == role.staff0 + 1
    advice = changed["hours.ep"].pathways[0].tasks[1]
    assert advice.hours == pytest.approx({EP: 13.5})
    assert changed["hours.ep"].pathways[0].tasks[0].hours == {CASEWORKER: 2.0}
    assert [pathway.kept for pathway in changed["kept.1"].pathways] == [1.0, None]
    assert changed["hire.ep"].roles[CASEWORKER] == planned.roles[CASEWORKER]


def test_where_nothing_limits_hiring_one_more_a_month_is_no_change() -> None:
    planned = LiveModel().answer(with_role(council(), EP, hire_cap=None)).programme.problem

    assert "hire.ep" not in {lever.id for lever in levers(planned)}
    assert "hire.caseworker" in {lever.id for lever in levers(planned)}


def test_another_problem_is_compared_with_the_posts_of_the_plan() -> None:
    """Half the requests: what is left late is that of a plan from nothing with the same posts."""
    model = LiveModel()
    problem = council()
    answer = model.answer(problem)
    requests = problem.pathways[0]
    fewer = problem.changed(
        pathways=[
            requests.model_copy(update={"arrivals": tuple(n / 2 for n in requests.arrivals)}),
            *problem.pathways[1:],
        ]
    )
    (found,) = (
        one
        for one in helps(model, answer, {"half": ("Half the requests", fewer)})
        if one.id == "half"
    )
    planned = answer.programme.problem
    same_posts = planned.changed(pathways=fewer.pathways)
    (before, _), (after, _) = outcome(of_nothing(planned)), outcome(of_nothing(same_posts))

    assert found.what == "Half the requests"
    assert found.cases == pytest.approx(before - after, abs=ROUNDED)


def test_weeks_are_not_said_where_no_measure_is_published() -> None:
    model = LiveModel()
    answer = model.answer(council(published=None))

    assert {one.weeks for one in helps(model, answer)} == {None}
