"""The least level capacity against the densest window, which needs no solver."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.problem import Pathway, Problem, Waiting
from tests.truth.interface import keep_up, objective
from tests.truth.least import least_establishment, least_objective
from tests.truth.oracles import densest_window, duties
from tests.truth.problems import a_role, a_single_task, a_small_problem, by_bucket, by_chance

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.truth

ARRIVALS = (12.0, 20.0, 8.0, 30.0, 10.0, 6.0, 14.0, 9.0, 0.0, 0.0)
NEW = a_single_task(ARRIVALS, 2, 10.0)
BACKLOG = a_single_task((40.0, *by_bucket(0, 9)), 1, 10.0, name="backlog")


def with_capacity_for_sale(pathways: tuple[Pathway, ...]) -> Problem:
    """Sell level capacity at 1 for an hour a bucket, in one month, so that it costs its size."""
    buckets = len(pathways[0].arrivals)
    role = a_role(buckets, cost_week=(1.0, *by_bucket(0, buckets - 1)))
    return a_small_problem(pathways, role, months=(0,) * buckets)


def kept_up(problem: Problem) -> float:
    (posts,) = keep_up(problem)["ep"].values()
    return posts


EVERY_WAY = [objective, least_objective, kept_up, least_establishment]


@pytest.mark.parametrize("need", EVERY_WAY)
def test_published_arrivals_need_116_667_hours_a_week(need: Callable[[Problem], float]) -> None:
    problem = with_capacity_for_sale((NEW,))

    assert densest_window(duties(problem)) == pytest.approx((700 / 6, 0, 6))
    assert need(problem) == pytest.approx(116.667, abs=5e-4)


@pytest.mark.parametrize("need", EVERY_WAY)
def test_400_hours_due_in_two_weeks_raise_the_published_need_to_200(
    need: Callable[[Problem], float],
) -> None:
    problem = with_capacity_for_sale((NEW, BACKLOG))

    assert densest_window(duties(problem)) == pytest.approx((200.0, 0, 2))
    assert need(problem) == pytest.approx(200.0)


def test_open_cases_are_in_the_plan_and_not_in_what_keeps_up() -> None:
    waiting = (Waiting(task="task", age=1, cases=40.0),)
    problem = with_capacity_for_sale((a_single_task(ARRIVALS, 2, 10.0, waiting),))

    assert objective(problem) == pytest.approx(200.0)
    assert least_objective(problem) == pytest.approx(200.0)
    assert kept_up(problem) == pytest.approx(700 / 6)


@st.composite
def single_tasks(draw: st.DrawFn, *, opening: bool) -> tuple[Pathway, ...]:
    """Draw one to three pathways of one task, with or without open cases that are not late."""
    buckets = draw(st.integers(3, 16))
    cases = st.integers(0, 30).map(float)
    pathways = []
    for number in range(draw(st.integers(1, 3))):
        due = draw(st.integers(0, buckets))
        groups = st.builds(
            Waiting, task=st.just("task"), age=st.integers(1, max(due, 1)), cases=cases
        )
        waiting = tuple(draw(st.lists(groups, max_size=3))) if due and opening else ()
        arrivals = tuple(draw(st.lists(cases, min_size=buckets, max_size=buckets)))
        hours = draw(st.sampled_from((0.5, 1.0, 3.0, 10.0)))
        pathways.append(a_single_task(arrivals, due, hours, waiting, f"pathway {number}"))
    return tuple(pathways)


@by_chance(60)
@given(pathways=single_tasks(opening=True))
def test_the_least_level_capacity_of_a_plan_is_that_of_the_densest_window(
    pathways: tuple[Pathway, ...],
) -> None:
    problem = with_capacity_for_sale(pathways)
    expected = densest_window(duties(problem)).hours_a_bucket

    assert objective(problem) == pytest.approx(expected, rel=1e-6, abs=1e-6)


@by_chance(60)
@given(pathways=single_tasks(opening=False))
def test_what_keeps_up_is_the_densest_window(pathways: tuple[Pathway, ...]) -> None:
    problem = with_capacity_for_sale(pathways)
    expected = densest_window(duties(problem)).hours_a_bucket

    assert kept_up(problem) == pytest.approx(expected, rel=1e-6, abs=1e-6)
