"""What an added post does and costs: turnover is in its price, and filling it costs once."""

from __future__ import annotations

import numpy as np

from burdens.plans.tables import worth_of
from burdens.problem import Inputs, Problem, annual_hours, casework_hours
from burdens.problem.calendar import DAYS_A_WEEK, DAYS_A_YEAR
from burdens.programme import Terms

MONTHS_A_YEAR = 12


def terms_of(inputs: Inputs, problem: Problem, name: str) -> Terms:
    """Return what one added post of a role does and costs, in prices of the day.

    The casework hours of an added post are all for the duties at hand; other casework that a role
    also does is no part of a burden. Leavers are replaced: each costs an appointment and the time
    that a newcomer loses, which is in the price of a post.
    """
    role, worth = problem.roles[name], worth_of(problem)
    months = problem.bucket_weeks * DAYS_A_WEEK / (DAYS_A_YEAR / MONTHS_A_YEAR)
    pay = np.array(role.cost_week) / worth
    appointment = role.hire_cost / worth[problem.reported_buckets // 2]
    lost = sum(role.ramp)
    return Terms(
        productive=np.array(role.productive)
        * (casework_hours(inputs, name) / annual_hours(inputs, name)),
        cost=pay + role.attrition * (months * appointment + lost * pay),
        newcomer=float(appointment + lost * pay.mean() / months),
    )
