"""The posts that new duties add: arithmetic, the densest window, and cohorts written case by case."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from burdens.problem import Pathway, Problem, Role, Task
from burdens.programme import (
    Bounds,
    Live,
    Terms,
    hours_done,
    write_added,
    write_need,
    write_soonest,
)
from tests.truth.added import BUCKETS, YEAR, Small, Work, by_chance, least_cost, stood
from tests.truth.oracles import Duty, densest_window

pytestmark = pytest.mark.truth
SEEDS = range(40)
GIVEN_UP = 0.01 * 52  # of a bucket's pay, a hundredth of a year's: it breaks ties only
LATER = 1e-4 / 52  # a bucket, a ten-thousandth a year: it breaks ties only


def a_problem(small: Small) -> Problem:
    role = Role(
        productive=small.productive,
        staff0=0.0,
        cost_week=small.cost,
        agency_cap=(0.0,) * BUCKETS,
        shortfall_weight=0.0,
    )
    return Problem(
        weeks=BUCKETS,
        reported_weeks=BUCKETS,
        bucket_weeks=1,
        start=date(2027, 4, 5),
        months=tuple(range(BUCKETS)),
        years=tuple(2027 + bucket // YEAR for bucket in range(BUCKETS)),
        roles={"ep": role},
        pathways=(a_pathway("there", small.work, stage=True),),
    )


def a_pathway(name: str, work: Work, *, stage: bool = False) -> Pathway:
    task = Task(id="work", due=work.due, stage=stage, share=1.0, hours={"ep": 1.0})
    return Pathway(id=name, arrivals=work.hours, tasks=(task,))


def posts_of(small: Small, live: Live | None = None, scale: float = 1.0) -> np.ndarray:
    """Return the added posts by year, the work of every duty times a factor."""
    duties = [
        a_pathway(f"duty {number}", Work(tuple(scale * h for h in duty.hours), duty.due))
        for number, duty in enumerate(small.duties)
    ]
    periods = np.arange(BUCKETS) // YEAR
    years = BUCKETS // YEAR
    programme = write_added(
        a_problem(small),
        duties,
        periods,
        {"ep": Terms(np.array(small.productive), np.array(small.cost), small.newcomer)},
        {
            "ep": Bounds(
                np.full(BUCKETS, small.there + 1e-9),
                np.array([stood(small)[end] for end in range(YEAR - 1, BUCKETS - 1, YEAR)]),
                np.zeros(years),
                np.full(years, np.inf),
            )
        },
    )
    solution = (live or Live()).solve(programme.arrays)
    return solution.columns[programme.posts["ep"]]


def priced(small: Small) -> float:
    """Return what breaking ties prices a post given up at [GBP per FTE]."""
    return GIVEN_UP * sum(small.cost) / (BUCKETS - 1)


def tied(small: Small, posts: np.ndarray) -> float:
    """Return the cost with what breaks ties."""
    later = sum(posts[b // YEAR] * small.cost[b] * LATER * b for b in range(BUCKETS))
    fewer = float(np.maximum(-np.diff(posts, prepend=0.0), 0.0).sum())
    return cost_of(small, posts) + later + fewer * priced(small)


def cost_of(small: Small, posts: np.ndarray) -> float:
    pay = sum(posts[bucket // YEAR] * small.cost[bucket] for bucket in range(BUCKETS))
    return pay + small.newcomer * float(np.maximum(np.diff(posts, prepend=0.0), 0.0).sum())


@pytest.mark.parametrize("seed", SEEDS)
def test_the_cost_is_that_of_cohorts_free_to_overtake(seed: int) -> None:
    small = by_chance(seed)
    cost, posts = least_cost(small, given_up=priced(small), later=LATER)
    assert tied(small, posts_of(small)) == pytest.approx(cost, rel=1e-6, abs=1e-4)
    assert tied(small, np.array(posts)) == pytest.approx(cost, rel=1e-6, abs=1e-4)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_duty_that_is_off_adds_nobody_and_in_place_is_as_from_nothing(seed: int) -> None:
    small, live = by_chance(seed), Live()
    first = posts_of(small, live)
    assert posts_of(small, live, scale=0.0) == pytest.approx(np.zeros(len(first)), abs=1e-6)
    again = posts_of(small, live)
    assert again == pytest.approx(first, abs=1e-6)
    assert again == pytest.approx(posts_of(small), abs=1e-6)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_duty_more_never_lowers_the_cost(seed: int) -> None:
    small = by_chance(seed)
    fewer = Small(**{**vars(small), "duties": small.duties[1:]})
    assert tied(small, posts_of(small)) >= tied(fewer, posts_of(fewer)) - 1e-4


@pytest.mark.parametrize("seed", SEEDS)
def test_work_stands_as_years_end_where_nobody_is_ever_idle(seed: int) -> None:
    small = by_chance(seed)
    problem = a_problem(small)
    floors = {("ep", year): small.there for year in set(problem.years)}
    need, live = write_need(problem, floors), Live()
    solution = live.solve(need.arrays)
    assert solution.at(need.posts["ep"]) == pytest.approx([small.there] * 3, abs=1e-6)
    done = hours_done(need, live.solve(write_soonest(need, solution, 1e-8)))["ep"]
    assert done == pytest.approx([stood(small)[5], stood(small)[11]], abs=1e-4)


def alone(*duties: Work, newcomer: float = 0.0, price: float = 100.0) -> Small:
    nothing = Work((0.0,) * BUCKETS, 1)
    return Small(0.0, nothing, duties, (10.0,) * BUCKETS, (price,) * BUCKETS, newcomer)


def test_level_work_is_hours_over_productive_hours_and_a_newcomer_once() -> None:
    """40 hours a bucket over 10 hours a post: 4 posts, each filled once at 250 pounds."""
    small = alone(Work((40.0,) * BUCKETS, 3), newcomer=250.0)
    posts = posts_of(small)
    assert posts.tolist() == pytest.approx([4.0, 4.0, 4.0])
    assert cost_of(small, posts) == pytest.approx(4 * 100 * BUCKETS + 4 * 250)


def test_work_of_one_year_is_done_by_posts_of_that_year() -> None:
    """Due at once: 20 hours a bucket in the middle year are 2 posts there and none beside it."""
    rushed = Work(tuple(20.0 * (YEAR <= bucket < 2 * YEAR) for bucket in range(BUCKETS)), 0)
    assert posts_of(alone(rushed, newcomer=10.0)).tolist() == pytest.approx([0.0, 2.0, 0.0])


def test_of_equal_answers_the_most_even_and_the_earliest_is_taken() -> None:
    """120 hours for two years of 60 hours a post: one post in both, not two in the last."""
    once = Work(tuple(120.0 * (bucket == YEAR) for bucket in range(BUCKETS)), 2 * YEAR)
    assert posts_of(alone(once)).tolist() == pytest.approx([0.0, 1.0, 1.0])


def test_spare_hours_of_those_who_are_there_are_taken_up_first() -> None:
    """Three posts of 10 hours, 20 at work: a duty of 15 hours asks for half a post."""
    small = Small(
        3.0,
        Work((20.0,) * BUCKETS, 0),
        (Work((15.0,) * BUCKETS, 0),),
        (10.0,) * BUCKETS,
        (100.0,) * BUCKETS,
        0.0,
    )
    assert posts_of(small).tolist() == pytest.approx([0.5, 0.5, 0.5], abs=1e-6)


@pytest.mark.parametrize("seed", SEEDS)
def test_at_one_level_the_posts_are_those_of_the_densest_window(seed: int) -> None:
    """Dear newcomers keep one level from the first year on; what stays sets it (solver-free)."""
    small = by_chance(seed)
    level = alone(*small.duties, newcomer=1e7)
    work = [
        Duty(start, min(start + duty.due + 1, BUCKETS), hours)
        for duty in level.duties
        for start, hours in enumerate(duty.hours)
        if hours
    ]
    assert max(posts_of(level)) == pytest.approx(densest_window(work).hours_a_bucket / 10, abs=1e-5)
