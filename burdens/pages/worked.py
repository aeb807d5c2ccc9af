"""A page that works something out: a button, how far the work is, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from burdens.pages.layout import part
from burdens.pages.page import Page
from burdens.pages.progress import Progress
from burdens.pages.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burdens.pages.entries import Entries
    from burdens.pages.request import Address
    from burdens.pages.state import Elsewhere
    from burdens.scenario import Scenario


class Shown(Protocol):
    """Where the result of a page stands."""

    def show(self, result: Any, scenario: Scenario) -> None:
        """Show a result in the place of what was shown before."""

    def clear(self) -> None:
        """Show no result."""

    def mark_stale(self, *, stale: bool) -> None:
        """Mark whether the result shown is from before the last change."""


class WorkedPage(Page):
    """One page: inputs, a button, and what comes of them.

    Parameters
    ----------
    noun
        What it works out, such as ``plan``.
    begin, work
        What starts a scenario from an authority, and what works out the result.

    Attributes
    ----------
    progress, run
        The button, with how far the work is; all that stands round it, to be shown.
    scenario, result
        What is shown; None before there is any.
    """

    def __init__(
        self, noun: str, begin: Callable[[str], Scenario], work: Callable[..., Any]
    ) -> None:
        super().__init__(noun, begin)
        self._work = work
        self.scenario: Scenario | None = None
        self.result: Any = None
        self._asked: tuple[Any, ...] = ()
        self.progress = Progress(f"Work out the {noun}")
        self.progress.on_press(self.panel.guard(self._work_out))
        self._worker = Work(self.progress, self.panel.guard)
        self._touched = False
        self.run = part(self.panel, self.progress, self.status, self._unsaved)

    def _join(
        self, entries: Entries, shown: Shown, elsewhere: Sequence[Elsewhere], address: Address
    ) -> None:
        """Join the form and the results to the button, and take up what the address asks for."""
        self._shown = shown
        self._open(entries, elsewhere, address)

    def _choose(self, change: Any) -> None:
        """Start again from the figures of the authority chosen; nothing is worked out of them."""
        self._worker.cancel()
        self._shown.clear()
        self.scenario = self.result = None
        super()._choose(change)

    def _changed(self) -> None:
        self._touched = True
        self._shown.mark_stale(stale=self.result is not None)
        super()._changed()

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
        self._begin()
        self._worker.run(
            lambda watch: self._work(*asked, watch=watch),
            done=lambda result: self._show(result, asked),
            cancelled=lambda: self._say("Cancelled: nothing was changed."),
            failed=lambda: self._say(""),
        )

    def _begin(self) -> None:
        """Make ready for the work; a page stops here what its work must not wait for."""

    def _show(self, result: Any, asked: tuple[Any, ...]) -> None:
        """Show what came of the work, or nothing; entries may have changed while it went on."""
        scenario = asked[0]
        try:
            self._shown.show(result, scenario)
        except Exception:
            self._shown.clear()
            self.scenario = self.result = None
            raise
        self._shown.mark_stale(stale=self._touched)
        self.scenario, self.result, self._asked = scenario, result, asked
        self._entries.tell(self.start.base, result)
        self._say(f"The {self.noun} for {scenario.authority.name} is ready. It stands below.")

    def _shown_or_said(self) -> Any:
        """Return the result to be saved; None, and a word of it, before there is any."""
        self.panel.clear()
        if self.result is None:
            self._say(f"There is no {self.noun} to download yet: work it out first.")
            self.status.call()
        return self.result
