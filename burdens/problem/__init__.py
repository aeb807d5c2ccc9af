"""A scenario turned into plain numbers."""

from burdens.problem.build import build
from burdens.problem.prices import discount_factor
from burdens.problem.problem import (
    Caseload,
    Pathway,
    Problem,
    Role,
    Target,
    Task,
    Waiting,
)

__all__ = [
    "Caseload",
    "Pathway",
    "Problem",
    "Role",
    "Target",
    "Task",
    "Waiting",
    "build",
    "discount_factor",
]
