"""Whether the scenarios are like for like, and buttons that make them so."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from burdens.comparison import made_equal, unlike
from burdens.pages.layout import button, part
from burdens.pages.passage import Passage
from burdens.pages.tables import table
from burdens.problem import price_year

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burdens.comparison import Difference
    from burdens.scenario import Scenario

    Scenarios = dict[str, Scenario]

NOT_YET = (
    '<p class="burdens-inset">Nothing yet: choose the scenarios, and what they do not have in '
    "common is said here.</p>"
)
ALIKE = (
    "They can be compared like for like: they have the same start, length, steps, standards, "
    "roles, posts typed, limits on hiring, releases and years of figures."
)


class Likeness:
    """What the scenarios do not have in common.

    Parameters
    ----------
    take
        Takes scenarios that were made equal, and what was done in words.
    guard
        Lets what goes wrong reach the error panel.

    Attributes
    ----------
    buttons
        What makes them equal, by way.
    said
        What differs, in words.
    part
        All of it, to be shown.
    """

    def __init__(
        self, take: Callable[[str, Scenarios], None], guard: Callable[..., Callable[..., None]]
    ) -> None:
        self._take, self._guard = take, guard
        self.buttons: dict[str, widgets.Button] = {}
        self.said = Passage(html=NOT_YET)
        self._box = part()
        self.part: widgets.VBox = part(self.said, self._box)

    def show(self, scenarios: Scenarios | None) -> None:
        """Show what scenarios do not have in common; None where they are not all chosen."""
        found = unlike(scenarios) if scenarios else []
        self.said.html = likeness(list(scenarios), found) if scenarios else NOT_YET
        ways = dict.fromkeys(one.mend for one in found if one.mend)
        self.buttons = {way: self._button(way, scenarios) for way in ways if scenarios}
        self._box.children = tuple(self.buttons.values())

    def _button(self, way: str, scenarios: Scenarios) -> widgets.Button:
        def press() -> None:
            self._take(_done(way, next(iter(scenarios))), made_equal(scenarios, way))
            self.said.call()

        return button(_label(way, next(iter(scenarios))), self._guard(press))


def likeness(names: Sequence[str], found: Sequence[Difference]) -> str:
    """Return whether scenarios can be compared like for like."""
    prices = f"Every cost is in prices of {price_year()}, not discounted."
    if not found:
        return f"<p>{ALIKE} {prices}</p>"
    hidden = [one for one in found if one.hides]
    head = f"<p>The numbers can be compared. What follows differs, and moves them. {prices}</p>"
    if hidden:
        head = f"<p><strong>Not all numbers can be compared.</strong> {prices}</p>{why(hidden)}"
    return head + differing("What they do not have in common", names, found)


def why(hidden: Sequence[Difference]) -> str:
    """Return which numbers are not shown, and why."""
    said = "".join(f"<li>{escape(one.what)}: {escape(one.why)}</li>" for one in hidden)
    return f"<ul>{said}</ul>"


def differing(caption: str, names: Sequence[str], found: Sequence[Difference]) -> str:
    """Return what each scenario says, one thing a row."""
    noted = any(one.why for one in found)
    heads = ["", *names, *(["What it means"] if noted else [])]
    rows = [
        [one.what, *(one.said[name] for name in names), *([one.why] if noted else [])]
        for one in found
    ]
    return table(caption, heads, rows)


def _label(way: str, first: str) -> str:
    return {
        "time": f"Use the start, length and steps of {first} for all",
        "standards": f"Use the standards of {first} for all",
        "roles": "Plan only the roles that all of them have",
    }[way]


def _done(way: str, first: str) -> str:
    return {
        "time": f"Planned here with the start, length and steps of {first}.",
        "standards": f"Planned here with the standards of {first}.",
        "roles": "Planned here with only the roles that all of them have.",
    }[way]
