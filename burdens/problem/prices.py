"""What an FTE and an hour of agency work cost, and what a later pound is worth at the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.evidence import read
from burdens.problem.calendar import DAYS_A_WEEK, DAYS_A_YEAR, Calendar
from burdens.problem.hours import annual_hours
from burdens.scenario import roles

if TYPE_CHECKING:
    from burdens.evidence import Evidence
    from burdens.problem.inputs import Inputs

UPLIFT = "pay.uplift"  # its price year is that of every price
MONTHS_A_YEAR = 12


def price_year() -> str:
    """Return the financial year of the tool's prices, such as ``2026-27``."""
    return read()[UPLIFT].price_year


def with_on_costs(salary: float, pension: float, evidence: Evidence) -> float:
    """Return a salary with National Insurance, pension and apprenticeship levy [GBP a year].

    Parameters
    ----------
    salary
        Basic pay [GBP a year].
    pension
        Employer's contribution [share of pay].
    evidence
        Where the rates stand.
    """
    above = max(0.0, salary - evidence["on_costs.ni_threshold"].central)
    insurance = evidence["on_costs.ni_rate"].central * above
    levy = evidence["on_costs.apprenticeship_levy"].central * salary
    return salary + insurance + pension * salary + levy


def salary(inputs: Inputs, role: str) -> float:
    """Return the basic pay of a role [GBP a year].

    It is what was typed; else that of the evidence, with the pay award where it is of the year
    before the price year.
    """
    staffing = inputs.scenario.staff.get(role)
    if staffing is not None and staffing.pay_salary is not None:
        return staffing.pay_salary
    pay, award = inputs.evidence[f"pay.salary.{role}"], inputs.evidence[UPLIFT]
    return pay.central if pay.price_year == award.price_year else pay.central * (1 + award.central)


def employed_cost(inputs: Inputs, role: str) -> float:
    """Return the pay of one FTE with on-costs, without overheads [GBP a year]."""
    pension = inputs.value(f"on_costs.pension.{roles()[role].employer}")
    return with_on_costs(salary(inputs, role), pension, inputs.evidence)


def full_cost(inputs: Inputs, role: str) -> float:
    """Return the cost of one FTE with on-costs and overheads [GBP a year]."""
    return employed_cost(inputs, role) * (1 + inputs.value("on_costs.overheads"))


def employed_hour(inputs: Inputs, role: str) -> float:
    """Return the full cost of an hour of statutory casework by an employee [GBP per h]."""
    return full_cost(inputs, role) / annual_hours(inputs, role)


def agency_hour(inputs: Inputs, role: str) -> float:
    """Return the price of an hour of statutory casework by an agency [GBP per h].

    It is on the same basis as `employed_hour`: an agency FTE has the same productive time, and
    costs a premium on the full cost of an employed one.
    """
    return employed_hour(inputs, role) * inputs.value(f"recruitment.{role}.agency_premium")


def temporary_month(inputs: Inputs, role: str) -> float:
    """Return what a temporary post costs on top of pay [GBP per FTE and month]."""
    premium = inputs.value("recruitment.temporary_premium")
    return employed_cost(inputs, role) * premium / MONTHS_A_YEAR


def discount_factor(rate: float, weeks: float) -> float:
    """Return the worth at the start of a pound spent some weeks later.

    Parameters
    ----------
    rate
        Real discount rate [share a year].
    weeks
        Time since the start [weeks].
    """
    return float((1 + rate) ** (-weeks * DAYS_A_WEEK / DAYS_A_YEAR))


def discounts(calendar: Calendar, rate: float) -> tuple[float, ...]:
    """Return the discount factor of each bucket, at its first day."""
    size = calendar.bucket_weeks
    return tuple(discount_factor(rate, bucket * size) for bucket in range(calendar.buckets))


def cost_by_bucket(inputs: Inputs, role: str) -> tuple[float, ...]:
    """Return the full cost of one FTE in each bucket, discounted to the start [GBP]."""
    calendar = inputs.calendar
    days = calendar.bucket_weeks * DAYS_A_WEEK
    undiscounted = full_cost(inputs, role) * days / DAYS_A_YEAR
    rate = inputs.value("discount.rate")
    return tuple(undiscounted * factor for factor in discounts(calendar, rate))


def middle_discount(inputs: Inputs) -> float:
    """Return the discount factor at the middle of the reported horizon.

    Hiring, temporary posts and agency work have one price for the whole plan, so this factor
    stands for all of its years: at 3.5 % it is 5 % too low at the start of three years and 5 % too
    high at the end.
    """
    rate = inputs.value("discount.rate")
    return discount_factor(rate, inputs.scenario.horizon_weeks / 2)
