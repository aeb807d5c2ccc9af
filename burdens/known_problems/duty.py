"""Duties made up to show how a burden is shared out: nobody has proposed them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from burdens.documents import read_document
from burdens.errors import FactsError
from burdens.facts import check
from burdens.known_problems.schema import DutiesFact
from burdens.problem import Pathway, Problem, Task

FILE = Path(__file__).parent / "duties.yaml"


@dataclass(frozen=True)
class InventedDuty:
    """A made-up duty.

    Attributes
    ----------
    id, title
        Its name.
    more_hours
        Hours that every task takes longer [h].
    fewer_weeks
        Weeks by which every time limit is shorter.
    """

    id: str
    title: str
    more_hours: int
    fewer_weeks: int

    def changed(self, task: Task) -> Task:
        """Return a task as it would be."""
        hours = {role: each + self.more_hours for role, each in task.hours.items()}
        return task.model_copy(update={"hours": hours, "due": task.due - self.fewer_weeks})


@cache
def invented_duties(path: Path = FILE) -> tuple[InventedDuty, ...]:
    """Read the made-up duties.

    Raises
    ------
    FactsError
        With every fault of the file.
    """
    fact, faults = check(read_document(path, FactsError), DutiesFact)
    if fact is None:
        raise FactsError("The made-up duties do not read", faults)
    return tuple(InventedDuty(**duty.model_dump()) for duty in fact.duties)


def with_duties(problem: Problem, duties: Iterable[InventedDuty]) -> Problem:
    """Return a Problem as it would be under duties."""
    for duty in duties:
        problem = problem.changed(
            pathways=[_changed(pathway, duty) for pathway in problem.pathways]
        )
    return problem


def _changed(pathway: Pathway, duty: InventedDuty) -> Pathway:
    return pathway.model_copy(update={"tasks": tuple(duty.changed(task) for task in pathway.tasks)})
