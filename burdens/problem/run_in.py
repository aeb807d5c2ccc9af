"""The desk of a council that keeps up: cases whose clocks started just before the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.problem.calendar import WEEKS_A_YEAR

if TYPE_CHECKING:
    from burdens import law
    from burdens.problem.calendar import Calendar


def run_in_of(
    calendar: Calendar, pathway: law.Pathway, arrivals: tuple[float, ...]
) -> tuple[float, ...]:
    """Return the cases of the year before the start [cases], by bucket, the latest last.

    They come as in the first year of the plan, smaller by as much as the second year is larger.
    A plan of less than two years has no growth to tell, so its run-in is as the first year. Cases
    with a calendar deadline come and go by season: they have none.
    """
    if any(task.deadline for task in pathway.tasks):
        return ()
    year = WEEKS_A_YEAR // calendar.bucket_weeks
    first, second = arrivals[:year], arrivals[year : 2 * year]
    if len(first) < year:
        return ()
    growing = len(second) == year and sum(second) > 0
    scale = sum(first) / sum(second) if growing else 1.0
    return tuple(cases * scale for cases in first)
