"""Who is in post at the start: as typed, or implied by spending or by the work done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burdens.problem.prices import employed_cost
from burdens.scenario import roles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burdens.problem.inputs import Inputs
    from burdens.scenario.role import Spending


@dataclass(frozen=True)
class InPost:
    """The staff of one role at the start.

    Attributes
    ----------
    low, central, high
        FTE in post; all the same where typed, or where no range is known.
    typed
        Whether the user typed them; otherwise they are implied.
    """

    low: float
    central: float
    high: float
    typed: bool = False


def in_post(inputs: Inputs, work: Mapping[str, float]) -> tuple[dict[str, InPost], tuple[str, ...]]:
    """Return the staff at the start, and a sentence on each role whose staff is implied.

    Spending implies the staff of every role that names its line together: what typed staff cost
    comes off, and the rest is shared out as the work of a year is. The share that buys staff was
    derived at pay with on-costs, so it buys people at that price; its other part is what pays for
    overheads.

    Parameters
    ----------
    work
        Staff that the work of a year takes at the volumes of the figures [FTE], by role.

    Returns
    -------
    staff
        By role, in the order of the scenario.
    notes
        For each implied role: how many, within which range, why, and where to type one's own.
    """
    typed = {
        role: number
        for role, staffing in inputs.scenario.staff.items()
        if (number := staffing.known_in_post) is not None
    }
    staff: dict[str, InPost] = {}
    notes: list[str] = []
    for role in inputs.scenario.staff:
        if role in typed:
            staff[role] = InPost(typed[role], typed[role], typed[role], typed=True)
            continue
        staff[role], why = _implied(inputs, role, work, typed)
        implied = _fte(staff[role].central)
        notes.append(
            f"{roles()[role].title}: {implied} at the start, {why}. Type your own under "
            f"staff.{role}.in_post."
        )
    return staff, tuple(notes)


def _implied(
    inputs: Inputs, role: str, work: Mapping[str, float], typed: Mapping[str, float]
) -> tuple[InPost, str]:
    """Return a role's staff where nobody typed it, and what implies it."""
    fact, why = roles()[role], ""
    if fact.assists is not None:
        return InPost(0.0, 0.0, 0.0), "as nothing published implies any"
    if fact.spending is not None:
        bought = _bought(inputs, role, fact.spending, work, typed)
        if isinstance(bought, InPost):
            span = (
                f"{bought.low:.1f} to {bought.high:.1f} by the range of the share that buys staff"
            )
            return bought, f"implied by section 251 spending ({span})"
        why = f", as {bought}"
    same = work[role]
    return InPost(same, same, same), f"implied by the work of a year at the published volumes{why}"


def _bought(
    inputs: Inputs,
    role: str,
    spending: Spending,
    work: Mapping[str, float],
    typed: Mapping[str, float],
) -> InPost | str:
    """Return the staff that spending buys, or why it implies none."""
    pounds = inputs.figure(spending.figure)
    if not pounds:
        return f"figures.{spending.figure} is missing or zero"
    named = [name for name in inputs.scenario.staff if roles()[name].spending == spending]
    costs = {name: employed_cost(inputs, name) for name in named}
    spoken_for = sum(typed.get(name, 0.0) * costs[name] for name in named)
    weights = {name: work[name] for name in named if name not in typed}
    if not any(weights.values()):
        weights = dict.fromkeys(weights, 1.0)
    each = weights[role] / sum(weight * costs[name] for name, weight in weights.items())
    value = inputs.evidence[spending.share]
    low, central, high = (
        max(0.0, pounds * share - spoken_for) for share in (value.low, value.central, value.high)
    )
    if not central:
        return f"the staff typed already cost more than figures.{spending.figure} implies"
    return InPost(low * each, central * each, high * each)


def _fte(staff: float) -> str:
    return f"{staff:.1f} FTE" if staff >= 1 or staff == 0 else f"{staff:.2f} FTE"
