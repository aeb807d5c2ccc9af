"""The densest window: the least steady capacity that meets every time limit, without a solver.

Work that comes at or after the start of a window and is due by its end must be done inside it. So
no window may hold more work than hours, and that is enough: whoever works on what is due first
then misses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from burdens.problem import Pathway, Problem, Task


@dataclass(frozen=True)
class Window:
    """A stretch of weeks and the work that must be done inside it.

    Attributes
    ----------
    first, last
        Its first and last week, counted from 1.
    cases
        Cases that come in it and are due in it.
    hours
        Work for one case [h].
    """

    first: int
    last: int
    cases: float
    hours: float

    @property
    def weeks(self) -> int:
        """How long it is [weeks]."""
        return self.last - self.first + 1

    @property
    def work(self) -> float:
        """All the work in it [h]."""
        return self.cases * self.hours

    @property
    def hours_a_week(self) -> float:
        """Hours that it needs in each of its weeks [h a week]."""
        return self.work / self.weeks


def only_task(problem: Problem) -> tuple[Pathway, Task]:
    """Return the one pathway and task of a Problem.

    Raises
    ------
    ValueError
        Where there are more, or a case waits when the plan begins: that takes more than a window.
    """
    (pathway,) = problem.pathways
    (task,) = pathway.tasks
    if pathway.opening or len(task.hours) > 1 or problem.bucket_weeks > 1:
        raise ValueError("windows are counted for new cases of one role, week by week")
    return pathway, task


def windows_of(problem: Problem) -> list[Window]:
    """Return every window from a week in which cases come to a week in which some are due.

    Raises
    ------
    ValueError
        See `only_task`.
    """
    pathway, task = only_task(problem)
    (hours,) = task.hours.values()
    come = [week for week, cases in enumerate(pathway.arrivals) if cases]
    return [
        Window(
            first=start + 1,
            last=end + task.due + 1,
            cases=sum(pathway.arrivals[start : end + 1]) * task.share,
            hours=hours,
        )
        for start in come
        for end in come
        if start <= end and end + task.due < problem.buckets
    ]


def densest(windows: Sequence[Window]) -> Window:
    """Return the window that needs the most hours a week."""
    return max(windows, key=lambda window: window.hours_a_week)


def least_people(problem: Problem) -> float:
    """Return the people whose hours are those of the densest window [FTE].

    Raises
    ------
    ValueError
        Where their hours differ from week to week; see `only_task` too.
    """
    _, task = only_task(problem)
    (role,) = task.hours
    (productive,) = set(problem.roles[role].productive)
    return densest(windows_of(problem)).hours_a_week / productive
