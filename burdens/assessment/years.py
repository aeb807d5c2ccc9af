"""The financial years of an assessment: those the plan covers, and those that continue it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from burdens.errors import Fault, ScenarioError
from burdens.problem import Problem
from burdens.programme import financial_year
from burdens.scenario import Scenario

Array = NDArray[np.float64]
LAST_WEEKS_OF_MARCH = 3


@dataclass(frozen=True)
class Years:
    """Which financial years are reported.

    Attributes
    ----------
    covered
        First years of the financial years that the plan covers to their end.
    continued
        Those past the plan's end, which repeat the last covered one.
    by_bucket
        Financial year of each bucket; 0 where it is not reported.
    """

    covered: tuple[int, ...]
    continued: tuple[int, ...]
    by_bucket: tuple[int, ...]

    @property
    def all(self) -> tuple[int, ...]:
        """Every year reported, in order."""
        return (*self.covered, *self.continued)

    @property
    def names(self) -> tuple[str, ...]:
        """Their names, such as ``2027-28``."""
        return tuple(map(financial_year, self.all))

    def sums(self, by_bucket: Sequence[float], *, recurring: bool) -> Array:
        """Add a series up by year [same unit]; later years repeat the last where it recurs."""
        counted = np.asarray(by_bucket)
        years = np.asarray(self.by_bucket)
        found = [float(counted[years == year].sum()) for year in self.covered]
        return self.extended(np.array(found), recurring=recurring)

    def extended(self, covered: Array, *, recurring: bool) -> Array:
        """Carry yearly numbers on over the continued years."""
        later = covered[-1] if recurring else 0.0
        return np.concatenate([covered, np.full(len(self.continued), later)])


def years_of(scenario: Scenario, problem: Problem) -> Years:
    """Find the years to report.

    Raises
    ------
    ScenarioError
        Where the plan covers no financial year to its end.
    """
    last = problem.reported_buckets - 1
    by_bucket = [problem.years[month] for month in problem.months]
    end = by_bucket[last]
    weeks = sum(year == end for year in by_bucket[: last + 1]) * problem.bucket_weeks
    is_whole = weeks + LAST_WEEKS_OF_MARCH >= 52 or by_bucket[last + 1 :][:1] == [end + 1]
    ends = [year for year in range(by_bucket[0], end + 1) if year < end or is_whole]
    if not ends:
        fault = Fault(
            f"is {scenario.horizon_weeks}: the plan covers no financial year to its end.",
            "Write 156 for three years.",
            field="horizon_weeks",
        )
        raise ScenarioError("The burden cannot be told by financial year", [fault])
    count = scenario.assessment.years
    covered = tuple(ends[:count])
    missing = count - len(covered)
    continued = tuple(range(covered[-1] + 1, covered[-1] + 1 + missing))
    reported = tuple(
        year if year in covered and bucket <= last else 0 for bucket, year in enumerate(by_bucket)
    )
    return Years(covered, continued, reported)
