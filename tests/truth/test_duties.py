"""What must be true of any plan: more duty never costs less, more room never costs more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.problem import Pathway, Problem, Role, Task
from tests.truth.interface import objective
from tests.truth.least import least_objective
from tests.truth.problems import (
    by_chance,
    with_every_pathway,
    with_every_role,
    with_overdue_times,
    with_pathway,
    without_money,
)
from tests.truth.random_problems import problem_number, random_problems

if TYPE_CHECKING:
    from random import Random

pytestmark = pytest.mark.truth

CHANCES = st.randoms(use_true_random=False)
DOMINANT = 1e4  # times the drawn weights, so that no wage outbids an overdue case


def with_roles_times(problem: Problem, **factors: float) -> Problem:
    """Multiply fields of every role."""

    def times(value: float | tuple[float, ...] | None, by: float) -> object:
        if value is None:
            return None
        return tuple(number * by for number in value) if isinstance(value, tuple) else value * by

    roles = {
        name: Role.model_validate(
            {**dict(role), **{key: times(getattr(role, key), by) for key, by in factors.items()}}
        )
        for name, role in problem.roles.items()
    }
    return problem.changed(roles=roles)


def with_hours_times(pathway: Pathway, by: float) -> tuple[Task, ...]:
    """Multiply the hours of every task."""
    return tuple(
        task.model_copy(update={"hours": {role: by * each for role, each in task.hours.items()}})
        for task in pathway.tasks
    )


def in_turn(problem: Problem) -> Problem:
    """Return a Problem without a kept lane, so that a changed limit moves nobody between lanes."""
    return with_every_pathway(problem, kept=0.0)


def run_down(problem: Problem, role: Role) -> float:
    """Return the cost of the staff at the start as they leave and nobody follows."""
    left = [role.staff0 * (1 - role.attrition) ** month for month in range(len(problem.years))]
    return sum(
        cost * left[month] for cost, month in zip(role.cost_week, problem.months, strict=True)
    )


@by_chance(20)
@given(problem=random_problems())
def test_without_demand_nobody_is_hired_and_only_those_in_post_are_paid(problem: Problem) -> None:
    nobody = (0.0,) * problem.buckets
    idle = with_every_role(
        with_every_pathway(problem, arrivals=nobody, opening=()).changed(caseload=None),
        hire_cost=100.0, vacancy_weight=0.0, absent=None, fixed_term=False,
    )  # fmt: skip

    expected = sum(run_down(idle, role) for role in idle.roles.values())
    assert objective(idle) == pytest.approx(expected, rel=1e-6, abs=1e-6)


@by_chance(20)
@given(problem=random_problems())
def test_doubling_all_hours_of_work_and_people_changes_no_cost(problem: Problem) -> None:
    """An hour of agency or shortfall is half of what it was, so it has half the price."""
    doubled = with_roles_times(
        problem, productive=2.0, relief=2.0, agency_cap=2.0, agency_cost=0.5, shortfall_weight=0.5
    )
    for number, pathway in enumerate(doubled.pathways):
        doubled = with_pathway(doubled, number, tasks=with_hours_times(pathway, 2.0))

    assert objective(doubled) == pytest.approx(objective(problem), rel=1e-6, abs=1e-6)


@by_chance(20)
@given(problem=random_problems(), chance=CHANCES)
def test_more_hours_for_a_task_never_cost_less(problem: Problem, chance: Random) -> None:
    number = chance.randrange(len(problem.pathways))
    tasks = list(problem.pathways[number].tasks)
    place = chance.randrange(len(tasks))
    role = chance.choice(sorted(problem.roles))
    hours = {**tasks[place].hours, role: tasks[place].hours.get(role, 0.0) + chance.randint(1, 5)}
    tasks[place] = tasks[place].model_copy(update={"hours": hours})

    without_help = with_every_role(problem, assists=None)
    more = with_pathway(without_help, number, tasks=tuple(tasks))
    assert_costs_no_less(more, without_help)


@by_chance(20)
@given(problem=random_problems(), chance=CHANCES)
def test_a_task_more_never_costs_less(problem: Problem, chance: Random) -> None:
    """It follows a task whose lateness counts anyway, or none, so that none loses its limit."""
    problem = with_every_role(in_turn(problem), assists=None)
    number = chance.randrange(len(problem.pathways))
    pathway = problem.pathways[number]
    awaited = {name for task in pathway.tasks for name, _ in task.after}
    before = chance.choice(
        [None, *(task for task in pathway.tasks[:-1] if task.stage or task.id in awaited)]
    )
    new = Task(
        id="new duty",
        due=chance.randint(0, 8),
        stage=chance.choice((True, False)),
        share=before.share if before else 1.0,
        after=((before.id, chance.randint(0, 2)),) if before else (),
        hours={chance.choice(sorted(problem.roles)): float(chance.randint(0, 5))},
    )

    more = (*pathway.tasks[:-1], new, pathway.last)
    assert_costs_no_less(with_pathway(problem, number, tasks=more), problem)


@by_chance(20)
@given(problem=random_problems(), chance=CHANCES)
def test_an_earlier_predecessor_or_a_longer_lag_never_costs_less(
    problem: Problem, chance: Random
) -> None:
    number = chance.randrange(len(problem.pathways))
    pathway = problem.pathways[number]
    tasks = tuple(
        task.model_copy(
            update={"after": tuple((name, lag + chance.randint(0, 2)) for name, lag in task.after)}
        )
        for task in pathway.tasks
    )

    assert_costs_no_less(with_pathway(problem, number, tasks=tasks), problem)


@by_chance(20)
@given(problem=random_problems(), chance=CHANCES)
def test_more_cases_of_every_age_never_cost_less(problem: Problem, chance: Random) -> None:
    problem = with_every_role(problem, assists=None)
    number = chance.randrange(len(problem.pathways))
    pathway = problem.pathways[number]
    by = 1 + chance.randint(1, 100) / 100
    opening = tuple(
        group.model_copy(update={"cases": by * group.cases}) for group in pathway.opening
    )
    arrivals = tuple(by * cases for cases in pathway.arrivals)

    more = with_pathway(problem, number, arrivals=arrivals, opening=opening)
    assert_costs_no_less(more, problem)


@by_chance(20)
@given(problem=random_problems(), chance=CHANCES)
def test_more_cases_in_one_week_never_cost_less(problem: Problem, chance: Random) -> None:
    """Those of a lane with some let off could make up for others, so here nobody is let off."""
    problem = with_every_pathway(with_every_role(problem, assists=None), let_off=None)
    number, bucket = chance.randrange(len(problem.pathways)), chance.randrange(problem.buckets)
    arrivals = list(problem.pathways[number].arrivals)
    arrivals[bucket] += chance.randint(1, 20)

    assert_costs_no_less(with_pathway(problem, number, arrivals=tuple(arrivals)), problem)


@by_chance(30)
@given(problem=random_problems(), chance=CHANCES)
def test_a_later_limit_never_raises_the_cost(problem: Problem, chance: Random) -> None:
    problem = in_turn(problem)
    number = chance.randrange(len(problem.pathways))
    tasks = tuple(
        task.model_copy(update={"due": task.due + chance.randint(0, 3)})
        for task in problem.pathways[number].tasks
    )

    assert_costs_no_less(problem, with_pathway(problem, number, tasks=tasks))


@by_chance(20)
@given(problem=random_problems(), chance=CHANCES)
def test_a_longer_wait_for_those_let_off_never_raises_the_cost(
    problem: Problem, chance: Random
) -> None:
    let_off = (chance.randint(1, 10) / 10,) * problem.buckets
    problem = with_every_pathway(problem, let_off=let_off, max_wait=chance.randint(0, 9))
    number = chance.randrange(len(problem.pathways))
    longer = problem.pathways[number].max_wait + chance.randint(1, 5)

    assert_costs_no_less(problem, with_pathway(problem, number, max_wait=longer))
    assert_costs_no_less(with_pathway(problem, number, let_off=None), problem)


@by_chance(20)
@given(problem=random_problems(), chance=CHANCES)
def test_more_room_for_people_never_costs_more(problem: Problem, chance: Random) -> None:
    """More who can be appointed, more agency, more temporary posts, more hours spared."""
    problem = with_every_role(problem, relief=None)
    roles = {
        name: role.model_copy(
            update={
                "hire_cap": role.hire_cap and tuple(cap + 0.5 for cap in role.hire_cap),
                "agency_cap": tuple(cap + chance.randint(0, 5) for cap in role.agency_cap),
                "temporary_cap": role.temporary_cap
                and tuple(2 * cap for cap in role.temporary_cap),
                "relief": tuple(float(chance.randint(0, 5)) for _ in role.productive),
            }
        )
        for name, role in problem.roles.items()
    }

    assert_costs_no_less(problem, problem.changed(roles=roles))


@by_chance(20)
@given(problem=random_problems(), chance=CHANCES)
def test_more_staff_at_the_start_never_means_more_overdue(problem: Problem, chance: Random) -> None:
    """Without posts: there, a leaver's place filled late can leave fewer in post for a month."""
    scarce = with_every_role(without_money(problem), posts=None)
    more = scarce.changed(
        roles={
            name: role.model_copy(update={"staff0": role.staff0 + chance.randint(0, 30) / 10})
            for name, role in scarce.roles.items()
        }
    )

    assert_costs_no_less(scarce, more)


@pytest.mark.parametrize("seed", range(30))
def test_duty_comes_before_money_whatever_its_weight(seed: int) -> None:
    """Twice the weight costs exactly the least overdue more, which the cohorts know without money.

    Of seeds, not of any draw: some hours can be so scarce that the last thousandth of a case late
    costs more than ten thousand times its weight.
    """
    problem = problem_number(seed)
    problem = with_every_role(
        with_every_pathway(problem, open_weight=0.0).changed(caseload=None),
        shortfall_weight=0.0, vacancy_weight=0.0,
    )  # fmt: skip
    overdue = DOMINANT * least_objective(without_money(problem))
    once = objective(with_overdue_times(problem, DOMINANT))
    twice = objective(with_overdue_times(problem, 2 * DOMINANT))

    assert twice - once == pytest.approx(overdue, rel=1e-5, abs=1e-2)


@by_chance(15)
@given(problem=random_problems())
def test_a_problem_read_back_from_json_costs_the_same(problem: Problem) -> None:
    again = Problem.from_json(problem.to_json())

    assert again == problem
    assert objective(again) == pytest.approx(objective(problem), rel=1e-12)


def assert_costs_no_less(more: Problem, less: Problem) -> None:
    dear, cheap = objective(more), objective(less)
    assert dear >= cheap - 1e-6 * max(1.0, abs(cheap))
