"""What the notebooks are made of: inputs, charts, tables and the error panel."""

from burdens.pages.download import Download
from burdens.pages.errors import ErrorPanel
from burdens.pages.field import Field, NumberField
from burdens.pages.figure import Chart, Figure, Row, Series
from burdens.pages.new_burdens import BurdensPage
from burdens.pages.passage import Passage
from burdens.pages.request import asked
from burdens.pages.workforce import WorkforcePage
from burdens.pages.workforce.charts import CHARTS

__all__ = [
    "CHARTS",
    "BurdensPage",
    "Chart",
    "Download",
    "ErrorPanel",
    "Field",
    "Figure",
    "NumberField",
    "Passage",
    "Row",
    "Series",
    "WorkforcePage",
    "asked",
]
