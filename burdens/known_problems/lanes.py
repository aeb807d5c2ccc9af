"""Week by week with so many hours and two lanes: the kept lane in time, the other in turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from burdens.known_problems.window import only_task
from burdens.problem import Problem


@dataclass(frozen=True)
class LaneWeek:
    """One week of work in two lanes.

    Attributes
    ----------
    number
        Counted from 1.
    kept_due, kept_done, waiting_due, waiting_done
        Cases due, and cases done, from the first week to the end of this one, by lane.
    """

    number: int
    kept_due: float
    kept_done: float
    waiting_due: float
    waiting_done: float

    @property
    def late(self) -> float:
        """Cases of the waiting lane that are due by its end and not done."""
        late = self.waiting_due - self.waiting_done
        return late if late > 1e-9 else 0.0


def kept_in_time(problem: Problem, hours_a_week: float) -> Iterator[LaneWeek]:
    """Work each week what the kept lane needs to stay in time, then the waiting lane in turn.

    Hours that are left go to kept cases ahead of their limit.

    Raises
    ------
    ValueError
        Where there is more than one task, or fewer hours than the kept lane needs.
    """
    pathway, task = only_task(problem)
    (each,) = task.hours.values()
    most, share = hours_a_week / each, pathway.kept or 0.0
    come = list(accumulate(cases * task.share for cases in pathway.arrivals))
    due = [come[week - task.due] if week >= task.due else 0.0 for week in range(len(come))]
    kept = waiting = 0.0
    for week in range(len(come)):
        needed = max(share * due[later] - most * (later - week) for later in range(week, len(due)))
        if needed > min(kept + most, share * come[week]) + 1e-9:
            raise ValueError("the kept lane needs more hours than there are")
        first = max(needed - kept, 0.0)
        turn = min(most - first, (1 - share) * come[week] - waiting)
        ahead = min(most - first - turn, share * come[week] - kept - first)
        kept, waiting = kept + first + ahead, waiting + turn
        yield LaneWeek(week + 1, share * due[week], kept, (1 - share) * due[week], waiting)
