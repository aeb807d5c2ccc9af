"""What the pages have in common: choose an authority, fill in, press the button, read."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Protocol

import ipywidgets as widgets

from burdens.pages.download import Made, scenario_file
from burdens.pages.errors import ErrorPanel
from burdens.pages.layout import part
from burdens.pages.passage import Passage
from burdens.pages.start import Start

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.errors import Fault
    from burdens.scenario import Scenario


class Entries(Protocol):
    """The form of a page."""

    def faults(self, base: Scenario) -> list[Fault]:
        """Give what is wrong with the entries."""

    def asked(self, base: Scenario, figures: dict[str, Any]) -> tuple[Any, ...]:
        """Give what is to be worked out: the scenario, and what goes with it."""

    def tell(self, base: Scenario | None, result: Any) -> None:
        """Say in the form what it starts from, and what was used for what is left empty."""


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
    start, panel, status, run
        The authority; where errors and progress are said; the button with both.
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
        button = widgets.Button(description=f"Work out the {noun}")
        button.add_class("burdens-go")
        button.on_click(self.panel.guard(self._work_out))
        self.run = part(self.panel, button, self.status)

    def _open(self, entries: Entries, shown: Shown, authority: str | None) -> None:
        """Join the form and the results to the button, and choose the authority of the address."""
        self._entries, self._shown = entries, shown
        self.start.field.observe(self.panel.guard(self._choose), "value")
        if authority:
            self.panel.guard(self.start.select)(authority)

    def _choose(self, _change: Any) -> None:
        """Start again from the figures of the authority chosen; other entries stay."""
        self.panel.clear()
        self.status.html = ""
        self._shown.clear()
        self.scenario = self.result = None
        self._entries.tell(None, None)
        self.start.choose()
        self._entries.tell(self.start.base, None)

    def _changed(self) -> None:
        self.status.html = ""
        self._shown.mark_stale(stale=self.result is not None)

    def _work_out(self, _button: Any) -> None:
        self.panel.clear()
        if (asked := self._ready()) is None:
            return
        if self.result is not None and self._asked == asked:
            self._shown.mark_stale(stale=False)
            self._say(f"The {self.noun} below is up to date: nothing has changed.")
            return
        scenario = asked[0]
        name = scenario.authority.name
        self._say(f"Working out the {self.noun} for {name}. This takes some seconds.")
        try:
            result = self._work(*asked)
            self._shown.show(result, scenario)
        except Exception:
            self.status.html = ""
            raise
        self.scenario, self.result, self._asked = scenario, result, asked
        self._entries.tell(self.start.base, result)
        self._say(f"The {self.noun} for {name} is ready. It stands below.")

    def _ready(self) -> tuple[Any, ...] | None:
        """Give what is asked; None, and its faults in the panel, where it cannot be."""
        base = self.start.base
        faults = [*self.start.faults(), *(self._entries.faults(base) if base else [])]
        if faults or base is None:
            self.status.html = ""
            self.panel.show("There is a problem", faults)
            return None
        return self._entries.asked(base, self.start.figures(base))

    def _say(self, words: str) -> None:
        self.status.html = f"<p>{escape(words)}</p>"

    def _scenario_file(self) -> Made | None:
        """Save the choices as they stand, worked out or not."""
        self.panel.clear()
        asked = self._ready()
        return None if asked is None else scenario_file(asked[0])

    def _shown_or_said(self) -> Any:
        """Give the result to be saved; None, and say so, before there is any."""
        self.panel.clear()
        if self.result is None:
            self._say(f"There is no {self.noun} to download yet: work it out first.")
            self.status.call()
        return self.result
