"""The cases of each pathway: who arrives, who is open at the start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burdens.problem import opening
from burdens.problem.demand import flow_of
from burdens.problem.opening import Group
from burdens.problem.stock import Stock, arrivals_of_reviews
from burdens.problem.transfers import transfers

if TYPE_CHECKING:
    from burdens import law
    from burdens.problem.calendar import Calendar
    from burdens.problem.demand import Flow, Shares
    from burdens.problem.inputs import Inputs


@dataclass(frozen=True)
class Cases:
    """The cases of one pathway.

    Attributes
    ----------
    arrivals
        Cases whose clock starts, by bucket.
    yearly
        Cases of a year at the volumes of the figures.
    open
        Cases open at the start, as estimated.
    """

    arrivals: tuple[float, ...]
    yearly: float
    open: tuple[Group, ...] = ()


def cases_of(
    inputs: Inputs, requests: Flow, shares: Shares, stock: Stock | None
) -> tuple[dict[str, Cases], tuple[str, ...]]:
    """Return the cases of every pathway whose figure is known, and a note on each of the others.

    A pathway of the law arrives as its file says, so that a new one needs no line here.
    """
    cases: dict[str, Cases] = {}
    notes: list[str] = []
    for name, pathway in inputs.law.items():
        if pathway.arrives_as.plans is None:
            known, remarks = _counted(inputs, pathway, requests, shares)
        else:
            known, remarks = _of_plans(inputs, pathway, shares, stock)
        notes += remarks
        if known is not None:
            cases[name] = known
    return cases, tuple(dict.fromkeys(notes))


def nobody(calendar: Calendar) -> Cases:
    """Return the cases of a pathway without new ones."""
    return Cases((0.0,) * calendar.buckets, 0.0)


def _counted(
    inputs: Inputs, pathway: law.Pathway, requests: Flow, shares: Shares
) -> tuple[Cases | None, tuple[str, ...]]:
    """Return the cases of a pathway that a figure counts."""
    flow = flow_of(inputs, pathway.arrives_as, requests.growth)
    if flow is None:
        return None, (_left_out(pathway, str(pathway.arrives_as.figure)),)
    groups, notes = opening.of_flow(inputs, pathway, flow, shares)
    return Cases(flow.arrivals, flow.annual, groups), notes


def _of_plans(
    inputs: Inputs, pathway: law.Pathway, shares: Shares, stock: Stock | None
) -> tuple[Cases | None, tuple[str, ...]]:
    """Return the cases of a pathway that follow from the plans in place."""
    if stock is None:
        return None, (_left_out(pathway, "plans"),)
    if pathway.arrives_as.plans == "transfers":
        arrivals, yearly, groups, notes = transfers(inputs, stock, pathway)
        return Cases(arrivals, yearly, groups), notes
    groups, notes = opening.reviews(inputs, pathway, stock, shares)
    return Cases(arrivals_of_reviews(inputs, stock), stock.reviews_due(0), groups), notes


def _left_out(pathway: law.Pathway, figure: str) -> str:
    return f"{pathway.title}: left out, as figures.{figure} is missing; type the number there."


def live_assessments(inputs: Inputs, requests: Flow, shares: Shares, week: int) -> float:
    """Return the requests and assessments whose clock runs in a week, all on time [cases]."""
    pathway = inputs.needs_assessment
    stages = [
        (pathway.milestone("decision").weeks or 0, 1.0),
        (pathway.milestone("no_plan").weeks or 0, shares.assess),
        (pathway.milestone("final").weeks or 0, shares.final),
    ]
    total, since = 0.0, 0
    for until, share in stages:
        total += share * sum(requests.week(week - age) for age in range(since, until))
        since = until
    return total
