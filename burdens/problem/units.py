"""How often a line of a measure comes up, by bucket: the count before its values are applied."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from burdens.problem.calendar import DAYS_A_YEAR, WEEKS_A_YEAR

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.measures import Line, Measure
    from burdens.problem.build import Demand
    from burdens.problem.inputs import Inputs
    from burdens.problem.problem import Problem

Series = tuple[float, ...]
STOCKS = ("authority", "share_of_england", "plan", "staff")


def units_of(
    inputs: Inputs, demanded: Demand, problem: Problem, measure: Measure, line: Line
) -> Series | None:
    """Return a line's units by bucket, from the measure's start and as its phases reach them.

    Parameters
    ----------
    measure
        With its start filled in.

    Returns
    -------
    tuple or None
        Cases, plans, FTE or authorities; one-off units once, recurring stocks per year in
        place. None where a figure that the count needs is missing.
    """
    calendar = inputs.calendar
    begin = measure.start or calendar.start
    if line.kind == "one_off":
        stock = _stock(inputs, demanded, problem, line.each)
        found = None if stock is None else _once(inputs, measure, line, begin, stock)
    else:
        yearly = _by_bucket(inputs, demanded, problem, line.each)
        reach = [reached(measure, begin, day) for day in calendar.first_days]
        found = None if yearly is None else [n * r for n, r in zip(yearly, reach, strict=True)]
    if found is None:
        return None
    lag = -(-line.after_weeks // calendar.bucket_weeks)
    return tuple(([0.0] * lag + list(found))[: calendar.buckets])


def reached(measure: Measure, begin: dt.date, day: dt.date) -> float:
    """Return the share of cases that the phases have reached on a day."""
    if day < begin:
        return 0.0
    phases = int((day - begin).days / DAYS_A_YEAR) + 1
    return sum(measure.phasing[:phases])


def _once(
    inputs: Inputs,
    measure: Measure,
    line: Line,
    begin: dt.date,
    stock: Callable[[int], float],
) -> list[float]:
    """Return a stock spread over the buckets in which its phases fall."""
    size, buckets = inputs.calendar.bucket_weeks, inputs.calendar.buckets
    first = -(-(begin - inputs.calendar.start).days // 7) // size
    count = stock(min(first, buckets - 1))
    long, found = max(1, line.over_weeks // size), [0.0] * buckets
    for number, share in enumerate(measure.phasing):
        opens = first + round(number * WEEKS_A_YEAR / size)
        for bucket in range(opens, min(opens + long, buckets)):
            found[bucket] += count * share / long
    return found


def _stock(
    inputs: Inputs, demanded: Demand, problem: Problem, name: str
) -> Callable[[int], float] | None:
    """Return a stock by bucket; None where it is not known."""
    if name == "authority":
        return lambda _: 1.0
    if name == "staff":
        staff = sum(role.staff0 for role in problem.roles.values())
        return lambda _: staff
    plans = demanded.stock
    if plans is None:
        return None
    if name == "plan":
        size = inputs.calendar.bucket_weeks
        return lambda bucket: plans.plans[bucket * size]
    share = (inputs.figure("plans") or 0.0) / inputs.england("plans")
    return lambda _: share


def _by_bucket(inputs: Inputs, demanded: Demand, problem: Problem, name: str) -> Series | None:
    """Return what a recurring line counts in each bucket.

    A stock, the cases of the pathways that are counted under this name, or what becomes of them.
    """
    calendar = inputs.calendar
    stock = _stock(inputs, demanded, problem, name) if name in STOCKS else None
    if name in STOCKS:
        year = calendar.bucket_weeks / WEEKS_A_YEAR
        return stock and tuple(stock(bucket) * year for bucket in range(calendar.buckets))
    of_requests = _of_requests(inputs, demanded)
    if name in of_requests:
        lag, share = of_requests[name]
        weekly = tuple(demanded.requests.week(week - lag) * share for week in range(calendar.weeks))
        return calendar.by_bucket(weekly)
    if name == "amendment":
        reviews = _arrivals(
            demanded, [p.id for p in inputs.law.values() if p.arrives_as.plans == "reviews"]
        )
        return reviews and tuple(count * demanded.shares.amend for count in reviews)
    return _arrivals(demanded, [p.id for p in inputs.law.values() if p.counted_as == name])


def _arrivals(demanded: Demand, pathways: list[str]) -> Series | None:
    known = [demanded.cases[name].arrivals for name in pathways if name in demanded.cases]
    if not known:
        return None
    return tuple(map(sum, zip(*known, strict=True)))


def _of_requests(inputs: Inputs, demanded: Demand) -> dict[str, tuple[int, float]]:
    """Return what becomes of requests: how long after [weeks], and for which share of them."""
    pathway, shares = inputs.needs_assessment, demanded.shares
    decide = pathway.milestone("decision").weeks or 0
    final = pathway.milestone("final").weeks or 0
    return {
        "request": (0, 1.0),
        "refusal": (decide, 1 - shares.assess),
        "assessment": (decide, shares.assess),
        "new_plan": (final, shares.final),
    }
