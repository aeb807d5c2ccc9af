"""How long plans take to issue: a distribution from the published shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from burdens.problem.inputs import Inputs

QUANTILES = 1000
BEND = (0.1, 0.9)
COUNTED, IN_TIME = "timeliness_plans", "issued_within_20_weeks"
LATER = ("issued_20_to_52_weeks", "issued_over_52_weeks")
MEAN = "mean_weeks_to_issue"

Times = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Milestones:
    """Weeks after the request at which equally many cases pass each step, fastest case first.

    Attributes
    ----------
    decided, advised, drafted, issued
        Decision to assess, last advice, draft plan, final plan [weeks], by quantile.
    """

    decided: Times
    advised: Times
    drafted: Times
    issued: Times


def milestones(inputs: Inputs) -> Milestones:
    """Place the steps of a case that ends in a plan, from the published timeliness.

    Steps keep their statutory place in a case of its length (6, 12 and 20 weeks), except that
    advice is done `opening.weeks_from_advice_to_final` before the plan where that is later, that
    the slowest share of cases waited over six weeks for the decision, as published, and that the
    last step takes the time for representations.
    """
    decide, advice, final = (
        inputs.weeks("needs_assessment", task) for task in ("decide", "ep_advice", "final")
    )
    reply = max(lag for _, lag in inputs.law["needs_assessment"].task("final").after)
    issued = issue_times(inputs, final)
    drafted = issued - reply
    slack = inputs.value("opening.weeks_from_advice_to_final")
    advised = np.minimum(np.maximum(issued * advice / final, issued - slack), drafted)
    in_time = np.minimum(decide, issued * decide / final)
    decided = np.minimum(_late_decisions(inputs, in_time, decide), advised)
    return Milestones(decided, advised, drafted, issued)


def issue_times(inputs: Inputs, final: int) -> Times:
    """Give the weeks to issue at evenly spaced quantiles, straight between the published knots."""
    knots = (
        inputs.value("opening.shortest_weeks"),
        float(final),
        52.0,  # the published band ends here
        max(inputs.value("opening.longest_wait_weeks"), 53.0),
    )
    shares = band_shares(inputs)
    spans = list(zip(knots[:-1], knots[1:], shares, strict=True))
    mean = inputs.figure(MEAN)
    if mean is None:
        inputs.stand_in("Mean time to issue a plan", "the middle of each published band", [MEAN])
    bend = _bend(mean, spans)
    edges = np.concatenate([[0.0], np.cumsum(shares)])
    quantile = (np.arange(QUANTILES) + 0.5) / QUANTILES
    band = np.clip(np.searchsorted(edges, quantile, side="right") - 1, 0, len(spans) - 1)
    width = np.where(np.asarray(shares)[band] > 0, np.asarray(shares)[band], 1.0)
    place = np.clip((quantile - edges[band]) / width, 0.0, 1.0) ** (1 / bend - 1)
    low, high = np.asarray(knots)[band], np.asarray(knots)[band + 1]
    return np.asarray(low + (high - low) * place)


def band_shares(inputs: Inputs) -> tuple[float, float, float]:
    """Give the shares of plans issued within 20 weeks, in 20 to 52 and later, exceptions included.

    Where the later bands are missing, late plans are shared out between them as England's are.
    """
    missing = [name for name in (COUNTED, IN_TIME) if inputs.figure(name) is None]
    plans, within = inputs.figure(COUNTED), inputs.figure(IN_TIME)
    later: list[float | None] = [inputs.figure(name) for name in LATER]
    if not plans or within is None:
        plans, within = inputs.england(COUNTED), inputs.england(IN_TIME)
        england = f"England's {within / plans:.1%} within 20 weeks"
        inputs.stand_in("Time to issue plans", england, missing or [COUNTED])
        later = []
    known = [count for count in later if count is not None]
    if len(known) < len(LATER) or not sum(known):
        known = [inputs.england(name) for name in LATER]
    on_time = min(within / plans, 1.0)
    to_a_year, beyond = ((1 - on_time) * count / sum(known) for count in known)
    return on_time, to_a_year, beyond


def _bend(mean: float | None, spans: list[tuple[float, float, float]]) -> float:
    """Give where in its span the mean case lies, so that the published mean is met; else half."""
    if mean is None:
        return 0.5
    base = sum(low * share for low, _, share in spans)
    room = sum((high - low) * share for low, high, share in spans)
    return float(np.clip((mean - base) / room, *BEND)) if room > 0 else 0.5


def _late_decisions(inputs: Inputs, in_time: Times, limit: int) -> Times:
    """Let the slowest share of cases, as published, wait longer than the limit for a decision."""
    late = inputs.share(
        "Share of requests decided late", ("decided_over_6_weeks",), ("decided_within_6_weeks",)
    )
    count = round(late * len(in_time))
    decided = in_time.copy()
    if count:
        longest = max(inputs.value("opening.longest_decision_weeks"), float(limit))
        decided[-count:] = np.linspace(limit, longest, count + 1)[1:]
    return decided
