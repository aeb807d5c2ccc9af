"""The modelled burden: least cost with the measures less least cost without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from burdens.assessment.accounting import Accounts
from burdens.assessment.attribution import Shares, over_years, sets_valued, shapley
from burdens.assessment.duties import Duty, Level
from burdens.assessment.with_and_without import Posts, WithAndWithout
from burdens.assessment.years import Array
from burdens.problem import Problem
from burdens.programme import UNWATCHED, Watch

A_PENNY = 0.01
BESIDE_SETS = 3  # answers: everything with its savings, and both ends
MOST_OF_IT = 0.6  # of an assessment's time; the limits and the tables take the rest


@dataclass(frozen=True)
class Modelled:
    """What the measures add where every post is filled.

    Attributes
    ----------
    keys
        (first year of the financial year, role) of the entries of every array below.
    gross
        Cost of the measures' work [GBP], attributed to each: its Shapley value of all years,
        spread over them as its work is.
    saved
        What their savings spare [GBP].
    low, high
        Net cost with all values at their cheap end, and at their dear end [GBP].
    staff
        Posts added, savings counted: the mean of a year [FTE].
    established
        Posts that keep up without the measures [FTE], by role and financial year.
    by_bucket
        Posts added, savings counted [FTE], by role and bucket.
    """

    keys: tuple[tuple[int, str], ...]
    gross: Shares
    saved: Array
    low: Array
    high: Array
    staff: Array
    established: dict[str, dict[int, float]] = field(default_factory=dict)
    by_bucket: dict[str, Array] = field(default_factory=dict)


def model(
    accounts: Accounts,
    problem: Problem,
    duties: Sequence[Duty],
    names: Sequence[str],
    *,
    watch: Watch = UNWATCHED,
) -> Modelled:
    """Return the modelled burden of the measures named.

    Raises
    ------
    NotOptimalError
        Where the solver stops without an optimum.
    WorkCancelledError
        Where the watch has it stopped.
    """
    both = WithAndWithout(accounts, problem, duties, watch=watch)
    if not both.begins:
        return _nothing(both, names)
    everyone = frozenset(names)
    answers = _Answers(both, watch, sets_valued(names))
    gross = shapley(list(names), lambda members: both.cost(answers.posts(members)))
    total = both.cost(answers.posts(everyone))
    shape = (-1, len(problem.roles))
    borne = over_years(
        {name: share.reshape(shape).sum(axis=0) for name, share in gross.shares.items()},
        total.reshape(shape),
        {name: both.hours(name) for name in names},
    )
    net = answers.posts(everyone, spared=True)
    low, high = (
        both.cost(answers.posts(everyone, level, spared=True)) for level in ("low", "high")
    )
    area = accounts.area_cost
    return Modelled(
        keys=both.keys,
        gross=Shares(
            {name: settled(share.ravel() * area) for name, share in borne.items()},
            gross.standard_errors,
        ),
        saved=settled((total - both.cost(net)) * area),
        low=settled(low * area),
        high=settled(high * area),
        staff=both.fte(net),
        established=both.established,
        by_bucket={name: added[both.periods] for name, added in net.items()},
    )


class _Answers:
    """The answers of one assessment; says how far it is."""

    def __init__(self, both: WithAndWithout, watch: Watch, sets: int | None) -> None:
        self._both, self._watch, self._asked = both, watch, 0
        self._expected = None if sets is None else sets + BESIDE_SETS
        self._tell()

    def posts(
        self, members: frozenset[str], level: Level = "central", *, spared: bool = False
    ) -> Posts:
        posts = self._both.posts(members, level, spared=spared)
        self._asked += 1
        self._tell()
        return posts

    def _tell(self) -> None:
        done, of = self._asked, self._expected
        counted = f"{done} of {of}" if of else f"{done}"
        share = MOST_OF_IT * min(done / of, 1.0) if of else None
        self._watch.step(f"Costing the measures: {counted} combinations worked out", share)


def _nothing(both: WithAndWithout, names: Sequence[str]) -> Modelled:
    """Return the burden of measures without any work: none."""
    zero = np.zeros(len(both.keys))
    shares = Shares(dict.fromkeys(names, zero), dict.fromkeys(names, 0.0))
    return Modelled(both.keys, shares, zero, zero, zero, zero)


def settled(amounts: Array) -> Array:
    """Return amounts in which the solver's rounding is the zero that it stands for."""
    return np.where(np.abs(amounts) < A_PENNY, 0.0, amounts)
