"""What a solved lane says of its cases: when each was started, done, and how long it waited.

Inside a lane work goes in turn, so cumulative counts say which cohort is done in which bucket.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from burdens.problem import Problem, Task
from burdens.programme import Lane, Programme, Solution
from burdens.programme.model import Array, Places

NEGLIGIBLE = 1e-7  # cases: below it a difference is the solver's rounding


@dataclass(frozen=True)
class Flow:
    """One task of one lane, solved.

    Attributes
    ----------
    lane, task
        Whose cases, and what is done.
    done
        Cumulative completions [cases], by bucket.
    """

    lane: Lane
    task: Task
    done: Array

    @property
    def by_bucket(self) -> Array:
        """Completions [cases], by bucket."""
        return np.diff(self.done, prepend=0.0)

    def asked(self) -> Array:
        """Return the cases that will need the task and whose clocks have started, by bucket."""
        return self.lane.asked(self.task, np.arange(len(self.done)))


@dataclass(frozen=True)
class Completions:
    """Cases by when they started and were done.

    Attributes
    ----------
    start, end
        Buckets of the clock's start and of completion.
    cases
        How many.
    """

    start: Places
    end: Places
    cases: Array

    @property
    def waits(self) -> Array:
        """Time from the clock's start to completion [buckets]."""
        return (self.end - self.start).astype(np.float64)


def flows_of(programme: Programme, solution: Solution) -> list[Flow]:
    """Return every task of every lane, completions free of the solver's rounding."""
    return [
        Flow(work.lane, work.task, np.maximum.accumulate(solution.at(work.done)))
        for work in programme.works
    ]


def completions(flow: Flow) -> Completions:
    """Return which cohorts are done in which buckets, in turn."""
    series = flow.lane.started
    last = len(flow.done) - 1
    asked = flow.task.share * series.cumulative
    asked = asked[: last - series.first + 1]
    most = min(float(flow.done[-1]), float(asked[-1]))
    edges = np.unique(np.concatenate([[0.0], np.minimum(asked, most), np.minimum(flow.done, most)]))
    size = np.diff(edges)
    kept = size > NEGLIGIBLE
    middle = (edges[:-1] + size / 2)[kept]
    return Completions(
        start=np.searchsorted(asked, middle) + series.first,
        end=np.searchsorted(flow.done, middle),
        cases=size[kept],
    )


def queues(flows: Sequence[Flow]) -> Iterator[list[Flow]]:
    """Yield the flows of each lane together."""
    lanes: dict[tuple[str, str], list[Flow]] = {}
    for flow in flows:
        lanes.setdefault((flow.lane.queue, flow.lane.name), []).append(flow)
    yield from lanes.values()


def open_cases(flows: Sequence[Flow], buckets: int) -> Array:
    """Return the cases with any task still to be done, by bucket; flows are those of one lane."""
    limits = [flow.lane.started.by(np.arange(buckets)) for flow in flows]
    return _waiting(flows, limits)


def overdue_cases(flows: Sequence[Flow], buckets: int, age: int = 0) -> Array:
    """Return the cases past a limit by `age` buckets or more, by bucket; of one lane."""
    counted = [flow for flow in flows if flow.task.id in _clocked(flow.lane)]
    limits = [
        flow.lane.due(flow.task, np.arange(buckets), age) / flow.task.share for flow in counted
    ]
    return _waiting(counted, limits)


def _clocked(lane: Lane) -> set[str]:
    return {task.id for task in lane.clocked}


def _waiting(flows: Sequence[Flow], limits: Sequence[Array]) -> Array:
    """Return the cases between what is done and a limit in any task, each case once.

    A place in the queue counts with the largest share of its tasks that wait.
    """
    if not flows:
        return np.zeros(0)
    done = np.array([flow.done / flow.task.share for flow in flows])
    until = np.array(limits)
    shares = np.array([flow.task.share for flow in flows])
    edges = np.sort(np.concatenate([done, until]), axis=0)
    sizes = np.diff(edges, axis=0)
    middles = edges[:-1] + sizes / 2
    inside = (done[:, None] < middles[None]) & (middles[None] < until[:, None])
    most = np.max(np.where(inside, shares[:, None, None], 0.0), axis=0)
    total: Array = (sizes * most).sum(axis=0)
    return np.where(total > NEGLIGIBLE, total, 0.0)


def by_pathway(problem: Problem, flows: Sequence[Flow]) -> dict[str, list[list[Flow]]]:
    """Return the lanes of each pathway, each as its flows."""
    lanes: dict[str, list[list[Flow]]] = {pathway.id: [] for pathway in problem.pathways}
    for group in queues(flows):
        lanes[group[0].lane.pathway.id].append(group)
    return lanes
