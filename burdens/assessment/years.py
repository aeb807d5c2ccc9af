"""The financial years of an assessment: whole ones, those that continue them, and part years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from burdens.errors import Fault, ScenarioError
from burdens.plans import financial_year
from burdens.problem import Problem
from burdens.problem.calendar import APRIL, WEEKS_A_YEAR
from burdens.scenario import Scenario

Array = NDArray[np.float64]
LAST_WEEKS_OF_MARCH = 3  # that a plan may leave out of its last year: its run-out has them


@dataclass(frozen=True)
class PartYear:
    """A financial year of which the plan covers a part.

    Attributes
    ----------
    year
        First year of the financial year.
    first, last
        The days covered.
    """

    year: int
    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class Years:
    """Which financial years are reported.

    Attributes
    ----------
    covered
        First years of the financial years that the plan covers from their start to their end.
    continued
        Those past the plan's end, which repeat the last covered one.
    parts
        Years at either end of the covered ones, of which the plan covers a part; in no sum.
    by_bucket
        Financial year of each bucket; 0 where it is not reported.
    """

    covered: tuple[int, ...]
    continued: tuple[int, ...]
    parts: tuple[PartYear, ...]
    by_bucket: tuple[int, ...]

    @property
    def all(self) -> tuple[int, ...]:
        """Every whole year reported, in order."""
        return (*self.covered, *self.continued)

    @property
    def names(self) -> tuple[str, ...]:
        """Their names, such as ``2027-28``."""
        return tuple(map(financial_year, self.all))

    @property
    def of_parts(self) -> Years:
        """The part years, as if they were all that is reported."""
        return Years(tuple(part.year for part in self.parts), (), (), self.by_bucket)

    def sums(self, by_bucket: Sequence[float], *, recurring: bool) -> Array:
        """Add a series up by year [same unit]; later years repeat the last where it recurs."""
        counted = np.asarray(by_bucket)
        years = np.asarray(self.by_bucket)
        sums = [float(counted[years == year].sum()) for year in self.covered]
        return self.extended(np.array(sums), recurring=recurring)

    def extended(self, covered: Array, *, recurring: bool) -> Array:
        """Carry yearly numbers on over the continued years."""
        if not self.continued:
            return covered
        later = covered[-1] if recurring else 0.0
        return np.concatenate([covered, np.full(len(self.continued), later)])


def years_of(scenario: Scenario, problem: Problem) -> Years:
    """Return the first whole financial years of a plan, and the part years beside them.

    Raises
    ------
    ScenarioError
        Where the plan covers no financial year from its start to its end.
    """
    size = problem.bucket_weeks
    by_bucket = [problem.years[month] for month in problem.months]
    reported = problem.reported_buckets
    last = by_bucket[reported - 1]
    spare = by_bucket[reported : reported + -(-LAST_WEEKS_OF_MARCH // size)].count(last)
    end = reported + spare
    whole = [
        year
        for year in range(by_bucket[0], last + 1)
        if by_bucket[:end].count(year) * size >= WEEKS_A_YEAR
    ]
    if not whole:
        fault = Fault(
            f"is {scenario.horizon_weeks}: the plan covers no whole financial year.",
            "Write 156 for three years.",
            field="horizon_weeks",
        )
        raise ScenarioError("The burden cannot be told by financial year", [fault])
    count = scenario.assessment.years
    covered = tuple(whole[:count])
    missing = count - len(covered)
    continued = tuple(range(covered[-1] + 1, covered[-1] + 1 + missing))
    beside = (covered[0] - 1, covered[-1] + 1)
    parts = tuple(
        _part(scenario, year)
        for year in beside
        if year in by_bucket[:reported] and year not in whole
    )
    known = {*covered, *(part.year for part in parts)}
    shown = [year if year in known else 0 for year in by_bucket]
    for bucket in range(reported, len(shown)):
        if bucket >= end or shown[bucket] not in covered:
            shown[bucket] = 0
    return Years(covered, continued, parts, tuple(shown))


def _part(scenario: Scenario, year: int) -> PartYear:
    return PartYear(
        year=year,
        first=max(scenario.start, dt.date(year, APRIL, 1)),
        last=min(scenario.end, dt.date(year + 1, APRIL, 1)) - dt.timedelta(days=1),
    )
