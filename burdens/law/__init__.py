"""The law as data: what must be done for each kind of case, by when, on any date."""

from burdens.law.pathway import (
    Arrivals,
    Excuse,
    Milestone,
    OpenCases,
    Pathway,
    Reference,
    Task,
    Timeliness,
)
from burdens.law.reader import pathways, read_pathways

__all__ = [
    "Arrivals",
    "Excuse",
    "Milestone",
    "OpenCases",
    "Pathway",
    "Reference",
    "Task",
    "Timeliness",
    "pathways",
    "read_pathways",
]
