"""How long plans take to issue: a distribution from the published shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from burdens.problem.inputs import stand_in
from burdens.problem.lanes import on_time_share

if TYPE_CHECKING:
    from burdens.problem.inputs import Inputs

QUANTILES = 1000
BEND = (0.1, 0.9)
BAND_END = 52  # weeks: where the published bands of late plans part
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


def milestones(inputs: Inputs) -> tuple[Milestones, tuple[str, ...]]:
    """Return the steps of a case that ends in a plan, from the published timeliness, and notes.

    Steps keep their statutory place in a case of its length (6, 12 and 20 weeks), except that
    advice is done `opening.weeks_from_advice_to_final` before the plan where that is later, that
    the slowest share of cases waited over six weeks for the decision, as published, and that the
    last step takes the time for representations.
    """
    pathway = inputs.needs_assessment
    decide, advice, final = (
        pathway.milestone("decision").weeks or 0,
        pathway.milestone("advice").weeks or 0,
        pathway.milestone("final").weeks or 1,
    )
    reply = max((lag for _, lag in pathway.milestone("final").after), default=0)
    issued, of_times = issue_times(inputs, final)
    drafted = issued - reply
    slack = inputs.value("opening.weeks_from_advice_to_final")
    advised = np.minimum(np.maximum(issued * advice / final, issued - slack), drafted)
    in_time = np.minimum(decide, issued * decide / final)
    late, of_decisions = _late_decisions(inputs, in_time, decide)
    decided = np.minimum(late, advised)
    return Milestones(decided, advised, drafted, issued), (*of_times, *of_decisions)


def issue_times(inputs: Inputs, final: int) -> tuple[Times, tuple[str, ...]]:
    """Return the weeks to issue at evenly spaced quantiles, and notes.

    They run straight between the published knots, bent so that a published mean is met.
    """
    knots = (
        inputs.value("opening.shortest_weeks"),
        float(final),
        float(BAND_END),
        max(inputs.value("opening.longest_wait_weeks"), BAND_END + 1.0),
    )
    shares, notes = band_shares(inputs)
    spans = list(zip(knots[:-1], knots[1:], shares, strict=True))
    mean = inputs.figure(MEAN)
    if mean is None:
        middle = "the middle of each published band"
        notes = (*notes, stand_in("Mean time to issue a plan", middle, [MEAN]))
    bend = _bend(mean, spans)
    edges = np.concatenate([[0.0], np.cumsum(shares)])
    quantile = (np.arange(QUANTILES) + 0.5) / QUANTILES
    band = np.clip(np.searchsorted(edges, quantile, side="right") - 1, 0, len(spans) - 1)
    width = np.where(np.asarray(shares)[band] > 0, np.asarray(shares)[band], 1.0)
    place = np.clip((quantile - edges[band]) / width, 0.0, 1.0) ** (1 / bend - 1)
    low, high = np.asarray(knots)[band], np.asarray(knots)[band + 1]
    return np.asarray(low + (high - low) * place), notes


def band_shares(inputs: Inputs) -> tuple[tuple[float, float, float], tuple[str, ...]]:
    """Return the shares of plans issued within 20 weeks, in 20 to 52 and later, and notes.

    Exceptions are included. Where the later bands are missing, late plans are shared out between
    them as England's are.
    """
    on_time, notes = on_time_share(inputs, inputs.needs_assessment)
    later = [inputs.figure(name) for name in LATER]
    known = [count for count in later if count is not None]
    if notes or len(known) < len(LATER) or not sum(known):
        known = [inputs.england(name) for name in LATER]
    on_time = on_time or 0.0
    to_a_year, beyond = ((1 - on_time) * count / sum(known) for count in known)
    return (on_time, to_a_year, beyond), notes


def _bend(mean: float | None, spans: list[tuple[float, float, float]]) -> float:
    """Return where in its span the mean case lies, so that the published mean is met; else half."""
    if mean is None:
        return 0.5
    base = sum(low * share for low, _, share in spans)
    room = sum((high - low) * share for low, high, share in spans)
    return float(np.clip((mean - base) / room, *BEND)) if room > 0 else 0.5


def _late_decisions(inputs: Inputs, in_time: Times, limit: int) -> tuple[Times, tuple[str, ...]]:
    """Return decision times in which the slowest share, as published, is past the limit."""
    late, notes = inputs.share(
        "Share of requests decided late", ("decided_over_6_weeks",), ("decided_within_6_weeks",)
    )
    count = round(late * len(in_time))
    decided = in_time.copy()
    if count:
        longest = max(inputs.value("opening.longest_decision_weeks"), float(limit))
        decided[-count:] = np.linspace(limit, longest, count + 1)[1:]
    return decided, notes
