"""Which values of the evidence a Problem is built from, known by watching them read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burdens.evidence import Evidence
from burdens.problem.build import demand_of, problem_of
from burdens.problem.inputs import Inputs

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.evidence import Value
    from burdens.scenario import Scenario


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
        """Whether there is such a value; asking does not read it."""
        return any(key == name for name in self)


def read_by(scenario: Scenario, work: Callable[[Inputs], object]) -> set[str]:
    """Return the ids of the values that some work reads.

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


def values_read(scenario: Scenario) -> set[str]:
    """Return the ids of the values that the Problem of a scenario is built from.

    Raises
    ------
    ProblemError
        Where there is nothing to plan.
    """
    return read_by(scenario, lambda inputs: problem_of(inputs, demand_of(inputs)))
