"""Week by week with so many hours, the oldest case first: what is done and what is late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from burdens.known_problems.window import only_task
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
    def late(self) -> float:
        """Work that is due by its end and not done [h]."""
        late = self.due_so_far - self.done_so_far
        return late if late > 1e-9 else 0.0


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


def longest_wait(come: Sequence[float], done_so_far: Sequence[float]) -> int:
    """Return how long after the week in which it comes the last case of a week is done [weeks].

    Parameters
    ----------
    come
        Cases that come, by week.
    done_so_far
        Cases done by the end of each week, the oldest first; all of them by the last.
    """
    so_far = 0.0
    longest = 0
    for week, cases in enumerate(come):
        so_far += cases
        end = next(at for at, done in enumerate(done_so_far) if done >= so_far - 1e-9)
        longest = max(longest, end - week)
    return longest
