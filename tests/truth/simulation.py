"""Work on what is due first, bucket by bucket, with given hours: no solver, no foresight.

The kept lane's work is done before the waiting lane's, and in either lane what is due first; a task
without a limit is due in time for what waits for it. So each lane of each queue is worked off in
the order in which its clocks started. Nobody's hours are kept for later work, and cases are divisible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from tests.truth.cohorts import Cohort, cohorts

if TYPE_CHECKING:
    from burdens.problem import Problem, Task

Capacity = Mapping[str, Sequence[float]]  # hours by role and bucket
NONE = 1e-9  # cases


@dataclass
class Progress:
    """A cohort's tasks, and how many cases are done of each by the end of each bucket."""

    cohort: Cohort
    done: dict[str, list[float]]

    @property
    def first(self) -> int:
        """The bucket in which work on it can begin."""
        return max(self.cohort.start, 0)

    def by(self, task_id: str, bucket: int) -> float:
        """Return the cases done by the end of a bucket; nothing before the first."""
        return self.done[task_id][bucket - self.first] if bucket >= self.first else 0.0

    def left(self, task: Task, bucket: int) -> float:
        """Return the cases of a task not done by the end of a bucket."""
        return task.share * self.cohort.cases - self.by(task.id, bucket)

    def ready(self, task: Task, bucket: int) -> float:
        """Return the cases of a task that can be worked on in a bucket."""
        shares = {other.id: other.share for other in self.cohort.pathway.tasks}
        ahead = [
            task.share * self.by(name, bucket - lag) / shares[name]
            for name, lag in task.after
            if name not in self.cohort.done
        ]
        return min([task.share * self.cohort.cases, *ahead]) - self.by(task.id, bucket)


@dataclass
class Simulation:
    """Who waited, and who worked.

    Attributes
    ----------
    worked
        Hours worked, by role and bucket.
    """

    problem: Problem
    cases: list[Progress]
    worked: dict[str, np.ndarray] = field(default_factory=dict)

    def of(self, pathway: str, bucket: int) -> Iterator[Progress]:
        """Iterate over a pathway's cohorts whose clock has started by a bucket."""
        for each in self.cases:
            if each.cohort.pathway.id == pathway and each.cohort.start <= bucket:
                yield each

    def overdue(self, pathway: str, age: int) -> np.ndarray:
        """Return cases past an age, clocked tasks together, by bucket."""
        total = np.zeros(self.problem.buckets)
        for bucket in range(self.problem.buckets):
            for each in self.of(pathway, bucket):
                for task in each.cohort.tasks:
                    if each.cohort.is_due(task, bucket, age):
                        total[bucket] += each.left(task, bucket)
        return total

    def longest_wait(self, pathway: str, bucket: int) -> int:
        """Return the time since the clock started of the oldest case still open [buckets]."""
        return max((wait for wait, _ in self.open_cases(pathway, bucket)), default=0)

    def waiting_longer(self, pathway: str, wait: int, bucket: int) -> float:
        """Return the open cases whose clock started more than `wait` buckets ago."""
        return sum(cases for each, cases in self.open_cases(pathway, bucket) if each > wait)

    def open_cases(self, pathway: str, bucket: int) -> list[tuple[int, float]]:
        """Return the time since the clock started, and the cases still to end, by cohort."""
        return [
            (bucket - each.cohort.start, left)
            for each in self.of(pathway, bucket)
            if (left := each.left(each.cohort.pathway.last, bucket)) > NONE
        ]


def simulate(problem: Problem, capacity: Capacity) -> Simulation:
    """Work the hours of each bucket, by role, on what is due first.

    Roles that are not named have no hours.
    """
    every = [
        Progress(cohort, {task.id: [] for task in cohort.tasks})
        for pathway in problem.pathways
        for cohort in cohorts(pathway, child_by_child=True)
    ]
    jobs = sorted(
        ((progress, task) for progress in every for task in progress.cohort.tasks),
        key=lambda job: (not job[0].cohort.kept, _due(job[0].cohort, job[1])),
    )
    worked = {role: np.zeros(problem.buckets) for role in problem.roles}
    for bucket in range(problem.buckets):
        hours = {role: capacity[role][bucket] if role in capacity else 0.0 for role in worked}
        jobs = [job for job in jobs if _is_open(*job, bucket)]
        begun = [job for job in jobs if job[0].first <= bucket]
        for progress in every:
            if progress.first <= bucket:
                for done in progress.done.values():
                    done.append(done[-1] if done else 0.0)
        _work(begun, hours, bucket)
        for role, left in hours.items():
            worked[role][bucket] = (capacity[role][bucket] if role in capacity else 0.0) - left
    return Simulation(problem, every, worked)


def _is_open(progress: Progress, task: Task, bucket: int) -> bool:
    return bucket <= progress.first or progress.left(task, bucket - 1) > NONE


def _work(jobs: list[tuple[Progress, Task]], hours: dict[str, float], bucket: int) -> None:
    """Work on the jobs in order, and again on what this has made ready, until nothing moves."""
    moved = True
    while moved:
        moved = False
        for progress, task in jobs:
            most = [hours[role] / each for role, each in task.hours.items() if each]
            cases = min([progress.ready(task, bucket), *most])
            if cases > NONE:
                progress.done[task.id][-1] += cases
                moved = True
                for role, each in task.hours.items():
                    hours[role] -= each * cases


def _due(cohort: Cohort, task: Task) -> int:
    """Return the bucket by which a task is due, or needed by what waits for it."""
    needed = [
        _due(cohort, later) - lag
        for later in cohort.tasks
        for name, lag in later.after
        if name == task.id
    ]
    return min([*needed, *([cohort.limit(task)] if task in cohort.clocked else [])])
