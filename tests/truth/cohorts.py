"""The cases of a Problem, cohort by cohort, each free to overtake every other.

Written from the Problem alone; it shares nothing with `burdens.programme`, which knows only how
many of a lane are done. What the Problem means here:

- A cohort is the cases of a pathway that start in the same bucket with the same tasks done. Open
  cases that wait for a task started `age` buckets before the plan, and `cases` of them stand for
  `cases / share` of the pathway's.
- A cohort is late at the start where its first limit has passed already: start + the least `due`
  of the clocked tasks left to it < 0. Clocked are tasks with a statutory clock and those that no
  other task waits for.
- Of every cohort not late at the start the share `kept` is in the kept lane, the rest in the
  waiting lane; of new cases the share min(let_off, 1 - kept) is let off: it is of the waiting lane,
  and its limits are `max_wait` where that is later than `due`. A lane with some let off is counted
  together: of each task, the overdue cases are those due, all together, less those done. So a case
  let off that is done early makes up for another that is late; counted child by child the least
  cost is never lower, and often higher.
- Of each task at most share x cases are done, none before the cohort's start or before bucket 0. A
  task is at most as far as each predecessor was `lag` buckets before; predecessors done before the
  plan began ask for nothing.
- A clocked task not done by the end of bucket start + limit + age costs the weight of that age in
  every bucket from then on, though none before `counted_from`, times `kept_factor` in the kept
  lane; any task not done costs `open_weight` in every bucket from the cohort's start.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from burdens.problem import Pathway, Problem, Task
    from tests.truth.linear_programme import LinearProgramme, Terms

Hours = dict[tuple[str, int], "Terms"]  # work by role and bucket


@dataclass(frozen=True)
class Cohort:
    """Cases that start together and go together.

    Attributes
    ----------
    start
        Bucket in which their clock starts; negative for open cases.
    cases
        How many cases of the pathway they stand for.
    done
        Tasks that are done already.
    kept, let_off
        Whether they are in the kept lane, and whether they are let off.
    counted_together
        Whether the lane's overdue cases are counted together, not cohort by cohort.
    """

    pathway: Pathway
    start: int
    cases: float
    done: frozenset[str] = frozenset()
    kept: bool = False
    let_off: bool = False
    counted_together: bool = False

    @property
    def tasks(self) -> list[Task]:
        """What is left to do."""
        return [task for task in self.pathway.tasks if task.id not in self.done]

    @property
    def clocked(self) -> list[Task]:
        """What is left to do by a limit."""
        awaited = {name for task in self.pathway.tasks for name, _ in task.after}
        return [task for task in self.tasks if task.stage or task.id not in awaited]

    @property
    def late_at_the_start(self) -> bool:
        """Whether a limit has passed before the plan begins."""
        return self.start + min(task.due for task in self.clocked) < 0

    def limit(self, task: Task) -> int:
        """Return the bucket by whose end a clocked task should be done."""
        due = task.due
        if self.let_off:
            assert self.pathway.max_wait is not None
            due = max(due, self.pathway.max_wait)
        return self.start + due

    def is_due(self, task: Task, bucket: int, age: int = 0) -> bool:
        """Whether a task should have been done `age` buckets before the end of this one."""
        return task in self.clocked and bucket >= self.limit(task) + age

    def weight(self, task: Task, bucket: int, counted_from: int) -> float:
        """Return what a case of this task not yet done costs in a bucket."""
        cost = self.pathway.open_weight
        if bucket >= counted_from and not self.counted_together:
            factor = self.pathway.kept_factor if self.kept else 1.0
            cost += factor * sum(
                weight for age, weight in self.pathway.overdue if self.is_due(task, bucket, age)
            )
        return cost


def cohorts(
    pathway: Pathway, *, opening: bool = True, child_by_child: bool = False
) -> list[Cohort]:
    """Return a pathway's cases by start, tasks done, lane and whether they are let off."""
    parts = [part for whole in _whole_cohorts(pathway, opening) for part in _parts(whole)]
    together = pathway.let_off is not None and not child_by_child
    return [
        replace(part, counted_together=together and not part.kept and not part.done)
        for part in parts
    ]


def _whole_cohorts(pathway: Pathway, opening: bool) -> list[Cohort]:
    new = [Cohort(pathway, start, cases) for start, cases in enumerate(pathway.arrivals)]
    shares = {task.id: task.share for task in pathway.tasks}
    waiting = [
        Cohort(pathway, -group.age, group.cases / shares[group.task], pathway.before(group.task))
        for group in pathway.opening
        if opening
    ]
    return [cohort for cohort in [*new, *waiting] if cohort.cases]


def _parts(whole: Cohort) -> list[Cohort]:
    pathway = whole.pathway
    if whole.late_at_the_start:
        return [whole]
    kept = pathway.kept or 0.0
    new = whole.start >= 0 and pathway.let_off is not None
    let_off = min(pathway.let_off[whole.start], 1 - kept) if new else 0.0
    shares = {
        (True, False): kept,
        (False, False): 1 - kept - let_off,
        (False, True): let_off,
    }
    return [
        Cohort(pathway, whole.start, share * whole.cases, whole.done, *lane)
        for lane, share in shares.items()
        if share > 0
    ]


@dataclass(frozen=True)
class Completions:
    """Columns of what is done of a cohort's tasks, cumulative, from its first bucket on."""

    cohort: Cohort
    first: int
    columns: dict[tuple[str, int], int]

    def by(self, task_id: str, bucket: int) -> Terms:
        """Return what is done by the end of a bucket; nothing before the first."""
        return [(self.columns[task_id, bucket], 1.0)] if bucket >= self.first else []


def add_completions(
    programme: LinearProgramme, cohort: Cohort, problem: Problem, *, on_time: bool = False
) -> Completions:
    """Add what is done of a cohort, its order and its weights; or its limits, where `on_time`."""
    first = max(cohort.start, 0)
    done = Completions(cohort, first, {})
    for task in cohort.tasks:
        whole = task.share * cohort.cases
        for bucket in range(first, problem.buckets):
            weight = 0.0 if on_time else cohort.weight(task, bucket, problem.counted_from)
            must = on_time and cohort.is_due(task, bucket) and not cohort.counted_together
            programme.constant += weight * whole
            done.columns[task.id, bucket] = programme.column(
                -weight, most=whole, least=whole if must else 0.0
            )
            _add_order(programme, done, task, bucket)
    return done


def _add_order(programme: LinearProgramme, done: Completions, task: Task, bucket: int) -> None:
    """Add that nothing is undone, and that predecessors come before."""
    shares = {other.id: other.share for other in done.cohort.pathway.tasks}
    programme.at_most([*done.by(task.id, bucket - 1), (done.columns[task.id, bucket], -1.0)])
    for name, lag in task.after:
        if name not in done.cohort.done:
            ready = [(at, -by / shares[name]) for at, by in done.by(name, bucket - lag)]
            programme.at_most([(done.columns[task.id, bucket], 1 / task.share), *ready])


def add_lane(
    programme: LinearProgramme, lane: list[Completions], problem: Problem, *, on_time: bool
) -> None:
    """Add the overdue cases of a lane that are counted together, or that there are none."""
    pathway = lane[0].cohort.pathway
    ages = [(0, None)] if on_time else pathway.overdue
    buckets = range(0 if on_time else problem.counted_from, problem.buckets)
    for task, bucket, (age, weight) in product(pathway.tasks, buckets, ages):
        due = sum(
            task.share * done.cohort.cases for done in lane if done.cohort.is_due(task, bucket, age)
        )
        if due:
            late = [] if weight is None else [(programme.column(weight), -1.0)]
            terms = [(at, -by) for done in lane for at, by in done.by(task.id, bucket)]
            programme.at_most([*terms, *late], -due)


def add_hours(hours: Hours, done: Completions, buckets: int) -> None:
    """Add the work of a cohort to the hours asked for."""
    for task in done.cohort.tasks:
        for role, each in task.hours.items():
            for bucket in range(done.first, buckets):
                step = [
                    *((at, each * by) for at, by in done.by(task.id, bucket)),
                    *((at, -each * by) for at, by in done.by(task.id, bucket - 1)),
                ]
                hours.setdefault((role, bucket), []).extend(step)


def overdue(done: Completions, columns: np.ndarray, age: int, buckets: int) -> np.ndarray:
    """Return the overdue cases of a cohort past an age, all clocked tasks together, by bucket."""
    total = np.zeros(buckets)
    for (name, bucket), column in done.columns.items():
        task = next(task for task in done.cohort.tasks if task.id == name)
        if done.cohort.is_due(task, bucket, age):
            total[bucket] += task.share * done.cohort.cases - columns[column]
    return total
