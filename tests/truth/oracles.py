"""Answers that need no solver: the densest window, and earliest deadline first."""

from __future__ import annotations

import heapq
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from burdens.problem import Problem


class Duty(NamedTuple):
    """Work that can be done in buckets `release`, ..., `end` - 1 [h]."""

    release: int
    end: int
    hours: float


class Window(NamedTuple):
    """The window whose work sets the capacity: buckets `first`, ..., `end` - 1."""

    hours_a_bucket: float
    first: int
    end: int


def duties(problem: Problem) -> list[Duty]:
    """List the work of a Problem whose pathways have one statutory task each.

    Work whose deadline has passed, or lies past the horizon, is no duty here.
    """
    found = []
    for pathway in problem.pathways:
        (task,) = pathway.tasks
        hours = sum(task.hours.values())
        waiting = [(-group.age, group.cases) for group in pathway.opening]
        for start, cases in [*enumerate(pathway.arrivals), *waiting]:
            end = start + task.due + 1
            if cases and 0 < end <= problem.buckets:
                amount = cases * task.share if start >= 0 else cases
                found.append(Duty(max(start, 0), end, amount * hours))
    return found


def densest_window(work: Iterable[Duty]) -> Window:
    """Find the least constant capacity that meets every deadline, and where it is needed."""
    work = list(work)
    windows = [
        Window(
            sum(duty.hours for duty in work if a <= duty.release and duty.end <= b) / (b - a), a, b
        )
        for a, b in product({duty.release for duty in work}, {duty.end for duty in work})
        if a < b
    ]
    return max(windows, default=Window(0.0, 0, 0))


def left_over(work: Iterable[Duty], capacity: Sequence[float]) -> float:
    """Work the hours of each bucket by earliest deadline; give the hours no deadline was met for."""
    coming = sorted(work, reverse=True)
    waiting: list[tuple[int, float]] = []
    unmet = 0.0
    for now, hours in enumerate(capacity):
        while coming and coming[-1].release <= now:
            duty = coming.pop()
            heapq.heappush(waiting, (duty.end, duty.hours))
        left = hours
        while waiting and left > 0:
            end, due = heapq.heappop(waiting)
            done = min(due, left)
            left -= done
            if due > done:
                heapq.heappush(waiting, (end, due - done))
        while waiting and waiting[0][0] <= now + 1:
            unmet += heapq.heappop(waiting)[1]
    return unmet + sum(due for _, due in waiting) + sum(duty.hours for duty in coming)
