"""The values that a scenario replaces, any of the tool: what is typed for each, and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from burdens.measures import all_values
from burdens.pages.assumption import Assumption
from burdens.pages.entries import REASON, Entries, fill_in, replaced, texts_of, typed_in, written_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from burdens.errors import Fault
    from burdens.scenario import Scenario


class Values(Entries):
    """Every value as an entry with its reason; one is made when it is first wanted.

    Parameters
    ----------
    changed
        Called after every change.
    who
        Gives who replaces the values that are changed from now on; empty where nobody says.

    Attributes
    ----------
    made
        The entries made so far, by the id of their value.
    """

    def __init__(
        self, changed: Callable[[], None] = lambda: None, who: Callable[[], str] = str
    ) -> None:
        self._changed, self._who = changed, who
        self._own: set[str] = set()
        self._filling = False
        self.made: dict[str, Assumption] = {}

    def entry(self, name: str) -> Assumption:
        """Give the entry of a value."""
        if name not in self.made:
            self.made[name] = Assumption(all_values()[name], lambda: self._note(name))
        return self.made[name]

    def names(self) -> list[str]:
        """Give the name of every entry."""
        return [name for value in all_values() for name in (value, value + REASON)]

    def certain(self, name: str) -> bool:
        """Whether what is typed there is used whatever else is chosen."""
        return knows(name)

    def texts(self) -> dict[str, str]:
        """Give what the entries say; empty ones are left out."""
        return typed_in(texts_of(self.made))

    def fill(self, texts: Mapping[str, str]) -> list[Fault]:
        """Put texts into the entries that they name; each can show any text."""
        self._filling = True
        try:
            for name, text in texts.items():
                if knows(name) and text:
                    self.entry(_value(name))
            fill_in(self.made, texts)
        finally:
            self._filling = False
        self._own -= {_value(name) for name in texts}
        self._changed()
        return []

    def written(self, scenario: Scenario) -> dict[str, str]:
        """Give what the entries would say of a scenario."""
        for one in scenario.overrides:
            self.entry(one.value)
        return written_of(self.made, scenario)

    def faults(self, _base: Scenario | None) -> list[Fault]:
        """Give what is wrong with the entries."""
        return [fault for made in self.made.values() for fault in made.faults()]

    def asked(
        self, base: Scenario, figures: dict[str, Any], shown: Mapping[str, str]
    ) -> tuple[Scenario]:
        """Put the entries into a scenario.

        Parameters
        ----------
        base, figures
            What the page starts from, and its figures with those that were typed in.
        shown
            What the entries said of `base`; an entry that still says so changes nothing.

        Raises
        ------
        ScenarioError
            Where they do not fit together.
        """
        return (base.changed(figures=figures, overrides=self.overrides(base, shown)),)

    def overrides(self, base: Scenario | None, shown: Mapping[str, str]) -> list[dict[str, Any]]:
        """Give what is replaced: by number, reason and who; a reason may still be wanting.

        Parameters
        ----------
        base, shown
            What the page starts from, None where that is nothing, and what the entries said of it.
        """
        own = {name: partial(self._override, name) for name in self.made}
        return replaced(base.overrides if base else (), own, self.texts(), shown)

    def tell(self, _base: Scenario | None, _result: Any) -> None:
        """Nothing in an entry depends on what is started from."""

    def wrong(self) -> list[str]:
        """Give the ids of the values whose entries have a fault."""
        return [name for name, made in self.made.items() if made.faults()]

    def _note(self, name: str) -> None:
        if self._filling:
            return
        self._own.add(name)
        self._changed()

    def _override(self, name: str) -> dict[str, Any] | None:
        """Give a value as replaced, and by whom where it was done here."""
        override = self.made[name].override()
        who = self._who().strip() if name in self._own else ""
        return {**override, "by": who} if override and who else override


def knows(name: str) -> bool:
    """Whether a name is that of a value, or of the reason to replace one."""
    return _value(name) in all_values()


def _value(name: str) -> str:
    return name.removesuffix(REASON)
