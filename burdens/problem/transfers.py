"""Plans amended for a transfer between phases, before a day of the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.problem.opening import Group

if TYPE_CHECKING:
    from burdens import law
    from burdens.problem.inputs import Inputs
    from burdens.problem.stock import Stock

Transfers = tuple[tuple[float, ...], float, tuple[Group, ...], tuple[str, ...]]


def transfers(inputs: Inputs, stock: Stock, pathway: law.Pathway) -> Transfers:
    """Return the transfers of a pathway: arrivals, those of a year, open cases, and notes.

    Each year's transfers arrive the planning window before the bucket of their deadline. A
    season under way at the start is open, with the part already due dealt with evenly.
    """
    calendar, task = inputs.calendar, pathway.tasks[-1]
    window = (task.window_weeks or 0) // calendar.bucket_weeks
    share = stock.transfer_share * _part(inputs, pathway)
    arrivals, open_cases, notes = [0.0] * calendar.buckets, [], []
    last = calendar.monday(calendar.weeks + window * calendar.bucket_weeks).year
    for year in range(calendar.start.year, last + 1):
        deadline = calendar.deadline(year, *(task.deadline or (1, 1)))
        begin = deadline - window
        if 0 <= begin < calendar.buckets:
            arrivals[begin] += share * stock.plans[begin * calendar.bucket_weeks]
        elif begin < 0 <= deadline:
            weeks = -begin * calendar.bucket_weeks
            left = share * stock.plans[0] * (deadline + 1) / (window + 1)
            open_cases.append(Group(task.id, weeks, left))
            notes.append(
                f"{pathway.title}: the season of {year} is under way at the start; "
                f"{left:.0f} cases are taken as left. Type your own under opening."
            )
    return tuple(arrivals), share * stock.plans[0], tuple(open_cases), tuple(notes)


def _part(inputs: Inputs, pathway: law.Pathway) -> float:
    """Return the pathway's part of all transfers."""
    arrives_as = pathway.arrives_as
    if arrives_as.share is not None:
        return inputs.value(arrives_as.share)
    return 1 - inputs.value(arrives_as.rest_of) if arrives_as.rest_of is not None else 1.0
