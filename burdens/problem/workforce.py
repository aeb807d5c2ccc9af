"""The roles of a Problem: who is in post, what they can do and cost, who can come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.errors import Fault, ProblemError
from burdens.problem.absence import absence_fault, absent
from burdens.problem.hiring import hire_caps, lead_months, ramp
from burdens.problem.hours import annual_hours, productive
from burdens.problem.in_post import in_post
from burdens.problem.prices import (
    MONTHS_A_YEAR,
    agency_hour,
    cost_by_bucket,
    middle_discount,
    temporary_month,
)
from burdens.problem.problem import Assistance, Role
from burdens.scenario import roles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burdens.problem.in_post import InPost
    from burdens.problem.inputs import Inputs


def roles_of(
    inputs: Inputs, yearly_hours: Mapping[str, float]
) -> tuple[dict[str, Role], tuple[str, ...]]:
    """Return every role of the plan, and notes on what was implied or assumed.

    Parameters
    ----------
    yearly_hours
        Work of a year at the volumes of the figures [h], by role.

    Raises
    ------
    ProblemError
        With every role of which more are away than are in post.
    """
    work = {role: _work(inputs, role, yearly_hours) for role in inputs.scenario.staff}
    staff, notes = in_post(inputs, work)
    built: dict[str, Role] = {}
    faults: list[Fault] = []
    for role in inputs.scenario.staff:
        team = max(staff[role].central, work[role])
        built[role], more = _role(inputs, role, staff[role], team)
        notes = (*notes, *more)
        fault = absence_fault(role, built[role].absent, staff[role].central)
        faults += [] if fault is None else [fault]
    if faults:
        raise ProblemError("More staff are away than are in post", faults)
    return built, notes


def _work(inputs: Inputs, role: str, yearly_hours: Mapping[str, float]) -> float:
    """Return the staff that a year's work takes, or of assistants the most it can use [FTE]."""
    hours, assisted = yearly_hours.get(role, 0.0), roles()[role].assists
    if assisted is not None:
        hours += yearly_hours.get(assisted.role, 0.0) * inputs.value(assisted.share)
    return hours / annual_hours(inputs, role)


def _role(inputs: Inputs, name: str, staff: InPost, team: float) -> tuple[Role, tuple[str, ...]]:
    typed, months = inputs.scenario.staff[name], len(inputs.calendar.years)
    hours, later = productive(inputs, name), middle_discount(inputs)
    caps, notes = hire_caps(inputs, name, team)
    agency = _agency(inputs, name, team)
    role = Role(
        productive=hours,
        staff0=staff.central,
        implied=None if staff.typed else (staff.low, staff.central, staff.high),
        cost_week=cost_by_bucket(inputs, name),
        posts=None if typed.posts is None else (typed.posts,) * months,
        vacancy_weight=inputs.value("weights.vacant_post_month"),
        temporary_cap=None if typed.temporary_posts is None else (typed.temporary_posts,) * months,
        temporary_cost=temporary_month(inputs, name) * later,
        fixed_term=True,
        hire_cap=caps,
        hire_cost=inputs.value(f"recruitment.{name}.hire_cost") * later,
        lead=lead_months(inputs, name),
        ramp=ramp(inputs, name),
        attrition=monthly(inputs.value(f"recruitment.{name}.attrition_year")),
        absent=absent(inputs, name),
        assists=_assistance(inputs, name),
        agency_cap=tuple(agency * number for number in hours),
        agency_cost=agency_hour(inputs, name) * later,
        shortfall_weight=inputs.value("weights.capacity_hour"),
    )
    return role, notes


def _assistance(inputs: Inputs, role: str) -> Assistance | None:
    assisted = roles()[role].assists
    if assisted is None:
        return None
    return Assistance(
        role=assisted.role,
        share=inputs.value(assisted.share),
        supervision=inputs.value(assisted.supervision),
    )


def monthly(annual: float) -> float:
    """Return the share that leaves in a month, from the share that leaves in a year."""
    return float(1 - (1 - annual) ** (1 / MONTHS_A_YEAR))


def _agency(inputs: Inputs, role: str, team: float) -> float:
    """Return the most agency staff at once [FTE]: at least those in use, unless a limit is typed."""
    own = inputs.scenario.staff[role]
    if own.agency_share is not None:
        return own.agency_share * team
    usual = inputs.value(f"recruitment.{role}.agency_cap_share") * team
    return max(usual, own.agency or 0.0)


def yearly_hours(
    yearly_cases: Mapping[str, float], hours: Mapping[str, Mapping[str, float]]
) -> dict[str, float]:
    """Return the work of a year [h], by role.

    Parameters
    ----------
    yearly_cases
        Cases of a year, by pathway.
    hours
        Hours of a mean case, by pathway and role.
    """
    total: dict[str, float] = {}
    for pathway, cases in yearly_cases.items():
        for role, number in hours[pathway].items():
            total[role] = total.get(role, 0.0) + cases * number
    return total
