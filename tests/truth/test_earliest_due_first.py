"""The least overdue against working on what is due first, which needs no solver."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.problem import Problem, Waiting
from tests.truth.interface import objective
from tests.truth.least import least_objective
from tests.truth.oracles import overdue_hours
from tests.truth.problems import (
    a_fixed_role,
    a_role,
    a_single_task,
    a_small_problem,
    by_chance,
)

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.truth

WEIGHTS = {0: 1.0, 2: 3.0, 5: 10.0}  # for an hour's work, by age


def test_the_hours_overdue_are_those_one_counts_by_hand() -> None:
    """4 h due at once, 5 h by the second bucket, 1 h later; there are 4 h, 3 h and 1 h.

    The first bucket does what is due at once. The second leaves 2 h of the 5 h, overdue; the third
    does one of them and leaves the other, and the hour due in it. One is then overdue by a bucket.
    """
    work = (
        a_single_task((4.0, 0.0, 0.0), 0, 1.0, name="at once"),
        a_single_task((5.0, 0.0, 0.0), 1, 1.0, name="soon"),
        a_single_task((0.0, 0.0, 1.0), 0, 1.0, name="later"),
    )
    hours = (4.0, 3.0, 1.0)
    problem = a_small_problem(work, a_fixed_role(hours))

    assert overdue_hours(problem, hours, (0, 1)) == pytest.approx({0: 4.0, 1: 1.0})


@st.composite
def too_much_work(draw: st.DrawFn) -> Problem:
    """Draw work of one task a pathway, some of it late already, and hours to do it in."""
    buckets = draw(st.integers(3, 14))
    amounts = st.integers(0, 20).map(float)
    pathways = []
    for number in range(draw(st.integers(1, 3))):
        due = draw(st.integers(0, buckets - 1))
        arrivals = tuple(draw(st.lists(amounts, min_size=buckets, max_size=buckets)))
        groups = st.builds(Waiting, task=st.just("task"), age=st.integers(1, 10), cases=amounts)
        opening = tuple(draw(st.lists(groups, max_size=3)))
        hours = draw(st.sampled_from((0.5, 1.0, 6.0)))
        overdue = tuple((age, hours * weight) for age, weight in WEIGHTS.items())
        name = f"pathway {number}"
        pathways.append(a_single_task(arrivals, due, hours, opening, name, overdue=overdue))
    most = st.integers(0, 120).map(float)
    hours = tuple(draw(st.lists(most, min_size=buckets, max_size=buckets)))
    return a_small_problem(tuple(pathways), a_fixed_role(hours))


def due_first(problem: Problem) -> float:
    """Return the weighted hours overdue where what is due first is done first."""
    overdue = overdue_hours(problem, problem.roles["ep"].productive, WEIGHTS)
    return sum(WEIGHTS[age] * hours for age, hours in overdue.items())


@pytest.mark.parametrize("by", [objective, least_objective])
@by_chance(60)
@given(problem=too_much_work())
def test_the_least_overdue_is_what_earliest_due_first_leaves(
    by: Callable[[Problem], float], problem: Problem
) -> None:
    assert by(problem) == pytest.approx(due_first(problem), rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("by", [objective, least_objective])
@pytest.mark.parametrize(("late_by", "meets"), [(5, True), (4, False)])
def test_pinedo_s_four_jobs_are_late_by_at_most_five(
    by: Callable[[Problem], float], *, late_by: int, meets: bool
) -> None:
    """Pinedo, Scheduling, 1 | r, prmp | Lmax: p 4, 2, 6, 5; r 0, 1, 3, 5; d 8, 12, 11, 10."""
    jobs = ((4, 0, 8), (2, 1, 12), (6, 3, 11), (5, 5, 10))
    pathways = tuple(
        a_single_task(
            tuple(float(bucket == release) for bucket in range(20)),
            due + late_by - release - 1,
            float(hours),
            name=f"job {number}",
            overdue=((0, 1.0),),
        )
        for number, (hours, release, due) in enumerate(jobs, 1)
    )
    overdue = by(a_small_problem(pathways, a_fixed_role((1.0,) * 20)))

    assert (overdue < 1e-9) == meets


def test_nobody_at_all_leaves_everything_overdue() -> None:
    """Three cases due at once in bucket 0 of 4: 3 in each bucket, and 3 past age 2 in the last."""
    arrivals = (3.0, 0.0, 0.0, 0.0)
    overdue = ((0, 1.0), (2, 3.0))
    work = a_single_task(arrivals, 0, 1.0, overdue=overdue)
    problem = a_small_problem((work,), a_role(4, hire_cap=(0.0,) * 4))

    assert objective(problem) == pytest.approx(3 * 4 + 2 * 3 * 3)
