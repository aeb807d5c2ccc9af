"""Where the differences between plans are explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.pages.compare.steps import chart, said, steps_table
from burdens.pages.figure import Figure
from burdens.pages.layout import part
from burdens.pages.passage import Passage

if TYPE_CHECKING:
    import ipywidgets as widgets

    from burdens.comparison import Comparison, Plans

OTHER_TIME = (
    "<p>The steps from one plan to another cannot be shown: the plans do not cover the same time. "
    "Under “Like for like” you can give all of them the same start and length.</p>"
)


class Explained:
    """Steps from the first plan to each of the others, made anew for every comparison.

    Attributes
    ----------
    about
        What it takes, before it is worked out.
    part
        The steps, to be shown.
    figures
        The charts of the steps.
    """

    def __init__(self) -> None:
        self.about = Passage()
        self.part: widgets.VBox = part()
        self.figures: list[Figure] = []
        self._passages: list[Passage] = []
        self.clear()

    def clear(self, comparison: Comparison | None = None, plans: Plans | None = None) -> None:
        """Show no steps, and say what it takes to have them for a comparison."""
        self.part.children, self.figures, self._passages = (), [], []
        self.about.html = '<p class="burdens-inset">Nothing yet: there is no comparison.</p>'
        if comparison is None or plans is None:
            return
        missing = len(plans.missing(comparison.on_the_way)) if comparison.explainable else 0
        takes = "No further plan is needed."
        if missing:
            several = "one more plan" if missing == 1 else f"{missing} more plans"
            takes = f"This works out {several}, one after another. You can cancel it."
        self.about.html = f"<p>{takes}</p>" if comparison.explainable else OTHER_TIME

    def show(self, comparison: Comparison) -> None:
        """Show the steps of a comparison."""
        self.clear()
        self.about.html = ""
        shown: list[widgets.Widget] = []
        for one in comparison.explanations:
            before, after = Passage(html=said(one)), Passage(html=steps_table(one))
            self._passages += [before, after]
            shown.append(before)
            if (steps := chart(one)) is not None:
                self.figures.append(Figure.of(steps, heading=4))
                shown.append(self.figures[-1])
            shown.append(after)
        self.part.children = tuple(shown)

    def mark_stale(self, *, stale: bool) -> None:
        """Fade what is from before the last change of the entries."""
        for passage in self._passages:
            passage.faded = stale
