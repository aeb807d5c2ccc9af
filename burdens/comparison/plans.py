"""Plans that are made once, with somebody who watches."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from burdens.comparison.choices import plan_key

if TYPE_CHECKING:
    from burdens.programme import Plan
    from burdens.programme.watch import Watch
    from burdens.scenario import Scenario


class Plans:
    """Plans by what they are made from, so that none is made twice.

    Parameters
    ----------
    planner
        Makes the plan of a scenario; takes a `watch` where there is one.
    """

    def __init__(self, planner: Callable[..., Plan]) -> None:
        self._planner = planner
        self._made: dict[str, Plan] = {}

    def of(self, scenario: Scenario, watch: Watch | None = None) -> Plan:
        """Give the plan of a scenario, made now or before."""
        key = plan_key(scenario)
        if key not in self._made:
            watched = {} if watch is None else {"watch": watch}
            self._made[key] = self._planner(scenario, **watched)
        return self._made[key]

    def missing(self, scenarios: Iterable[Scenario]) -> list[Scenario]:
        """Give those whose plans are still to be made, one of each kind."""
        found = {plan_key(one): one for one in scenarios}
        return [one for key, one in found.items() if key not in self._made]

    def make(self, scenarios: Iterable[Scenario], watch: Watch | None) -> None:
        """Make the plans that are missing; those made before it is stopped are kept.

        Raises
        ------
        WorkCancelledError
            Where the watch has it stopped.
        """
        missing = self.missing(scenarios)
        for number, scenario in enumerate(missing):
            self.of(scenario, watch and Turn(watch, number, len(missing)))


class Turn:
    """Tells a watch which of several plans is being made.

    Parameters
    ----------
    watch
        Who is told.
    number, total
        The number of plans made before this one, and of all.
    """

    def __init__(self, watch: Watch, number: int, total: int) -> None:
        self._watch, self._number, self._total = watch, number, total

    @property
    def cancelled(self) -> bool:
        """Whether the work is to stop."""
        return self._watch.cancelled

    def step(self, doing: str, _share: float | None = None) -> None:
        """Say what is done from here on, and of which plan."""
        place = f"Plan {self._number + 1} of {self._total}"
        self._watch.step(f"{place}: {doing[:1].lower()}{doing[1:]}", self._number / self._total)
