"""How a total that measures make together falls on each: the Shapley value.

Each measure bears the mean, over all orders in which they could come, of what it adds to those
before it (L. S. Shapley, "A value for n-person games", 1953). The shares add up to the total.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import factorial, sqrt

import numpy as np

from burdens.assessment.years import Array

EXACT_UP_TO = 6  # measures: 64 solves
FEWEST_PAIRS, MOST_PAIRS = 4, 40  # of orders
NEAR_ENOUGH = 0.005  # standard error, as a share of the total
SEED = 20140901
MOST_ROUNDS = 2000  # of proportional fitting
A_LITTLE = 1e-3  # of the mean year's work: what is put off to a later year is borne there too

Value = Callable[[frozenset[str]], Array]


@dataclass(frozen=True)
class Shares:
    """What each measure bears.

    Attributes
    ----------
    shares
        The Shapley value of each, in the form of the total.
    standard_errors
        Of the sum of each measure's share; 0 where exact.
    """

    shares: dict[str, Array]
    standard_errors: dict[str, float]


def shapley(names: Sequence[str], value: Value) -> Shares:
    """Attribute `value` of all names to each: exactly for a few, by sampled orders beyond.

    Parameters
    ----------
    names
        The measures.
    value
        What any set of them makes; called once a set.
    """
    known: dict[frozenset[str], Array] = {}

    def cached(members: frozenset[str]) -> Array:
        if members not in known:
            known[members] = value(members)
        return known[members]

    if len(names) <= EXACT_UP_TO:
        return Shares(
            {name: _exact(name, names, cached) for name in names}, dict.fromkeys(names, 0.0)
        )
    return _sampled(names, cached)


def sets_valued(names: Sequence[str]) -> int | None:
    """Return how many sets `shapley` asks the value of; None where that shows as it goes."""
    return 2 ** len(names) if len(names) <= EXACT_UP_TO else None


def over_years(
    shares: Mapping[str, Array], totals: Array, work: Mapping[str, Array]
) -> dict[str, Array]:
    """Return what each measure bears by year and role: its share of all years, as its work falls.

    Both hold: a measure's years add up to its share, and the measures' shares of a year to the
    total of that year (iterative proportional fitting; W. E. Deming and F. F. Stephan, 1940).
    Nothing falls on a year before a measure's work begins.

    Parameters
    ----------
    shares
        What each bears of all years, by role.
    totals
        What they make together, by year and role; not negative.
    work
        Hours of each, by year and role [h].
    """
    names = list(shares)
    spread = np.zeros((len(names), *totals.shape))
    everything = np.array([work[name].sum(axis=1) for name in names])
    for role in range(totals.shape[1]):
        seed = np.array([work[name][:, role] for name in names])
        if not seed.any():  # an assistant's posts, for another role's work
            seed = everything
        begun = np.cumsum(everything, axis=1) > 0
        seed = seed + A_LITTLE * seed.mean() * begun
        columns = np.maximum(totals[:, role], 0.0)
        rows = np.maximum([shares[name][role] for name in names], 0.0)
        if rows.sum() > 0:
            rows *= columns.sum() / rows.sum()
        spread[:, :, role] = _fitted(seed, rows, columns)
    return dict(zip(names, spread, strict=True))


def _fitted(seed: Array, rows: Array, columns: Array) -> Array:
    """Return a matrix in the proportions of a seed with these sums, those of columns exactly."""
    matrix = seed
    for _ in range(MOST_ROUNDS):
        matrix = matrix * _ratio(rows, matrix.sum(axis=1))[:, None]
        matrix = matrix * _ratio(columns, matrix.sum(axis=0))
        if np.allclose(matrix.sum(axis=1), rows, rtol=1e-9, atol=1e-6):
            break
    return matrix


def _ratio(wanted: Array, there: Array) -> Array:
    return np.divide(wanted, there, out=np.zeros_like(wanted), where=there > 0)


def _exact(name: str, names: Sequence[str], value: Value) -> Array:
    others = [other for other in names if other != name]
    share = np.zeros_like(value(frozenset()))
    for size in range(len(names)):
        weight = factorial(size) * factorial(len(others) - size) / factorial(len(names))
        for members in combinations(others, size):
            before = frozenset(members)
            share = share + weight * (value(before | {name}) - value(before))
    return share


def _sampled(names: Sequence[str], value: Value) -> Shares:
    """Take the mean over random orders, each with its reverse: every order adds up to the total.

    Orders are drawn until every standard error is a half per cent of the total or less.
    """
    chance = random.Random(SEED)  # noqa: S311  # a sample, no secret
    whole = abs(float((value(frozenset(names)) - value(frozenset())).sum()))
    additions: dict[str, list[Array]] = {name: [] for name in names}
    errors: dict[str, float] = {}
    for pairs in range(1, MOST_PAIRS + 1):
        order = chance.sample(list(names), len(names))
        both = [dict(_added(each, value)) for each in (order, order[::-1])]
        for name in names:
            additions[name].append((both[0][name] + both[1][name]) / 2)
        if pairs >= FEWEST_PAIRS:
            errors = {name: _error(added) for name, added in additions.items()}
            if max(errors.values()) <= NEAR_ENOUGH * whole:
                break
    return Shares({name: np.mean(added, axis=0) for name, added in additions.items()}, errors)


def _error(added: list[Array]) -> float:
    sums = np.array([each.sum() for each in added])
    return float(sums.std(ddof=1)) / sqrt(len(sums))


def _added(order: Sequence[str], value: Value) -> Iterator[tuple[str, Array]]:
    before = value(frozenset())
    for place, name in enumerate(order):
        after = value(frozenset(order[: place + 1]))
        yield name, after - before
        before = after
