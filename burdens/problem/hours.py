"""The hours that one FTE of a role can give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.errors import Fault, ProblemError
from burdens.scenario import roles

if TYPE_CHECKING:
    from burdens.problem.inputs import Inputs


def casework_hours(inputs: Inputs, role: str) -> float:
    """Return the hours a year that one FTE has for cases of any kind [h]."""
    hours = inputs.value(f"time.hours_per_fte_year.{role}")
    return hours * inputs.value(f"time.direct_share.{role}")


def annual_hours(inputs: Inputs, role: str) -> float:
    """Return the hours a year that one FTE has for statutory cases [h].

    Raises
    ------
    ProblemError
        Where values replaced by the user leave no hours.
    """
    statutory = f"time.statutory_share.{role}"
    share = inputs.value(statutory) if statutory in inputs.evidence else 1.0
    hours = casework_hours(inputs, role) * share
    if hours <= 0:
        what = f"{roles()[role].title}: no hours are left for this work."
        fix = f"Correct the overrides of time.hours_per_fte_year.{role} and the shares of it."
        raise ProblemError("Nobody can do the work", [Fault(what, fix, field="overrides")])
    return hours


def productive(inputs: Inputs, role: str) -> tuple[float, ...]:
    """Return the hours of one FTE by bucket [h per FTE]: fewer where schools are closed.

    Each 52 weeks hold the hours of a year. They are net of annual leave, which so falls as
    working time does; where access to schools counts for less, most of it falls in the holidays.

    An FTE is counted by its hours, as in payroll. So one on term-time contracts gives as many
    hours a year as any other, all of them on days when schools are open; a person who works full
    weeks in term only is less than one FTE. The share of the team on such contracts has that
    profile, and the rest the usual one.
    """
    calendar, term_time = inputs.calendar, inputs.scenario.staff[role].term_time or 0.0
    usual = calendar.spread(inputs.value(f"time.school_holiday_access.{role}"))
    in_term = calendar.spread(in_school_holidays=0.0)
    weekly = tuple(
        (1 - term_time) * share + term_time * open_share
        for share, open_share in zip(usual, in_term, strict=True)
    )
    hours = annual_hours(inputs, role)
    return tuple(hours * share for share in calendar.by_bucket(weekly))
