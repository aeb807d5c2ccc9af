"""What the user chose: an authority, its figures, staff, standards and overrides."""

from burdens.scenario.catalogue import Kind, kinds
from burdens.scenario.file import parse, read
from burdens.scenario.role import Role, roles
from burdens.scenario.scenario import Scenario, json_schema
from burdens.scenario.schema import (
    AssessmentChoices,
    CaseloadStandard,
    ChosenAuthority,
    ChosenMeasure,
    Grant,
    OpenCases,
    Override,
    PlanFigure,
    Standards,
    TimelinessStandard,
)
from burdens.scenario.staffing import Absence, HiringLimit, Staffing, Starters
from burdens.scenario.starting import new

__all__ = [
    "Absence",
    "AssessmentChoices",
    "CaseloadStandard",
    "ChosenAuthority",
    "ChosenMeasure",
    "Grant",
    "HiringLimit",
    "Kind",
    "OpenCases",
    "Override",
    "PlanFigure",
    "Role",
    "Scenario",
    "Staffing",
    "Standards",
    "Starters",
    "TimelinessStandard",
    "json_schema",
    "kinds",
    "new",
    "parse",
    "read",
    "roles",
]
