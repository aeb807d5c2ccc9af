"""A Problem file is solved as it is, and a plan's own Problem gives the plan again."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from hypothesis import given

from burdens.plans import LiveModel, Plan, solve
from burdens.plans.tables import STAFFING
from burdens.problem import Problem
from tests.plans.council import CASEWORKER, EP, a_pathway, a_task, council, with_role
from tests.truth.least import least_objective
from tests.truth.problems import by_chance
from tests.truth.random_problems import random_problems


@by_chance(25)
@given(problem=random_problems())
def test_the_objective_is_that_of_a_programme_with_a_column_for_every_cohort(
    problem: Problem,
) -> None:
    read = Problem.from_json(problem.to_json())
    plan = solve(read)

    assert plan.objective == pytest.approx(least_objective(problem), rel=1e-6, abs=1e-6)
    json.dumps(plan.summary(), allow_nan=False)


def test_the_problem_of_a_plan_gives_the_plan_again(plan: Plan) -> None:
    again = solve(Problem.from_json(plan.problem.to_json()))

    assert again.objective == pytest.approx(plan.objective, rel=1e-9)
    for name, table in plan.tables.items():
        pd.testing.assert_frame_equal(again.tables[name], table, rtol=1e-6, atol=1e-6)
    assert again.first_met == plan.first_met
    assert again.needs[EP].keep_up == pytest.approx(plan.needs[EP].keep_up)


def test_what_is_absent_is_off() -> None:
    """Without posts nobody asks for staff or limits them: 2 may become any number, at a price."""
    plan = solve(council())

    assert plan.problem == council()
    assert plan.staffing["posts_fte"].isna().all()
    assert (plan.staffing[["vacant_fte", "temporary_fte"]] == 0).all(axis=None)
    assert plan.summary()["people"][EP]["posts"]["2027-04-01"] is None
    filled = LiveModel().answer(council()).programme.problem
    assert plan.objective < solve(filled).objective


def test_where_no_number_of_posts_keeps_up_a_problem_still_has_a_plan() -> None:
    problem = with_role(council(), EP, productive=(0.0,) * council().buckets)
    plan = solve(problem)

    assert plan.needs[EP].keep_up == plan.needs[CASEWORKER].keep_up == {}
    assert plan.headlines.overdue_end > 100


def test_a_problem_without_pathways_or_without_roles_has_a_plan_too() -> None:
    nothing = council(pathways=[], published=None)
    staff = solve(nothing)
    assert staff.cases.empty
    # Staff who are there leave at 1 % a month, and none is appointed.
    last = staff.staffing[staff.staffing["role"] == CASEWORKER]["in_post_fte"].iloc[-1]
    assert last == pytest.approx(4 * 0.99**20)

    work = a_pathway("mediation", 5.0, a_task("meet", 2))
    nobody = solve(council(roles={}, pathways=[work], published=None, caseload=None))
    assert nobody.headlines.overdue_end == pytest.approx(0)
    assert list(nobody.staffing.columns) == list(STAFFING)
    for plan in (staff, nobody):
        json.dumps(plan.summary(), allow_nan=False)
        assert "nothing is past a limit" in repr(plan)
