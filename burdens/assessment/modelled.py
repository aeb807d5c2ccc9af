"""The modelled burden: least cost with the measures less least cost without."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from burdens.assessment.accounting import Accounts
from burdens.assessment.attribution import Shares, sets_valued, shapley
from burdens.assessment.duties import Duty, Level
from burdens.assessment.staffed import (
    Meter,
    Staffing,
    cost_meter,
    fully_staffed,
    scale_of,
    spared_by,
    staff_meter,
    with_work,
    works_in_plan,
)
from burdens.assessment.years import Array
from burdens.problem import Inputs, Problem
from burdens.programme import UNWATCHED, Solution, Watch

A_PENNY = 0.01
BESIDE_SETS = 4  # solves: everything once more, with its savings, and both ends
MOST_OF_IT = 0.8  # of an assessment's time; the limits and the tables take the rest
OPPOSITE: dict[Level, Level] = {"low": "high", "central": "central", "high": "low", "mean": "mean"}


@dataclass(frozen=True)
class Modelled:
    """What the measures add where every post is filled.

    Attributes
    ----------
    keys
        (first year of the financial year, role) of the entries of every array below.
    gross
        Cost of the measures' work [GBP], attributed to each.
    saved
        What their savings spare [GBP].
    low, high
        Net cost with all values at their cheap end, and at their dear end [GBP].
    staff
        Extra staff in post, savings counted [FTE].
    """

    keys: tuple[tuple[int, str], ...]
    gross: Shares
    saved: Array
    low: Array
    high: Array
    staff: Array


class WithAndWithout:
    """Solves the authority with any of the measures and without, in place.

    Parameters
    ----------
    accounts
        What turns duties into hours.
    problem
        The Problem without measures.
    duties
        Every duty of the measures.
    watch
        Who hears of every solve, and may have it stopped.
    expected
        How many solves there will be; None where that shows as they go.
    """

    def __init__(
        self,
        accounts: Accounts,
        problem: Problem,
        duties: Iterable[Duty],
        *,
        watch: Watch = UNWATCHED,
        expected: int | None = None,
    ) -> None:
        self._watch, self._expected, self._begun = watch, expected, 0
        self._tell()
        inside = [duty for duty in duties if works_in_plan(accounts, duty, problem)]
        self.accounts = accounts
        self.work = [duty for duty in inside if not duty.line.saving]
        self.savings = [duty for duty in inside if duty.line.saving]
        inputs: Inputs = accounts.inputs
        weight = inputs.value("weights.overdue_case_week")
        self.staffing = Staffing(
            with_work(fully_staffed(inputs, problem), accounts, self.work, weight), watch
        )
        # The work of other roles moves a little in time: that is no burden.
        roles = sorted({duty.role for duty in inside})
        self.cost: Meter = cost_meter(self.staffing.programme, roles)
        self.staff: Meter = staff_meter(self.staffing.programme, roles)

    def solve(self, members: frozenset[str], level: Level, *, spared: bool) -> Solution:
        """Solve with the work of some measures at a level, and what they spare at the opposite."""
        self._tell()
        self._begun += 1
        scale = {
            duty.id: scale_of(self.accounts, duty, level) if duty.measure.id in members else 0.0
            for duty in self.work
        }
        savings = [duty for duty in self.savings if spared and duty.measure.id in members]
        return self.staffing.solve(scale, spared_by(self.accounts, savings, OPPOSITE[level]))

    def _tell(self) -> None:
        done, of = self._begun, self._expected
        counted = f"{done} of {of}" if of else f"{done}"
        said = f"Costing the measures: {counted} combinations worked out"
        self._watch.step(said, MOST_OF_IT * done / of if of else None)


def model(
    accounts: Accounts,
    problem: Problem,
    duties: Sequence[Duty],
    names: Sequence[str],
    *,
    watch: Watch = UNWATCHED,
) -> Modelled:
    """Work out the modelled burden of the measures named.

    Raises
    ------
    NotOptimalError
        Where the solver stops without an optimum.
    WorkCancelledError
        Where the watch has it stopped.
    """
    if not any(works_in_plan(accounts, duty, problem) for duty in duties):
        return _nothing(problem, names)
    sets = sets_valued(names)
    expected = None if sets is None else sets + BESIDE_SETS
    both = WithAndWithout(accounts, problem, duties, watch=watch, expected=expected)
    everyone, nobody = frozenset(names), frozenset[str]()
    without = both.solve(nobody, "central", spared=False)
    before, posts = both.cost.read(without), both.staff.read(without)

    def value(members: frozenset[str]) -> Array:
        if not members:
            return before
        return both.cost.read(both.solve(members, "central", spared=False))

    gross = shapley(list(names), value)
    total = both.cost.read(both.solve(everyone, "central", spared=False)) - before
    net = both.solve(everyone, "central", spared=True)
    ends = [both.solve(everyone, level, spared=True) for level in ("low", "high")]
    keys = tuple((int(year), str(role)) for year, role in both.cost.keys)
    places = [both.staff.keys.index(key) for key in keys]
    area = accounts.area_cost
    return Modelled(
        keys=keys,
        gross=Shares(
            {name: settled(one * area) for name, one in gross.shares.items()},
            gross.standard_errors,
        ),
        saved=settled((total - (both.cost.read(net) - before)) * area),
        low=(both.cost.read(ends[0]) - before) * area,
        high=(both.cost.read(ends[1]) - before) * area,
        staff=(both.staff.read(net) - posts)[places],
    )


def _nothing(problem: Problem, names: Sequence[str]) -> Modelled:
    """Give the burden of measures without any work: none."""
    keys = tuple((year, role) for year in sorted(set(problem.years)) for role in problem.roles)
    zero = np.zeros(len(keys))
    shares = Shares(dict.fromkeys(names, zero), dict.fromkeys(names, 0.0))
    return Modelled(keys, shares, zero, zero, zero, zero)


def settled(amounts: Array) -> Array:
    """Make the solver's rounding the nought it stands for."""
    return np.where(np.abs(amounts) < A_PENNY, 0.0, amounts)
