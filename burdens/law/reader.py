"""Reads the pathway files and says what the law is on a date."""

from __future__ import annotations

from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

from burdens.errors import FactsError, Fault
from burdens.facts import nearest, read_all
from burdens.law.pathway import (
    Arrivals,
    Excuse,
    Milestone,
    OpenCases,
    Pathway,
    Reference,
    Task,
    Timeliness,
)
from burdens.law.schema import LimitFact, PathwayFact, ReferenceFact, TaskFact

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from burdens.documents import Document

FOLDER = Path(__file__).parent / "pathways"


@cache
def read_pathways(folder: Path = FOLDER) -> tuple[PathwayFact, ...]:
    """Read every pathway file: all limits of all dates, with their references.

    Raises
    ------
    FactsError
        With every fault of every file: an unknown or repeated field, a missing reference,
        an undated limit, a predecessor that does not exist, a cycle.
    """
    good, faults = read_all(folder, PathwayFact)
    for document, fact in good:
        faults.extend(_faults(document, fact))
    if faults:
        raise FactsError("The law does not read", faults)
    return tuple(fact for _, fact in good)


def pathways(on: dt.date, folder: Path = FOLDER) -> dict[str, Pathway]:
    """Return the pathways as the law stands on a date.

    Only limits in force count; announced and proposed ones are kept in the files.

    Parameters
    ----------
    on
        The date; a limit that starts that day applies.

    Returns
    -------
    dict
        From the pathway's id to the pathway.

    Raises
    ------
    FactsError
        Where the date is before the first commencement, which is named.
    """
    facts = read_pathways(folder)
    resolved = [_pathway(fact, on) for fact in facts]
    found = {pathway.id: pathway for pathway in resolved if pathway.tasks}
    if not found:
        first = min(v.start for f in facts for t in f.tasks for v in t.values)
        fault = Fault(
            f"no pathway is in force on {on.isoformat()}.",
            f"Choose a date from {first.isoformat()}, the first commencement.",
        )
        raise FactsError("There is no law for that date", [fault])
    return found


def _pathway(fact: PathwayFact, on: dt.date) -> Pathway:
    limits = {task.id: _in_force(task, on) for task in fact.tasks}
    there = {name for name, limit in limits.items() if limit is not None}
    tasks = tuple(
        _task(task, limit, there) for task in fact.tasks if (limit := limits[task.id]) is not None
    )
    return Pathway(
        id=fact.id,
        title=fact.title,
        clock=fact.clock,
        description=fact.description,
        tasks=tasks,
        arrives_as=Arrivals(**dict(fact.arrives_as)),
        open_at_start=OpenCases(**dict(fact.open_at_start)) if fact.open_at_start else None,
        timeliness=Timeliness(**dict(fact.timeliness)) if fact.timeliness else None,
        counted_as=fact.counted_as or fact.id,
    )


def _in_force(task: TaskFact, on: dt.date) -> LimitFact | None:
    begun = [value for value in task.values if value.status == "in force" and value.start <= on]
    return max(begun, key=lambda value: value.start, default=None)


def _task(task: TaskFact, limit: LimitFact, there: set[str]) -> Task:
    deadline = None
    if limit.deadline is not None:
        month, day = limit.deadline.split("-")
        deadline = (int(month), int(day))
    return Task(
        id=task.id,
        milestone=task.milestone,
        excused=task.excused,
        title=task.title,
        description=task.description,
        kind=task.kind,
        weeks=limit.whole_weeks,
        deadline=deadline,
        window_weeks=task.window_weeks,
        after=tuple((a.task, a.whole_weeks) for a in task.after if a.task in there),
        since=limit.start,
        reference=_reference(limit.reference),
        excuses=tuple(Excuse(e.provision, e.reason, e.read) for e in task.exceptions),
        share=task.share,
    )


def _reference(fact: ReferenceFact) -> Reference:
    return Reference(
        fact.title, fact.provision, fact.href, fact.checked_on, fact.read, fact.note or ""
    )


def _faults(document: Document, fact: PathwayFact) -> Iterator[Fault]:
    """Find what the schema cannot see: names that do not meet, dates out of order."""
    if document.name != f"{fact.id}.yaml":
        yield _fault(document, ("id",), f"is {fact.id}, but the file is {document.name}.")
    ids = [task.id for task in fact.tasks]
    for index, task in enumerate(fact.tasks):
        where = ("tasks", index)
        if ids.index(task.id) != index:
            yield _fault(document, (*where, "id"), f"{task.id} is duplicated.")
        starts = [(value.status, value.start) for value in task.values]
        if len(set(starts)) != len(starts) or [s for _, s in starts] != sorted(
            s for _, s in starts
        ):
            yield _fault(document, (*where, "values"), "dates are not in rising order.")
        for place, after in enumerate(task.after):
            if after.task not in ids:
                path = (*where, "after", place, "task")
                fix = nearest(after.task, ids)
                yield _fault(document, path, f"no task is called {after.task}.", fix)
    yield from _of_figures(document, fact, ids)
    try:
        TopologicalSorter({t.id: {a.task for a in t.after} for t in fact.tasks}).prepare()
    except CycleError as cycle:
        chain = " after ".join(cycle.args[1])
        yield _fault(document, ("tasks",), f"the tasks wait for each other: {chain}.")


MILESTONES: dict[str, tuple[Milestone, ...]] = {
    "timeliness": ("decision", "advice", "no_plan", "draft", "final"),
    "reviews": ("decision", "final"),
}


def _of_figures(document: Document, fact: PathwayFact, ids: list[str]) -> Iterator[Fault]:
    """Find tasks that published figures are about and that are not there."""
    if fact.timeliness is not None and fact.timeliness.task not in ids:
        fix = nearest(fact.timeliness.task, ids)
        what = f"no task is called {fact.timeliness.task}."
        yield _fault(document, ("timeliness", "task"), what, fix)
    if fact.open_at_start is not None:
        marked = {task.milestone for task in fact.tasks}
        wanted = MILESTONES.get(fact.open_at_start.rule, ())
        if missing := [name for name in wanted if name not in marked]:
            what = f"needs tasks with the milestones {', '.join(missing)}."
            yield _fault(document, ("open_at_start", "rule"), what)


def _fault(document: Document, path: tuple[str | int, ...], what: str, fix: str = "") -> Fault:
    field = ".".join(str(part) for part in path)
    return Fault(what, fix or "Correct the file.", document.name, document.line(path), field)
