"""Scenarios side by side, as parts that a notebook lays out."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from burdens.comparison import Plans, explained_by, side_by_side
from burdens.errors import BurdensError
from burdens.pages.compare.likeness import Likeness
from burdens.pages.compare.results import CompareResults
from burdens.pages.compare.slots import Slots
from burdens.pages.download import Download, Made, scenario_file, tables_file
from burdens.pages.errors import ErrorPanel
from burdens.pages.layout import part
from burdens.pages.passage import Passage
from burdens.pages.progress import Progress
from burdens.pages.unsaved import Unsaved
from burdens.pages.work import Work
from burdens.scenario import new

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.comparison import Comparison
    from burdens.plans import Plan
    from burdens.programme import Watch
    from burdens.scenario import Scenario

CANCELLED = "Cancelled: what was worked out before is kept."


class ComparePage:
    """Two to four scenarios side by side: entries, a button, and what comes of them.

    Parameters
    ----------
    opened
        What scenario A, B, C and D start from: the name or code of an authority, or the path of a
        scenario file below the server's folder.
    begin, planner
        What starts a scenario from an authority's name or code, and what makes its plan; by
        default `burdens.new` and one live scenario.

    Attributes
    ----------
    scenarios, likeness, run, answer, charts, steps, entries, downloads
        The parts, to be shown in this order.
    comparison
        What is shown; None before there is any.
    """

    def __init__(
        self,
        *opened: str | None,
        begin: Callable[[str], Scenario] | None = None,
        planner: Callable[..., Plan] | None = None,
    ) -> None:
        self.comparison: Comparison | None = None
        self._plans = Plans(planner)
        self._touched = False
        self.panel = ErrorPanel()
        self._steps_panel = ErrorPanel()
        self.status, self._steps_status = Passage(live="status"), Passage(live="status")
        self._unsaved = Unsaved()
        self.results = CompareResults()
        self.like = Likeness(self._make_equal, self.panel.guard)
        self.slots = Slots(begin or new, self._changed)
        self._make_buttons()
        self._lay_out()
        self.panel.guard(self.slots.open)(opened)
        self._touched = False

    def _make_buttons(self) -> None:
        guard, steps_guard = self.panel.guard, self._steps_panel.guard
        self.progress = Progress("Work out the comparison")
        self.progress.on_press(guard(self._compare))
        self._comparing = Work(self.progress, guard)
        self.steps_progress = Progress("Explain the differences step by step")
        self.steps_progress.on_press(steps_guard(self._explain))
        self._explaining = Work(self.steps_progress, steps_guard)

    def _lay_out(self) -> None:
        results, guard = self.results, self.panel.guard
        self.scenarios = self.slots.part
        self.likeness = self.like.part
        self.run = part(self.panel, self.progress, self.status, self._unsaved)
        self.answer = part(results.stale, results.numbers)
        self.charts = results.charts
        self.steps = part(
            results.explained.about,
            self._steps_panel,
            self.steps_progress,
            self._steps_status,
            results.explained.part,
        )
        self.entries = part(results.entries)
        self._tables = Download(
            guard(self._tables_file),
            label="Download the comparison (CSV)",
            hint="The numbers, what differs, the steps and the scenarios, zipped.",
        )
        self.downloads = part(self._tables)

    def _changed(self) -> None:
        """Say at once what the scenarios do not have in common; what is shown is old."""
        self._touched = True
        self._unsaved.unsaved = self.slots.typed
        self.status.html = ""
        self.results.mark_stale(stale=self.comparison is not None)
        self.like.show(self._chosen())

    def _chosen(self) -> dict[str, Scenario] | None:
        """Give the scenarios by name; None while something is still to be typed."""
        try:
            return None if self.slots.unfinished() else self.slots.named()
        except BurdensError:  # it is said when the button is pressed
            return None

    def _make_equal(self, how: str, scenarios: dict[str, Scenario]) -> None:
        self.slots.make_equal(how, scenarios)

    def _compare(self) -> None:
        """Start the work, unless what is shown is what it would give."""
        self.panel.clear()
        self.status.html = ""
        if faults := self.slots.faults():
            self.panel.show("There is a problem", faults)
            return
        if self._explaining.running:
            self._say(self.status, "The differences are being explained: cancel that, or wait.")
            return
        scenarios = self.slots.named()
        if self.comparison is not None and self.comparison.scenarios == scenarios:
            self.results.mark_stale(stale=False)
            self._say(self.status, "The comparison below is up to date: nothing has changed.")
            return
        self._say(self.status, f"Working out {len(scenarios)} plans, one after another.")
        self._touched = False
        self._comparing.run(
            lambda watch: self._plans_of(scenarios, watch),
            done=self._show,
            cancelled=lambda: self._say(self.status, CANCELLED),
            failed=lambda: self._say(self.status, ""),
        )

    def _plans_of(self, scenarios: dict[str, Scenario], watch: Watch) -> Comparison:
        self._plans.make(scenarios.values(), watch)
        return side_by_side(scenarios, self._plans)

    def _show(self, comparison: Comparison) -> None:
        """Show a comparison; entries may have changed while it was worked out."""
        self.comparison = comparison
        self._steps_panel.clear()
        self._steps_status.html = ""
        self.results.show(comparison, self._plans)
        self.results.mark_stale(stale=self._touched)
        files = [self._file_of(*named) for named in comparison.scenarios.items()]
        self.downloads.children = (self._tables, *files)
        self._say(self.status, "The comparison is ready. It stands below.")

    def _explain(self) -> None:
        """Start to explain the comparison shown."""
        self._steps_panel.clear()
        found = self.comparison
        if found is None or self._comparing.running:
            self._say(self._steps_status, "There is no comparison yet: work it out first.")
            return
        if not found.explainable:
            self._say(self._steps_status, "Plans of different times have no steps between them.")
            return
        self._say(self._steps_status, "Working out the steps.")
        self._explaining.run(
            lambda watch: explained_by(found, self._plans, watch),
            done=self._show_steps,
            cancelled=lambda: self._say(self._steps_status, CANCELLED),
            failed=lambda: self._say(self._steps_status, ""),
        )

    def _show_steps(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.results.explained.show(comparison)
        self.results.explained.mark_stale(stale=self._touched)
        self._say(self._steps_status, "The steps are ready. They stand below.")

    def _say(self, status: Passage, words: str) -> None:
        status.html = f"<p>{escape(words)}</p>" if words else ""

    def _tables_file(self) -> Made | None:
        self.panel.clear()
        if self.comparison is None:
            self._say(self.status, "There is no comparison to download yet: work it out first.")
            self.status.call()
            return None
        self._unsaved.unsaved = False
        first = self.comparison.scenarios[self.comparison.first]
        return tables_file(self.comparison.write, first, "comparison")

    def _file_of(self, name: str, scenario: Scenario) -> Download:
        return Download(
            self.panel.guard(lambda: scenario_file(scenario)),
            label=f"Download the scenario “{name}” (YAML)",
            hint="As it was compared.",
        )
