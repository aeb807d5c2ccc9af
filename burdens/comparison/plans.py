"""Plans that are made once, in one live model, with somebody who watches."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from burdens.comparison.choices import plan_key

if TYPE_CHECKING:
    from burdens.planning import LiveScenario
    from burdens.plans import Plan
    from burdens.programme import Watch
    from burdens.scenario import Scenario


class Plans:
    """Plans by what they are made from, so that none is made twice.

    Each is solved on from the one before, without what would help most.

    Parameters
    ----------
    planner
        Makes the plan of a scenario, and takes a `watch`; by default one live scenario does.
    """

    def __init__(self, planner: Callable[..., Plan] | None = None) -> None:
        self._planner = planner
        self._turn = Turn()
        self._made: dict[str, Plan] = {}

    def of(self, scenario: Scenario) -> Plan:
        """Return the plan of a scenario, made now or before."""
        key = plan_key(scenario)
        if key not in self._made:
            self._made[key] = self._plan(scenario)
        return self._made[key]

    def missing(self, scenarios: Iterable[Scenario]) -> list[Scenario]:
        """Return those whose plans are still to be made, one of each kind."""
        by_key = {plan_key(scenario): scenario for scenario in scenarios}
        return [scenario for key, scenario in by_key.items() if key not in self._made]

    def make(self, scenarios: Iterable[Scenario], watch: Watch | None) -> None:
        """Make the plans that are missing; those made before it is stopped are kept.

        Raises
        ------
        WorkCancelledError
            Where the watch has it stopped.
        """
        missing = self.missing(scenarios)
        try:
            for number, scenario in enumerate(missing):
                self._turn.begin(watch, number, len(missing))
                self.of(scenario)
        finally:
            self._turn.begin(None, 0, 1)

    @cached_property
    def _live(self) -> LiveScenario:
        from burdens.planning import LiveScenario  # noqa: PLC0415  (it brings the solver)

        return LiveScenario(watch=self._turn)

    def _plan(self, scenario: Scenario) -> Plan:
        if self._planner is not None:
            return self._planner(scenario, watch=self._turn)
        return self._live.plan(scenario, helped=False)


class Turn:
    """The watch of one model that makes several plans: passes on what is done, and for which."""

    def __init__(self) -> None:
        self.begin(None, 0, 1)

    def begin(self, watch: Watch | None, number: int, total: int) -> None:
        """Begin a plan.

        Parameters
        ----------
        watch
            Who hears of it; None for nobody.
        number, total
            The number of plans made before this one, and of all.
        """
        self._watch, self._number, self._total = watch, number, total

    @property
    def cancelled(self) -> bool:
        """Whether the work is to stop."""
        return self._watch is not None and self._watch.cancelled

    def step(self, doing: str, share: float | None = None) -> None:
        """Hear what is done from here on; see `burdens.programme.Watch`."""
        if self._watch is not None:
            place = f"Plan {self._number + 1} of {self._total}"
            done = (self._number + (share or 0.0)) / self._total
            self._watch.step(f"{place}: {doing[:1].lower()}{doing[1:]}", done)
