"""The stages of the law at which timeliness can be asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import law
from burdens.errors import FactsError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator


def pathways_on(start: dt.date | None) -> dict[str, law.Pathway]:
    """Return the pathways in force at the start; none where the start is unknown or too early."""
    if start is None:
        return {}
    try:
        return law.pathways(start)
    except FactsError:
        return {}


def statutory_stages(start: dt.date | None) -> Iterator[tuple[str, str]]:
    """Return (pathway, task) for every statutory clock in force, once each.

    Tasks of one pathway that share a clock are one stage; the first of them stands for it.
    """
    for pathway in pathways_on(start).values():
        clocks: set[tuple[int | None, tuple[int, int] | None]] = set()
        for task in pathway.tasks:
            clock = (task.weeks, task.deadline)
            if task.statutory and clock not in clocks:
                clocks.add(clock)
                yield pathway.id, task.id


def stage_title(start: dt.date, pathway: str, stage: str) -> str:
    """Name a stage, such as ``EHC needs assessment: send the final plan``."""
    of = law.pathways(start)[pathway]
    title = of.task(stage).title
    return f"{of.title}: {title[:1].lower()}{title[1:]}"


def in_full(start: dt.date | None) -> list[dict[str, object]]:
    """Write the standard that the law sets: every stage, all cases."""
    return [
        {"pathway": pathway, "stage": stage, "on_time": 1.0}
        for pathway, stage in statutory_stages(start)
    ]
