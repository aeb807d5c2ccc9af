"""The form of the new burdens page, and the scenario it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burdens.measures import measures
from burdens.pages.entries import REASON, replaced, typed_in
from burdens.pages.new_burdens.assumptions import AssumptionList, used_by
from burdens.pages.new_burdens.choices import OVERHEADS, Choices
from burdens.pages.new_burdens.measures import MeasureList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from burdens.errors import Fault
    from burdens.measures import Measure
    from burdens.scenario import Scenario


class BurdensForm:
    """Every input of the page but the authority; all keep what was typed, right or wrong.

    Parameters
    ----------
    changed
        Called after every change.
    guard
        Lets what goes wrong reach the error panel.

    Attributes
    ----------
    measures, assumptions, choices
        The parts.
    """

    def __init__(self, changed: Callable[[], None], guard: Callable[..., Any]) -> None:
        self._changed = changed
        self.measures = MeasureList(self._switched, guard)
        self.assumptions = AssumptionList(changed)
        self.choices = Choices(changed)
        self.assumptions.show(self.measures.on())

    def names(self) -> list[str]:
        """Return the name of every entry."""
        return [*self.measures.names(), *self.assumptions.names(), *self.choices.names()]

    def certain(self, name: str) -> bool:
        """Whether what is typed there is used, whichever measures are on."""
        overheads = name.removesuffix(REASON) == OVERHEADS  # a value like others
        return name in (*self.measures.names(), *self.choices.names()) and not overheads

    def texts(self) -> dict[str, str]:
        """Return what the entries say; empty ones are left out."""
        parts = (self.measures, self.assumptions, self.choices)
        return typed_in({name: text for part in parts for name, text in part.texts().items()})

    def fill(self, texts: Mapping[str, str]) -> list[Fault]:
        """Put texts into the entries that they name; give those that an entry cannot show."""
        faults = [*self.measures.fill(texts), *self.choices.fill(texts)]
        self.assumptions.fill(texts)
        return faults

    def written(self, scenario: Scenario) -> dict[str, str]:
        """Return what the entries would say of a scenario, as far as they can."""
        parts = (self.measures, self.assumptions, self.choices)
        return {name: text for part in parts for name, text in part.written(scenario).items()}

    def tell(self, base: Scenario | None, _result: Any) -> None:
        """Name the financial years of the plan."""
        self.choices.tell(base)

    def faults(self, base: Scenario) -> list[Fault]:
        """Return what is wrong with the entries."""
        return [
            *self.measures.faults(base),
            *self.assumptions.faults(),
            *self.choices.faults(),
        ]

    def asked(
        self, base: Scenario, figures: dict[str, Any], shown: Mapping[str, str]
    ) -> tuple[Scenario, tuple[Measure, ...]]:
        """Put the entries into a scenario, with the measures of the user's own.

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
        texts = self.texts()
        own = {**self.assumptions.overrides(), OVERHEADS: self.choices.override}
        scenario = base.changed(
            figures=figures,
            measures=self.measures.chosen(base, texts, shown),
            overrides=replaced(base.overrides, own, texts, shown),
            assessment=self.choices.assessment(base, texts, shown),
        )
        return scenario, self.measures.own_on()

    def _switched(self) -> None:
        self.assumptions.show(self.measures.on())
        self._changed()


def knows(name: str) -> bool:
    """Whether the form has an entry of this name, or one like it."""
    value = name.removesuffix(REASON)
    used = (one for measure in measures().values() for one in used_by(measure))
    return name.startswith(("measures", "assessment.")) or value == OVERHEADS or value in used
