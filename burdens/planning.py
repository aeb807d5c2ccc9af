"""From a scenario to its plan."""

from __future__ import annotations

from burdens.problem import build
from burdens.programme import Plan, solve
from burdens.scenario import Scenario


def plan(scenario: Scenario) -> Plan:
    """Find the staff that meet every standard of a scenario at least cost.

    Raises
    ------
    ProblemError
        Where a figure without which there is nothing to plan is missing.
    NotOptimalError
        Where the solver stops without an optimum.
    """
    return solve(build(scenario)).made_for(
        scenario.authority.name,
        scenario.warnings,
        {
            "scenario": scenario.hash,
            "evidence": scenario.evidence.isoformat(),
            "release": scenario.authority.release,
        },
    )
