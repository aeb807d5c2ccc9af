"""Plans the people a council needs to keep SEND deadlines, and what a new duty costs.

`burdens.new("Devon")` starts a scenario from published figures; `burdens.plan(scenario)` finds the
staff that meet every standard at least cost, and what stands in the way; `burdens.assess(scenario)`
says what new duties cost; `burdens.compare([one, other])` sets plans side by side.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from burdens.errors import BurdensError
from burdens.server import _jupyter_labextension_paths, _jupyter_server_extension_points

if TYPE_CHECKING:
    from burdens.assessment import assess
    from burdens.comparison import compare
    from burdens.planning import plan
    from burdens.scenario import Scenario, new

    __version__: str

__all__ = [
    "BurdensError",
    "Scenario",
    "__version__",
    "_jupyter_labextension_paths",
    "_jupyter_server_extension_points",
    "assess",
    "compare",
    "new",
    "plan",
]

# Imported when first asked for: pandas takes a second, and --help needs none of it.
FETCHED = {
    "Scenario": "burdens.scenario",
    "assess": "burdens.assessment",
    "compare": "burdens.comparison",
    "new": "burdens.scenario",
    "plan": "burdens.planning",
}


def __getattr__(name: str) -> Any:
    """Return a public name, imported from the subpackage that holds it.

    Raises
    ------
    AttributeError
        Where there is no such name.
    """
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415  (slow to load)

        return version("burdens")
    if name not in FETCHED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(FETCHED[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
