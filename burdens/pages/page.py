"""What the pages have in common: choose an authority or open a file, fill in, keep it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from burdens import authorities
from burdens.errors import BurdensError
from burdens.pages.download import Made, scenario_file
from burdens.pages.errors import ErrorPanel
from burdens.pages.layout import part
from burdens.pages.opening import Opening
from burdens.pages.passage import Passage
from burdens.pages.start import Start
from burdens.pages.state import State
from burdens.pages.stored import stored
from burdens.pages.unsaved import Unsaved

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burdens.pages.entries import Entries
    from burdens.pages.request import Address
    from burdens.pages.state import Elsewhere
    from burdens.scenario import Scenario


PARTLY = "Part of the address could not be used; the rest was filled in"


class Page:
    """One page: what it starts from, and its entries.

    Parameters
    ----------
    noun
        What it works out, such as ``plan``.
    begin
        Starts a scenario from an authority.

    Attributes
    ----------
    start, opening, authority
        The choice of the authority; a file to open; both, to be shown.
    panel, status
        Where errors and what was done are said.
    state
        What the page starts from, and what is typed beyond it.
    """

    def __init__(self, noun: str, begin: Callable[[str], Scenario]) -> None:
        self.noun = noun
        self.panel = ErrorPanel()
        self.status = Passage(live="status")
        self.start = Start(begin, noun, self._changed)
        self._unsaved = Unsaved()

    def _open(self, entries: Entries, elsewhere: Sequence[Elsewhere], address: Address) -> None:
        """Take up the form, and what the address asks for."""
        self._entries = entries
        self.state = State(self.start, entries, elsewhere)
        self.opening = Opening(self._take, self.panel.guard)
        self.authority = part(self.start.part, self.opening.part)
        self.start.field.observe(self.panel.guard(self._choose), "value")
        self.panel.guard(self._take_up)(address)

    def _take_up(self, address: Address) -> None:
        """Open what the address names, and fill in what it says; say what could not be used."""
        try:
            if address.scenario:
                name, text = stored(address.scenario)
                self.opening.upload.error = self.opening.open(name, text)
            elif address.authority:
                self.start.select(address.authority)
        except BurdensError as broken:
            self.opening.refuse(broken.title, broken.faults)
            return
        if address.entries:
            carried, faults = self.state.fill(address.entries)
            if faults:
                self.opening.refuse(PARTLY, faults)
            elif carried:
                self.opening.tell("Also in the link, and used", carried)
            self._mark()

    def _take(self, scenario: Scenario, file: str) -> list[str]:
        """Start from a scenario and fill in what it says; give what no entry says of it."""
        code = authorities.find(scenario.authority.code).code
        if self.start.field.value == code:
            self._choose(None)
        else:
            self.start.field.value = code
        beside = self.state.take(scenario, file)
        self._mark()
        return beside

    def _choose(self, _change: Any) -> None:
        """Start again from the figures of the authority chosen; other entries stay."""
        self.panel.clear()
        self.opening.clear()
        self.status.html = ""
        self._entries.tell(None, None)
        self.start.choose()
        self.state.begin()
        self._entries.tell(self.start.base, None)

    def _changed(self) -> None:
        self.status.html = ""
        self._mark()

    def _mark(self) -> None:
        """Let the browser know whether leaving the page would lose something."""
        self._unsaved.unsaved = self.state.unsaved

    def _keep(self) -> None:
        self.state.keep()
        self._mark()

    def _ready(self) -> tuple[Any, ...] | None:
        """Give what is asked; None, and its faults in the panel, where it cannot be."""
        base = self.start.base
        faults = [*self.start.faults(), *(self._entries.faults(base) if base else [])]
        if faults or base is None:
            self.status.html = ""
            self.panel.show("There is a problem", faults)
            return None
        return self.state.asked(base)

    def _say(self, words: str) -> None:
        self.status.html = f"<p>{escape(words)}</p>" if words else ""

    def _scenario_file(self) -> Made | None:
        """Save the choices as they stand, worked out or not."""
        self.panel.clear()
        if (asked := self._ready()) is None:
            return None
        self._keep()
        return scenario_file(asked[0])

    def _query(self, _page: str) -> str | None:
        """Say the choices as they stand in an address."""
        self.panel.clear()
        if (asked := self._ready()) is None:
            return None
        query = self.state.link(asked)
        self._keep()
        return query
