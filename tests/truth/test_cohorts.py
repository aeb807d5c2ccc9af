"""The compact curves against a programme with a variable for every cohort and week."""

from __future__ import annotations

import pytest
from hypothesis import given

from burdens.problem import Problem, Task, Waiting
from burdens.programme import solve
from tests.truth.cohorts import cohorts, least_objective
from tests.truth.problems import (
    FORBIDDEN,
    a_role,
    a_single_task,
    a_small_problem,
    by_chance,
    problem_number,
    random_problems,
)

pytestmark = pytest.mark.truth

SEEDS = range(48)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_curves_cost_what_the_cohorts_cost(seed: int) -> None:
    problem = problem_number(seed)

    assert solve(problem).objective == pytest.approx(least_objective(problem), rel=1e-6)


@by_chance(40)
@given(problem=random_problems())
def test_no_problem_is_found_in_which_curves_and_cohorts_differ(problem: Problem) -> None:
    assert solve(problem).objective == pytest.approx(least_objective(problem), rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("feature", [
    "level", "monthly", "caseload", "lead", "ramp", "attrition", "no hire cap", "agency", "lag",
    "target", "two-week buckets", "late when the plan begins", "younger but further along",
])  # fmt: skip
def test_the_seeds_draw_every_feature(feature: str) -> None:
    assert any(feature in features(problem_number(seed)) for seed in SEEDS)


def test_a_younger_case_further_along_does_not_wait_for_an_older_one() -> None:
    """Three cases of 1 h a task: the younger needs its last task only, and is due first."""
    problem = two_tasks(
        opening=(Waiting(task="first", age=3, cases=2.0), Waiting(task="second", age=2, cases=1.0)),
        hours_a_bucket=(1.0, 2.0, 2.0),
        first_due=9,
        second_due=5,
    )

    assert solve(problem).objective == pytest.approx(0.0, abs=1e-6)
    assert least_objective(problem) == pytest.approx(0.0, abs=1e-6)


def test_an_open_case_due_this_week_is_still_on_time_and_one_due_last_week_is_late() -> None:
    role = a_role(4, productive=(10.0,) * 4, staff0=1.0, hire_cap=(0.0,) * 4)
    waiting = tuple(Waiting(task="task", age=age, cases=1.0) for age in (3, 4))
    pathway = a_single_task((0.0,) * 4, 3, 10.0, waiting)
    problem = a_small_problem((pathway.model_copy(update={"late_weight": 7.0}),), role)

    assert [cohort.streams for cohort in cohorts(pathway)] == [(1, 2), (1,)]
    assert least_objective(problem) == pytest.approx(7.0)
    assert solve(problem).objective == pytest.approx(7.0)


def test_supervision_that_nobody_can_give_is_a_shortfall_even_without_casework() -> None:
    """Two who start in month 0 take 3 h of the 2 h a bucket they bring, for two buckets."""
    role = a_role(3, ramp=(1.5,), shortfall_weight=0.1, hire_cap=(2.0, 0.0))
    work = a_single_task((0.0, 0.0, 2.0), 0, 1.0)
    problem = a_small_problem((work,), role, months=(0, 0, 1))

    assert least_objective(problem) == pytest.approx(0.2)
    assert solve(problem).objective == pytest.approx(0.2)


def two_tasks(
    opening: tuple[Waiting, ...], hours_a_bucket: tuple[float, ...], first_due: int, second_due: int
) -> Problem:
    buckets = len(hours_a_bucket)
    role = a_role(buckets, productive=hours_a_bucket, staff0=1.0, hire_cap=(0.0,) * buckets)
    tasks = (
        Task(id="first", due=first_due, stage=False, share=1.0, hours={"ep": 1.0}),
        Task(id="second", due=second_due, stage=True, share=1.0, hours={"ep": 1.0},
             after=(("first", 0),)),
    )  # fmt: skip
    pathway = a_single_task((0.0,) * buckets, 1, 1.0).model_copy(
        update={"tasks": tasks, "opening": opening, "late_weight": FORBIDDEN}
    )
    return a_small_problem((pathway,), role)


def features(problem: Problem) -> set[str]:
    """Name what a Problem exercises."""
    roles, pathways = problem.roles.values(), problem.pathways
    tasks = [task for pathway in pathways for task in pathway.tasks]
    found = {
        "level": problem.level,
        "monthly": not problem.level,
        "caseload": problem.caseload is not None and any(problem.caseload.standard),
        "lead": any(role.lead for role in roles),
        "ramp": any(role.ramp for role in roles),
        "attrition": any(role.attrition for role in roles),
        "no hire cap": any(role.hire_cap is None for role in roles),
        "agency": any(any(role.agency_cap) for role in roles),
        "lag": any(lag for task in tasks for _, lag in task.after),
        "target": any(pathway.targets for pathway in pathways),
        "two-week buckets": problem.bucket_weeks == 2,
        "late when the plan begins": any(
            len(cohort.streams) == 1 < len(pathway.stages) + 1 and cohort.streams != (on_time,)
            for pathway in pathways
            for on_time in [len(pathway.stages) + 1]
            for cohort in cohorts(pathway)
        ),
        "younger but further along": any(
            younger.start > older.start and younger.done > older.done
            for pathway in pathways
            for younger in cohorts(pathway)
            for older in cohorts(pathway)
        ),
    }
    return {name for name, drawn in found.items() if drawn}
