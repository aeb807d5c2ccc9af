"""A scenario turned into plain numbers."""

from burdens.problem.build import Demand, build, demand_of, problem_of
from burdens.problem.hours import annual_hours, casework_hours
from burdens.problem.inputs import Inputs
from burdens.problem.lanes import published_timeliness
from burdens.problem.prices import discount_factor, full_cost, price_year
from burdens.problem.problem import (
    Caseload,
    Pathway,
    Problem,
    Published,
    Role,
    Task,
    Waiting,
)
from burdens.problem.reading import read_by, values_read
from burdens.problem.spread import work_spread
from burdens.problem.units import units_of

__all__ = [
    "Caseload",
    "Demand",
    "Inputs",
    "Pathway",
    "Problem",
    "Published",
    "Role",
    "Task",
    "Waiting",
    "annual_hours",
    "build",
    "casework_hours",
    "demand_of",
    "discount_factor",
    "full_cost",
    "price_year",
    "problem_of",
    "published_timeliness",
    "read_by",
    "units_of",
    "values_read",
    "work_spread",
]
