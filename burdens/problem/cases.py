"""The cases of each pathway: who arrives, who is open at the start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burdens.problem import demand, opening
from burdens.problem.opening import Group
from burdens.problem.stock import Stock, arrivals_of_reviews

if TYPE_CHECKING:
    from collections.abc import Iterable

    from burdens.problem.calendar import Calendar
    from burdens.problem.demand import Flow, Shares
    from burdens.problem.inputs import Inputs

LIKE_REQUESTS = {
    "mediation": "mediations",
    "reassessment": "reassessments",
    "order_assess": "orders_to_assess",
    "order_plan": "orders_to_make_plan",
}


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
) -> dict[str, Cases]:
    """Give the cases of every pathway whose figure is known, and note the others."""
    found = {
        "needs_assessment": _cases(requests, opening.assessments(inputs, requests, shares)),
        **_of_plans(inputs, shares, stock),
        **_appeals(inputs),
    }
    for pathway, figure in LIKE_REQUESTS.items():
        flow = demand.requests_like(inputs, figure)
        if flow is None:
            _leave_out(inputs, pathway, figure)
        else:
            open_cases = opening.mediations(inputs, flow) if pathway == "mediation" else ()
            found[pathway] = _cases(flow, open_cases)
    return {pathway: found[pathway] for pathway in inputs.law if pathway in found}


def nobody(calendar: Calendar) -> Cases:
    """Give a pathway without new cases."""
    return Cases((0.0,) * calendar.buckets, 0.0)


def _cases(flow: Flow, open_cases: Iterable[Group]) -> Cases:
    return Cases(flow.arrivals, flow.annual, tuple(open_cases))


def _appeals(inputs: Inputs) -> dict[str, Cases]:
    flow = demand.appeals(inputs)
    if flow is None:
        _leave_out(inputs, "appeal", "appeals")
        return {}
    return {"appeal": _cases(flow, opening.appeals(inputs, flow))}


def _of_plans(inputs: Inputs, shares: Shares, stock: Stock | None) -> dict[str, Cases]:
    transfers = [name for name in inputs.law if name.startswith("phase_transfer")]
    if stock is None:
        for pathway in ("annual_review", *transfers):
            _leave_out(inputs, pathway, "plans")
        return {}
    open_reviews = tuple(opening.reviews(inputs, stock, shares))
    reviews = Cases(arrivals_of_reviews(inputs, stock), stock.reviews_due(0), open_reviews)
    found = {"annual_review": reviews}
    return found | {name: _transfers(inputs, stock, name) for name in transfers}


def _transfers(inputs: Inputs, stock: Stock, pathway: str) -> Cases:
    """Let each year's transfers arrive the planning window before the bucket of their deadline.

    A season under way at the start is open, with the part already due dealt with evenly.
    """
    calendar, task = inputs.calendar, inputs.law[pathway].tasks[-1]
    window = (task.window_weeks or 0) // calendar.bucket_weeks
    to_post16 = inputs.value("volumes.phase_transfer_post16_share")
    share = stock.transfer_share * (to_post16 if pathway.endswith("post16") else 1 - to_post16)
    arrivals, open_cases = [0.0] * calendar.buckets, []
    last = calendar.monday(calendar.weeks + window * calendar.bucket_weeks).year
    for year in range(calendar.start.year, last + 1):
        deadline = calendar.deadline(year, *(task.deadline or (1, 1)))
        begin = deadline - window
        if 0 <= begin < calendar.buckets:
            arrivals[begin] += share * stock.plans[begin * calendar.bucket_weeks]
        elif begin < 0 <= deadline:
            weeks = -begin * calendar.bucket_weeks
            left = share * stock.plans[0] * (deadline + 1) / (window + 1)
            open_cases.append(Group(task.id, weeks, left))
            inputs.note(
                f"{inputs.law[pathway].title}: the season of {year} is under way at the start; "
                f"{left:.0f} cases are taken as left. Type your own under opening."
            )
    return Cases(tuple(arrivals), share * stock.plans[0], tuple(open_cases))


def _leave_out(inputs: Inputs, pathway: str, figure: str) -> None:
    title = inputs.law[pathway].title
    inputs.note(f"{title}: left out, as figures.{figure} is missing; type the number there.")


def live_assessments(inputs: Inputs, requests: Flow, shares: Shares, week: int) -> float:
    """Give the requests and assessments whose clock runs in a week, all on time [cases]."""
    stages = [
        (inputs.weeks("needs_assessment", "decide"), 1.0),
        (inputs.weeks("needs_assessment", "no_plan"), shares.assess),
        (inputs.weeks("needs_assessment", "final"), shares.final),
    ]
    total, since = 0.0, 0
    for until, share in stages:
        total += share * sum(requests.week(week - age) for age in range(since, until))
        since = until
    return total
