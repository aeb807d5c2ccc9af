"""The results of the workforce page: cards, charts, obstacles and downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

from burdens.pages import obstacles
from burdens.pages.cards import cards, first_met
from burdens.pages.charts import CHARTS
from burdens.pages.figure import Figure
from burdens.pages.names import names_on
from burdens.pages.passage import Passage

if TYPE_CHECKING:
    from burdens.programme import Plan
    from burdens.scenario import Scenario

NONE_YET = '<p class="burdens-inset">Nothing yet: there is no plan.</p>'
STALE = (
    '<p class="burdens-stale">You have changed something since. What follows is the plan from '
    "before: choose “Work out the plan” again.</p>"
)


class Results:
    """Where a plan is shown.

    Attributes
    ----------
    stale
        Says that the inputs have changed since.
    headlines, obstacles, check
        Written results.
    figures, charts
        The charts by name, made with the first plan, and the box they stand in.
    """

    def __init__(self) -> None:
        self.stale = Passage(live="status")
        self.headlines = Passage(html=NONE_YET)
        self.obstacles = Passage(html=NONE_YET)
        self.check = Passage(html=NONE_YET)
        self.figures: dict[str, Figure] = {}
        self.charts = widgets.VBox([Passage(html=NONE_YET)])
        self.charts.add_class("burdens-part")

    def show(self, plan: Plan, scenario: Scenario) -> None:
        """Show a plan in the place of what was shown before."""
        names = names_on(plan.problem.start)
        self.mark_stale(stale=False)
        self.headlines.html = (
            f"{cards(plan, scenario, names)}<h3>When each standard is first met</h3>"
            f"{first_met(plan)}"
        )
        self.obstacles.html = obstacles.in_the_way(plan)
        self.check.html = obstacles.to_check(plan, scenario) + obstacles.provenance(plan, scenario)
        for name, chart_of in CHARTS.items():
            chart = chart_of(plan, names)
            if name in self.figures:
                self.figures[name].show(chart)
            else:
                self.figures[name] = Figure.of(chart)
        self.charts.children = tuple(self.figures.values())

    def clear(self) -> None:
        """Show no plan."""
        self.mark_stale(stale=False)
        for passage in (self.headlines, self.obstacles, self.check):
            passage.html = NONE_YET
        self.figures = {}
        self.charts.children = (Passage(html=NONE_YET),)

    def mark_stale(self, *, stale: bool) -> None:
        """Say whether the plan shown is from before the last change."""
        self.stale.html = STALE if stale else ""
        for passage in (self.headlines, self.obstacles, self.check):
            passage.faded = stale
