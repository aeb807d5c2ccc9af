"""The authority that a page starts from: the choice, its figures, and those to type in."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from burdens import authorities, words
from burdens.pages.entries import touched, typed_in
from burdens.pages.field import Field, NumberField
from burdens.pages.layout import grid, part
from burdens.pages.passage import Passage
from burdens.pages.tables import figures_table
from burdens.scenario import kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from burdens.errors import Fault
    from burdens.scenario import Kind, Scenario

CHOOSE = '<p class="burdens-inset">Choose your authority to see its published figures.</p>'
TYPED_IN = "typed in on the page"
FIGURES = "figures."


class Start:
    """The authority chosen, and what a page starts from.

    Parameters
    ----------
    begin
        Starts a scenario from an authority's name or code.
    noun
        What the page works out, such as ``plan``.
    changed
        Called after a missing figure is typed in.

    Attributes
    ----------
    field
        The choice among the authorities.
    missing
        One field for each figure that is needed and not published, by name.
    plain
        The scenario as published; None before there is a choice.
    base
        What the page starts from: as published, or a scenario that was opened.
    part
        All of it, to be shown.
    """

    def __init__(
        self, begin: Callable[[str], Scenario], noun: str, changed: Callable[[], None]
    ) -> None:
        self._begin, self._noun, self._changed = begin, noun, changed
        self.base: Scenario | None = None
        self.plain: Scenario | None = None
        self.missing: dict[str, NumberField] = {}
        self.field = Field(
            name="authority",
            label="Local authority",
            hint="Its published figures are filled in for you.",
            choices=[("", "Choose your authority"), *_choices()],
        )
        self._said = Passage(html=CHOOSE)
        self._box = grid([])
        self.part: widgets.VBox = part(self.field, self._said, self._box)

    def select(self, authority: str) -> None:
        """Choose an authority by name or code.

        Raises
        ------
        UnknownAuthorityError
            Where none has it.
        """
        self.field.value = self._begin(authority).authority.code

    def choose(self) -> None:
        """Take up the authority in the field, and forget the one before."""
        self.base = self.plain = None
        self.missing = {}
        self._box.children = ()
        self._said.html = CHOOSE
        if not (code := self.field.value):
            return
        plain = self._begin(code)
        self._ask_for_missing(plain, plain)
        self._said.html = _said(plain, self._noun, len(self.missing))
        self.base = self.plain = plain

    def take(self, scenario: Scenario, file: str) -> None:
        """Start from the scenario of a file; its authority is in the field already."""
        if self.plain is None:
            return
        self._ask_for_missing(self.plain, scenario)
        self._said.html = _opened(scenario, file)
        self.base = scenario

    def carry(self, scenario: Scenario) -> None:
        """Start from a scenario with the same figures."""
        self.base = scenario

    def texts(self) -> dict[str, str]:
        """Give the missing figures as typed in; empty ones are left out."""
        return typed_in({name: str(field.value) for name, field in self.missing.items()})

    def fill(self, texts: Mapping[str, str]) -> None:
        """Put texts into the missing figures that they name."""
        for name, field in self.missing.items():
            field.value = texts.get(name, field.value)

    def written(self, scenario: Scenario) -> dict[str, str]:
        """Give what the missing figures would say of a scenario."""
        found = {}
        for name, field in self.missing.items():
            number = scenario.figure(name.removeprefix(FIGURES))
            if number is not None:
                found[name] = field.written(number)
        return found

    def faults(self) -> list[Fault]:
        """Give what is wrong with the entries."""
        self.field.error = "" if self.base else "Choose your authority."
        found = [field.faults() for field in (self.field, *self.missing.values())]
        return [fault for faults in found for fault in faults]

    def figures(self, base: Scenario, shown: Mapping[str, str]) -> dict[str, dict[str, Any]]:
        """Give the figures of a scenario with those that were typed in.

        Parameters
        ----------
        base
            What the page starts from.
        shown
            What the entries said of it; an entry that still says so changes nothing.
        """
        figures = {name: entry.model_dump() for name, entry in base.figures.items()}
        texts = self.texts()
        for name, field in self.missing.items():
            if touched(name, texts, shown):
                figures[name.removeprefix(FIGURES)] = self._figure(name, field.read())
        return figures

    def _figure(self, name: str, number: float | None) -> dict[str, Any]:
        """Give a figure as typed in; where nothing is, as published."""
        published = self.plain.figures.get(name.removeprefix(FIGURES)) if self.plain else None
        if number is None:
            return published.model_dump() if published else {"value": None}
        return {"value": number, "source": TYPED_IN}

    def _ask_for_missing(self, *bases: Scenario) -> None:
        """Lay a field for every figure that a plan needs and that one of these does not have."""
        needed = {
            kind.name: _missing_field(kind, base)
            for base in bases
            for kind in kinds().values()
            if kind.needed and base.figure(kind.name) is None
        }
        self.missing = {field.name: field for field in needed.values()}
        for field in self.missing.values():
            field.observe(lambda _: self._changed(), "value")
        self._box.children = tuple(self.missing.values())


def _choices() -> list[tuple[str, str]]:
    found = sorted(authorities.all_authorities(), key=lambda authority: authority.name)
    return [(authority.code, authority.name) for authority in found]


def _missing_field(kind: Kind, base: Scenario) -> NumberField:
    why = base.figures[kind.name].source if kind.name in base.figures else ""
    return NumberField(
        name=FIGURES + kind.name,
        label=kind.title,
        unit="pounds a year" if kind.unit == "GBP" else kind.unit,
        hint=f"Not published for {base.authority.name}{f' ({why})' if why else ''}. "
        "Type in your own figure for the latest year; left empty, it is estimated or left out.",
    )


def _said(base: Scenario, noun: str, missing: int) -> str:
    name = escape(base.authority.name)
    asked = ""
    if missing:
        what = (
            f"One figure that a {noun} needs is"
            if missing == 1
            else f"{missing} figures that a {noun} needs are"
        )
        asked = (
            f"<p><strong>{what} not published for {name}.</strong> "
            f"Type {'it' if missing == 1 else 'them'} in below if you can.</p>"
        )
    return (
        f"<p>The plan starts on {words.day(base.start)} and runs for "
        f"{base.horizon_weeks} weeks, from the figures DfE published for {name} in "
        f"{escape(base.authority.release)}.</p>"
        f"{_figures(base)}{asked}"
    )


def _opened(base: Scenario, file: str) -> str:
    return (
        f"<p>The page starts from the scenario file <strong>{escape(file)}</strong>, for "
        f"{escape(base.authority.name)}: the plan starts on {words.day(base.start)} and runs for "
        f"{base.horizon_weeks} weeks. Choose another authority to start from published figures "
        f"again.</p>{_figures(base)}"
    )


def _figures(base: Scenario) -> str:
    return (
        f"<details><summary>Figures the plan starts from</summary>{figures_table(base)}</details>"
    )
