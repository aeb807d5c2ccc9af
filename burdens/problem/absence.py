"""Who is away for a time, beyond usual leave and sickness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.errors import Fault
from burdens.problem.calendar import DAYS_A_WEEK
from burdens.scenario import roles

if TYPE_CHECKING:
    import datetime as dt

    from burdens.problem.inputs import Inputs

ROUNDING = 1e-9


def absent(inputs: Inputs, role: str) -> tuple[float, ...] | None:
    """Return the staff in post who are away, mean of each bucket [FTE]; None where nobody is."""
    dated = inputs.scenario.staff[role].absence
    if not dated:
        return None
    days = inputs.calendar.bucket_weeks * DAYS_A_WEEK
    return tuple(
        sum(one.fte * _overlap(first, days, one.from_, one.until) / days for one in dated)
        for first in inputs.calendar.first_days
    )


def _overlap(first: dt.date, days: int, begin: dt.date | None, end: dt.date | None) -> int:
    """Return how many of some days from the first on lie within two dates, both included."""
    skipped = max(0, (begin - first).days) if begin is not None else 0
    until = min(days, (end - first).days + 1) if end is not None else days
    return max(0, until - skipped)


def absence_fault(role: str, away: tuple[float, ...] | None, staff: float) -> Fault | None:
    """Return what is wrong where more are away than are in post at the start."""
    most = max(away or (0.0,))
    if most <= staff + ROUNDING:
        return None
    return Fault(
        f"{most:.4g} FTE are away at once, and {staff:.4g} FTE are in post at the start "
        f"({roles()[role].title}).",
        f"Correct the absence, or type the staff under staff.{role}.in_post.",
        field=f"staff.{role}.absence",
    )
