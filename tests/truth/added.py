"""The posts that duties add, written case by case with scipy: cohorts by bucket, no turn kept.

Nothing here reads `burdens.programme`: what a case must keep is written anew from its limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

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
        Whether duties must be done by the end, whatever their limit.
    given_up
        Price of a post fewer than in the year before [GBP per FTE].
    later
        Share by which a bucket's pay is dearer than that of the one before.
    """
    years = BUCKETS // YEAR
    cells = [
        (cohort, bucket, hours)
        for work, must_end in [(small.work, False), *((duty, empty_end) for duty in small.duties)]
        for cohort, bucket, hours in _cells(work, must_end=must_end)
    ]
    groups = sorted({cohort for cohort, _, _ in cells})
    count = len(cells) + 3 * years
    cost = np.zeros(count)
    for bucket in range(BUCKETS):
        cost[len(cells) + bucket // YEAR] += small.cost[bucket] * (1 + later * bucket)
    cost[len(cells) + years : len(cells) + 2 * years] = small.newcomer
    cost[len(cells) + 2 * years :] = given_up
    upper, limit = np.zeros((BUCKETS + 2 * years, count)), np.zeros(BUCKETS + 2 * years)
    for place, (_, bucket, _) in enumerate(cells):
        upper[bucket, place] = 1.0
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
    equal, total = np.zeros((len(groups), count)), np.zeros(len(groups))
    for place, (cohort, _, hours) in enumerate(cells):
        equal[groups.index(cohort), place] = 1.0
        total[groups.index(cohort)] = hours
    found = linprog(cost, upper, limit, equal if groups else None, total if groups else None)
    assert found.status == 0, found.message
    return found.fun, found.x[len(cells) : len(cells) + years].tolist()


def _cells(work: Work, *, must_end: bool) -> list[tuple[tuple[int, ...], int, float]]:
    """Return in which buckets each cohort that falls due may be done; others need not be."""
    last = BUCKETS - 1
    return [
        ((id(work), start), bucket, hours)
        for start, hours in enumerate(work.hours)
        if hours and (must_end or start + work.due <= last)
        for bucket in range(start, min(start + work.due, last) + 1)
    ]
