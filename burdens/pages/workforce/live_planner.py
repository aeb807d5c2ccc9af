"""The live model of a workforce page: every change is solved on from the last plan."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from burdens.planning import LiveScenario
from burdens.programme import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from burdens.plans import Help, Plan
    from burdens.programme import Watch
    from burdens.scenario import Scenario

WAITS = "Waiting for the work that goes on"
PATIENCE = 0.1  # s between two looks at whether the work is still wanted


class Planner(Protocol):
    """What makes the plans of a page, and answers what follows from them."""

    def plan(self, scenario: Scenario, *, watch: Watch) -> Plan:
        """Return the plan of a scenario, without what would help most."""

    def helps(self, scenario: Scenario, *, watch: Watch) -> tuple[Help, ...]:
        """Return what would help most in the plan of a scenario."""

    def caseload_line(
        self, scenario: Scenario, standards: Sequence[float], *, watch: Watch
    ) -> pd.DataFrame:
        """Return what each caseload standard takes."""


class Relay:
    """A watch that passes everything on to whoever watches now.

    Attributes
    ----------
    to
        Who watches now.
    """

    to: Watch = UNWATCHED

    @property
    def cancelled(self) -> bool:
        """Whether the work is to stop."""
        return self.to.cancelled

    def step(self, doing: str, share: float | None = None) -> None:
        """Hear what is done from here on; see `burdens.programme.Watch`."""
        self.to.step(doing, share)


class LivePlanner:
    """One live scenario for the threads of a page, which use it one at a time."""

    def __init__(self) -> None:
        self._relay, self._lock = Relay(), Lock()
        self._live = LiveScenario(watch=self._relay)

    def plan(self, scenario: Scenario, *, watch: Watch) -> Plan:
        """Return the plan of a scenario, without what would help most."""
        with self._turn(watch):
            return self._live.plan(scenario, helped=False)

    def helps(self, scenario: Scenario, *, watch: Watch) -> tuple[Help, ...]:
        """Return what would help most in the plan of a scenario."""
        with self._turn(watch):
            return self._live.helps(scenario)

    def caseload_line(
        self, scenario: Scenario, standards: Sequence[float], *, watch: Watch
    ) -> pd.DataFrame:
        """Return what each caseload standard takes."""
        with self._turn(watch):
            return self._live.caseload_line(scenario, standards)

    @contextmanager
    def _turn(self, watch: Watch) -> Iterator[None]:
        """Wait for the live model, and let somebody watch it; who cancels waits no longer."""
        while not self._lock.acquire(timeout=PATIENCE):
            watch.step(WAITS)
        try:
            self._relay.to = watch
            yield
        finally:
            self._relay.to = UNWATCHED
            self._lock.release()
