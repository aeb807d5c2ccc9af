"""Who is in post at the start: as typed, or implied by spending or by the work done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burdens.authorities import observed_staffing
from burdens.problem.implied import implied_range
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
        number, why = _implied(inputs, role, work, typed)
        low, central, high = implied_range(role, number, inputs.evidence)
        staff[role] = InPost(low, central, high)
        span = f"{_number(low)} to {_number(high)} by what councils were seen to have"
        weak = f", which is weak ({span})"
        notes.append(
            f"{roles()[role].title}: {_fte(central)} at the start, {why}{weak if central else ''}."
            f"{_observed(inputs, role)} Type your own under staff.{role}.in_post."
        )
    return staff, tuple(notes)


def _implied(
    inputs: Inputs, role: str, work: Mapping[str, float], typed: Mapping[str, float]
) -> tuple[float, str]:
    """Return a role's staff where nobody typed it [FTE], and what implies it."""
    fact, why = roles()[role], ""
    if fact.assists is not None:
        return 0.0, "as nothing published implies any"
    if fact.spending is not None:
        bought = _bought(inputs, role, fact.spending, work, typed)
        if isinstance(bought, float):
            return bought, "implied by section 251 spending"
        why = f", as {bought}"
    return work[role], f"implied by the work of a year at the published volumes{why}"


def _observed(inputs: Inputs, role: str) -> str:
    """Return the newest published number of staff of the role, with its date and source."""
    known = observed_staffing(inputs.scenario.authority.code)
    counted = [row for roles_, rows in known.items() if role in roles_ for row in rows]
    stocks = [row for row in counted if row.in_post is not None]
    if not stocks:
        return ""
    newest = max(stocks, key=lambda row: row.date)
    others = [roles()[name].title for name in newest.roles if name != role and name in roles()]
    beside = f", with {' and '.join(others)}" if others else ""
    when = f" in {newest.date}" if newest.date else ""
    return (
        f" Published{when}: {newest.in_post:g} {newest.basis or 'staff'}{beside} ({newest.source})."
    )


def _bought(
    inputs: Inputs,
    role: str,
    spending: Spending,
    work: Mapping[str, float],
    typed: Mapping[str, float],
) -> float | str:
    """Return the staff that spending buys [FTE], or why it implies none."""
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
    left = max(0.0, pounds * inputs.value(spending.share) - spoken_for)
    if not left:
        return f"the staff typed already cost more than figures.{spending.figure} implies"
    return left * each


def _fte(staff: float) -> str:
    return f"{_number(staff)} FTE"


def _number(staff: float) -> str:
    return f"{staff:.1f}" if staff >= 1 else f"{staff:.2f}"
