"""Work in turn against a programme with a variable for every cohort and bucket, free to overtake."""

from __future__ import annotations

import pytest
from hypothesis import given

from burdens.problem import Problem
from tests.truth.cohorts import cohorts
from tests.truth.interface import objective
from tests.truth.least import least, least_objective
from tests.truth.problems import by_chance
from tests.truth.random_problems import problem_number, random_problems

pytestmark = pytest.mark.truth

SEEDS = range(48)


@pytest.mark.parametrize("seed", SEEDS)
def test_work_in_turn_costs_what_the_cohorts_cost(seed: int) -> None:
    problem = problem_number(seed)

    assert objective(problem) == pytest.approx(least_objective(problem), rel=1e-6)


@by_chance(60)
@given(problem=random_problems())
def test_there_is_no_problem_in_which_work_in_turn_and_cohorts_differ(problem: Problem) -> None:
    assert objective(problem) == pytest.approx(least_objective(problem), rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("seed", range(24))
def test_counting_those_let_off_child_by_child_never_costs_less(seed: int) -> None:
    problem = problem_number(1000 + seed)
    each = least(problem, child_by_child=True).objective

    assert each >= least_objective(problem) * (1 - 1e-9)
    if all(pathway.let_off is None for pathway in problem.pathways):
        assert each == pytest.approx(objective(problem), rel=1e-6)


@pytest.mark.parametrize("feature", [
    "caseload", "lead", "half a month of lead", "ramp", "supervision beyond their own time",
    "attrition", "no hire cap", "agency", "lag", "two-week buckets", "posts", "falling posts",
    "temporary", "fixed term", "absent", "relief", "assists", "kept", "no lane of its own", "kept first", "let off",
    "no let off", "three ages", "late when the plan begins", "younger but further along",
    "open cases out of order", "two pathways", "two roles",
    "counted from a date",
])  # fmt: skip
def test_the_seeds_draw_every_feature(feature: str) -> None:
    assert any(feature in features(problem_number(seed)) for seed in SEEDS)


def features(problem: Problem) -> set[str]:
    """Return the names of what a Problem exercises."""
    drawn = {**_of_people(problem), **_of_cases(problem)}
    return {name for name, here in drawn.items() if here}


def _of_people(problem: Problem) -> dict[str, bool]:
    roles = problem.roles.values()
    posts = [role.posts for role in roles if role.posts]
    return {
        "two roles": len(roles) > 1,
        "caseload": problem.caseload is not None and any(problem.caseload.standard),
        "lead": any(role.lead >= 1 for role in roles),
        "half a month of lead": any(role.lead % 1 for role in roles),
        "ramp": any(role.ramp for role in roles),
        "supervision beyond their own time": any(max(role.ramp, default=0) > 1 for role in roles),
        "attrition": any(role.attrition for role in roles),
        "no hire cap": any(role.hire_cap is None for role in roles),
        "agency": any(any(role.agency_cap) for role in roles),
        "posts": bool(posts),
        "falling posts": any(now > later for each in posts for now, later in zip(each, each[1:])),  # noqa: B905, RUF007
        "temporary": any(any(role.temporary_cap or ()) for role in roles),
        "fixed term": any(role.fixed_term and any(role.temporary_cap or ()) for role in roles),
        "absent": any(role.absent for role in roles),
        "relief": any(role.relief for role in roles),
        "assists": any(role.assists and role.assists.share for role in roles),
    }


def _of_cases(problem: Problem) -> dict[str, bool]:
    pathways = problem.pathways
    every = [cohort for pathway in pathways for cohort in cohorts(pathway)]
    ages = [[group.age for group in pathway.opening] for pathway in pathways]
    return {
        "two pathways": len(pathways) > 1,
        "lag": any(lag for each in pathways for task in each.tasks for _, lag in task.after),
        "counted from a date": problem.counted_from > 0,
        "two-week buckets": problem.bucket_weeks == 2,
        "kept": any(0 < (each.kept or 0) < 1 for each in pathways),
        "no lane of its own": any(each.kept is None for each in pathways),
        "kept first": any(each.kept and each.kept_factor > 1 for each in pathways),
        "let off": any(each.let_off and (each.kept or 0) < 1 for each in pathways),
        "no let off": any(each.let_off is None for each in pathways),
        "three ages": any(len(each.overdue) > 2 for each in pathways),
        "late when the plan begins": any(each.late_at_the_start for each in every),
        "younger but further along": any(
            younger.start > older.start and younger.done > older.done
            for younger in every
            for older in every
            if younger.pathway is older.pathway
        ),
        "open cases out of order": any(each != sorted(each, reverse=True) for each in ages),
    }
