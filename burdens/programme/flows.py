"""Flows: cases of one pathway that have the same tasks left and keep their order.

New cases, and open ones of which nothing is done yet, are one flow. Open cases of which something
is done are a flow for each set of done tasks: only then is first come, first served inside a
stream exact whatever the ages of the open cases.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from burdens.problem import Pathway, Task


@dataclass(frozen=True)
class Flow:
    """Cases in the order in which their clocks started.

    Attributes
    ----------
    pathway
        Their pathway.
    name
        Unique name: the pathway, and the tasks done before the start of the plan.
    tasks
        What is left to do.
    starts
        First bucket of each cohort (negative before the plan) and its cases, oldest first.
    """

    pathway: Pathway
    name: str
    tasks: tuple[Task, ...]
    starts: tuple[tuple[int, float], ...]

    @property
    def is_open_only(self) -> bool:
        """True where no new case ever joins."""
        return bool(self.starts) and self.starts[-1][0] < 0

    @property
    def stages(self) -> tuple[int, ...]:
        """Numbers of the statutory stages that are left, from 1."""
        all_stages = self.pathway.stages
        return tuple(sorted({all_stages.index(task.due) + 1 for task in self.tasks if task.stage}))

    def stage_of(self, task: Task) -> int | None:
        """Give the number of the stage a task belongs to; None for a convention."""
        return self.pathway.stages.index(task.due) + 1 if task.stage else None

    def late_from(self, start: int) -> int | None:
        """Give the stage from which a cohort is late already when the plan begins."""
        if not self.stages:
            return None
        stage = self.stages[0]
        return stage if start + self.pathway.stages[stage - 1] < 0 else None


def flows_of(pathway: Pathway) -> list[Flow]:
    """Sort a pathway's open and new cases into flows."""
    open_cases: dict[frozenset[str], dict[int, float]] = defaultdict(lambda: defaultdict(float))
    shares = {task.id: task.share for task in pathway.tasks}
    for group in pathway.opening:
        if group.cases > 0:
            done = pathway.before(group.task)
            open_cases[done][-group.age] += group.cases / shares[group.task]
    new = {bucket: cases for bucket, cases in enumerate(pathway.arrivals) if cases > 0}
    nothing: frozenset[str] = frozenset()
    open_cases[nothing] = defaultdict(float, {**open_cases[nothing], **new})
    return [
        Flow(
            pathway,
            "/".join([pathway.id, *sorted(done)]),
            tuple(task for task in pathway.tasks if task.id not in done),
            tuple(sorted(starts.items())),
        )
        for done, starts in sorted(open_cases.items(), key=lambda item: sorted(item[0]))
        if starts
    ]
