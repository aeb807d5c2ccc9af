"""The results of the compare page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.pages.board import Board
from burdens.pages.compare.charts import charts_of
from burdens.pages.compare.explained import Explained
from burdens.pages.compare.likeness import differing
from burdens.pages.compare.tables import tables

if TYPE_CHECKING:
    from burdens.comparison import Comparison, Plans


class CompareResults(Board):
    """Where a comparison is shown.

    Attributes
    ----------
    numbers, entries
        Written results.
    explained
        The steps.
    """

    def __init__(self) -> None:
        super().__init__("comparison", 2)
        self.numbers, self.entries = self.passages
        self.explained = Explained()

    def show(self, comparison: Comparison, plans: Plans) -> None:
        """Show a comparison in the place of what was shown before."""
        self.numbers.html = tables(comparison)
        caption = "Figures, staff and assumptions that differ"
        alike = "<p>No figure, no staffing and no assumption differs.</p>"
        found = differing(caption, list(comparison.scenarios), comparison.entries)
        self.entries.html = found if comparison.entries else alike
        self.explained.clear(comparison, plans)
        self.show_charts(charts_of(comparison).items())

    def mark_stale(self, *, stale: bool) -> None:
        """Say whether the result shown is from before the last change."""
        super().mark_stale(stale=stale)
        self.explained.mark_stale(stale=stale)
