"""Who is in post, what they can do, and how many can come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.problem.prices import (
    cost_by_bucket,
    employed_cost,
    middle_discount,
)
from burdens.problem.problem import Role
from burdens.scenario import roles as catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burdens.problem.inputs import Inputs

MONTHS_A_YEAR = 12
SPENDING = {
    "ep": ("ep_service_gbp", "staffing.ep_spend_share"),
    "caseworker": ("sen_administration_gbp", "staffing.sen_admin_spend_share"),
}


def roles_of(inputs: Inputs, yearly_hours: Mapping[str, float]) -> dict[str, Role]:
    """Build every role of the plan.

    Parameters
    ----------
    yearly_hours
        Work of a year at the volumes of the figures [h], by role.
    """
    by_throughput = {
        role: yearly_hours.get(role, 0.0) / annual_hours(inputs, role)
        for role in inputs.scenario.staff
    }
    in_post = _in_post(inputs, by_throughput)
    return {
        role: _role(inputs, role, in_post[role], by_throughput[role])
        for role in inputs.scenario.staff
    }


def casework_hours(inputs: Inputs, role: str) -> float:
    """Give the hours a year that one FTE has for cases of any kind [h]."""
    hours = inputs.value(f"time.hours_per_fte_year.{role}")
    return hours * inputs.value(f"time.direct_share.{role}")


def annual_hours(inputs: Inputs, role: str) -> float:
    """Give the hours a year that one FTE has for statutory cases [h]."""
    statutory = f"time.statutory_share.{role}"
    share = inputs.value(statutory) if statutory in inputs.evidence else 1.0
    return casework_hours(inputs, role) * share


def productive(inputs: Inputs, role: str) -> tuple[float, ...]:
    """Spread a year's hours over its buckets [h per FTE]: fewer where schools are closed.

    Each 52 weeks hold the hours of a year. They are net of annual leave, which so falls as
    working time does; where access to schools counts for less, most of it falls in the holidays.
    """
    access = inputs.value(f"time.school_holiday_access.{role}")
    spread = inputs.calendar.by_bucket(inputs.calendar.spread(access))
    hours = annual_hours(inputs, role)
    return tuple(hours * share for share in spread)


def _in_post(inputs: Inputs, by_throughput: Mapping[str, float]) -> dict[str, float]:
    """Give the staff at the start [FTE]: typed, implied by spending, or by the work done."""
    found: dict[str, float] = {}
    # Managers first: what they cost comes off the spending that they share with caseworkers.
    for role in sorted(inputs.scenario.staff, key=lambda role: role in SPENDING):
        typed = inputs.scenario.staff[role].in_post
        if typed is None:
            typed = _implied(inputs, role, by_throughput[role], found.get("send_manager", 0.0))
        found[role] = typed
    return found


def _implied(inputs: Inputs, role: str, throughput: float, managers: float) -> float:
    title, place = catalogue()[role].title, f"Type your own under staff.{role}.in_post."
    spent = _spent_on(inputs, role, managers)
    if spent is not None:
        staff = spent / employed_cost(inputs, role)
        inputs.note(
            f"{title}: {_fte(staff)} at the start, implied by section 251 spending. {place}"
        )
        return staff
    why = ""
    if role in SPENDING:
        why = f", as figures.{SPENDING[role][0]} is missing or nought"
    inputs.note(
        f"{title}: {_fte(throughput)} at the start, implied by the work of a year at the "
        f"published volumes{why}. {place}"
    )
    return throughput


def _fte(staff: float) -> str:
    return f"{staff:.1f} FTE" if staff >= 1 else f"{staff:.2f} FTE"


def _spent_on(inputs: Inputs, role: str, managers: float) -> float | None:
    """Give the spending that buys a role [GBP a year]; None where none is known.

    The share of spending was derived at pay with on-costs, so it buys people at that price; its
    other part is what pays for overheads.
    """
    if role not in SPENDING:
        return None
    figure, share = SPENDING[role]
    spending = inputs.figure(figure)
    if not spending:
        return None
    spent = spending * inputs.value(share)
    if role == "caseworker" and managers:
        spent -= managers * employed_cost(inputs, "send_manager")
    return spent if spent > 0 else None


def _role(inputs: Inputs, name: str, staff: float, throughput: float) -> Role:
    hours = productive(inputs, name)
    team = max(staff, throughput)
    agency = _agency(inputs, name, team)
    later = middle_discount(inputs)
    return Role(
        productive=hours,
        staff0=staff,
        cost_week=cost_by_bucket(inputs, name),
        hire_cap=(_hires_a_month(inputs, name, team),) * len(inputs.calendar.years),
        hire_cost=inputs.value(f"recruitment.{name}.hire_cost") * later,
        lead=round(inputs.value(f"recruitment.{name}.lead_months")),
        ramp=(inputs.value(f"recruitment.{name}.ramp_loss"),)
        * round(inputs.value(f"recruitment.{name}.ramp_months")),
        attrition=monthly(inputs.value(f"recruitment.{name}.attrition_year")),
        agency_cap=tuple(agency * number for number in hours),
        agency_cost=inputs.value(f"recruitment.{name}.agency_cost_per_hour") * later,
        shortfall_weight=inputs.value("weights.capacity_hour"),
        vacancy_weight=inputs.value("weights.vacant_post_month"),
        fixed_term=True,
    )


def monthly(annual: float) -> float:
    """Turn a share that leaves in a year into the share that leaves in a month."""
    return float(1 - (1 - annual) ** (1 / MONTHS_A_YEAR))


def _agency(inputs: Inputs, role: str, team: float) -> float:
    """Give the most agency staff at once [FTE]: at least those in use, unless a limit is typed."""
    own = inputs.scenario.staff[role]
    if own.agency_share is not None:
        return own.agency_share * team
    usual = inputs.value(f"recruitment.{role}.agency_cap_share") * team
    return max(usual, own.agency or 0.0)


def _hires_a_month(inputs: Inputs, role: str, team: float) -> float:
    """Give the most that can be appointed in a month [FTE]: enough to replace leavers and grow."""
    typed = inputs.scenario.staff[role].max_hires_a_month
    if typed is not None:
        return typed
    growth = inputs.value(f"recruitment.{role}.growth_cap_year")
    leaving = inputs.value(f"recruitment.{role}.attrition_year")
    supply = _psychologists(inputs) if role == "ep" else None
    return (team if supply is None else supply) * (growth + leaving) / MONTHS_A_YEAR


def _psychologists(inputs: Inputs) -> float | None:
    """Give the authority's share of England's psychologists, by new plans [FTE]."""
    for figure in ("new_plans", "assessments_issued"):
        own = inputs.figure(figure)
        if own:
            return inputs.value("workforce.eps_england") * own / inputs.england(figure)
    inputs.note(
        "Psychologists who can be hired: taken from the size of the team, as figures.new_plans is "
        "missing. Type the most a month under staff.ep.max_hires_a_month."
    )
    return None


def yearly_hours(
    yearly_cases: Mapping[str, float], hours: Mapping[str, Mapping[str, float]]
) -> dict[str, float]:
    """Add up the work of a year [h], by role.

    Parameters
    ----------
    yearly_cases
        Cases of a year, by pathway.
    hours
        Hours of a mean case, by pathway and role.
    """
    found: dict[str, float] = {}
    for pathway, cases in yearly_cases.items():
        for role, number in hours[pathway].items():
            found[role] = found.get(role, 0.0) + cases * number
    return found
