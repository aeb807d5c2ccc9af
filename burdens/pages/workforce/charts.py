"""The charts of a workforce plan, each with its finding as the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.pages.workforce.cases_chart import cases
from burdens.pages.workforce.clock import clock
from burdens.pages.workforce.cost_chart import cost
from burdens.pages.workforce.hours_chart import hours
from burdens.pages.workforce.people_charts import staffing
from burdens.pages.workforce.timeliness_charts import quarters, waits, years

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.pages.figure import Chart
    from burdens.plans import Plan

CHARTS: dict[str, Callable[[Plan], Chart]] = {
    "staffing": staffing,
    "hours": hours,
    "cases": cases,
    "timeliness": years,
    "quarters": quarters,
    "waits": waits,
    "clock": clock,
    "cost": cost,
}
