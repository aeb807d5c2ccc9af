"""The results of the workforce page: the answer, what is needed, what stands in the way, charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.pages.board import Board
from burdens.pages.passage import Passage
from burdens.pages.provenance import provenance
from burdens.pages.workforce import obstacles
from burdens.pages.workforce.cards import answer_and_cards, first_met
from burdens.pages.workforce.caseload_line import work_based
from burdens.pages.workforce.charts import CHARTS
from burdens.pages.workforce.needs_tables import needs_tables

if TYPE_CHECKING:
    from burdens.plans import Plan
    from burdens.scenario import Scenario


class Results(Board):
    """Where a plan is shown.

    Attributes
    ----------
    headlines, needs, obstacles, caseload, check
        Written results.
    most_help, line
        What is worked out from the plan: what would help most, and the caseload line.
    """

    def __init__(self) -> None:
        super().__init__("plan", 5)
        self.headlines, self.needs, self.obstacles, self.caseload, self.check = self.passages
        self.most_help, self.line = Passage(), Passage()

    def mark_stale(self, *, stale: bool) -> None:
        """Mark whether the plan shown, and what was worked out from it, are from before."""
        super().mark_stale(stale=stale)
        self.most_help.faded = self.line.faded = stale

    def show(self, plan: Plan, scenario: Scenario) -> None:
        """Show a plan in the place of what was shown before."""
        # First what the browser has most work with.
        self.show_charts((name, chart_of(plan)) for name, chart_of in CHARTS.items())
        self.headlines.html = (
            f"{answer_and_cards(plan, scenario)}<h3>From when nothing is past a limit</h3>"
            f"{first_met(plan)}"
        )
        self.needs.html = needs_tables(plan)
        self.obstacles.html = obstacles.in_the_way(plan)
        self.caseload.html = work_based(plan)
        self.check.html = obstacles.to_check(plan, scenario) + provenance(plan.provenance, scenario)
