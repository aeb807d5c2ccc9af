"""The least constant capacity against the densest window, which needs no solver."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.problem import Pathway, Problem, Waiting
from burdens.programme import solve
from tests.truth.cohorts import least_objective
from tests.truth.oracles import densest_window, duties
from tests.truth.problems import a_role, a_single_task, a_small_problem, by_chance

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.truth

ARRIVALS = (12.0, 20.0, 8.0, 30.0, 10.0, 6.0, 14.0, 9.0, 0.0, 0.0)


def with_capacity_for_sale(pathways: tuple[Pathway, ...], *, level: bool) -> Problem:
    """Sell constant capacity at 1 an hour a bucket, so that the objective is what is bought."""
    buckets = len(pathways[0].arrivals)
    role = a_role(buckets, cost_week=(1.0, *(0.0,) * (buckets - 1)))
    months = tuple(range(buckets)) if level else (0,) * buckets
    return a_small_problem(pathways, role, months=months, level=level)


def compact(problem: Problem) -> float:
    return solve(problem).objective


@pytest.mark.parametrize("objective", [compact, least_objective])
@pytest.mark.parametrize("level", [True, False])
def test_published_arrivals_need_116_667_hours_a_week(
    objective: Callable[[Problem], float], *, level: bool
) -> None:
    problem = with_capacity_for_sale((a_single_task(ARRIVALS, 2, 10.0),), level=level)

    assert densest_window(duties(problem)) == pytest.approx((700 / 6, 0, 6))
    assert objective(problem) == pytest.approx(116.667, abs=5e-4)


@pytest.mark.parametrize("objective", [compact, least_objective])
@pytest.mark.parametrize("level", [True, False])
def test_400_hours_of_backlog_raise_the_published_need_to_200(
    objective: Callable[[Problem], float], *, level: bool
) -> None:
    backlog = (Waiting(task="task", age=1, cases=40.0),)
    problem = with_capacity_for_sale((a_single_task(ARRIVALS, 2, 10.0, backlog),), level=level)

    assert densest_window(duties(problem)) == pytest.approx((200.0, 0, 2))
    assert objective(problem) == pytest.approx(200.0)


@st.composite
def single_tasks(draw: st.DrawFn) -> tuple[Pathway, ...]:
    """Draw one to three pathways of one task, with and without open cases."""
    buckets = draw(st.integers(3, 16))
    cases = st.integers(0, 30).map(float)
    pathways = []
    for number in range(draw(st.integers(1, 3))):
        due = draw(st.integers(0, buckets))
        groups = st.builds(
            Waiting, task=st.just("task"), age=st.integers(1, max(due, 1)), cases=cases
        )
        opening = tuple(draw(st.lists(groups, max_size=3))) if due else ()
        arrivals = tuple(draw(st.lists(cases, min_size=buckets, max_size=buckets)))
        hours = draw(st.sampled_from((0.5, 1.0, 3.0, 10.0)))
        pathways.append(a_single_task(arrivals, due, hours, opening, f"pathway {number}"))
    return tuple(pathways)


@by_chance(60)
@given(pathways=single_tasks(), level=st.booleans())
def test_the_least_constant_capacity_is_that_of_the_densest_window(
    pathways: tuple[Pathway, ...], *, level: bool
) -> None:
    problem = with_capacity_for_sale(pathways, level=level)
    expected = densest_window(duties(problem)).hours_a_bucket

    assert solve(problem).objective == pytest.approx(expected, rel=1e-6, abs=1e-6)
