"""What the user chose: an authority, its figures, staff, standards and overrides."""

from burdens.scenario.catalogue import Kind, Role, kinds, roles
from burdens.scenario.file import parse, read
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
    Staffing,
    Standards,
    TimelinessStandard,
)
from burdens.scenario.starting import new

__all__ = [
    "AssessmentChoices",
    "CaseloadStandard",
    "ChosenAuthority",
    "ChosenMeasure",
    "Grant",
    "Kind",
    "OpenCases",
    "Override",
    "PlanFigure",
    "Role",
    "Scenario",
    "Staffing",
    "Standards",
    "TimelinessStandard",
    "json_schema",
    "kinds",
    "new",
    "parse",
    "read",
    "roles",
]
