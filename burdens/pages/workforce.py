"""The workforce plan, as parts that a notebook lays out."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from burdens.pages.download import Download, Made, scenario_file, tables_file
from burdens.pages.errors import ErrorPanel
from burdens.pages.inputs import Form, grid
from burdens.pages.passage import Passage
from burdens.pages.results import Results
from burdens.pages.tables import figures_table
from burdens.planning import plan as plan_scenario
from burdens.scenario import new

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.programme import Plan
    from burdens.scenario import Scenario

CHOOSE = '<p class="burdens-inset">Choose your authority to see its published figures.</p>'


class WorkforcePage:
    """A workforce plan: inputs, a button, and what comes of them.

    Parameters
    ----------
    authority
        Name or code of the authority chosen from the start.
    begin, planner
        What starts a scenario from an authority's code, and what makes its plan; by default
        `burdens.new` and `burdens.plan`.

    Attributes
    ----------
    authority, staff, standards, assumptions, run, answer, obstacles, charts, check, downloads
        The parts, to be shown in this order.
    scenario, plan
        What is shown; None before there is any.
    """

    def __init__(
        self,
        authority: str | None = None,
        *,
        begin: Callable[[str], Scenario] | None = None,
        planner: Callable[[Scenario], Plan] | None = None,
    ) -> None:
        self._begin = begin or new
        self._planner = planner or plan_scenario
        self._base: Scenario | None = None
        self.scenario: Scenario | None = None
        self.plan: Plan | None = None
        self.form = Form(self._changed)
        self.results = Results()
        self.panel = ErrorPanel()
        self.status = Passage(live="status")
        self._starting = Passage(html=CHOOSE)
        self._lay_out()
        self.form.authority.observe(self.panel.guard(self._choose), "value")
        if authority:
            self.panel.guard(self._select)(authority)

    def _lay_out(self) -> None:
        form, results = self.form, self.results
        self.authority = _part(form.authority, self._starting, form.missing_box)
        self.staff = grid(list(form.staff.values()))
        self.standards = grid(list(form.standards.values()))
        self.assumptions = grid(list(form.levers.values()))
        button = widgets.Button(description="Work out the plan")
        button.add_class("burdens-go")
        button.on_click(self.panel.guard(self._work_out))
        self.run = _part(self.panel, button, self.status)
        self.answer = _part(results.stale, results.headlines)
        self.obstacles = _part(results.obstacles)
        self.charts = results.charts
        self.check = _part(results.check)
        self.downloads = _part(
            Download(
                self.panel.guard(self._scenario_file),
                label="Download the scenario (YAML)",
                hint="Your choices, to keep, compare or plan again.",
            ),
            Download(
                self.panel.guard(self._tables_file),
                label="Download the tables (CSV)",
                hint="Every number of the plan, zipped.",
            ),
        )

    def _select(self, authority: str) -> None:
        self.form.authority.value = self._begin(authority).authority.code

    def _choose(self, _change: Any) -> None:
        """Start again from the figures of the authority chosen; other entries stay."""
        self.panel.clear()
        self.status.html = ""
        self.results.clear()
        self.scenario = self.plan = self._base = None
        self.form.tell_used(None)
        self.form.missing_box.children = ()
        self.form.missing = {}
        self._starting.html = CHOOSE
        if not (code := self.form.authority.value):
            return
        base = self._begin(code)
        self._base = base
        self.form.ask_for_missing(base)
        self._starting.html = _starting(base, len(self.form.missing))

    def _changed(self) -> None:
        self.status.html = ""
        self.results.mark_stale(stale=self.plan is not None)

    def _work_out(self, _button: Any) -> None:
        self.panel.clear()
        if not self._is_ready() or self._base is None:
            return
        scenario = self.form.scenario(self._base)
        if self.plan is not None and self.scenario == scenario:
            self.results.mark_stale(stale=False)
            self.status.html = "<p>The plan below is up to date: nothing has changed.</p>"
            return
        name = escape(scenario.authority.name)
        self.status.html = f"<p>Working out the plan for {name}. This takes some seconds.</p>"
        try:
            plan = self._planner(scenario)
            self.results.show(plan, scenario)
        except Exception:
            self.status.html = ""
            raise
        self.scenario, self.plan = scenario, plan
        self.form.tell_used(plan.problem)
        self.status.html = f"<p>The plan for {name} is ready. It stands below.</p>"

    def _is_ready(self) -> bool:
        self.form.authority.error = "" if self._base else "Choose your authority."
        faults = [*self.form.authority.faults(), *self.form.faults()]
        if faults:
            self.status.html = ""
            self.panel.show("There is a problem", faults)
        return not faults

    def _scenario_file(self) -> Made | None:
        """Save the choices as they stand, planned or not."""
        self.panel.clear()
        if not self._is_ready() or self._base is None:
            return None
        return scenario_file(self.form.scenario(self._base))

    def _tables_file(self) -> Made | None:
        self.panel.clear()
        if self.plan is None or self.scenario is None:
            self.status.html = "<p>There is no plan to download yet: work it out first.</p>"
            self.status.call()
            return None
        return tables_file(self.plan, self.scenario)


def _part(*children: widgets.Widget) -> widgets.VBox:
    box = widgets.VBox(list(children))
    box.add_class("burdens-part")
    return box


def _starting(base: Scenario, missing: int) -> str:
    name = escape(base.authority.name)
    asked = ""
    if missing:
        what = (
            "One figure that a plan needs is"
            if missing == 1
            else f"{missing} figures that a plan needs are"
        )
        asked = (
            f"<p><strong>{what} not published for {name}.</strong> "
            f"Type {'it' if missing == 1 else 'them'} in below if you can.</p>"
        )
    return (
        f"<p>The plan starts on {base.start.day} {base.start:%B %Y} and runs for "
        f"{base.horizon_weeks} weeks, from the figures DfE published for {name} in "
        f"{escape(base.authority.release)}.</p>"
        f"<details><summary>Figures the plan starts from</summary>{figures_table(base)}</details>"
        f"{asked}"
    )
