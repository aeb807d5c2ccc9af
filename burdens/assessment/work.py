"""The work of measures: hours of one role that come up and must be done within a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from burdens.assessment.accounting import Accounts
from burdens.assessment.duties import LEVELS, Duty, Level, at
from burdens.assessment.years import Array
from burdens.measures import Measure
from burdens.problem import Pathway, Problem, Task

WORK = "work"


def works_in_plan(accounts: Accounts, duty: Duty, problem: Problem) -> bool:
    """Return whether a duty is work of a role that the plan holds, beside posts of its own."""
    if duty.role not in problem.roles or (duty.line.posts is not None and not duty.line.saving):
        return False
    return any(duty.units) and any(
        accounts.unit_hours(duty, at(accounts.inputs.evidence, level)) for level in LEVELS
    )


def hours_of(accounts: Accounts, duty: Duty, level: Level) -> Array:
    """Return a duty's hours [h], by bucket."""
    return np.array(duty.units) * accounts.unit_hours(duty, at(accounts.inputs.evidence, level))


def spared_by(accounts: Accounts, savings: Iterable[Duty], level: Level) -> dict[str, Array]:
    """Return the hours that savings spare [h], by role and bucket."""
    hours: dict[str, Array] = {}
    for duty in savings:
        saved = hours_of(accounts, duty, level)
        hours[duty.role] = hours.get(duty.role, np.zeros_like(saved)) + saved
    return hours


@dataclass(frozen=True)
class Load:
    """Work of one measure and role with one limit; hours with the same limit are as one.

    Attributes
    ----------
    measure
        What it is of.
    role
        Who does it.
    due
        Time in which it must be done once it comes up [buckets].
    duties
        The lines that bring it.
    """

    measure: Measure
    role: str
    due: int
    duties: tuple[Duty, ...]

    @property
    def id(self) -> str:
        """Its unique name."""
        return f"{self.measure.id}/{self.role}/{self.due}"

    def hours(self, accounts: Accounts, level: Level) -> Array:
        """Return its hours [h], by bucket."""
        hours: Array = np.sum([hours_of(accounts, duty, level) for duty in self.duties], axis=0)
        return hours

    def pathway(self, hours: Array) -> Pathway:
        """Return it as a pathway of one task, counted in hours."""
        task = Task(id=WORK, due=self.due, stage=False, share=1.0, hours={self.role: 1.0})
        return Pathway(id=self.id, arrivals=tuple(hours.tolist()), tasks=(task,))


def loads_of(duties: Iterable[Duty], bucket_weeks: int) -> list[Load]:
    """Return the work of measures by measure, role and limit."""
    grouped: dict[tuple[str, str, int], list[Duty]] = {}
    for duty in duties:
        due = max(1, duty.line.within_weeks // bucket_weeks)
        grouped.setdefault((duty.measure.id, duty.role, due), []).append(duty)
    return [
        Load(group[0].measure, role, due, tuple(group)) for (_, role, due), group in grouped.items()
    ]


def with_relief(problem: Problem, spared: dict[str, Array]) -> Problem:
    """Return a Problem in which hours are spared, on top of those that are spared already."""
    roles = dict(problem.roles)
    for name, hours in spared.items():
        before = np.zeros(problem.buckets) if roles[name].relief is None else roles[name].relief
        relief = tuple((np.array(before) + hours).tolist())
        roles[name] = roles[name].model_copy(update={"relief": relief})
    return problem.changed(roles=roles)
