"""What a date takes: no more temporary posts than keep it, checked by plans from nothing."""

from __future__ import annotations

import pytest

from burdens.plans import Answer, LiveModel, Recovery, plan_of, recovery
from burdens.problem import Problem
from tests.plans.council import CASEWORKER, EP, council, first_days, with_role

BY = 20  # steps: early in January 2028


@pytest.fixture(scope="module")
def asked() -> Problem:
    """Return a council whose backlog is to be cleared by a date that hiring does not allow."""
    return council(on_time_by=BY)


@pytest.fixture(scope="module")
def answered(asked: Problem) -> tuple[Answer, Recovery]:
    model = LiveModel()
    answer = model.answer(asked)
    found = recovery(model, answer)
    assert found is not None
    return answer, found


def late_from_the_date(problem: Problem, answer: Answer) -> float:
    """Return the most cases past a limit from the date on, in a plan from nothing."""
    counted = problem.model_copy(update={"counted_from": BY})
    cases = plan_of(LiveModel().solve(counted, answer.needs)).cases
    late = cases[cases["week"] >= first_days()[BY]].groupby("week")["overdue_cases"].sum()
    return float(late.max())


def with_temporary(answer: Answer, times: float, posts: dict[str, float]) -> Problem:
    """Return the planned council with its posts filled at once, and so many temporary ones."""
    problem = answer.programme.problem
    roles = {
        name: role.model_copy(
            update={
                "hire_cap": None,
                "temporary_cap": (times * posts[name],) * len(problem.years),
            }
        )
        for name, role in problem.roles.items()
    }
    return problem.model_copy(update={"roles": roles})


def test_without_a_date_there_is_nothing_to_say() -> None:
    model = LiveModel()

    assert recovery(model, model.answer(council())) is None


def test_the_limits_on_hiring_leave_as_many_late_as_a_plan_from_nothing_does(
    answered: tuple[Answer, Recovery],
) -> None:
    answer, found = answered

    assert found.by == first_days()[BY]
    assert not found.kept_within_limits
    late = late_from_the_date(answer.programme.problem, answer)
    assert found.overdue_within_limits == pytest.approx(late, abs=1e-3)
    assert late > 0.5


def test_the_temporary_posts_keep_the_date_and_a_tenth_fewer_do_not(
    answered: tuple[Answer, Recovery],
) -> None:
    answer, found = answered
    posts = found.temporary

    assert posts is not None
    assert late_from_the_date(with_temporary(answer, 1.0, posts), answer) < 0.5
    assert late_from_the_date(with_temporary(answer, 0.9, posts), answer) >= 0.5
    backlog = {name: need.catch_up_fte for name, need in answer.needs.items()}
    assert posts[EP] / backlog[EP] == pytest.approx(posts[CASEWORKER] / backlog[CASEWORKER])


def test_a_date_that_hiring_allows_takes_no_temporary_posts(asked: Problem) -> None:
    plenty = with_role(with_role(asked, EP, staff0=12.0), CASEWORKER, staff0=12.0)
    model = LiveModel()
    found = recovery(model, model.answer(plenty))

    assert found is not None
    assert found.kept_within_limits
    assert found.temporary == {}


def test_a_date_before_anybody_can_start_is_kept_by_no_number() -> None:
    """The lead is three months, the date two weeks away, and nobody is in post."""
    problem = council(on_time_by=1)
    for role in (EP, CASEWORKER):
        problem = with_role(problem, role, lead=3.0, staff0=0.0, agency_cap=(0.0,) * 58)
    model = LiveModel()
    found = recovery(model, model.answer(problem))

    assert found is not None
    assert found.temporary is None


def test_the_plan_is_solved_in_place_after_it(asked: Problem) -> None:
    model = LiveModel()
    answer = model.answer(asked)
    recovery(model, answer)
    again = model.answer(asked)

    assert again.rebuilt is None
    assert again.solution.objective == pytest.approx(answer.solution.objective, rel=1e-9)
