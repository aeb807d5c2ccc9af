"""Queues and lanes: cases in the order in which their clocks started.

A queue is the cases of one pathway that have the same tasks left: new cases and untouched open
ones together, and open ones of which something is done, one queue for each set of done tasks.
Its cases that are not yet late at the start are split into a kept and a waiting lane by a fixed
share; inside a lane work goes in turn, so cumulative counts describe it exactly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from burdens.problem import Pathway, Task
from burdens.programme.model import Array, Places
from burdens.symbols import Description, Equation, Rule, Symbol

KEPT, WAITING = "kept", "waiting"

DESCRIPTION = Description(
    derived={
        "cases": Symbol(
            "Cases of a start",
            "cases",
            "Cases of a queue whose clocks start together.",
            "s",
            ("q", "c"),
            "the cases of queue {q} from {c}",
        ),
        "cohort": Symbol(
            "Cases of a start in a lane",
            "cases",
            "Cases of a lane whose clocks start together.",
            "s′",
            ("l", "c"),
            "the cases of lane {l} from {c}",
        ),
        "started": Symbol(
            "Cases that have started",
            "cases",
            "Cases of a lane whose clocks have started by the end of bucket t, open ones included.",
            "N",
            ("l", "t"),
            "the cases of lane {l} that have started by {t}",
        ),
        "excused": Symbol(
            "Cases let off",
            "cases",
            "Of the cases that have started, those that only the longest wait limits.",
            "R",
            ("l", "t"),
            "the cases of lane {l} let off by {t}",
        ),
        "longest": Symbol(
            "Limit of cases let off",
            "buckets",
            "From the start of the clock to the limit of a case that is let off.",
            "W′",
            ("l", "k"),
            "the longest wait for task {k} in lane {l}",
        ),
        "owed": Symbol(
            "Cases whose limit has passed",
            "cases",
            "Cases of a lane that need the task and whose limit lies in bucket t or before.",
            "D",
            ("l", "k", "t"),
            "the cases of lane {l} that should have had task {k} by {t}",
        ),
        "earliest": Symbol(
            "Soonest time of a task",
            "buckets",
            "The least waits that lie before a task, one after another.",
            "τ",
            ("l", "k"),
            "the soonest time of task {k} in lane {l}",
        ),
        "priority": Symbol(
            "Weight of a lane",
            "times",
            "Weight of an overdue case of the lane over one in a waiting lane.",
            "F",
            ("l",),
            "the weight of lane {l}",
        ),
    },
    definitions={
        "queue": Rule(
            "Cases of a queue",
            "cases",
            "New cases, and open ones counted as so many starts as leave that many waiting.",
            (
                Equation(
                    "cases[q, c] == arrivals[p, c]",
                    "From bucket 0 on, in the queue of which nothing is done; no other has new cases.",
                ),
                Equation("cases[q, c] == total(opening[w, c] / share[w], w)", "Before bucket 0."),
            ),
        ),
        "split": Rule(
            "The kept and the waiting lane",
            "cases",
            "A fixed share of the cases not yet late is kept. All that were late already wait.",
            (
                Equation(
                    "cohort[l, c] == kept[p] * cases[q, c]",
                    "For the kept lane, where the first limit left had not passed when the plan "
                    "began; from other starts it has none. Without a kept share there is no such lane.",
                ),
                Equation(
                    "cohort[l, c] == cases[q, c] - kept[p] * cases[q, c]",
                    "For the waiting lane, where the first limit left had not passed when the plan "
                    "began.",
                ),
                Equation(
                    "cohort[l, c] == cases[q, c]",
                    "For the waiting lane, where the first limit left had passed.",
                ),
            ),
        ),
        "started": Rule(
            "Cases that have started",
            "cases",
            "Starts are added up.",
            (Equation("started[l, t] == total(cohort[l, b], b)"),),
        ),
        "spared": Rule(
            "Cases let off",
            "cases",
            "They are in the waiting lane.",
            (
                Equation(
                    "excused[l, t] == total(smaller(let_off[p, b] * cases[q, b], cohort[l, b]), b)",
                    "For the waiting lane of new cases, b from 0 on; no other lets any off.",
                ),
            ),
        ),
        "longest": Rule(
            "Limit of cases let off",
            "buckets",
            "Nobody let off has less time than the others.",
            (Equation("longest[l, k] == larger(due[k], max_wait[p])"),),
        ),
        "owed": Rule(
            "Cases whose limit has passed",
            "cases",
            "Those covered by the time limit, and those let off once the longest wait has passed.",
            (
                Equation(
                    "owed[l, k, t] == share[k] * (started[l, t - due[k]] - excused[l, t - due[k]]"
                    " + excused[l, t - longest[l, k]])"
                ),
            ),
        ),
        "earliest": Rule(
            "Soonest time of a task",
            "buckets",
            "A task comes after those before it, and after the least wait that follows each.",
            (
                Equation(
                    "earliest[l, k] == most(earliest[l, i] + lag[i, k], i)",
                    "For tasks that wait for others that are left; for others it is 0.",
                ),
            ),
        ),
        "priority": Rule(
            "Weight of a lane",
            "times",
            "What makes the limits of the kept lane come first.",
            (
                Equation("priority[l] == kept_factor[p]", "For the kept lane."),
                Equation("priority[l] == 1", "For the waiting lane."),
            ),
        ),
    },
)


@dataclass(frozen=True)
class Series:
    """Cases by the bucket in which their clocks start, counted up.

    Attributes
    ----------
    first
        First bucket of the series; below 0 for open cases.
    cumulative
        Cases that have started by the end of each bucket from `first` on.
    """

    first: int
    cumulative: Array

    @classmethod
    def of(cls, first: int, counts: Array) -> Series:
        """Return the series of counts by bucket."""
        return cls(first, np.cumsum(counts))

    def by(self, buckets: Places) -> Array:
        """Return the cases that have started by the end of each of some buckets."""
        places = buckets - self.first
        inside = np.minimum(np.maximum(places, 0), len(self.cumulative) - 1)
        return np.where(places < 0, 0.0, self.cumulative[inside])

    @property
    def cases(self) -> float:
        """Cases in all."""
        return float(self.cumulative[-1])


@dataclass(frozen=True)
class Lane:
    """Cases of one queue that are done in turn.

    Attributes
    ----------
    pathway
        Their pathway.
    queue
        Name of the queue: the pathway, and the tasks done before the plan starts.
    name
        ``kept`` or ``waiting``.
    tasks
        The tasks left.
    everyone
        Cases of the queue whose clocks have started, those of the other lane too: where they have
        a row the lane has one, so that another share in the kept lane changes numbers only.
    started
        Of these, those in this lane.
    let_off
        Of those in this lane, those that only the longest wait limits.
    """

    pathway: Pathway
    queue: str
    name: str
    tasks: tuple[Task, ...]
    everyone: Series
    started: Series
    let_off: Series

    @property
    def factor(self) -> float:
        """Weight of an overdue case over one in the waiting lane."""
        return self.pathway.kept_factor if self.name == KEPT else 1.0

    @property
    def clocked(self) -> tuple[Task, ...]:
        """The tasks left whose lateness counts."""
        ids = {task.id for task in self.pathway.clocked}
        return tuple(task for task in self.tasks if task.id in ids)

    def predecessors(self, task: Task) -> Iterator[tuple[Task, int]]:
        """Yield the tasks left that one waits for, each with its least lag [buckets]."""
        left = {other.id: other for other in self.tasks}
        for name, lag in task.after:
            if name in left:
                yield left[name], lag

    def earliest(self, task: Task) -> int:
        """Return how long after a clock's start a task can be done at the earliest [buckets]."""
        return max(
            (self.earliest(before) + lag for before, lag in self.predecessors(task)), default=0
        )

    def asked(self, task: Task, buckets: Places) -> Array:
        """Return the cases that will need a task and whose clocks have started."""
        return task.share * self.started.by(buckets)

    def due(self, task: Task, buckets: Places, age: int = 0) -> Array:
        """Return the cases whose limit for a task is `age` buckets past or more."""
        limit = max(task.due, self.pathway.max_wait or 0)
        covered = self.started.by(buckets - task.due - age) - self.let_off.by(
            buckets - task.due - age
        )
        return task.share * (covered + self.let_off.by(buckets - limit - age))


def lanes_of(pathway: Pathway) -> list[Lane]:
    """Return the lanes of a pathway, queue by queue; a queue without cases has none."""
    return [
        lane
        for done, cohorts in sorted(_queues(pathway).items(), key=lambda item: sorted(item[0]))
        if any(cohorts.values())
        for lane in _split(pathway, done, cohorts)
        if pathway.kept is not None or lane.name == WAITING
    ]


def late_at_start(pathway: Pathway) -> Iterator[tuple[tuple[Task, ...], float]]:
    """Yield the tasks left and the number of the open cases that are past a limit already."""
    for done, cohorts in _queues(pathway).items():
        tasks = _left(pathway, done)
        soonest = _soonest(pathway, tasks)
        yield tasks, sum(cases for start, cases in cohorts.items() if start + soonest < 0)


def new_cases(pathway: Pathway) -> Lane:
    """Return the pathway's new cases as one lane, and those of the run-in before them."""
    cases = np.array([*pathway.run_in, *pathway.arrivals])
    off = np.zeros_like(cases)
    if pathway.let_off is not None:
        share = np.array(pathway.let_off)
        off = cases * np.concatenate([np.full(len(pathway.run_in), share[0]), share])
    first = -len(pathway.run_in)
    started = Series.of(first, cases)
    return Lane(pathway, pathway.id, KEPT, pathway.tasks, started, started, Series.of(first, off))


def _queues(pathway: Pathway) -> dict[frozenset[str], dict[int, float]]:
    """Return the cases of each queue by the bucket in which their clocks started."""
    shares = {task.id: task.share for task in pathway.tasks}
    queues: dict[frozenset[str], dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for group in pathway.opening:
        queues[pathway.before(group.task)][-group.age] += group.cases / shares[group.task]
    untouched = queues[frozenset()]
    for bucket, cases in enumerate(pathway.arrivals):
        untouched[bucket] += cases
    return queues


def _left(pathway: Pathway, done: frozenset[str]) -> tuple[Task, ...]:
    return tuple(task for task in pathway.tasks if task.id not in done)


def _soonest(pathway: Pathway, tasks: tuple[Task, ...]) -> int:
    """Return the limit that comes first among the tasks left [buckets]."""
    counted = {task.id for task in pathway.clocked}
    return min(task.due for task in tasks if task.id in counted)


def _split(pathway: Pathway, done: frozenset[str], cohorts: dict[int, float]) -> tuple[Lane, Lane]:
    queue = "/".join([pathway.id, *sorted(done)])
    tasks = _left(pathway, done)
    soonest = _soonest(pathway, tasks)
    first, last = min(cohorts), max(*cohorts, 0)
    starts = np.arange(first, last + 1)
    cases = np.array([cohorts.get(start, 0.0) for start in starts.tolist()])
    kept = np.where(starts + soonest < 0, 0.0, pathway.kept or 0.0) * cases
    waiting = cases - kept
    let_off = np.zeros_like(cases)
    if pathway.let_off is not None and not done:
        share = np.array(pathway.let_off)
        let_off[starts >= 0] = np.minimum(share * cases[starts >= 0], waiting[starts >= 0])
    nobody, everyone = Series.of(first, np.zeros_like(cases)), Series.of(first, cases)
    return (
        Lane(pathway, queue, KEPT, tasks, everyone, Series.of(first, kept), nobody),
        Lane(
            pathway,
            queue,
            WAITING,
            tasks,
            everyone,
            Series.of(first, waiting),
            Series.of(first, let_off),
        ),
    )
