"""The workforce plan, as parts that a notebook lays out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from burdens.pages import values
from burdens.pages.download import Download, Made, tables_file
from burdens.pages.follow_up import FollowUp, Labels
from burdens.pages.layout import grid, part
from burdens.pages.link import Link
from burdens.pages.request import Address
from burdens.pages.state import Elsewhere
from burdens.pages.worked import WorkedPage
from burdens.pages.workforce.caseload_line import chosen_standard, line_table, standards_of
from burdens.pages.workforce.form import Form
from burdens.pages.workforce.live_planner import LivePlanner
from burdens.pages.workforce.results import Results
from burdens.pages.workforce.what_helps import what_helps
from burdens.scenario import new

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from burdens.pages.entries import Entries
    from burdens.pages.workforce.live_planner import Planner
    from burdens.plans import Help, Plan
    from burdens.scenario import Scenario

NO_PLAN = "There is no plan yet: work it out first."
HELPS = Labels(
    "Find what would help most",
    "Finding what would help most: the plan is worked out again with one thing changed at a time.",
    "What would help most stands below.",
    NO_PLAN,
)
LINE = Labels(
    "Work out what each caseload standard takes",
    "Working out a plan for each caseload standard.",
    "What each caseload standard takes stands below.",
    NO_PLAN,
)


def _is_of_burdens(name: str) -> bool:
    from burdens.pages.new_burdens.form import knows  # noqa: PLC0415  (no page opens later for it)

    return knows(name)


def _burdens_form() -> Entries:
    from burdens.pages.new_burdens.form import (  # noqa: PLC0415  (no page opens later for it)
        BurdensForm,
    )

    return BurdensForm(lambda: None, lambda callback: callback)


# Whose entries an address may hold too.
ELSEWHERE = (Elsewhere(values.knows, values.Values), Elsewhere(_is_of_burdens, _burdens_form))


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
        What starts a scenario from an authority's code, and what makes its plans; by default
        `burdens.new` and one live model for the page.

    Attributes
    ----------
    authority, staff, standards, assumptions, run, answer, needs, obstacles, helps, caseload
        The parts, to be shown in this order, and then
    charts, check, link, downloads
        the rest of them.
    """

    def __init__(
        self,
        authority: str | None = None,
        *,
        scenario: str | None = None,
        entries: Mapping[str, str] | None = None,
        begin: Callable[[str], Scenario] | None = None,
        planner: Planner | None = None,
    ) -> None:
        self._planner = planner or LivePlanner()
        super().__init__("plan", begin or new, self._planner.plan)
        self.form = Form(self._changed)
        self.results = Results()
        self.most_help = FollowUp(HELPS, self.panel.guard, self.results.most_help)
        self.line = FollowUp(LINE, self.panel.guard, self.results.line)
        self._lay_out()
        address = Address(authority, scenario, entries or {})
        self._join(self.form, self.results, ELSEWHERE, address)

    @property
    def plan(self) -> Plan | None:
        """The plan shown; None before there is any."""
        plan: Plan | None = self.result
        return plan

    def _lay_out(self) -> None:
        form, results = self.form, self.results
        self.staff = part(form.staff)
        self.standards = part(grid(list(form.standards.values())), grid([form.kept]))
        self.assumptions = grid([lever.box for lever in form.levers.values()])
        self.answer = part(results.stale, results.headlines)
        self.needs = part(results.needs)
        self.obstacles = part(results.obstacles)
        self.helps = self.most_help.part
        self.caseload = part(results.caseload, self.line.part)
        self.charts = results.charts
        self.check = part(results.check)
        self.link = part(self._link())
        self.downloads = part(*self._downloads())

    def _link(self) -> Link:
        return Link(
            self.panel.guard(self._query),
            page="workforce",
            onward=[
                ("new_burdens", "Use this scenario on the New burdens page"),
                ("assumptions", "See and change every assumption of it"),
            ],
        )

    def _downloads(self) -> list[Download]:
        return [
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
        ]

    def _choose(self, change: Any) -> None:
        self._withdraw()
        super()._choose(change)

    def _begin(self) -> None:
        """Free the live model for the new plan."""
        self.most_help.stop()
        self.line.stop()

    def _show(self, result: Any, asked: tuple[Any, ...]) -> None:
        """Show a plan; what would help most is found next, while the reader has the plan."""
        self._withdraw()
        super()._show(result, asked)
        scenario: Scenario = asked[0]
        self.most_help.offer(
            lambda watch: self._planner.helps(scenario, watch=watch), self._help_found
        )
        self.line.offer(
            lambda watch: self._planner.caseload_line(
                scenario, standards_of(scenario), watch=watch
            ),
            lambda line: line_table(line, chosen_standard(scenario)),
        )
        self.most_help.start()

    def _help_found(self, helps: tuple[Help, ...]) -> str:
        """Keep what would help with the plan that is shown."""
        self.result = replace(self.result, helps=helps)
        return what_helps(helps)

    def _withdraw(self) -> None:
        self.most_help.withdraw()
        self.line.withdraw()

    def _tables_file(self) -> Made | None:
        plan = self._shown_or_said()
        if plan is None or self.scenario is None:
            return None
        return tables_file(plan.write, self.scenario, "plan")
