"""The least unmet hours against working by earliest deadline, which needs no solver."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.problem import Pathway, Problem, Waiting
from burdens.programme import solve
from tests.truth.oracles import Duty, duties, left_over
from tests.truth.problems import a_role, a_single_task, a_small_problem, by_chance

pytestmark = pytest.mark.truth


def with_given_capacity(pathways: tuple[Pathway, ...], hours: tuple[float, ...]) -> Problem:
    """Give one person these hours; an hour short costs 1 and lateness is forbidden."""
    buckets = len(hours)
    role = a_role(
        buckets, productive=hours, staff0=1.0, hire_cap=(0.0,) * buckets, shortfall_weight=1.0
    )
    return a_small_problem(pathways, role)


def test_working_by_earliest_deadline_leaves_what_one_can_count_by_hand() -> None:
    """In bucket 0 the work due at once takes all 4 h; of the 5 h due by 2, two are left over."""
    work = [Duty(0, 2, 5.0), Duty(0, 1, 4.0), Duty(2, 3, 1.0)]

    assert left_over(work, (4.0, 3.0, 1.0)) == pytest.approx(2.0)


@st.composite
def capacity_and_work(draw: st.DrawFn) -> Problem:
    """Draw work whose deadlines all lie inside the horizon, and hours to do it in."""
    buckets = draw(st.integers(3, 14))
    amounts = st.integers(0, 20).map(float)
    pathways = []
    for number in range(draw(st.integers(1, 3))):
        due = draw(st.integers(0, buckets - 1))
        starts = buckets - due
        arrivals = (*draw(st.lists(amounts, min_size=starts, max_size=starts)), *(0.0,) * due)
        ages = st.integers(1, max(due, 1))
        groups = st.builds(Waiting, task=st.just("task"), age=ages, cases=amounts)
        opening = tuple(draw(st.lists(groups, max_size=2))) if due else ()
        pathways.append(a_single_task(arrivals, due, 1.0, opening, f"pathway {number}"))
    hours = tuple(draw(st.lists(st.integers(0, 30).map(float), min_size=buckets, max_size=buckets)))
    return with_given_capacity(tuple(pathways), hours)


@by_chance(60)
@given(problem=capacity_and_work())
def test_the_least_unmet_hours_are_what_earliest_deadline_first_leaves_over(
    problem: Problem,
) -> None:
    expected = left_over(duties(problem), problem.roles["ep"].productive)

    assert solve(problem).objective == pytest.approx(expected, rel=1e-6, abs=1e-6)
