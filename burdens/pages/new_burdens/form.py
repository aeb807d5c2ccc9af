"""The form of the new burdens page, and the scenario it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burdens.pages.new_burdens.assumptions import AssumptionList
from burdens.pages.new_burdens.choices import Choices
from burdens.pages.new_burdens.measures import MeasureList

if TYPE_CHECKING:
    from collections.abc import Callable

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

    def tell(self, base: Scenario | None, _result: Any) -> None:
        """Name the financial years of the plan."""
        self.choices.tell(base)

    def faults(self, base: Scenario) -> list[Fault]:
        """Give what is wrong with the entries."""
        return [
            *self.measures.faults(base),
            *self.assumptions.faults(),
            *self.choices.faults(),
        ]

    def asked(
        self, base: Scenario, figures: dict[str, Any]
    ) -> tuple[Scenario, tuple[Measure, ...]]:
        """Put the entries into a scenario, with the measures of the user's own.

        Raises
        ------
        ScenarioError
            Where they do not fit together.
        """
        chosen = self.choices.override()
        scenario = base.changed(
            figures=figures,
            measures=self.measures.chosen(),
            overrides=[*self.assumptions.overrides(), *([chosen] if chosen else [])],
            assessment=self.choices.assessment(),
        )
        return scenario, self.measures.own_on()

    def _switched(self) -> None:
        self.assumptions.show(self.measures.on())
        self._changed()
