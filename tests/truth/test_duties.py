"""What must be true of any plan: more duty never costs less, more room never costs more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.problem import Pathway, Problem, Role, Task
from burdens.programme import solve
from tests.truth.problems import by_chance, random_problems

if TYPE_CHECKING:
    from random import Random

pytestmark = pytest.mark.truth

CHANCES = st.randoms(use_true_random=False)


def objective(problem: Problem) -> float:
    return solve(problem).objective


def with_pathway(problem: Problem, number: int, **fields: Any) -> Problem:
    """Replace fields of one pathway."""
    changed = Pathway.model_validate({**dict(problem.pathways[number]), **fields})
    pathways = (*problem.pathways[:number], changed, *problem.pathways[number + 1 :])
    return problem.changed(pathways=pathways)


def with_roles(problem: Problem, **factors: float) -> Problem:
    """Multiply fields of every role."""

    def times(value: float | tuple[float, ...], by: float) -> float | tuple[float, ...]:
        return tuple(number * by for number in value) if isinstance(value, tuple) else value * by

    return problem.changed(
        roles={
            name: Role.model_validate(
                {
                    **dict(role),
                    **{key: times(getattr(role, key), by) for key, by in factors.items()},
                }
            )
            for name, role in problem.roles.items()
        }
    )


def with_hours_times(pathway: Pathway, by: float) -> tuple[Task, ...]:
    """Multiply the hours of every task."""
    return tuple(
        task.model_copy(update={"hours": {role: by * each for role, each in task.hours.items()}})
        for task in pathway.tasks
    )


def run_down(problem: Problem, role: Role) -> float:
    """Cost of the staff at the start as they leave and nobody follows."""
    left = [role.staff0 * (1 - role.attrition) ** month for month in range(len(problem.years))]
    if problem.level:
        left = [left[problem.years.index(year)] for year in problem.years]
    return sum(
        cost * left[month] for cost, month in zip(role.cost_week, problem.months, strict=True)
    )


@by_chance(15)
@given(problem=random_problems())
def test_without_demand_nobody_is_hired_and_only_those_in_post_are_paid(problem: Problem) -> None:
    nobody = (0.0,) * problem.buckets
    for number in range(len(problem.pathways)):
        problem = with_pathway(problem, number, arrivals=nobody, opening=())
    idle = problem.changed(
        caseload=None,
        roles={
            name: role.model_copy(update={"hire_cost": 100.0})
            for name, role in problem.roles.items()
        },
    )
    plan = solve(idle)

    expected = sum(run_down(idle, role) for role in idle.roles.values())
    assert plan.objective == pytest.approx(expected, rel=1e-6, abs=1e-6)
    assert plan.staffing["hires_fte"].abs().max() == pytest.approx(0.0, abs=1e-6)


@by_chance(15)
@given(problem=random_problems())
def test_doubling_all_hours_of_work_and_people_changes_no_staff_and_no_cost(
    problem: Problem,
) -> None:
    """An hour of agency or shortfall is half of what it was, so it has half the price."""
    doubled = with_roles(
        problem, productive=2.0, agency_cap=2.0, agency_cost=0.5, shortfall_weight=0.5
    )
    for number, pathway in enumerate(doubled.pathways):
        doubled = with_pathway(doubled, number, tasks=with_hours_times(pathway, 2.0))
    before, after = solve(problem), solve(doubled)

    assert after.objective == pytest.approx(before.objective, rel=1e-6, abs=1e-6)
    assert after.staffing["in_post_fte"].tolist() == pytest.approx(
        before.staffing["in_post_fte"].tolist(), rel=1e-5, abs=1e-5
    )


@by_chance(15)
@given(problem=random_problems(), chance=CHANCES)
def test_more_hours_for_a_task_never_cost_less(problem: Problem, chance: Random) -> None:
    number = chance.randrange(len(problem.pathways))
    tasks = list(problem.pathways[number].tasks)
    place = chance.randrange(len(tasks))
    role = chance.choice(sorted(problem.roles))
    hours = {**tasks[place].hours, role: tasks[place].hours.get(role, 0.0) + chance.randint(1, 5)}
    tasks[place] = tasks[place].model_copy(update={"hours": hours})

    assert_costs_no_less(with_pathway(problem, number, tasks=tuple(tasks)), problem)


@by_chance(15)
@given(problem=random_problems(), chance=CHANCES)
def test_a_task_more_never_costs_less(problem: Problem, chance: Random) -> None:
    """Its clock, if it has one, is of a stage there is, so that targets keep their meaning."""
    number = chance.randrange(len(problem.pathways))
    tasks = problem.pathways[number].tasks
    place = chance.randrange(len(tasks))
    new = Task(
        id="new duty",
        due=chance.choice(problem.pathways[number].stages),
        stage=chance.choice((True, False)),
        share=tasks[max(place - 1, 0)].share,
        after=((tasks[place - 1].id, chance.randint(0, 2)),) if place else (),
        hours={chance.choice(sorted(problem.roles)): float(chance.randint(0, 5))},
    )

    more = (*tasks[:place], new, *tasks[place:])
    assert_costs_no_less(with_pathway(problem, number, tasks=more), problem)


@by_chance(15)
@given(problem=random_problems(), chance=CHANCES)
def test_more_cases_of_every_age_never_cost_less(problem: Problem, chance: Random) -> None:
    number = chance.randrange(len(problem.pathways))
    pathway = problem.pathways[number]
    by = 1 + chance.randint(1, 100) / 100
    opening = tuple(
        group.model_copy(update={"cases": by * group.cases}) for group in pathway.opening
    )
    arrivals = tuple(by * cases for cases in pathway.arrivals)

    more = with_pathway(problem, number, arrivals=arrivals, opening=opening)
    assert_costs_no_less(more, problem)


@by_chance(15)
@given(problem=random_problems(), chance=CHANCES)
def test_more_cases_in_one_week_never_cost_less_where_every_case_should_be_on_time(
    problem: Problem, chance: Random
) -> None:
    """Under a lower target an easy case more would raise the share that is on time."""
    for number, pathway in enumerate(problem.pathways):
        targets = tuple(target.model_copy(update={"on_time": 1.0}) for target in pathway.targets)
        problem = with_pathway(problem, number, targets=targets)
    number, bucket = chance.randrange(len(problem.pathways)), chance.randrange(problem.buckets)
    arrivals = list(problem.pathways[number].arrivals)
    arrivals[bucket] += chance.randint(1, 20)

    assert_costs_no_less(with_pathway(problem, number, arrivals=tuple(arrivals)), problem)


@by_chance(15)
@given(problem=random_problems(), chance=CHANCES)
def test_a_longer_clock_never_costs_more(problem: Problem, chance: Random) -> None:
    """The stage stays before the next one, so that targets keep their meaning."""
    number = chance.randrange(len(problem.pathways))
    pathway = problem.pathways[number]
    stages = (*pathway.stages, pathway.stages[-1] + 5)
    place = chance.choice([at for at in range(len(stages) - 1) if stages[at + 1] - stages[at] > 1])
    due = chance.randint(stages[place] + 1, stages[place + 1] - 1)
    tasks = tuple(
        task.model_copy(update={"due": due}) if task.stage and task.due == stages[place] else task
        for task in pathway.tasks
    )

    assert_costs_no_less(problem, with_pathway(problem, number, tasks=tasks))


@by_chance(15)
@given(problem=random_problems(), chance=CHANCES)
def test_more_people_to_be_hired_never_cost_more(problem: Problem, chance: Random) -> None:
    more = (0.5, None)[chance.randint(0, 1)]
    roles = {
        name: role.model_copy(
            update={
                "hire_cap": None
                if more is None or role.hire_cap is None
                else tuple(cap + more for cap in role.hire_cap)
            }
        )
        for name, role in problem.roles.items()
    }

    assert_costs_no_less(problem, problem.changed(roles=roles))


@by_chance(15)
@given(problem=random_problems())
def test_a_problem_read_back_from_json_costs_the_same(problem: Problem) -> None:
    again = Problem.from_json(problem.to_json())

    assert again == problem
    assert objective(again) == pytest.approx(objective(problem), rel=1e-12)


def assert_costs_no_less(more: Problem, less: Problem) -> None:
    dear, cheap = objective(more), objective(less)
    assert dear >= cheap - 1e-6 * max(1.0, abs(cheap))
