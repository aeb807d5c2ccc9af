"""The results of the workforce page: cards, charts, obstacles and downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.pages.board import Board
from burdens.pages.provenance import provenance
from burdens.pages.workforce import obstacles
from burdens.pages.workforce.cards import cards, first_met
from burdens.pages.workforce.charts import CHARTS
from burdens.pages.workforce.names import names_on

if TYPE_CHECKING:
    from burdens.programme import Plan
    from burdens.scenario import Scenario


class Results(Board):
    """Where a plan is shown.

    Attributes
    ----------
    headlines, obstacles, check
        Written results.
    """

    def __init__(self) -> None:
        super().__init__("plan", 3)
        self.headlines, self.obstacles, self.check = self.passages

    def show(self, plan: Plan, scenario: Scenario) -> None:
        """Show a plan in the place of what was shown before."""
        names = names_on(plan.problem.start)
        # First what the browser has most work with.
        self.show_charts((name, chart_of(plan, names)) for name, chart_of in CHARTS.items())
        self.headlines.html = (
            f"{cards(plan, scenario, names)}<h3>When each standard is first met</h3>"
            f"{first_met(plan)}"
        )
        self.obstacles.html = obstacles.in_the_way(plan)
        self.check.html = obstacles.to_check(plan, scenario) + provenance(plan.provenance, scenario)
