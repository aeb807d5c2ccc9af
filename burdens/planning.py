"""From a scenario to its plan."""

from __future__ import annotations

from burdens.problem import build
from burdens.programme import UNWATCHED, Plan, Watch, solve
from burdens.scenario import Scenario


def plan(scenario: Scenario, *, watch: Watch = UNWATCHED) -> Plan:
    """Find the staff that meet every standard of a scenario at least cost.

    Parameters
    ----------
    watch
        Who hears how far it is, and may have it stopped.

    Raises
    ------
    ProblemError
        Where a figure without which there is nothing to plan is missing.
    NotOptimalError
        Where the solver stops without an optimum.
    WorkCancelledError
        Where the watch has it stopped.
    """
    watch.step("Turning your figures into work, week by week")
    return solve(build(scenario), watch=watch).made_for(
        scenario.authority.name,
        scenario.warnings,
        {
            "scenario": scenario.hash,
            "evidence": scenario.evidence.isoformat(),
            "release": scenario.authority.release,
        },
    )
