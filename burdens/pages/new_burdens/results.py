"""The results of the new burdens page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.pages.board import Board
from burdens.pages.new_burdens.cards import cards
from burdens.pages.new_burdens.charts import charts_of
from burdens.pages.new_burdens.tables import tables
from burdens.pages.new_burdens.words import grant_words, to_check, to_confirm
from burdens.pages.provenance import provenance

if TYPE_CHECKING:
    from burdens.assessment import Assessment
    from burdens.scenario import Scenario


class BurdensResults(Board):
    """Where a burden is shown.

    Attributes
    ----------
    headlines, confirm, tables, check
        Written results.
    """

    def __init__(self) -> None:
        super().__init__("burden", 4)
        self.headlines, self.confirm, self.tables, self.check = self.passages

    def show(self, assessment: Assessment, scenario: Scenario) -> None:
        """Show a burden in the place of what was shown before."""
        self.headlines.html = cards(assessment) + grant_words(assessment)
        self.confirm.html = to_confirm(assessment)
        self.tables.html = tables(assessment)
        self.check.html = to_check(assessment) + provenance(assessment.provenance, scenario)
        self.show_charts(charts_of(assessment).items())
