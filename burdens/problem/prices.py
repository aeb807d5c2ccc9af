"""What an FTE costs, and what a later pound is worth at the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.problem.calendar import DAYS_A_WEEK, DAYS_A_YEAR, Calendar

if TYPE_CHECKING:
    from burdens.evidence import Evidence, Value
    from burdens.problem.inputs import Inputs

NHS = ("salt", "ot")
PRICE_YEAR = "2026-27"
LAST_YEAR = "2025-26"


def with_on_costs(salary: float, pension: float, evidence: Evidence) -> float:
    """Add National Insurance, pension and apprenticeship levy to a salary [GBP a year].

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
    """Give the basic pay of a role [GBP a year]: typed, or of the evidence in prices of 2026-27."""
    staffing = inputs.scenario.staff.get(role)
    typed = None if staffing is None else staffing.pay_salary
    return _uplifted(inputs.evidence[f"pay.salary.{role}"], inputs) if typed is None else typed


def _uplifted(pay: Value, inputs: Inputs) -> float:
    settled = pay.price_year != LAST_YEAR
    return pay.central if settled else pay.central * (1 + inputs.value("pay.uplift_to_2026_27"))


def employed_cost(inputs: Inputs, role: str) -> float:
    """Give the pay of one FTE with on-costs, without overheads [GBP a year]."""
    scheme = "nhs" if role in NHS else "local_government"
    pension = inputs.value(f"on_costs.pension.{scheme}")
    return with_on_costs(salary(inputs, role), pension, inputs.evidence)


def full_cost(inputs: Inputs, role: str) -> float:
    """Give the cost of one FTE with on-costs and overheads [GBP a year]."""
    return employed_cost(inputs, role) * (1 + inputs.value("on_costs.overheads"))


def discount_factor(rate: float, weeks: float) -> float:
    """Give the worth at the start of a pound spent some weeks later.

    Parameters
    ----------
    rate
        Real discount rate [share a year].
    weeks
        Time since the start [weeks].
    """
    return float((1 + rate) ** (-weeks * DAYS_A_WEEK / DAYS_A_YEAR))


def discounts(calendar: Calendar, rate: float) -> tuple[float, ...]:
    """Give the discount factor of each bucket, at its first day."""
    size = calendar.bucket_weeks
    return tuple(discount_factor(rate, bucket * size) for bucket in range(calendar.buckets))


def cost_by_bucket(inputs: Inputs, role: str) -> tuple[float, ...]:
    """Give the full cost of one FTE in each bucket, discounted to the start [GBP]."""
    calendar = inputs.calendar
    days = calendar.bucket_weeks * DAYS_A_WEEK
    undiscounted = full_cost(inputs, role) * days / DAYS_A_YEAR
    rate = inputs.value("discount.rate")
    return tuple(undiscounted * factor for factor in discounts(calendar, rate))


def middle_discount(inputs: Inputs) -> float:
    """Give the discount factor at the middle of the reported horizon.

    Hiring and agency work have one price for the whole plan, so this factor stands for all of
    its years: at 3.5 % it is 5 % too low at the start of three years and 5 % too high at the end.
    """
    rate = inputs.value("discount.rate")
    return discount_factor(rate, inputs.scenario.horizon_weeks / 2)
