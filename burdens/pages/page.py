"""What the pages have in common: choose an authority, fill in, press the button, read."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Protocol

from burdens import authorities
from burdens.errors import BurdensError
from burdens.pages.download import Made, scenario_file
from burdens.pages.errors import ErrorPanel
from burdens.pages.layout import part
from burdens.pages.opening import Opening
from burdens.pages.passage import Passage
from burdens.pages.progress import Progress
from burdens.pages.start import Start
from burdens.pages.state import State
from burdens.pages.stored import stored
from burdens.pages.unsaved import Unsaved
from burdens.pages.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.pages.entries import Entries
    from burdens.pages.request import Address
    from burdens.pages.state import Elsewhere
    from burdens.scenario import Scenario


PARTLY = "Part of the address could not be used; the rest was filled in"


class Shown(Protocol):
    """Where the result of a page stands."""

    def show(self, result: Any, scenario: Scenario) -> None:
        """Show a result in the place of what was shown before."""

    def clear(self) -> None:
        """Show no result."""

    def mark_stale(self, *, stale: bool) -> None:
        """Say whether the result shown is from before the last change."""


class Page:
    """One page: inputs, a button, and what comes of them.

    Parameters
    ----------
    noun
        What it works out, such as ``plan``.
    begin, work
        What starts a scenario from an authority, and what works out the result.

    Attributes
    ----------
    start, opening, authority
        The choice of the authority; a file to open; both, to be shown.
    panel, status, progress, run
        Where errors and what was done are said; the button, with how far the work is; all of
        them, to be shown.
    state
        What the page starts from, and what is typed beyond it.
    scenario, result
        What is shown; None before there is any.
    """

    def __init__(
        self, noun: str, begin: Callable[[str], Scenario], work: Callable[..., Any]
    ) -> None:
        self.noun, self._work = noun, work
        self.scenario: Scenario | None = None
        self.result: Any = None
        self._asked: tuple[Any, ...] = ()
        self.panel = ErrorPanel()
        self.status = Passage(live="status")
        self.start = Start(begin, noun, self._changed)
        self.progress = Progress(f"Work out the {noun}")
        self.progress.on_press(self.panel.guard(self._work_out))
        self._worker = Work(self.progress, self.panel.guard)
        self._touched = False
        self._unsaved = Unsaved()
        self.run = part(self.panel, self.progress, self.status, self._unsaved)

    def _open(self, entries: Entries, shown: Shown, elsewhere: Elsewhere, address: Address) -> None:
        """Join the form and the results to the button, and take up what the address asks for."""
        self._entries, self._shown = entries, shown
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
        self._worker.cancel()
        self.panel.clear()
        self.opening.clear()
        self.status.html = ""
        self._shown.clear()
        self.scenario = self.result = None
        self._entries.tell(None, None)
        self.start.choose()
        self.state.begin()
        self._entries.tell(self.start.base, None)

    def _changed(self) -> None:
        self._touched = True
        self.status.html = ""
        self._shown.mark_stale(stale=self.result is not None)
        self._mark()

    def _mark(self) -> None:
        """Let the browser know whether leaving the page would lose something."""
        self._unsaved.unsaved = self.state.unsaved

    def _keep(self) -> None:
        self.state.keep()
        self._mark()

    def _work_out(self) -> None:
        """Start the work, unless what is shown is what it would give."""
        self.panel.clear()
        if (asked := self._ready()) is None:
            return
        if self.result is not None and self._asked == asked:
            self._shown.mark_stale(stale=False)
            self._say(f"The {self.noun} below is up to date: nothing has changed.")
            return
        name = asked[0].authority.name
        self._say(f"Working out the {self.noun} for {name}. This takes some seconds.")
        self._touched = False
        self._worker.run(
            lambda watch: self._work(*asked, watch=watch),
            done=lambda result: self._show(result, asked),
            cancelled=lambda: self._say("Cancelled: nothing was changed."),
            failed=lambda: self._say(""),
        )

    def _show(self, result: Any, asked: tuple[Any, ...]) -> None:
        """Show what came of the work; entries may have changed while it went on."""
        scenario = asked[0]
        self._shown.show(result, scenario)
        self._shown.mark_stale(stale=self._touched)
        self.scenario, self.result, self._asked = scenario, result, asked
        self._entries.tell(self.start.base, result)
        self._say(f"The {self.noun} for {scenario.authority.name} is ready. It stands below.")

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

    def _query(self) -> str | None:
        """Say the choices as they stand in an address."""
        self.panel.clear()
        if (asked := self._ready()) is None:
            return None
        query = self.state.link(asked)
        self._keep()
        return query

    def _shown_or_said(self) -> Any:
        """Give the result to be saved; None, and say so, before there is any."""
        self.panel.clear()
        if self.result is None:
            self._say(f"There is no {self.noun} to download yet: work it out first.")
            self.status.call()
        return self.result
