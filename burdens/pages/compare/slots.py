"""The scenarios that are compared: two to four."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from burdens.comparison import FEWEST, MOST
from burdens.errors import BurdensError, Fault, ScenarioError
from burdens.pages.compare.slot import Slot
from burdens.pages.layout import button, part
from burdens.pages.passage import Passage
from burdens.pages.stored import ENDINGS, stored

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from burdens.scenario import Scenario

LETTERS = "ABCDEFGH"[:MOST]


class Slots:
    """A list of scenarios that can be made longer and shorter.

    Parameters
    ----------
    begin
        Starts a scenario from an authority's name or code.
    changed
        Called after every change.

    Attributes
    ----------
    slots
        In order; the others are compared with the first.
    add
        Adds one more.
    part
        All of it, to be shown.
    """

    def __init__(self, begin: Callable[[str], Scenario], changed: Callable[[], None]) -> None:
        self._begin, self._changed = cache(begin), changed
        self.slots: list[Slot] = []
        self.removers: dict[str, widgets.Button] = {}
        self.add = button("Add a scenario", self._go_to_new)
        self._box = part()
        self._said = Passage(live="status")
        self.part: widgets.VBox = part(self._box, self._said, self.add)
        for _ in range(FEWEST):
            self._add()

    def open(self, asked: Sequence[str | None]) -> None:
        """Choose what the address names, in the order of the letters.

        Parameters
        ----------
        asked
            Names or codes of authorities, or paths of scenario files below the server's folder.

        Raises
        ------
        BurdensError
            With all that could not be opened; the rest was.
        """
        faults: list[Fault] = []
        for letter, place in zip(LETTERS, asked, strict=False):
            if not place:
                continue
            while letter not in self._letters():
                self._add()
            slot = next(one for one in self.slots if one.letter == letter)
            try:
                self._choose(slot, place)
            except BurdensError as broken:
                faults += broken.faults
        if faults:
            raise ScenarioError("Part of the address could not be used", faults)

    @property
    def typed(self) -> bool:
        """Whether something was typed that would be lost with the page."""
        return any(slot.typed for slot in self.slots)

    def faults(self) -> list[Fault]:
        """Give what is wrong with the entries."""
        found = [fault for slot in self.slots for fault in slot.faults()]
        return found or self._shared_names()

    def unfinished(self) -> bool:
        """Whether something is still to be chosen or typed; nothing is said of it."""
        return not all(slot.finished for slot in self.slots)

    def named(self) -> dict[str, Scenario]:
        """Give the scenarios by name.

        Raises
        ------
        BurdensError
            Where what is changed in a copy does not fit.
        """
        return {name: scenario for _, name, scenario in self._found()}

    def make_equal(self, how: str, scenarios: Mapping[str, Scenario]) -> None:
        """Take these scenarios in the place of those with the same name, where they differ."""
        for slot, name, scenario in self._found():
            if scenarios[name] != scenario:
                slot.make_equal(how, scenarios[name])
        self._changed()

    def _choose(self, slot: Slot, place: str) -> None:
        if place.endswith(ENDINGS):
            slot.open(*stored(place))
        else:
            slot.authority.value = self._begin(place).authority.code

    def _found(self) -> list[tuple[Slot, str, Scenario]]:
        found = [(slot, slot.scenario(self._first)) for slot in self.slots]
        return [(slot, slot.called(scenario), scenario) for slot, scenario in found]

    def _first(self) -> Scenario:
        return self.slots[0].scenario(self._first)

    def _shared_names(self) -> list[Fault]:
        names: dict[str, Slot] = {}
        faults = []
        for slot, name, _ in self._found():
            slot.name.error = ""
            if name in names:
                slot.name.error = (
                    f"Scenarios {names[name].letter} and {slot.letter} are both called “{name}”. "
                    "Type another name."
                )
                faults += slot.name.faults()
            names[name] = slot
        return faults

    def _letters(self) -> list[str]:
        return [slot.letter for slot in self.slots]

    def _go_to_new(self) -> None:
        """Add a slot, and bring the reader there."""
        self._add().heading.call()

    def _add(self) -> Slot:
        """Add a slot under the first letter that is free."""
        letter = next(one for one in LETTERS if one not in self._letters())
        slot = Slot(letter, self._begin, self._on_change)
        self.slots = sorted([*self.slots, slot], key=lambda one: one.letter)
        if letter != LETTERS[0]:
            words = f"Remove scenario {letter}"
            self.removers[letter] = button(words, lambda: self._remove(slot))
        self._lay_out("")
        return slot

    def _remove(self, slot: Slot) -> None:
        self.slots.remove(slot)
        del self.removers[slot.letter]
        self._lay_out(f"Scenario {slot.letter} was removed.")
        self._said.call()
        self._changed()

    def _lay_out(self, said: str) -> None:
        """Show the slots, with buttons to remove those that may go."""
        rows: list[widgets.Widget] = []
        for slot in self.slots:
            rows.append(slot.part)
            if slot.letter in self.removers and len(self.slots) > FEWEST:
                rows.append(self.removers[slot.letter])
        self._box.children = tuple(rows)
        self._said.html = f"<p>{escape(said)}</p>" if said else ""
        self.add.layout.display = "none" if len(self.slots) == MOST else None

    def _on_change(self, slot: Any) -> None:
        """Forget what was made equal to what it no longer is."""
        if self.slots and slot is self.slots[0]:
            for other in self.slots[1:]:
                other.forget_equal()
        self._changed()
