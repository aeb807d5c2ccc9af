"""Timeliness targets by quarter, and the share of cases that the law excuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.problem.pathways import due_weeks
from burdens.problem.problem import Target, Task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burdens.problem.calendar import Calendar
    from burdens.problem.inputs import Inputs
    from burdens.scenario import TimelinessStandard

QUARTER = 13
EXCUSED = {("needs_assessment", "no_plan"), ("needs_assessment", "final")}
MOST_BELIEVED = 0.5  # three authorities class every plan as an exception


def exception_share(inputs: Inputs) -> float:
    """Give the share of new plans to which a listed reason for lateness applies.

    England's share stands in, with a note, where none is published or where it is not to be
    believed because most plans are classed as exceptions.
    """
    plans = inputs.figure("timeliness_plans")
    without = inputs.figure("timeliness_plans_excluding_exceptions")
    if plans and without is not None and 0 <= 1 - without / plans <= MOST_BELIEVED:
        return 1 - without / plans
    england = inputs.value("volumes.exception_share")
    if plans and without is not None:
        inputs.note(
            f"{1 - without / plans:.0%} of new plans are classed as exceptions, which is not used: "
            f"England's {england:.1%} stands in. Replace it with an override of volumes.exception_share."
        )
    else:
        names = ("timeliness_plans", "timeliness_plans_excluding_exceptions")
        missing = [name for name in names if not inputs.figure(name)]
        inputs.stand_in(
            "Exceptions among new plans", f"England's {england:.1%}", missing or [names[1]]
        )
    return england


def targets_of(
    inputs: Inputs, pathway: str, tasks: tuple[Task, ...], exceptions: float
) -> tuple[Target, ...]:
    """Build a target for each quarter of the plan and each statutory stage that has a standard.

    A quarter's target is the last standard in force on its first day; the last of all holds to
    the end of the run-out.
    """
    found = []
    for number, due in enumerate(sorted({task.due for task in tasks if task.stage}), start=1):
        standards = _standards(inputs, pathway, due)
        excused = any((pathway, task.id) in EXCUSED for task in tasks if task.due == due)
        share = exceptions if excused else 0.0
        for first, last, wanted in _quarters(inputs.calendar, standards):
            data = {
                "stage": number,
                "from": first,
                "to": last,
                "on_time": wanted * (1 - share),
                "weight": inputs.value("weights.target_case"),
                "exceptions": share,
            }
            found.append(Target.model_validate(data))
    return tuple(found)


def _standards(inputs: Inputs, pathway: str, due: int) -> list[TimelinessStandard]:
    """Give the standards for the stage with this limit [buckets]."""
    size, law = inputs.calendar.bucket_weeks, inputs.law[pathway]
    return [
        standard
        for standard in inputs.scenario.standards.timeliness
        if standard.pathway == pathway and due_weeks(law.task(standard.stage)) // size == due
    ]


def _quarters(
    calendar: Calendar, standards: list[TimelinessStandard]
) -> Iterator[tuple[int, int, float]]:
    """Give (first bucket, first bucket after, wanted share) of each quarter with a standard."""
    for week in range(0, calendar.weeks, QUARTER):
        begun = [s for s in standards if s.from_ <= calendar.monday(week)]
        first = week // calendar.bucket_weeks
        last = min((week + QUARTER) // calendar.bucket_weeks, calendar.buckets)
        if begun and first < last:
            yield first, last, max(begun, key=lambda standard: standard.from_).on_time
