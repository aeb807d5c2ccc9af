"""The workforce plan, as parts that a notebook lays out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.pages import values
from burdens.pages.download import Download, Made, tables_file
from burdens.pages.layout import grid, part
from burdens.pages.link import Link
from burdens.pages.new_burdens.form import BurdensForm, knows
from burdens.pages.request import Address
from burdens.pages.state import Elsewhere
from burdens.pages.worked import WorkedPage
from burdens.pages.workforce.form import Form
from burdens.pages.workforce.results import Results
from burdens.planning import plan as plan_scenario
from burdens.scenario import new

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from burdens.programme import Plan
    from burdens.scenario import Scenario


# Whose entries an address may hold too.
ELSEWHERE = (
    Elsewhere(values.knows, values.Values),
    Elsewhere(knows, lambda: BurdensForm(lambda: None, lambda callback: callback)),
)


class WorkforcePage(WorkedPage):
    """A workforce plan: inputs, a button, and what comes of them.

    Parameters
    ----------
    authority
        Name or code of the authority chosen from the start.
    scenario, entries
        A scenario file below the server's folder that is opened, and what is filled in, by the
        names of the entries, such as ``{"staff.ep.in_post": "20"}``.
    begin, planner
        What starts a scenario from an authority's code, and what makes its plan; by default
        `burdens.new` and `burdens.plan`.

    Attributes
    ----------
    authority, staff, standards, assumptions, run, answer, obstacles, charts, check, link, downloads
        The parts, to be shown in this order.
    """

    def __init__(
        self,
        authority: str | None = None,
        *,
        scenario: str | None = None,
        entries: Mapping[str, str] | None = None,
        begin: Callable[[str], Scenario] | None = None,
        planner: Callable[[Scenario], Plan] | None = None,
    ) -> None:
        super().__init__("plan", begin or new, planner or plan_scenario)
        self.form = Form(self._changed)
        self.results = Results()
        self._lay_out()
        address = Address(authority, scenario, entries or {})
        self._join(self.form, self.results, ELSEWHERE, address)

    @property
    def plan(self) -> Plan | None:
        """The plan shown; None before there is any."""
        found: Plan | None = self.result
        return found

    def _lay_out(self) -> None:
        form, results = self.form, self.results
        self.staff = part(form.staff)
        self.standards = grid(list(form.standards.values()))
        self.assumptions = grid([lever.box for lever in form.levers.values()])
        self.answer = part(results.stale, results.headlines)
        self.obstacles = part(results.obstacles)
        self.charts = results.charts
        self.check = part(results.check)
        self.link = part(
            Link(
                self.panel.guard(self._query),
                page="workforce",
                onward=[
                    ("new_burdens", "Use this scenario on the New burdens page"),
                    ("assumptions", "See and change every assumption of it"),
                ],
            )
        )
        self.downloads = part(
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

    def _tables_file(self) -> Made | None:
        plan = self._shown_or_said()
        if plan is None or self.scenario is None:
            return None
        return tables_file(plan.write, self.scenario, "plan")
