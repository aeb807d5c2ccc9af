"""Every value of the tool, as parts that a notebook lays out."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from burdens.measures import all_values
from burdens.pages.assumptions.cards import cards, changes
from burdens.pages.assumptions.editor import Editor
from burdens.pages.assumptions.export import csv_bytes, rows_of, workbook_bytes
from burdens.pages.assumptions.filters import NAMES, Filters, Standing
from burdens.pages.assumptions.listing import EDIT, Listing
from burdens.pages.download import EXCEL, Download, Made, named
from burdens.pages.field import Field
from burdens.pages.layout import button, grid, part
from burdens.pages.link import Link
from burdens.pages.new_burdens.form import BurdensForm
from burdens.pages.new_burdens.form import knows as knows_burdens
from burdens.pages.page import PARTLY, Page
from burdens.pages.passage import Passage
from burdens.pages.request import Address
from burdens.pages.state import Elsewhere
from burdens.pages.values import Values
from burdens.pages.workforce.form import Form
from burdens.pages.workforce.form import knows as knows_workforce
from burdens.scenario import new

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from burdens.evidence import Value
    from burdens.scenario import Scenario

PAGE = "assumptions"
AT_ONCE = 10  # values shown before more are asked for
# Whose entries an address may hold too.
ELSEWHERE = (
    Elsewhere(knows_burdens, lambda: BurdensForm(lambda: None, lambda callback: callback)),
    Elsewhere(knows_workforce, lambda: Form(lambda: None)),
)


class AssumptionsPage(Page):
    """Every value of the tool: to be found, confirmed, replaced with a reason, and taken away.

    Parameters
    ----------
    authority
        Name or code of the authority chosen from the start.
    scenario, entries
        A scenario file below the server's folder that is opened, and what is filled in: what is
        searched for, such as ``{"search": "advice", "grade": "D"}``, and values by their id.
    begin
        What starts a scenario from an authority's code; by default `burdens.new`.

    Attributes
    ----------
    authority, find, values, changes, link, downloads
        The parts, to be shown in this order.
    """

    def __init__(
        self,
        authority: str | None = None,
        *,
        scenario: str | None = None,
        entries: Mapping[str, str] | None = None,
        begin: Callable[[str], Scenario] | None = None,
    ) -> None:
        super().__init__("plan", begin or new)
        self._shown = AT_ONCE
        self.who = _who()
        self.form = Values(self._changed, lambda: str(self.who.value))
        self._make_parts()
        asked = entries or {}
        mine = {name: text for name, text in asked.items() if name not in NAMES}
        self._open(self.form, ELSEWHERE, Address(authority, scenario, mine))
        faults = self.filters.fill({name: asked[name] for name in NAMES if name in asked})
        self._show()
        if faults:
            self.panel.show(PARTLY, faults)
        self.start.field.observe(self.panel.guard(self._on_field), "value")
        self.who.observe(self.panel.guard(self._on_field), "value")

    def _make_parts(self) -> None:
        guard = self.panel.guard
        self.filters = Filters(guard(self._find))
        self.found = Passage(live="status")
        self.every = button("Show every value", guard(self._clear))
        self.listing, self.changed = Listing(guard(self._press)), Listing(guard(self._press))
        self.editor = Editor(self.form, self.panel, guard(self._closed))
        self.more = button("", guard(self._show_more))
        self.find = part(self.filters.part, self.found, self.every)
        self.values = part(self.panel, self.editor.part, self.listing, self.more)
        self.changes = part(grid([self.who]), self.status, self.changed, self._unsaved)
        self.link = part(
            Link(
                guard(self._query),
                page=PAGE,
                onward=[
                    ("workforce", "Use this scenario on the Workforce plan page"),
                    ("new_burdens", "Use this scenario on the New burdens page"),
                ],
            )
        )
        self.downloads = part(*self._downloads())

    def _downloads(self) -> list[Download]:
        guard = self.panel.guard
        return [
            Download(
                guard(self._scenario_file),
                label="Download the scenario (YAML)",
                hint="Your changes with their reasons, to open on any page.",
            ),
            Download(
                guard(self._workbook_file),
                label="Download the list (Excel)",
                hint="The values found above, with sources, uses, your changes and reasons.",
            ),
            Download(guard(self._csv_file), label="Download the list (CSV)", hint="The same."),
        ]

    def overrides(self) -> dict[str, dict[str, Any]]:
        """Give what is in the place of the tool's values, by id: number, reason and who."""
        shown = self.form.overrides(self.start.base, self.state.shown)
        return {one["value"]: one for one in shown}

    def wanted(self) -> list[Value]:
        """Give the values that are found, in order."""
        overrides = self.overrides()
        explained = frozenset(name for name, one in overrides.items() if one["reason"])
        return self.filters.found(Standing(frozenset(overrides), explained))

    def _changed(self) -> None:
        super()._changed()
        self._show()

    def _on_field(self, _change: Any) -> None:
        self._show()

    def _take(self, scenario: Scenario, file: str) -> list[str]:
        beside = super()._take(scenario, file)
        self._show()
        return beside

    def _find(self) -> None:
        """Begin the list again."""
        self._shown = AT_ONCE
        self._show()

    def _clear(self) -> None:
        self.filters.clear()
        self.found.call()

    def _show_more(self) -> None:
        first = self.wanted()[self._shown]
        self._shown += AT_ONCE
        self._show()
        self.listing.go_to(EDIT, first.id)

    def _show(self) -> None:
        """Show the values found, and what is changed."""
        overrides, found = self.overrides(), self.wanted()
        self.listing.html = cards(found[: self._shown], overrides)
        self.found.html = _said(found, min(self._shown, len(found)), overrides)
        self.changed.html = changes(overrides)
        left = max(len(found) - self._shown, 0)
        self.more.description = f"Show {min(left, AT_ONCE)} more"
        self.more.layout.display = None if left else "none"
        self.every.layout.display = None if self.filters.texts() else "none"

    def _press(self, what: str, name: str) -> None:
        self.panel.clear()
        if what == EDIT:
            self.editor.open(name)
            return
        self.form.entry(name).reset()
        self._say(f"{all_values()[name].title}: the tool's value is used again.")
        self.changed.call()

    def _closed(self, name: str) -> None:
        self.listing.go_to(EDIT, name)

    def _ready(self) -> tuple[Any, ...] | None:
        """Open the first value with a fault, so that what is said of it leads there."""
        ready = super()._ready()
        if ready is None and (wrong := self.form.wrong()):
            self.editor.open(wrong[0])
            self.panel.call()
        return ready

    def _query(self, page: str) -> str | None:
        """Say the choices as they stand in an address; on this page what is searched for too."""
        filters = urlencode(self.filters.texts()) if page == PAGE else ""
        if page == PAGE and self.start.base is None and not self.state.texts():
            return filters
        query = super()._query(page)
        return query if query is None else "&".join(one for one in (query, filters) if one)

    def _workbook_file(self) -> Made:
        rows = rows_of(self.wanted(), self.overrides())
        content = workbook_bytes(rows, self.filters.said())
        return named(self.start.base, f"-{PAGE}.xlsx", EXCEL, content)

    def _csv_file(self) -> Made:
        rows = rows_of(self.wanted(), self.overrides())
        content = csv_bytes(rows, self.filters.said())
        return named(self.start.base, f"-{PAGE}.csv", "text/csv", content)


def _who() -> Field:
    return Field(
        name="by",
        label="Your name or team (optional)",
        hint="It stands beside the values that you change here, in the scenario file and in the "
        "lists. A link does not hold it.",
    )


def _said(found: list[Value], shown: int, overrides: Mapping[str, Mapping[str, Any]]) -> str:
    """Say how many values are found, and how many of them nobody has confirmed."""
    total = len(all_values())
    open_ = sum(
        value.unconfirmed and not overrides.get(value.id, {}).get("reason") for value in found
    )
    first = f" The first {shown} are shown." if shown < len(found) else ""
    judged = f"{open_} of them {'is' if open_ == 1 else 'are'}" if open_ else "none of them is"
    return f"<p><strong>{len(found)} of {total} values</strong> found; {judged} unconfirmed.{first}</p>"
