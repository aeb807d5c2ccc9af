"""How sure the work of a case is: the range of a role's hours that the evidence allows."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burdens.evidence import Value
    from burdens.problem.inputs import Inputs
    from burdens.problem.problem import Problem

OF_A_POST = ("time.hours_per_fte_year", "time.direct_share")


def work_spread(inputs: Inputs, problem: Problem, role: str) -> tuple[float, float]:
    """Return low and high work of a mean case over the central one, in posts.

    Each value moves by itself from its central to its low and high end; ends are added up as
    independent ones are, by squares. All values at one end at once is no range anyone can use.
    """
    hours = {
        f"hours.{pathway.id}.{task.id}.{role}": sum(pathway.arrivals)
        * task.share
        * task.hours[role]
        for pathway in problem.pathways
        for task in pathway.tasks
        if task.hours.get(role)
    }
    total = sum(hours.values())
    if not total:
        return 1.0, 1.0
    ends = [
        _ends(inputs.evidence[name], part / total)
        for name, part in hours.items()
        if name in inputs.evidence
    ]
    of_a_post = [inputs.evidence[f"{name}.{role}"] for name in OF_A_POST]
    ends += [_ends_of_a_post(value) for value in of_a_post]
    down = sqrt(sum(min(low, high, 0.0) ** 2 for low, high in ends))
    up = sqrt(sum(max(low, high, 0.0) ** 2 for low, high in ends))
    return 1 / (1 + down), 1 + up


def _ends(value: Value, part: float) -> tuple[float, float]:
    """Return what the ends of a value change, as a share of all work."""
    if not value.central:
        return 0.0, 0.0
    return (
        part * (value.low / value.central - 1),
        part * (value.high / value.central - 1),
    )


def _ends_of_a_post(value: Value) -> tuple[float, float]:
    """Return the same of hours of a post: more of them are fewer posts."""
    return value.central / value.high - 1, value.central / value.low - 1
