"""Work done as soon as the posts that keep up allow: where it stands as financial years end.

Many orders of work need the same posts. Of these the one is taken that does the most hours the
soonest, so that where the work stands is one number whatever the solver.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from burdens.problem import Problem
from burdens.programme.live import Solution
from burdens.programme.model import Array, Arrays, Places
from burdens.programme.need import Need


def write_soonest(need: Need, solution: Solution, slack: float) -> Arrays:
    """Return what is needed, solved, as a programme that does work as soon as its posts allow.

    Parameters
    ----------
    solution
        The least posts that keep up.
    slack
        By how much each is larger, so that the solver's rounding forbids nothing [FTE].
    """
    lower, upper = need.arrays.lower.copy(), need.arrays.upper.copy()
    for places in need.posts.values():
        lower[places] = upper[places] = solution.at(places) + slack
    cost = np.zeros_like(need.arrays.cost)
    for work in need.works:
        cost[work.done] = -sum(work.task.hours.values()) / need.problem.buckets
    return replace(need.arrays, lower=lower, upper=upper, cost=cost)


def year_ends(problem: Problem) -> Places:
    """Return the last bucket of every financial year of a Problem but its last."""
    years = np.array([problem.years[month] for month in problem.months])
    return np.flatnonzero(np.diff(years))


def hours_done(need: Need, solution: Solution) -> dict[str, Array]:
    """Return the hours done as each financial year but the last ends [h], by role; cumulative."""
    ends = year_ends(need.problem)
    hours = {name: np.zeros(len(ends)) for name in need.problem.roles}
    for work in need.works:
        for role, each in work.task.hours.items():
            hours[role] += each * solution.at(work.done[ends])
    return hours
