"""A scenario turned into plain numbers."""

from burdens.problem.build import Demand, build, demand_of, problem_of
from burdens.problem.inputs import Inputs
from burdens.problem.prices import PRICE_YEAR, discount_factor, full_cost
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
from burdens.problem.units import units_of
from burdens.problem.workforce import annual_hours, casework_hours

__all__ = [
    "PRICE_YEAR",
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
    "problem_of",
    "read_by",
    "units_of",
    "values_read",
]
