"""The linear programme of a Problem, its solution, and the Plan it yields."""

from burdens.programme.build import Programme, write_programme
from burdens.programme.plan import Plan, shortfalls_of, solve
from burdens.programme.prices import Price
from burdens.programme.requirement import at_will, requirement_of
from burdens.programme.solve import Session, Solution
from burdens.programme.tables import cost_lines, financial_year
from burdens.programme.watch import UNWATCHED, Watch

__all__ = [
    "UNWATCHED",
    "Plan",
    "Price",
    "Programme",
    "Session",
    "Solution",
    "Watch",
    "at_will",
    "cost_lines",
    "financial_year",
    "requirement_of",
    "shortfalls_of",
    "solve",
    "write_programme",
]
