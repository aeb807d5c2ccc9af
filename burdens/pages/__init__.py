"""What the notebooks are made of: inputs, charts, tables and the error panel."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from burdens.pages.assumption import Assumption
    from burdens.pages.assumptions import AssumptionsPage
    from burdens.pages.compare import ComparePage
    from burdens.pages.download import Download
    from burdens.pages.errors import ErrorPanel
    from burdens.pages.field import Field, NumberField
    from burdens.pages.figure import Chart, Figure, Row, Series
    from burdens.pages.method import MethodPage
    from burdens.pages.new_burdens import BurdensPage
    from burdens.pages.passage import Passage
    from burdens.pages.progress import Progress
    from burdens.pages.request import asked, asked_entries
    from burdens.pages.staff_grid import StaffGrid
    from burdens.pages.upload import Upload
    from burdens.pages.work import Work
    from burdens.pages.workforce import WorkforcePage
    from burdens.pages.workforce.charts import CHARTS

__all__ = [
    "CHARTS",
    "Assumption",
    "AssumptionsPage",
    "BurdensPage",
    "Chart",
    "ComparePage",
    "Download",
    "ErrorPanel",
    "Field",
    "Figure",
    "MethodPage",
    "NumberField",
    "Passage",
    "Progress",
    "Row",
    "Series",
    "StaffGrid",
    "Upload",
    "Work",
    "WorkforcePage",
    "asked",
    "asked_entries",
]

# Fetched when first asked for: a page needs nothing of the others.
FETCHED = {
    "CHARTS": "burdens.pages.workforce.charts",
    "Assumption": "burdens.pages.assumption",
    "AssumptionsPage": "burdens.pages.assumptions",
    "BurdensPage": "burdens.pages.new_burdens",
    "Chart": "burdens.pages.figure",
    "ComparePage": "burdens.pages.compare",
    "Download": "burdens.pages.download",
    "ErrorPanel": "burdens.pages.errors",
    "Field": "burdens.pages.field",
    "Figure": "burdens.pages.figure",
    "MethodPage": "burdens.pages.method",
    "NumberField": "burdens.pages.field",
    "Passage": "burdens.pages.passage",
    "Progress": "burdens.pages.progress",
    "Row": "burdens.pages.figure",
    "Series": "burdens.pages.figure",
    "StaffGrid": "burdens.pages.staff_grid",
    "Upload": "burdens.pages.upload",
    "Work": "burdens.pages.work",
    "WorkforcePage": "burdens.pages.workforce",
    "asked": "burdens.pages.request",
    "asked_entries": "burdens.pages.request",
}


def __getattr__(name: str) -> Any:
    """Fetch a public name from the module that holds it."""
    if name not in FETCHED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(FETCHED[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *FETCHED})
