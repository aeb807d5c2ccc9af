"""Which values workforce plans and the cost of new duties read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burdens import authorities
from burdens.problem import casework_hours, full_cost, read_by, values_read
from burdens.scenario import kinds, new, roles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from burdens.problem import Inputs
    from burdens.scenario import Scenario

AS_PUBLISHED = ""
ROLE_ADDED = "only where you add the role"
FIGURE_TYPED = "only where you type in a figure that is not published"
FIGURE_MISSING = "only where a figure is missing"
# The figures that others are estimated from; there is no plan without the first.
LEAST, LESS = ("requests",), ("requests", "plans")
WEEKS = 26  # a short plan reads what a long one does


def read_by_plan() -> dict[str, str]:
    """Give the values that a workforce plan reads, with what it takes for that.

    What a plan with every figure that is published does not read may be read once a role is
    added, a figure is typed in, or one is missing.
    """
    plain = _plain()
    every_role = {**{name: {} for name in roles()}, **_dumped(plain.staff)}
    published = _figures(name for name, kind in kinds().items() if kind.published)
    found: dict[str, str] = {}
    for takes, changes in (
        (AS_PUBLISHED, {"figures": published}),
        (ROLE_ADDED, {"figures": published, "staff": every_role}),
        (FIGURE_TYPED, {"figures": _figures(kinds()), "staff": every_role}),
        (FIGURE_MISSING, {"figures": _figures(LESS), "staff": every_role}),
        (FIGURE_MISSING, {"figures": _figures(LEAST), "staff": every_role}),
    ):
        for name in values_read(plain.changed(**changes)):
            found.setdefault(name, takes)
    return found


def read_for_posts(wanted: Iterable[str]) -> dict[str, set[str]]:
    """Give, by role, the values read to say what an hour of a role costs."""
    plain = _plain()
    return {
        role: read_by(plain, lambda inputs, role=role: _hour(inputs, role))  # type: ignore[misc]
        for role in wanted
    }


def _hour(inputs: Inputs, role: str) -> float:
    return full_cost(inputs, role) / casework_hours(inputs, role)


def _plain() -> Scenario:
    """Give a scenario whose figures will be replaced, so that any authority does."""
    return new(authorities.all_authorities()[0]).changed(horizon_weeks=WEEKS, run_out_weeks=0)


def _figures(names: Iterable[str]) -> dict[str, dict[str, float]]:
    return {name: {"value": 1.0} for name in names}


def _dumped(entries: Any) -> dict[str, Any]:
    return {name: entry.model_dump() for name, entry in entries.items()}
