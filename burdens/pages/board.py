"""Where the result of a page stands: written passages, charts, and whether they are old."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

from burdens.pages.figure import Figure
from burdens.pages.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from burdens.pages.figure import Chart


class Board:
    """The results of a page.

    Parameters
    ----------
    noun
        What the page works out, such as ``plan``.
    passages
        How many written passages it has.

    Attributes
    ----------
    stale
        Says that the inputs have changed since.
    passages
        The written results.
    figures, charts
        The charts by name, made with the first result, and the box they stand in.
    """

    def __init__(self, noun: str, passages: int) -> None:
        self._none_yet = f'<p class="burdens-inset">Nothing yet: there is no {noun}.</p>'
        self._stale = (
            '<p class="burdens-stale">You have changed something since. What follows is the '
            f"{noun} from before: choose “Work out the {noun}” again.</p>"
        )
        self.stale = Passage(live="status")
        self.passages = [Passage(html=self._none_yet) for _ in range(passages)]
        self.figures: dict[str, Figure] = {}
        self.charts = widgets.VBox([Passage(html=self._none_yet)])
        self.charts.add_class("burdens-part")

    def show_charts(self, charts: Iterable[tuple[str, Chart]]) -> None:
        """Show charts by name in the place of those that were shown before, each once it is made."""
        self.mark_stale(stale=False)
        shown = []
        for name, chart in charts:
            if name in self.figures:
                self.figures[name].show(chart)
            else:
                self.figures[name] = Figure.of(chart)
            shown.append(self.figures[name])
        self.charts.children = tuple(shown)

    def clear(self) -> None:
        """Show no result."""
        self.mark_stale(stale=False)
        for passage in self.passages:
            passage.html = self._none_yet
        self.figures = {}
        self.charts.children = (Passage(html=self._none_yet),)

    def mark_stale(self, *, stale: bool) -> None:
        """Say whether the result shown is from before the last change."""
        self.stale.html = self._stale if stale else ""
        for passage in self.passages:
            passage.faded = stale
