"""The posts of an authority with any of its measures and without, solved in place.

Without: the posts that keep up. With: those and added ones, every limit kept in both. Nobody is
taken on for a measure before it starts, and posts until then are those without it; so sets of
measures are solved in the order of their starts. A saving counts as posts given up: no more than
its hours fill, and none that a caseload standard asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

import numpy as np

from burdens.assessment.accounting import Accounts
from burdens.assessment.duties import Duty, Level
from burdens.assessment.terms import terms_of
from burdens.assessment.work import loads_of, spared_by, with_relief, works_in_plan
from burdens.assessment.years import Array
from burdens.problem import Problem
from burdens.programme import (
    UNWATCHED,
    Bounds,
    Live,
    Need,
    Solution,
    Watch,
    hours_done,
    write_added,
    write_need,
    write_soonest,
    years_of,
)
from burdens.programme.model import INFINITE, Places
from burdens.programme.need import caseload_floor

ROUNDING = 1e-6  # FTE by which posts that are settled may grow, so that rounding forbids nothing
OPPOSITE: dict[Level, Level] = {"low": "high", "central": "central", "high": "low", "mean": "mean"}

Posts = dict[str, Array]


class WithAndWithout:
    """Posts with any of the measures and without.

    Parameters
    ----------
    accounts
        What turns duties into hours.
    problem
        The Problem without measures.
    duties
        Every duty of the measures.
    watch
        Who may have a solve stopped.

    Attributes
    ----------
    work, savings
        The duties that are work of the plan's roles, and those that spare it.
    begins
        The bucket in which the first work of each measure comes up or is spared.
    terms
        What an added post does and costs, by role.
    """

    def __init__(
        self,
        accounts: Accounts,
        problem: Problem,
        duties: Iterable[Duty],
        *,
        watch: Watch = UNWATCHED,
    ) -> None:
        inside = [duty for duty in duties if works_in_plan(accounts, duty, problem)]
        self.accounts, self.problem = accounts, problem
        self.work = [duty for duty in inside if not duty.line.saving]
        self.savings = [duty for duty in inside if duty.line.saving]
        self.begins = _begins(inside)
        self.terms = {name: terms_of(accounts.inputs, problem, name) for name in problem.roles}
        self._loads = loads_of(self.work, problem.bucket_weeks)
        self._watch = watch
        self._live = Live(watch=watch)
        self._known: dict[tuple[frozenset[str], Level, bool], Posts] = {}

    @cached_property
    def established(self) -> dict[str, dict[int, float]]:
        """Posts that keep up without the measures [FTE], by role and financial year."""
        need, solution, _ = self._without
        years = years_of(self.problem)
        return {
            name: dict(zip(years, solution.at(places).tolist(), strict=True))
            for name, places in need.posts.items()
        }

    @cached_property
    def _without(self) -> tuple[Need, Solution, dict[str, Array]]:
        """What is needed without the measures, and where the work stands as years end [h]."""
        need, live = write_need(self.problem), Live(watch=self._watch)
        solution = live.solve(need.arrays)
        soonest = live.solve(write_soonest(need, solution, ROUNDING / 2))
        return need, solution, hours_done(need, soonest)

    @cached_property
    def periods(self) -> Places:
        """The period of each bucket: a financial year, parted where a measure begins."""
        years = self._year_of_bucket
        first = np.flatnonzero(np.diff(years, prepend=years[0] - 1))
        breaks = np.unique(np.concatenate([first, list(self.begins.values())])).astype(np.int64)
        return np.searchsorted(breaks, np.arange(self.problem.buckets), side="right") - 1

    @property
    def keys(self) -> tuple[tuple[int, str], ...]:
        """The (first year of the financial year, role) of the entries of `cost` and `fte`."""
        return tuple((year, name) for year in years_of(self.problem) for name in self.problem.roles)

    def posts(self, members: frozenset[str], level: Level, *, spared: bool) -> Posts:
        """Return the added posts [FTE], by role and period.

        Parameters
        ----------
        members
            The measures that are on.
        level
            That of their work; what they spare is at the opposite one.
        spared
            Whether savings count.

        Raises
        ------
        NotOptimalError
            Where the solver stops without an optimum.
        WorkCancelledError
            Where the watch has it stopped.
        """
        working = frozenset(
            duty.measure.id
            for duty in (*self.work, *(self.savings if spared else ()))
            if duty.measure.id in members
        )
        if not working:
            return {name: np.zeros(self._count) for name in self.problem.roles}
        key = (working, level, spared)
        if key not in self._known:
            self._known[key] = self._solve(working, level, spared=spared)
        return self._known[key]

    def cost(self, posts: Mapping[str, Array]) -> Array:
        """Return what added posts cost by year and role, in the order of `keys` [GBP]."""
        by_role = []
        for name, added in posts.items():
            terms = self.terms[name]
            newcomers = np.maximum(np.diff(added, prepend=0.0), 0.0)
            by_bucket = added[self.periods] * terms.cost
            by_bucket[self._first] += newcomers * terms.newcomer
            by_role.append(self._by_year(by_bucket))
        return np.array(by_role).T.ravel()

    def hours(self, measure: str) -> Array:
        """Return the hours of a measure's work by year and role [h]."""
        loads = [load for load in self._loads if load.measure.id == measure]
        return np.array(
            [
                self._by_year(
                    sum(
                        (
                            load.hours(self.accounts, "central")
                            for load in loads
                            if load.role == name
                        ),
                        np.zeros(self.problem.buckets),
                    )
                )
                for name in self.problem.roles
            ]
        ).T

    def fte(self, posts: Mapping[str, Array]) -> Array:
        """Return the mean added posts by year and role, in the order of `keys` [FTE]."""
        buckets = self._by_year(np.ones(self.problem.buckets))
        by_role = [self._by_year(added[self.periods]) / buckets for added in posts.values()]
        return np.array(by_role).T.ravel()

    def _solve(self, members: frozenset[str], level: Level, *, spared: bool) -> Posts:
        latest = max(self.begins[name] for name in members)
        before = frozenset(name for name in members if self.begins[name] < latest)
        settled = self.posts(before, level, spared=spared)
        work = [
            load.pathway(load.hours(self.accounts, level) * (load.measure.id in members))
            for load in self._loads
        ]
        savings = [duty for duty in self.savings if spared and duty.measure.id in members]
        hours = spared_by(self.accounts, savings, OPPOSITE[level])
        programme = write_added(
            with_relief(self.problem, hours),
            work,
            self.periods,
            self.terms,
            {
                name: self._bounds(name, settled[name], latest, hours.get(name))
                for name in self.problem.roles
            },
        )
        columns = self._live.solve(programme.arrays).columns
        return {
            name: columns[places] * (name in self._concerned)
            for name, places in programme.posts.items()
        }

    def _bounds(self, name: str, settled: Array, latest: int, spared: Array | None) -> Bounds:
        """Return what posts may be added: settled ones before the latest measure begins.

        A caseload standard stands: no saving gives up a post that it asks for.
        """
        is_settled, there = self._first < latest, self._established(name)
        if name not in self._concerned:
            is_settled = np.ones_like(is_settled)
        least = np.zeros(self._count)
        if spared is not None:
            productive = self.terms[name].productive
            each = np.divide(spared, productive, out=np.zeros_like(spared), where=productive > 0)
            np.minimum.at(least, self.periods, -each)
            beyond = np.full(self._count, INFINITE)
            np.minimum.at(beyond, self.periods, np.maximum(there - self._asked(name), 0.0))
            least = np.maximum(least, -beyond)
        return Bounds(
            there=there,
            standing=self._without[2][name],
            least=np.where(is_settled, settled, least),
            most=np.where(is_settled, settled + ROUNDING, INFINITE),
        )

    def _asked(self, name: str) -> Array:
        """Return the posts that a caseload standard asks for [FTE], by bucket."""
        years = years_of(self.problem)
        floor = caseload_floor(self.problem, name, years)
        return np.array([floor[years.index(year)] for year in self._year_of_bucket])

    @cached_property
    def _concerned(self) -> set[str]:
        """The roles of the measures' work, and those that may assist them."""
        own = {duty.role for duty in (*self.work, *self.savings)}
        roles = self.problem.roles.items()
        return own | {name for name, role in roles if role.assists and role.assists.role in own}

    @cached_property
    def _year_of_bucket(self) -> Places:
        return np.array([self.problem.years[month] for month in self.problem.months])

    @cached_property
    def _first(self) -> Places:
        """The first bucket of each period."""
        return np.flatnonzero(np.diff(self.periods, prepend=-1))

    @property
    def _count(self) -> int:
        return len(self._first)

    def _established(self, name: str) -> Array:
        """Return the posts that keep up without the measures [FTE], by bucket."""
        by_year = self.established[name]
        return np.array([by_year[year] for year in self._year_of_bucket])

    def _by_year(self, by_bucket: Array) -> Array:
        years = self._year_of_bucket
        return np.array([by_bucket[years == year].sum() for year in years_of(self.problem)])


def _begins(duties: Iterable[Duty]) -> dict[str, int]:
    """Return the first bucket in which a measure's work comes up or is spared."""
    begins: dict[str, int] = {}
    for duty in duties:
        first = next(bucket for bucket, units in enumerate(duty.units) if units)
        begins[duty.measure.id] = min(first, begins.get(duty.measure.id, first))
    return begins
