"""Timeliness, the measure that the Department for Education publishes first.

The Department counts the plans issued in a calendar year, and of them those issued within 20 weeks
of the request. What is overdue, how long plans take and how long the longest waits stand beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from burdens.plans.flow import Completions, Flow, by_pathway, completions, open_cases, overdue_cases
from burdens.plans.periods import (
    WEEKS_A_YEAR,
    calendar_year_of,
    first_day,
    quarter_of,
    shared_out,
)
from burdens.problem import Pathway, Problem
from burdens.programme.model import Array

FEWEST_CASES = 0.5
CASES = (
    "pathway",
    "week",
    "arrived_cases",
    "open_cases",
    "overdue_cases",
    "overdue_52_weeks_cases",
)


@dataclass(frozen=True)
class Issued:
    """Completions of the task whose timeliness is published, all lanes together.

    Attributes
    ----------
    on_time, late
        Cases done within the limit and past it, by bucket of completion.
    weeks
        Sum of the weeks they took, by bucket of completion.
    exceptions
        Share of cases in which a listed reason excuses the clock.
    """

    on_time: Array
    late: Array
    weeks: Array
    exceptions: float


def issued(problem: Problem, flows: Sequence[Flow]) -> Issued | None:
    """Return what is issued in each bucket; None where the Problem has no published measure."""
    rule = problem.published
    if rule is None:
        return None
    parts = [
        completions(flow)
        for flow in flows
        if flow.lane.pathway.id == rule.pathway and flow.task.id == rule.task
    ]
    everything = joined(parts)
    within = everything.waits <= rule.within
    half = 0.5  # a case starts and ends in the middle of its bucket in the mean
    weeks = np.maximum(everything.waits, half) * problem.bucket_weeks * everything.cases
    return Issued(
        _by_end(problem, everything, np.where(within, everything.cases, 0.0)),
        _by_end(problem, everything, np.where(within, 0.0, everything.cases)),
        _by_end(problem, everything, weeks),
        next(one.exceptions for one in problem.pathways if one.id == rule.pathway),
    )


def joined(parts: Sequence[Completions]) -> Completions:
    """Return the completions of several flows as one."""
    if not parts:
        nothing = np.empty(0, dtype=np.int64)
        return Completions(nothing, nothing, np.empty(0))
    return Completions(
        start=np.concatenate([part.start for part in parts]),
        end=np.concatenate([part.end for part in parts]),
        cases=np.concatenate([part.cases for part in parts]),
    )


def _by_end(problem: Problem, of: Completions, amounts: Array) -> Array:
    sums = np.bincount(of.end, amounts, minlength=problem.buckets)[: problem.buckets]
    return sums.astype(np.float64)


def on_time(problem: Problem, flows: Sequence[Flow]) -> pd.DataFrame:
    """Return plans issued and the share of them on time, by calendar year and by quarter.

    Columns: period (year or quarter), start, issued_cases, on_time, on_time_excluding_exceptions,
    mean_weeks.
    """
    rows = []
    found = issued(problem, flows)
    for name, period in (("year", calendar_year_of), ("quarter", quarter_of)):
        if found is not None:
            rows += _rates(problem, found, name, period)
    columns = [
        "period",
        "start",
        "issued_cases",
        "on_time",
        "on_time_excluding_exceptions",
        "mean_weeks",
    ]
    return pd.DataFrame(rows, columns=columns)


def _rates(
    problem: Problem, found: Issued, name: str, period: Callable[[date], date]
) -> list[tuple[str, date, float, float, float, float]]:
    counted = shared_out(problem, period, found.on_time + found.late)
    prompt = shared_out(problem, period, found.on_time)
    weeks = shared_out(problem, period, found.weeks)
    rows = []
    for start, cases in counted.items():
        some = cases > FEWEST_CASES
        share = min(prompt[start] / cases, 1.0) if some else float("nan")
        unexcused = min(share / (1 - found.exceptions), 1.0) if some else float("nan")
        mean = weeks[start] / cases if some else float("nan")
        rows.append((name, start, cases, share, unexcused, mean))
    return rows


def cases(problem: Problem, flows: Sequence[Flow]) -> pd.DataFrame:
    """Return cases arrived, open and overdue at the end of each step, by pathway.

    Columns: pathway, week, arrived_cases, open_cases, overdue_cases, overdue_52_weeks_cases.
    """
    count = problem.buckets
    reported = slice(problem.reported_buckets)
    late = overdue(problem, flows)
    later = overdue(problem, flows, WEEKS_A_YEAR // problem.bucket_weeks)
    weeks = [first_day(problem, bucket) for bucket in range(problem.reported_buckets)]
    parts = [
        pd.DataFrame(
            {
                "pathway": pathway.id,
                "week": weeks,
                "arrived_cases": pathway.arrivals[reported],
                "open_cases": _added(count, [open_cases(lane, count) for lane in lanes])[reported],
                "overdue_cases": late[pathway.id],
                "overdue_52_weeks_cases": later[pathway.id],
            }
        )
        for pathway, lanes in _lanes(problem, flows)
    ]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=CASES)


def overdue(problem: Problem, flows: Sequence[Flow], age: int = 0) -> dict[str, Array]:
    """Return the cases past a limit by `age` buckets or more, by pathway and reported bucket."""
    count = problem.buckets
    return {
        pathway.id: _added(count, [overdue_cases(lane, count, age) for lane in lanes])[
            : problem.reported_buckets
        ]
        for pathway, lanes in _lanes(problem, flows)
    }


def _lanes(problem: Problem, flows: Sequence[Flow]) -> Iterator[tuple[Pathway, list[list[Flow]]]]:
    lanes = by_pathway(problem, flows)
    for pathway in problem.pathways:
        yield pathway, lanes[pathway.id]


def _added(count: int, parts: Sequence[Array]) -> Array:
    total: Array = np.sum([part for part in parts if len(part)] or [np.zeros(count)], axis=0)
    return total


def on_time_from(problem: Problem, overdue: pd.DataFrame) -> date | None:
    """Return the first day from which nothing is overdue to the end; None if there is none.

    Parameters
    ----------
    overdue
        What `cases` returns.
    """
    late = overdue.groupby("week", sort=True)["overdue_cases"].sum() >= FEWEST_CASES
    if not late.any():
        return problem.start
    weeks = list(late.index)
    last = max(place for place, value in enumerate(late) if value)
    return weeks[last + 1] if last + 1 < len(weeks) else None
