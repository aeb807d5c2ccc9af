"""Cases that no limit covers: those that the law excuses, and those beyond a target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.problem.inputs import stand_in

if TYPE_CHECKING:
    from burdens.problem.inputs import Inputs
    from burdens.problem.problem import Task

QUARTER = 13
MOST_BELIEVED = 0.5  # three authorities class every plan as an exception


def exception_share(inputs: Inputs) -> tuple[float, tuple[str, ...]]:
    """Return the share of new plans to which a listed reason for lateness applies, and notes.

    England's share stands in, with a note, where none is published or where it is not to be
    believed because most plans are classed as exceptions.
    """
    plans = inputs.figure("timeliness_plans")
    without = inputs.figure("timeliness_plans_excluding_exceptions")
    if plans and without is not None and 0 <= 1 - without / plans <= MOST_BELIEVED:
        return 1 - without / plans, ()
    england = inputs.value("volumes.exception_share")
    if plans and without is not None:
        note = (
            f"{1 - without / plans:.0%} of new plans are classed as exceptions, which is not used: "
            f"England's {england:.1%} stands in. Replace it with an override of "
            "volumes.exception_share."
        )
        return england, (note,)
    names = ("timeliness_plans", "timeliness_plans_excluding_exceptions")
    missing = [name for name in names if not inputs.figure(name)]
    note = stand_in("Exceptions among new plans", f"England's {england:.1%}", missing or [names[1]])
    return england, (note,)


def let_off_of(
    inputs: Inputs, pathway: str, tasks: tuple[Task, ...], exceptions: float
) -> tuple[float, ...] | None:
    """Return the share of cases that no limit covers, by bucket of arrival; None where all are.

    A case is let off where a listed reason excuses it, or where the standard in force on the
    first day of its quarter asks for less than all. The strictest of the pathway's stages counts.
    """
    calendar = inputs.calendar
    stages = {task.id for task in tasks if task.stage}
    is_excused = any(task.excused and task.id in stages for task in inputs.law[pathway].tasks)
    excused = exceptions if is_excused else 0.0
    wanted = [1.0] * calendar.buckets
    standards = [s for s in inputs.scenario.standards.timeliness if s.pathway == pathway]
    for bucket in range(calendar.buckets):
        first = calendar.monday(bucket * calendar.bucket_weeks // QUARTER * QUARTER)
        shares = [
            max(begun, key=lambda standard: standard.from_).on_time
            for stage in {standard.stage for standard in standards}
            if (begun := [s for s in standards if s.stage == stage and s.from_ <= first])
        ]
        wanted[bucket] = max(shares, default=1.0)
    let_off = tuple(1 - share * (1 - excused) for share in wanted)
    return let_off if any(let_off) else None
