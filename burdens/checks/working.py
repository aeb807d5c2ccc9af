"""Week by week with so many hours, the oldest case first: whether every time limit is met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from burdens.checks.window import only_task
from burdens.problem import Problem


@dataclass(frozen=True)
class Week:
    """One week of work.

    Attributes
    ----------
    number
        Counted from 1.
    come, done, left
        Work that comes, is done and is left at its end [h].
    done_so_far, due_so_far
        Work done, and work due, from the first week to the end of this one [h].
    """

    number: int
    come: float
    done: float
    left: float
    done_so_far: float
    due_so_far: float

    @property
    def in_time(self) -> bool:
        """Whether all that is due by its end is done."""
        return self.done_so_far >= self.due_so_far - 1e-9


def oldest_first(problem: Problem, hours_a_week: float) -> Iterator[Week]:
    """Work as much each week as there is and as there are hours for.

    Raises
    ------
    ValueError
        Where there is more than one task; see `only_task`.
    """
    pathway, task = only_task(problem)
    (each,) = task.hours.values()
    work = [cases * task.share * each for cases in pathway.arrivals]
    left = so_far = 0.0
    for week, come in enumerate(work):
        done = min(hours_a_week, left + come)
        left, so_far = left + come - done, so_far + done
        due = sum(work[: max(week - task.due + 1, 0)])
        yield Week(week + 1, come, done, left, so_far, due)
