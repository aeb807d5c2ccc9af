"""What pydantic cannot see of a scenario: names that exist, dates in order, versions.

The rules read data that may be broken elsewhere, so that every fault is told at once.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from burdens import law
from burdens.errors import FactsError
from burdens.facts import nearest
from burdens.measures import all_values
from burdens.scenario import asked, catalogue, staff_rules
from burdens.scenario.finding import Finding, Path
from burdens.scenario.parts import entries, parts_of, read
from burdens.scenario.schema import MOST_WEEKS, Day, Number, Words
from burdens.scenario.stages import pathways_on
from burdens.scenario.versions import of_versions

MONDAY = 0
LAST_YEAR = 2100


def findings_of(data: Mapping[str, Any]) -> list[Finding]:
    """Find everything wrong beyond the form of single fields.

    Parameters
    ----------
    data
        The fields as written; parts that do not read are passed over.
    """
    start = read(Day, data.get("start"))
    return [
        *of_versions(data),
        *_of_calendar(data, start),
        *_of_on_time_by(data, start),
        *_of_names(data),
        *staff_rules.findings_of(data, start),
        *_of_opening(data, start),
        *_of_timeliness(data, start),
        *_of_caseload(data, start),
        *_of_overrides(data),
        *asked.findings_of(data, start),
    ]


def _of_calendar(data: Mapping[str, Any], start: dt.date | None) -> Iterator[Finding]:
    if start is not None and start.year > LAST_YEAR:
        yield Finding(("start",), f"is {start}.", f"Write a day up to the year {LAST_YEAR}.")
    elif start is not None and start.weekday() != MONDAY:
        before = start - dt.timedelta(days=start.weekday())
        after = before + dt.timedelta(weeks=1)
        yield Finding(
            ("start",),
            f"is a {start:%A}; a plan starts on a Monday.",
            f"Write {before} or {after}.",
        )
    elif start is not None:
        try:
            law.pathways(start)
        except FactsError as broken:
            yield from (Finding(("start",), fault.what, fault.fix) for fault in broken.faults)
    bucket = data.get("bucket_weeks")
    for name in ("horizon_weeks", "run_out_weeks"):
        weeks = data.get(name)
        if isinstance(weeks, int) and isinstance(bucket, int) and bucket > 0 and weeks % bucket:
            yield Finding(
                (name,),
                f"is {weeks}, no whole number of steps of {bucket} weeks.",
                f"Write {weeks + 1}, or bucket_weeks: 1.",
            )


def _of_on_time_by(data: Mapping[str, Any], start: dt.date | None) -> Iterator[Finding]:
    day, weeks = read(Day, data.get("on_time_by")), data.get("horizon_weeks")
    if day is None or start is None or not isinstance(weeks, int) or not 0 < weeks <= MOST_WEEKS:
        return
    first, end = start + dt.timedelta(weeks=4), start + dt.timedelta(weeks=weeks)
    if not first <= day < end:
        yield Finding(
            ("on_time_by",),
            f"is {day}, which is before {first} or not before the end of the plan.",
            f"Write a day from {first} to {end - dt.timedelta(days=1)}, or a longer horizon_weeks.",
        )


def _of_names(data: Mapping[str, Any]) -> Iterator[Finding]:
    figures = data.get("figures")
    if isinstance(figures, Mapping):
        yield from _unknown(("figures",), figures, catalogue.kinds(), "figure")


def _unknown(
    place: Path, names: Iterable[Any], known: Iterable[str], what: str
) -> Iterator[Finding]:
    every = list(known)
    for name in names:
        if name not in every:
            fix = nearest(str(name), every) or f"Known: {', '.join(every)}."
            yield Finding((*place, str(name)), f"is not a recognised {what}.", fix)


def _of_step(
    place: Path, entry: Mapping[str, Any], field: str, start: dt.date | None
) -> Iterator[Finding]:
    """Find a pathway, or a task or stage of it, that the law of the start does not know."""
    there = pathways_on(start)
    pathway, task = entry["pathway"], entry[field]
    if not there or pathway is None:
        return
    if pathway not in there:
        fix = nearest(pathway, there) or f"Known: {', '.join(there)}."
        yield Finding((*place, "pathway"), f"no pathway is called {pathway}.", fix)
        return
    tasks = [t.id for t in there[pathway].tasks if field == "task" or t.statutory]
    if task is not None and task not in tasks:
        what = "statutory stage" if field == "stage" else "task"
        fix = nearest(task, tasks) or f"Known: {', '.join(tasks) or 'none'}."
        yield Finding((*place, field), f"{pathway} has no {what} called {task}.", fix)


def _of_opening(data: Mapping[str, Any], start: dt.date | None) -> Iterator[Finding]:
    forms = {"pathway": Words, "task": Words}
    for index, group in enumerate(entries(data.get("opening"), forms)):
        yield from _of_step(("opening", index), group, "task", start)


def _standards(data: Mapping[str, Any], name: str) -> Any:
    standards = data.get("standards")
    return standards.get(name) if isinstance(standards, Mapping) else None


def _of_timeliness(data: Mapping[str, Any], start: dt.date | None) -> Iterator[Finding]:
    latest: dict[tuple[str, str], dt.date] = {}
    forms = {"pathway": Words, "stage": Words, "from": Day}
    for index, standard in enumerate(entries(_standards(data, "timeliness"), forms)):
        place: Path = ("standards", "timeliness", index)
        stage, day = (standard["pathway"], standard["stage"]), standard["from"]
        yield from _of_step(place, standard, "stage", start)
        yield from _of_date((*place, "from"), day, data, start)
        if day is None or None in stage:
            continue
        if stage in latest and day <= latest[stage]:
            yield Finding(
                (*place, "from"),
                f"is {day}, not after the entry before it for {'.'.join(stage)} ({latest[stage]}).",
                "List the entries of a stage by rising date, one a date.",
            )
        latest[stage] = max(day, latest.get(stage, day))


def _of_caseload(data: Mapping[str, Any], start: dt.date | None) -> Iterator[Finding]:
    standard = parts_of(_standards(data, "caseload"), {"from": Day})
    yield from _of_date(("standards", "caseload", "from"), standard["from"], data, start)


def _of_date(
    place: Path, day: dt.date | None, data: Mapping[str, Any], start: dt.date | None
) -> Iterator[Finding]:
    if start is None or day is None or start.year > LAST_YEAR:
        return
    if day < start:
        yield Finding(place, f"is {day}, before the plan starts.", f"Write {start} or later.")
    weeks = data.get("horizon_weeks")
    if isinstance(weeks, int) and 0 < weeks <= MOST_WEEKS:
        end = start + dt.timedelta(weeks=weeks)
        if day >= end:
            yield Finding(
                place,
                f"is {day}, past the end of the plan.",
                f"Write a day before {end}, or a longer horizon_weeks.",
            )


def _of_overrides(data: Mapping[str, Any]) -> Iterator[Finding]:
    found = entries(data.get("overrides"), {"value": Words, "to": Number})
    times = Counter(entry["value"] for entry in found)
    values = all_values() if found else {}
    for index, entry in enumerate(found):
        name, to = entry["value"], entry["to"]
        if name is None:
            continue
        if times[name] > 1:
            yield Finding(
                ("overrides", index, "value"),
                f"{name} is replaced {times[name]} times.",
                "Keep one of the entries.",
            )
        try:
            all_values().with_overrides({name: 0.0 if to is None else to})
        except FactsError as broken:
            field = "to" if name in values else "value"
            for fault in broken.faults:
                yield Finding(("overrides", index, field), fault.what, fault.fix)
