"""A Problem's flows and streams, found again without `burdens.programme`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burdens.problem import Pathway, Problem, Task

ON_TIME = "on time"


@dataclass(frozen=True)
class Flow:
    """Cases of a pathway with the same tasks done."""

    pathway: Pathway
    done: frozenset[str]

    @property
    def name(self) -> str:
        return "/".join([self.pathway.id, *sorted(self.done)])

    @property
    def tasks(self) -> list[Task]:
        return [task for task in self.pathway.tasks if task.id not in self.done]

    @property
    def stages(self) -> list[int]:
        """Numbers of the legal limits that are left."""
        dues = self.pathway.stages
        return sorted({dues.index(task.due) + 1 for task in self.tasks if task.stage})

    @property
    def awaited(self) -> list[Task]:
        """The tasks that follow once the tasks done are done."""
        return [task for task in self.tasks if self.pathway.before(task.id) == self.done]

    @cached_property
    def starts(self) -> list[int]:
        """Buckets in which cases of it start."""
        awaited = {task.id for task in self.awaited}
        groups = [one for one in self.pathway.opening if one.task in awaited and one.cases > 0]
        old = {-group.age for group in groups}
        new = [] if self.done else [t for t, n in enumerate(self.pathway.arrivals) if n > 0]
        return sorted({*old, *new})

    def was_late(self, start: int) -> bool:
        """Whether the first limit left had passed when the plan began."""
        return bool(self.stages) and start + self.pathway.stages[self.stages[0] - 1] < 0


@dataclass(frozen=True)
class Stream:
    """Cases of a flow that are late from a stage on; None for those on time."""

    flow: Flow
    stage: int | None

    @property
    def name(self) -> tuple[str, int | str]:
        return (self.flow.name, self.stage or ON_TIME)

    def meets(self, task: Task) -> bool:
        """Whether it is to meet the legal limit of a task."""
        if not task.stage:
            return False
        number = self.flow.pathway.stages.index(task.due) + 1
        return self.stage is None or number < self.stage

    def before(self, task: Task) -> list[tuple[Task, int]]:
        """The tasks left just before a task, each with the least wait."""
        left = {one.id: one for one in self.flow.tasks}
        return [(left[name], lag) for name, lag in task.after if name in left]

    def ends_at(self, task: Task) -> bool:
        """Whether no task of the pathway waits for this one."""
        return task.id not in {name for one in self.flow.pathway.tasks for name, _ in one.after}

    def earliest(self, task: Task) -> int:
        """First bucket in which a task can be done."""
        ready = [self.earliest(one) + lag for one, lag in self.before(task)]
        return max([0, self.flow.starts[0], *ready])


def flows_of(problem: Problem) -> list[Flow]:
    """Give every flow that has cases."""
    found = [
        Flow(pathway, done)
        for pathway in problem.pathways
        for done in {frozenset[str](), *(pathway.before(one.task) for one in pathway.opening)}
    ]
    return [flow for flow in found if flow.starts]


def streams_of(flow: Flow) -> list[Stream]:
    """Give the streams of a flow, that on time last."""
    return [*(Stream(flow, stage) for stage in flow.stages), Stream(flow, None)]
