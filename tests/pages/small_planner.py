"""A planner that has one plan for everybody, and remembers what it was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.pages.small_plan import small_helps, small_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from burdens.plans import Help, Plan
    from burdens.programme import Watch
    from burdens.scenario import Scenario


class SmallPlanner:
    """What a workforce page plans with, without a solver."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.asked: list[Scenario] = []
        self.helped: list[Scenario] = []
        self.standards: list[Sequence[float]] = []

    def plan(self, scenario: Scenario, *, watch: Watch) -> Plan:
        watch.step("Planning")
        self.asked.append(scenario)
        return self._plan

    def helps(self, scenario: Scenario, *, watch: Watch) -> tuple[Help, ...]:
        watch.step("Finding what would help most")
        self.helped.append(scenario)
        return small_helps()

    def caseload_line(
        self, _scenario: Scenario, standards: Sequence[float], *, watch: Watch
    ) -> pd.DataFrame:
        watch.step("Solving for one caseload standard after another")
        self.standards.append(standards)
        return small_line(list(standards))
