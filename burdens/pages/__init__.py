"""What the notebooks are made of: inputs, charts, tables and the error panel."""

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
