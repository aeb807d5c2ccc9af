"""A Problem solved from nothing: its optimum, and what is needed to keep up."""

from __future__ import annotations

from burdens.problem import Problem
from burdens.programme.live import Live, Solution
from burdens.programme.need import write_need, years_of
from burdens.programme.programme import write_programme


def optimise(problem: Problem) -> Solution:
    """Return the optimum of a Problem.

    Raises
    ------
    NotOptimalError
        Where HiGHS stops without an optimum.
    """
    return Live().solve(write_programme(problem).arrays)


def keep_up(problem: Problem) -> dict[str, dict[int, float]]:
    """Return the least establishment that keeps up [FTE], by role and financial year.

    Raises
    ------
    NotOptimalError
        Where HiGHS stops without an optimum.
    """
    need = write_need(problem)
    solution = Live().solve(need.arrays)
    return {
        name: dict(zip(years_of(problem), solution.at(posts).tolist(), strict=True))
        for name, posts in need.posts.items()
    }
