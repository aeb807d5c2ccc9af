"""Plans the people a council needs to keep SEND deadlines, and what a new duty costs.

`burdens.new("Devon")` starts a scenario from published figures; `burdens.plan(scenario)` finds the
staff that meet every standard at least cost, and what stands in the way.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from burdens.errors import BurdensError
from burdens.scenario import Scenario, new
from burdens.server import _jupyter_labextension_paths, _jupyter_server_extension_points

if TYPE_CHECKING:
    from burdens.programme import Plan

__version__ = version("burdens")

__all__ = [
    "BurdensError",
    "Scenario",
    "__version__",
    "_jupyter_labextension_paths",
    "_jupyter_server_extension_points",
    "new",
    "plan",
]


def plan(scenario: Scenario) -> Plan:
    """Find the staff that meet every standard of a scenario at least cost.

    Raises
    ------
    ProblemError
        Where a figure without which there is nothing to plan is missing.
    NotOptimalError
        Where the solver stops without an optimum.
    """
    from burdens.planning import plan as plan_scenario  # noqa: PLC0415  # pandas takes a second

    return plan_scenario(scenario)
