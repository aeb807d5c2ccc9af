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
    return [
        Duty(max(start, 0), start + due + 1, hours)
        for start, due, hours in _work_of(problem)
        if 0 <= start + due < problem.buckets
    ]


def densest_window(work: Iterable[Duty]) -> Window:
    """Return the least constant capacity that meets every deadline, and where it is needed."""
    work = list(work)
    windows = [
        Window(
            sum(duty.hours for duty in work if a <= duty.release and duty.end <= b) / (b - a), a, b
        )
        for a, b in product({duty.release for duty in work}, {duty.end for duty in work})
        if a < b
    ]
    return max(windows, default=Window(0.0, 0, 0))


def overdue_hours(
    problem: Problem, capacity: Sequence[float], ages: Iterable[int]
) -> dict[int, float]:
    """Work the hours of each bucket on what is due first; return the hours overdue at each age.

    For pathways of one task; the hours are summed over the buckets at whose end they are overdue.
    """
    waiting: list[tuple[int, float]] = []
    overdue = dict.fromkeys(ages, 0.0)
    coming = [(max(start, 0), start + due, hours) for start, due, hours in _work_of(problem)]
    for now, hours in enumerate(capacity):
        for _, due, work in (each for each in coming if each[0] == now):
            heapq.heappush(waiting, (due, work))
        left = hours
        while waiting and left > 0:
            due, work = heapq.heappop(waiting)
            left -= work
            if left < 0:
                heapq.heappush(waiting, (due, -left))
        for age in overdue:
            overdue[age] += sum(work for due, work in waiting if now >= due + age)
    return overdue


def _work_of(problem: Problem) -> list[tuple[int, int, float]]:
    """List start, buckets until due, and hours of the work of pathways of one task."""
    work = []
    for pathway in problem.pathways:
        (task,) = pathway.tasks
        each = sum(task.hours.values())
        new = ((at, cases * task.share) for at, cases in enumerate(pathway.arrivals))
        waiting = ((-group.age, group.cases) for group in pathway.opening)
        work += [(start, task.due, cases * each) for start, cases in (*new, *waiting) if cases]
    return work
