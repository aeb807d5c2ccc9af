"""The plans issued in each year or quarter of a plan, and the names of those times."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burdens.plans.periods import first_day

if TYPE_CHECKING:
    from burdens.plans import Plan

FIRST_MONTH, LAST_MONTH = 1, 12


@dataclass(frozen=True)
class Period:
    """The plans issued in a calendar year or quarter.

    Attributes
    ----------
    start
        Its first day.
    on_time, excused
        Share within the legal limit, and the same with exceptions left out.
    weeks
        Mean time from request to plan [weeks].
    """

    start: dt.date
    on_time: float
    excused: float
    weeks: float

    @property
    def quarter(self) -> str:
        """Name of the quarter, such as April to June 2027."""
        end = self.start.replace(month=self.start.month + 2)
        return f"{self.start:%B} to {end:%B %Y}"


def periods(plan: Plan, kind: str) -> list[Period]:
    """Return the periods in which any plan is issued.

    Parameters
    ----------
    kind
        ``year`` or ``quarter``.
    """
    rows = plan.on_time[plan.on_time["period"] == kind].dropna(subset=["on_time"])
    return [
        Period(
            row["start"],
            float(row["on_time"]),
            float(row["on_time_excluding_exceptions"]),
            float(row["mean_weeks"]),
        )
        for row in rows.to_dict("records")
    ]


def limit_weeks(plan: Plan) -> int:
    """Return the time within which a plan counts as issued on time [weeks]."""
    published = plan.problem.published
    return 0 if published is None else published.within * plan.problem.bucket_weeks


def year_name(plan: Plan, year: int) -> str:
    """Return a calendar year of a plan, with the months where the plan has a part of it only."""
    problem = plan.problem
    last = first_day(problem, problem.reported_buckets) - dt.timedelta(days=1)
    begins = problem.start.year == year and problem.start.month > FIRST_MONTH
    ends = last.year == year and last.month < LAST_MONTH
    if begins and ends:
        return f"{year} ({problem.start:%B} to {last:%B})"
    if begins:
        return f"{year} (from {problem.start:%B})"
    return f"{year} (to {last:%B})" if ends else str(year)
