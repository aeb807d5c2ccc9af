"""A programme changed in place has the optimum of one solved from nothing."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.errors import NotOptimalError
from burdens.problem import Problem, Waiting
from burdens.programme import Live, Rebuild, keep_up, optimise, write_programme
from tests.truth.problems import by_bucket, by_chance, with_every_role, with_pathway
from tests.truth.random_problems import problem_number, random_problems


def with_other_numbers(problem: Problem, chance: Random) -> Problem:
    """Return the Problem with another number in every field that keeps its shape."""

    def times(values: tuple[float, ...] | None) -> tuple[float, ...] | None:
        return values and tuple(value * chance.randint(50, 150) / 100 for value in values)

    roles = {
        name: role.model_copy(
            update={
                "productive": times(role.productive),
                "cost_week": times(role.cost_week),
                "staff0": role.staff0 * chance.randint(50, 150) / 100,
                "posts": times(role.posts),
                "hire_cap": times(role.hire_cap),
                "hire_cost": role.hire_cost + chance.randint(0, 100),
                "vacancy_weight": role.vacancy_weight + chance.randint(0, 100),
                "temporary_cap": times(role.temporary_cap),
                "agency_cap": times(role.agency_cap),
                "attrition": role.attrition * chance.randint(50, 150) / 100,
                "relief": times(role.relief),
                "absent": times(role.absent),
            }
        )
        for name, role in problem.roles.items()
    }
    for number, pathway in enumerate(problem.pathways):
        tasks = tuple(
            task.model_copy(
                update={"hours": {role: 1.3 * each for role, each in task.hours.items()}}
            )
            for task in pathway.tasks
        )
        problem = with_pathway(
            problem, number, tasks=tasks, arrivals=times(pathway.arrivals),
            overdue=tuple((age, 2 * weight) for age, weight in pathway.overdue),
            kept=None if pathway.kept is None else chance.randint(0, 10) / 10,
        )  # fmt: skip
    return problem.changed(roles=roles)


@by_chance(40)
@given(problem=random_problems(), chance=st.randoms(use_true_random=False))
def test_changed_numbers_are_solved_on_to_the_optimum_from_nothing(
    problem: Problem, chance: Random
) -> None:
    live, other = Live(), with_other_numbers(problem, chance)
    live.solve(write_programme(problem).arrays)
    solved_on = live.solve(write_programme(other).arrays)

    assert solved_on.objective == pytest.approx(optimise(other).objective, rel=1e-7, abs=1e-7)
    back = live.solve(write_programme(problem).arrays)
    assert back.objective == pytest.approx(optimise(problem).objective, rel=1e-7, abs=1e-7)


@by_chance(20)
@given(one=random_problems(), other=random_problems())
def test_a_programme_of_another_shape_is_handed_over_anew(one: Problem, other: Problem) -> None:
    live = Live()
    assert live.solve(write_programme(one).arrays).rebuilt is Rebuild.FIRST
    solved = live.solve(write_programme(other).arrays)

    assert solved.objective == pytest.approx(optimise(other).objective, rel=1e-7, abs=1e-7)


def test_a_number_changed_in_place_is_not_handed_over_anew() -> None:
    problem, live = problem_number(2), Live()
    live.solve(write_programme(problem).arrays)
    fewer = with_every_role(problem, hire_cost=1.0, staff0=0.5)

    assert live.solve(write_programme(fewer).arrays).rebuilt is None


def test_another_task_is_handed_over_anew_by_name() -> None:
    problem, live = problem_number(2), Live()
    live.solve(write_programme(problem).arrays)
    pathway = problem.pathways[0]
    task = pathway.last.model_copy(update={"id": "another", "after": ()})
    more = with_pathway(problem, 0, tasks=(*pathway.tasks, task))

    assert live.solve(write_programme(more).arrays).rebuilt is Rebuild.SHAPE


@pytest.mark.parametrize("options", [{"time_limit": 0.0}, {"simplex_iteration_limit": 1}])
def test_a_solver_that_is_stopped_early_has_no_plan(options: dict[str, float | int]) -> None:
    with pytest.raises(NotOptimalError, match="not solved"):
        Live({"presolve": "off", **options}).solve(write_programme(problem_number(0)).arrays)


def test_solving_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    optimise(problem_number(0))
    keep_up(problem_number(0))

    assert capfd.readouterr() == ("", "")


def test_solving_twice_is_the_same_to_the_last_bit() -> None:
    problem = problem_number(5)
    first, second = optimise(problem), optimise(problem)

    assert first.objective == second.objective
    assert (first.columns == second.columns).all()


def test_solving_changes_no_number_of_the_problem() -> None:
    problem = problem_number(7)
    before = problem.to_json()
    optimise(problem)
    keep_up(problem)

    assert problem.to_json() == before


def test_open_cases_of_an_age_beyond_the_horizon_are_solved_like_any_other() -> None:
    problem = problem_number(1)
    old = Waiting(task=problem.pathways[0].tasks[0].id, age=400, cases=0.5)
    aged = with_pathway(problem, 0, opening=(old,), arrivals=by_bucket(1, problem.buckets))

    assert optimise(aged).objective > optimise(with_pathway(aged, 0, opening=())).objective
