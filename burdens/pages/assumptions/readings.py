"""Which values the workforce plan and the cost of new duties read, found by watching them read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from burdens import authorities
from burdens.evidence import Evidence
from burdens.problem import Inputs, casework_hours, demand_of, full_cost, problem_of
from burdens.scenario import kinds, new, roles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from burdens.evidence import Value
    from burdens.scenario import Scenario

AS_PUBLISHED = ""
ROLE_ADDED = "only where you add the role"
FIGURE_TYPED = "only where you type in a figure that is not published"
FIGURE_MISSING = "only where a figure is missing"
# The figures that others are estimated from; there is no plan without the first.
LEAST, LESS = ("requests",), ("requests", "plans")
WEEKS = 26  # a short plan reads what a long one does


class Watched(Evidence):
    """The evidence, with a note of each value that somebody reads.

    Attributes
    ----------
    noted
        The ids read.
    """

    def __init__(self, evidence: Evidence) -> None:
        super().__init__(evidence.version, evidence)
        self.noted: set[str] = set()

    def __getitem__(self, key: str) -> Value:
        self.noted.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        """Say whether there is such a value, which is not to read it."""
        return any(key == name for name in self)


def read_by(scenario: Scenario, work: Callable[[Inputs], object]) -> set[str]:
    """Give the ids of the values that some work reads.

    Parameters
    ----------
    scenario
        What the work is done for.
    work
        What is done with the inputs of the scenario.
    """
    inputs = Inputs.of(scenario)
    watched = Watched(inputs.evidence)
    work(replace(inputs, evidence=watched))
    return watched.noted


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
        for name in read_by(plain.changed(**changes), _problem):
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


def _problem(inputs: Inputs) -> object:
    return problem_of(inputs, demand_of(inputs))


def _plain() -> Scenario:
    """Give a scenario whose figures will be replaced, so that any authority does."""
    return new(authorities.all_authorities()[0]).changed(horizon_weeks=WEEKS, run_out_weeks=0)


def _figures(names: Iterable[str]) -> dict[str, dict[str, float]]:
    return {name: {"value": 1.0} for name in names}


def _dumped(entries: Any) -> dict[str, Any]:
    return {name: entry.model_dump() for name, entry in entries.items()}
