"""What an overdue case weighs: the more, the older it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burdens.problem.inputs import Inputs

AGES = (13, 26, 52)  # weeks past a limit at which a case weighs more
TIE = 0.001  # kinds of case that weigh the same would be late by turns, at the solver's whim


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
