"""What a solved programme says: needs, tables, headlines, and what would help most."""

from burdens.plan.caseloads import Span, caseload_line, work_based_caseload
from burdens.plan.headlines import Headlines, Late, Load, Posts, Rate
from burdens.plan.levers import Help, helps
from burdens.plan.live import Answer, LiveModel
from burdens.plan.needs import RoleNeed
from burdens.plan.periods import financial_year, settled_calendar_year
from burdens.plan.plan import Plan, plan_of
from burdens.plan.recovery import Recovery, recovery
from burdens.plan.solve import solve

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
