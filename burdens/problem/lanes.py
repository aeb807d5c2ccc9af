"""Which cases come first, what lateness weighs, and the timeliness that is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.problem.issue_times import COUNTED, IN_TIME, band_shares
from burdens.problem.problem import Published

if TYPE_CHECKING:
    from burdens.problem.inputs import Inputs

MEASURED = ("needs_assessment", "final")
AGES = (13, 26, 52)  # weeks past a limit at which a case weighs more
TIE = 0.001  # kinds of case that weigh the same would be late by turns, at the solver's whim


def kept_share(inputs: Inputs, pathway: str) -> float | None:
    """Return the share of a pathway's cases in the kept lane; None where it has none."""
    own = inputs.scenario.kept_share
    if own is not None:
        return own
    return band_shares(inputs)[0] if pathway == MEASURED[0] else None


def overdue_weights(inputs: Inputs, pathway: str) -> tuple[tuple[int, float], ...]:
    """Return the weight of an overdue case from each age on [buckets past the limit, per bucket].

    Kinds of case weigh the same but for a thousandth a place in the law's order, so that no two
    plans are equally good.
    """
    size = inputs.calendar.bucket_weeks
    place = list(inputs.law).index(pathway)
    weight = inputs.value("weights.overdue_case_week") * size * (1 - TIE * place)
    ages = [(age // size, inputs.value(f"weights.overdue_{age}_weeks")) for age in AGES]
    return ((0, weight), *((age, weight * factor) for age, factor in ages))


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
