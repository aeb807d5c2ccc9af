"""Which share of cases is on time today, as published: what the kept lane starts from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.problem.inputs import stand_in
from burdens.problem.problem import Published

if TYPE_CHECKING:
    from burdens import law
    from burdens.problem.inputs import Inputs


def kept_share(inputs: Inputs, pathway: str) -> tuple[float | None, tuple[str, ...]]:
    """Return the share of a pathway's new cases in the kept lane, and notes.

    It is the scenario's, where one was typed; else the share on time that the figures named in the pathway's file tell, exceptions
    included, so that a plan starts where the council is. None, which is strictly in turn, where
    the file names none.
    """
    own = inputs.scenario.kept_share
    return (own, ()) if own is not None else on_time_share(inputs, inputs.law[pathway])


def on_time_share(inputs: Inputs, pathway: law.Pathway) -> tuple[float | None, tuple[str, ...]]:
    """Return the published share of a pathway's cases that is on time; None where none is.

    England's stands in, with a note, where the authority's is missing.
    """
    shown = pathway.timeliness
    if shown is None:
        return None, ()
    whole = shown.of or shown.late or ""
    own = _share(inputs.figure(shown.on_time), inputs.figure(whole), is_whole=bool(shown.of))
    if own is not None:
        return own, ()
    missing = [name for name in (whole, shown.on_time) if inputs.figure(name) is None]
    england = _share(inputs.england(shown.on_time), inputs.england(whole), is_whole=bool(shown.of))
    if england is None:
        return None, ()
    task = pathway.task(shown.task)
    limit = f" within {task.weeks} weeks" if task.weeks is not None else ""
    what = f"{pathway.title}: share on time ({task.title[:1].lower()}{task.title[1:]}{limit})"
    return england, (stand_in(what, f"England's {england:.1%}", missing or [whole]),)


def _share(on_time: float | None, other: float | None, *, is_whole: bool) -> float | None:
    """Return the share on time of a whole, or of itself and those late."""
    if on_time is None or other is None:
        return None
    whole = other if is_whole else on_time + other
    return min(on_time / whole, 1.0) if whole > 0 else None


def published_timeliness(inputs: Inputs) -> Published | None:
    """Return the measure by which authorities are compared, with the newest published share.

    Plans issued in a calendar year within 20 weeks, exceptions included. None where the law in
    force has no such measure; without a year and a share where none is published.
    """
    for pathway in inputs.law.values():
        shown = pathway.timeliness
        if shown is None or not shown.national_measure:
            continue
        whole = shown.of or shown.late or ""
        share = _share(inputs.figure(shown.on_time), inputs.figure(whole), is_whole=bool(shown.of))
        entry = inputs.scenario.figures.get(shown.on_time)
        return Published(
            pathway=pathway.id,
            task=shown.task,
            within=(pathway.task(shown.task).weeks or 0) // inputs.calendar.bucket_weeks,
            year=entry.year if entry is not None and share is not None else None,
            on_time=share,
        )
    return None
