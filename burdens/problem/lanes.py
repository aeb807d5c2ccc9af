"""Which cases come first, what lateness weighs, and the timeliness that is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.problem.issue_times import COUNTED, IN_TIME, band_shares
from burdens.problem.problem import Published

if TYPE_CHECKING:
    from burdens.problem.inputs import Inputs

MEASURED = ("needs_assessment", "final")
AGES = ((0, 1.0), (13, 3.0), (26, 10.0), (52, 30.0))


def kept_share(inputs: Inputs, pathway: str) -> float:
    return band_shares(inputs)[0] if pathway == MEASURED[0] else 0.0


def overdue_weights(weight: float, bucket_weeks: int) -> tuple[tuple[int, float], ...]:
    return tuple((age // bucket_weeks, weight * factor * bucket_weeks) for age, factor in AGES)


def published_timeliness(inputs: Inputs) -> Published | None:
    pathway, task = MEASURED
    plans, within = inputs.figure(COUNTED), inputs.figure(IN_TIME)
    known = plans and within is not None
    return Published(
        pathway=pathway,
        task=task,
        within=inputs.weeks(pathway, task) // inputs.calendar.bucket_weeks,
        year=inputs.scenario.figures[IN_TIME].year if known else None,
        on_time=min(within / plans, 1.0) if known else None,
    )
