"""The posts that duties add, written case by case with scipy: cohorts by bucket, no turn kept.

Nothing here reads `burdens.programme`: what a case must keep is written anew from its limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import NamedTuple

import numpy as np
from scipy.optimize import linprog

BUCKETS, YEAR = 18, 6


@dataclass(frozen=True)
class Work:
    """Hours that come up by bucket, to be done within a time [buckets]."""

    hours: tuple[float, ...]
    due: int


@dataclass(frozen=True)
class Small:
    """One role: its work, new duties, the posts that are there, and what an added one costs."""

    there: float
    work: Work
    duties: tuple[Work, ...]
    productive: tuple[float, ...]
    cost: tuple[float, ...]
    newcomer: float


def by_chance(seed: int) -> Small:
    """Return a small instance drawn by chance, in which the posts that are there keep up."""
    chance = Random(seed)  # noqa: S311  # chance, not cryptography
    work = _work(chance)
    productive = tuple(chance.uniform(5, 15) for _ in range(BUCKETS))
    price = chance.uniform(100, 300)
    bare = Small(0.0, work, (), productive, (price,) * BUCKETS, 0.0)
    level = Small(**{**vars(bare), "cost": (1.0,) * BUCKETS, "newcomer": 1e6})
    there = max(least_cost(level, empty_end=False)[1])
    duties = tuple(_work(chance) for _ in range(chance.randint(1, 3)))
    newcomer = chance.choice((0.0, chance.uniform(0, 3 * price)))
    return Small(there, work, duties, productive, bare.cost, newcomer)


def _work(chance: Random) -> Work:
    hours = (chance.randint(0, 1) * chance.uniform(0, 40) for _ in range(BUCKETS))
    return Work(tuple(hours), chance.randint(1, 5))


def least_cost(
    small: Small, *, empty_end: bool = True, given_up: float = 0.0, later: float = 0.0
) -> tuple[float, list[float]]:
    """Return the least cost of added posts [GBP], and the posts [FTE], one level a year.

    Parameters
    ----------
    empty_end
        Whether duties must be done by the end, whatever their limit, and the work that is there
        must stand at every year's end where it would without them.
    given_up
        Price of a post fewer than in the year before [GBP per FTE].
    later
        Share by which a bucket's pay is dearer than that of the one before.
    """
    years = BUCKETS // YEAR
    works = [(small.work, False), *((duty, empty_end) for duty in small.duties)]
    cells = [
        cell
        for number, (work, must_end) in enumerate(works)
        for cell in _cells(number, work, must_end=must_end)
    ]
    groups = sorted({cell.cohort for cell in cells})
    count = len(cells) + 3 * years
    cost = np.zeros(count)
    for bucket in range(BUCKETS):
        cost[len(cells) + bucket // YEAR] += small.cost[bucket] * (1 + later * bucket)
    cost[len(cells) + years : len(cells) + 2 * years] = small.newcomer
    cost[len(cells) + 2 * years :] = given_up
    upper, limit = np.zeros((BUCKETS + 2 * years, count)), np.zeros(BUCKETS + 2 * years)
    for place, cell in enumerate(cells):
        upper[cell.bucket, place] = 1.0
    for bucket in range(BUCKETS):
        upper[bucket, len(cells) + bucket // YEAR] = -small.productive[bucket]
        limit[bucket] = small.there * small.productive[bucket] + 1e-9
    for year in range(years):
        upper[BUCKETS + year, len(cells) + year] = 1.0
        upper[BUCKETS + year, len(cells) + years + year] = -1.0
        upper[BUCKETS + years + year, len(cells) + year] = -1.0
        upper[BUCKETS + years + year, len(cells) + 2 * years + year] = -1.0
        if year:
            upper[BUCKETS + year, len(cells) + year - 1] = -1.0
            upper[BUCKETS + years + year, len(cells) + year - 1] = 1.0
    ends = range(YEAR - 1, BUCKETS - 1, YEAR) if empty_end else range(0)
    equal, total = np.zeros((len(groups) + len(ends), count)), np.zeros(len(groups) + len(ends))
    free = np.zeros((len(groups), count))
    for place, cell in enumerate(cells):
        row = groups.index(cell.cohort)
        free[row, place] = 1.0
        total[row] = cell.hours
        for number, end in enumerate(ends):
            equal[len(groups) + number, place] = cell.cohort[0] == 0 and cell.bucket <= end
    total[len(groups) :] = [stood(small)[end] for end in ends]
    must = np.array([all(c.must for c in cells if c.cohort == group) for group in groups], bool)
    equal[: len(groups)][must] = free[must]
    total_of_free = total[: len(groups)][~must]
    total[: len(groups)][~must] = 0.0
    found = linprog(
        cost,
        np.vstack([upper, free[~must]]),
        np.concatenate([limit, total_of_free]),
        equal,
        total,
    )
    assert found.status == 0, found.message
    return found.fun, found.x[len(cells) : len(cells) + years].tolist()


def stood(small: Small) -> list[float]:
    """Return the hours of the work that is there done by each bucket, nobody ever idle."""
    waiting, done, hours = 0.0, 0.0, []
    for bucket, come in enumerate(small.work.hours):
        worked = min(waiting + come, small.there * small.productive[bucket])
        waiting, done = waiting + come - worked, done + worked
        hours.append(done)
    return hours


class Cell(NamedTuple):
    """A bucket in which hours of a cohort may be done."""

    cohort: tuple[int, int]
    bucket: int
    hours: float
    must: bool


def _cells(number: int, work: Work, *, must_end: bool) -> list[Cell]:
    """Return in which buckets each cohort may be done; those not due by the end need not be."""
    last = BUCKETS - 1
    return [
        Cell((number, start), bucket, hours, must_end or start + work.due <= last)
        for start, hours in enumerate(work.hours)
        if hours
        for bucket in range(start, min(start + work.due, last) + 1)
    ]
