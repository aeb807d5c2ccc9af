"""The simulation by earliest due first, and plans against it."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given

from burdens.problem import Problem, Waiting
from tests.truth.interface import objective
from tests.truth.problems import (
    a_fixed_role,
    a_single_task,
    a_small_problem,
    by_bucket,
    by_chance,
    with_every_pathway,
    with_every_role,
    without_money,
)
from tests.truth.random_problems import problem_number, random_problems
from tests.truth.simulation import Simulation, simulate
from tests.truth.test_earliest_due_first import due_first, too_much_work

if TYPE_CHECKING:
    from tests.truth.simulation import Capacity

pytestmark = pytest.mark.truth


def with_given_hours(problem: Problem) -> tuple[Problem, Capacity]:
    """Return the Problem with one member of staff a role and nobody else, and her hours."""
    plain = with_every_role(
        without_money(problem), staff0=1.0, hire_cap=by_bucket(0, len(problem.years)),
        attrition=0.0, agency_cap=by_bucket(0, problem.buckets), posts=None, absent=None,
        relief=None, assists=None,
    )  # fmt: skip
    return plain, {name: role.productive for name, role in plain.roles.items()}


def weighed(run: Simulation) -> float:
    """Return what the overdue cases of a simulation weigh, without kept lanes."""
    return sum(
        weight * run.overdue(pathway.id, age).sum()
        for pathway in run.problem.pathways
        for age, weight in pathway.overdue
    )


def test_the_waits_are_those_one_counts_by_hand() -> None:
    """Two open cases, 5 and 3 buckets old, and one new in bucket 0; there is 1 h a bucket."""
    waiting = tuple(Waiting(task="task", age=age, cases=1.0) for age in (3, 5))
    work = a_single_task((1.0, 0.0, 0.0, 0.0), 2, 1.0, waiting, "work", overdue=((0, 1.0),))
    run = simulate(a_small_problem((work,), a_fixed_role(by_bucket(1, 4))), {"ep": (1.0,) * 4})

    assert [run.longest_wait("work", bucket) for bucket in range(4)] == [3, 1, 0, 0]
    assert [run.waiting_longer("work", 2, bucket) for bucket in range(4)] == [1.0, 0, 0, 0]
    assert run.overdue("work", 0).tolist() == [1.0, 0, 0, 0]
    assert run.worked["ep"].tolist() == [1.0, 1.0, 1.0, 0.0]


@by_chance(40)
@given(problem=too_much_work())
def test_with_one_task_it_leaves_what_the_loop_leaves(problem: Problem) -> None:
    run = simulate(problem, {"ep": problem.roles["ep"].productive})

    assert weighed(run) == pytest.approx(due_first(problem), rel=1e-6, abs=1e-6)


@by_chance(20)
@given(problem=random_problems())
def test_a_plan_never_leaves_more_overdue_than_the_simulation(problem: Problem) -> None:
    given_hours, capacity = with_given_hours(with_every_pathway(problem, kept=0.0, let_off=None))

    assert objective(given_hours) <= weighed(simulate(given_hours, capacity)) * (1 + 1e-6) + 1e-6


@pytest.mark.parametrize("seed", range(12))
def test_nobody_works_more_hours_than_there_are_nor_on_what_is_not_ready(seed: int) -> None:
    problem, capacity = with_given_hours(problem_number(seed))
    run = simulate(problem, capacity)

    for role, hours in run.worked.items():
        assert (hours <= np.array(capacity[role]) + 1e-6).all()
    for each in run.cases:
        for task in each.cohort.tasks:
            for bucket in range(each.first, problem.buckets):
                assert each.by(task.id, bucket) >= each.by(task.id, bucket - 1)
                assert each.ready(task, bucket) >= -1e-6
    total = sum(
        each.by(task.id, problem.buckets - 1) * sum(task.hours.values())
        for each in run.cases
        for task in each.cohort.tasks
    )
    assert sum(hours.sum() for hours in run.worked.values()) == pytest.approx(total)


@pytest.mark.parametrize("seed", range(12))
def test_nobody_idles_while_a_case_is_ready(seed: int) -> None:
    problem, capacity = with_given_hours(problem_number(seed))
    run = simulate(problem, capacity)

    for bucket in range(problem.buckets):
        free = {role: capacity[role][bucket] - run.worked[role][bucket] for role in capacity}
        for each in run.cases:
            for task in each.cohort.tasks if each.first <= bucket else ():
                if all(free[role] > 1e-6 for role in task.hours):
                    assert each.ready(task, bucket) <= 1e-6


@pytest.mark.parametrize("seed", range(12))
def test_each_lane_is_worked_off_in_the_order_in_which_its_clocks_started(seed: int) -> None:
    problem, capacity = with_given_hours(problem_number(seed))
    lanes: dict[object, list] = {}
    for each in simulate(problem, capacity).cases:
        cohort = each.cohort
        lane = (cohort.pathway.id, cohort.done, cohort.kept, cohort.let_off)
        lanes.setdefault(lane, []).append(each)

    for cases in lanes.values():
        cases.sort(key=lambda each: each.cohort.start)
        for older, younger in pairwise(cases):
            for task in older.cohort.tasks:
                for bucket in range(younger.first, problem.buckets):
                    begun = younger.by(task.id, bucket) > 1e-6
                    assert not (begun and older.ready(task, bucket) > 1e-6)


def test_work_without_hours_for_it_is_never_done() -> None:
    problem = problem_number(Random(3).randrange(9))  # noqa: S311  # chance, not cryptography
    run = simulate(problem, {})
    assert all(not hours.any() for hours in run.worked.values())
