"""One live model: changed numbers are solved in place, and to the same answer as from nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.errors import InfeasibleError
from burdens.plans import Answer, LiveModel
from burdens.problem import Problem
from burdens.programme import Rebuild
from tests.plans.council import CASEWORKER, EP, council, other_numbers, with_pathway, with_role
from tests.truth.problems import by_chance

CLOSE = 1e-6


def same(answer: Answer, other: Answer) -> None:
    assert answer.solution.objective == pytest.approx(other.solution.objective, rel=CLOSE)
    for name, need in other.needs.items():
        assert answer.needs[name].keep_up == pytest.approx(need.keep_up, rel=CLOSE)


@by_chance(12)
@given(changes=st.lists(other_numbers(council()), min_size=1, max_size=3))
def test_changed_numbers_are_solved_in_place_to_the_answer_from_nothing(
    changes: list[Problem],
) -> None:
    live = LiveModel()
    assert live.answer(council()).rebuilt is Rebuild.FIRST
    for changed in changes:
        answer = live.answer(changed)
        assert answer.rebuilt is None
        same(answer, LiveModel().answer(changed))


@by_chance(8)
@given(changed=other_numbers(council()))
def test_an_answer_solved_on_from_another_is_the_answer_from_nothing(changed: Problem) -> None:
    live = LiveModel()
    first = live.answer(council())
    planned = live.answer(changed).programme.problem
    again = live.solve(first.programme.problem, first.needs)
    on_from = live.solve(planned, first.needs, after=first)

    assert again.solution.objective == pytest.approx(first.solution.objective, rel=CLOSE)
    nothing = LiveModel().solve(planned, first.needs)
    assert on_from.solution.objective == pytest.approx(nothing.solution.objective, rel=CLOSE)


SHAPES = {
    "a task with other predecessors": lambda problem: with_pathway(
        problem,
        "needs_assessment",
        tasks=tuple(
            task.model_copy(update={"after": ()}) if task.id == "final" else task
            for task in problem.pathways[0].tasks
        ),
    ),
    "a pathway without a kept lane": lambda problem: with_pathway(
        problem, "needs_assessment", kept=None
    ),
    "no open cases": lambda problem: with_pathway(problem, "needs_assessment", opening=()),
    "no pathway of mediation": lambda problem: problem.changed(pathways=problem.pathways[:1]),
    "no agency": lambda problem: with_role(
        problem, EP, agency_cap=(0.0,) * len(problem.roles[EP].agency_cap)
    ),
    "another lead": lambda problem: with_role(problem, EP, lead=3.0),
    "a caseload standard": lambda problem: problem.changed(
        caseload=problem.caseload.model_copy(update={"standard": (200.0,) * problem.buckets})
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_another_shape_is_rebuilt_and_says_why(shape: str) -> None:
    live = LiveModel()
    live.answer(council())
    changed = SHAPES[shape](council())
    answer = live.answer(changed)

    assert answer.rebuilt is Rebuild.SHAPE
    same(answer, LiveModel().answer(changed))
    assert live.answer(changed).rebuilt is None


NUMBERS = {
    "the kept share": lambda problem: with_pathway(problem, "needs_assessment", kept=1.0),
    "a limit on hiring lifted": lambda problem: with_role(problem, EP, hire_cap=None),
    "typed posts": lambda problem: with_role(problem, EP, posts=(3.0,) * len(problem.years)),
    "staff in post": lambda problem: with_role(problem, CASEWORKER, staff0=9.0),
    "pay": lambda problem: with_role(
        problem, EP, cost_week=tuple(2 * cost for cost in problem.roles[EP].cost_week)
    ),
}


@pytest.mark.parametrize("number", NUMBERS)
def test_another_number_is_not_rebuilt(number: str) -> None:
    live = LiveModel()
    live.answer(council())
    changed = NUMBERS[number](council())
    answer = live.answer(changed)

    assert answer.rebuilt is None
    same(answer, LiveModel().answer(changed))


def test_a_basis_of_another_shape_is_not_used() -> None:
    live = LiveModel()
    other = live.answer(council())
    planned = live.answer(SHAPES["no agency"](council()))
    changed = live.solve(planned.programme.problem, planned.needs, after=other)

    same(changed, planned)


def test_where_no_number_of_posts_keeps_up_the_error_says_so() -> None:
    problem = with_role(council(), EP, productive=(0.0,) * council().buckets)

    with pytest.raises(InfeasibleError, match="no number of posts keeps every limit"):
        LiveModel().answer(problem)


def test_a_model_goes_on_after_a_problem_without_an_answer() -> None:
    live = LiveModel()
    problem = with_role(council(), EP, productive=(0.0,) * council().buckets)
    with pytest.raises(InfeasibleError):
        live.answer(problem)

    same(live.answer(council()), LiveModel().answer(council()))
