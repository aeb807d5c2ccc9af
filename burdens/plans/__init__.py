"""What a solved programme says: needs, tables, headlines, and what would help most."""

from burdens.plans.caseloads import Span, caseload_line, work_based_caseload
from burdens.plans.headlines import Headlines, Late, Load, Posts, Rate
from burdens.plans.levers import Help, helps
from burdens.plans.live import Answer, LiveModel
from burdens.plans.needs import RoleNeed
from burdens.plans.periods import financial_year, settled_calendar_year
from burdens.plans.plan import Plan, plan_of
from burdens.plans.recovery import Recovery, recovery
from burdens.plans.solve import solve

__all__ = [
    "Answer",
    "Headlines",
    "Help",
    "Late",
    "LiveModel",
    "Load",
    "Plan",
    "Posts",
    "Rate",
    "Recovery",
    "RoleNeed",
    "Span",
    "caseload_line",
    "financial_year",
    "helps",
    "plan_of",
    "recovery",
    "settled_calendar_year",
    "solve",
    "work_based_caseload",
]
