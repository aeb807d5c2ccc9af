"""A Problem's queues and lanes, found again without `burdens.programme`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burdens.problem import Pathway, Problem, Task

KEPT, WAITING, NEW = "kept", "waiting", "new"


@dataclass(frozen=True)
class Queue:
    """Cases of a pathway with the same tasks done."""

    pathway: Pathway
    done: frozenset[str]

    @property
    def name(self) -> str:
        return "/".join([self.pathway.id, *sorted(self.done)])

    @cached_property
    def tasks(self) -> list[Task]:
        return [task for task in self.pathway.tasks if task.id not in self.done]

    @cached_property
    def limited(self) -> list[Task]:
        """The tasks left whose lateness counts."""
        awaited = {name for task in self.pathway.tasks for name, _ in task.after}
        return [task for task in self.tasks if task.stage or task.id not in awaited]

    @property
    def awaited(self) -> list[Task]:
        """The tasks that follow once the tasks done are done."""
        return [task for task in self.tasks if self.pathway.before(task.id) == self.done]

    def was_late(self, start: int) -> bool:
        """Whether the first limit left had passed when the plan began."""
        return start + min(task.due for task in self.limited) < 0

    def before(self, task: Task) -> list[tuple[Task, int]]:
        """The tasks left just before a task, each with the least wait."""
        left = {earlier.id: earlier for earlier in self.tasks}
        return [(left[name], lag) for name, lag in task.after if name in left]


@dataclass(frozen=True)
class Lane:
    """A kept or waiting lane of a queue, or all new cases of a pathway."""

    queue: Queue
    name: str

    @property
    def pathway(self) -> Pathway:
        return self.queue.pathway

    @property
    def key(self) -> tuple[str, str]:
        """Its name in the keys of rows: what keeps up has kept lanes alone."""
        return (self.queue.name, KEPT if self.name == NEW else self.name)


DUTY = "duty"


def is_duty(pathway: Pathway) -> bool:
    """Whether a pathway of these tests is the work of a new duty."""
    return pathway.id.startswith(DUTY)


def queues_of(problem: Problem) -> list[Queue]:
    """Return every queue."""
    return [
        Queue(pathway, done)
        for pathway in problem.pathways
        for done in {frozenset[str](), *(pathway.before(group.task) for group in pathway.opening)}
    ]


def new_lanes_of(problem: Problem) -> list[Lane]:
    """Return the lanes of what keeps up."""
    return [Lane(Queue(pathway, frozenset()), NEW) for pathway in problem.pathways]
