"""What is wrong with the staff of a scenario: names, numbers that disagree, dates out of order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from burdens import words
from burdens.facts import nearest
from burdens.scenario.finding import Finding, Path
from burdens.scenario.parts import entries, parts_of, read
from burdens.scenario.role import roles
from burdens.scenario.schema import MOST_WEEKS, Amount, Day, Positive
from burdens.scenario.staffing import Month

ROUNDING = 0.05  # posts are often written to one decimal [FTE]
EXACT = 1e-9
Span = tuple[dt.date, dt.date]


class Dated(NamedTuple):
    """An entry between two dates, both included; a date left out is as early or late as can be."""

    place: int
    begin: dt.date
    until: dt.date
    fields: Mapping[str, Any]


def findings_of(data: Mapping[str, Any], start: dt.date | None) -> Iterator[Finding]:
    """Find everything wrong with the staff beyond the form of single fields.

    Parameters
    ----------
    data
        The fields as written; parts that do not read are passed over.
    start
        The start of the plan; None where it does not read.
    """
    staff = data.get("staff")
    if not isinstance(staff, Mapping):
        return
    yield from _of_names(staff)
    span = _span(data, start)
    for name in roles():
        own = staff.get(name)
        if isinstance(own, Mapping):
            place: Path = ("staff", name)
            yield from _of_numbers(place, own)
            yield from _of_starters(place, own)
            for field in ("hiring", "absence"):
                for entry in _dated(own.get(field)):
                    yield from _of_dates((*place, field, entry.place), entry, span)
            yield from _of_overlaps((*place, "hiring"), _dated(own.get("hiring")))
            yield from _of_absence(place, own, span)


def _of_names(staff: Mapping[str, Any]) -> Iterator[Finding]:
    """Find roles that are unknown, needed and missing, or that assist a role not in the plan."""
    for name in staff:
        if name not in roles():
            fix = nearest(str(name), roles()) or f"Known: {', '.join(roles())}."
            yield Finding(("staff", str(name)), "is not a recognised role.", fix)
    for name, role in roles().items():
        if role.always and name not in staff:
            what = "is missing; every plan has this role."
            fix = f"Add `{name}: {{in_post: null}}` ({role.title})."
            yield Finding(("staff", name), what, fix)
        elif name in staff and role.assists is not None and role.assists.role not in staff:
            other = role.assists.role
            what = f"assists {words.several(roles()[other].title)}, of whom the plan has none."
            yield Finding(("staff", name), what, f"Add {other} under staff, or remove {name}.")


def _of_numbers(place: Path, own: Mapping[str, Any]) -> Iterator[Finding]:
    """Find posts, vacant posts and staff in post that do not agree."""
    known = parts_of(own, dict.fromkeys(("in_post", "posts", "vacant"), Amount | None))
    there, posts, vacant = known["in_post"], known["posts"], known["vacant"]
    if posts is None or vacant is None:
        return
    if vacant > posts:
        what = f"is {vacant:g}, more than the {posts:g} posts."
        yield Finding((*place, "vacant"), what, "Write at most as many as there are posts.")
    elif there is not None and abs(max(posts - there, 0.0) - vacant) > ROUNDING:
        what = (
            f"is {posts:g}, and {there:g} in post with {vacant:g} vacant make {there + vacant:g}."
        )
        yield Finding(
            (*place, "posts"), what, "Correct one of the three, or leave one of them out."
        )


def _of_starters(place: Path, own: Mapping[str, Any]) -> Iterator[Finding]:
    months = [entry["month"] for entry in entries(own.get("starters"), {"month": Month})]
    for index, month in enumerate(months):
        if month is not None and month in months[:index]:
            what = f"{month} is duplicated."
            yield Finding((*place, "starters", index, "month"), what, "Add the numbers up.")


def _span(data: Mapping[str, Any], start: dt.date | None) -> Span | None:
    """Return the first day of the plan and the first after it; None where they do not read."""
    weeks = data.get("horizon_weeks")
    if start is None or not isinstance(weeks, int) or not 0 < weeks <= MOST_WEEKS:
        return None
    try:
        return start, start + dt.timedelta(weeks=weeks)
    except OverflowError:
        return None


def _dated(items: object) -> list[Dated]:
    """Return the entries whose dates read, with their places in the list."""
    if not isinstance(items, Sequence) or isinstance(items, str):
        return []
    dated = []
    for index, item in enumerate(items):
        if not isinstance(item, Mapping):
            continue
        begin, until = item.get("from"), item.get("until")
        first = dt.date.min if begin is None else read(Day, begin)
        last = dt.date.max if until is None else read(Day, until)
        if first is not None and last is not None:
            dated.append(Dated(index, first, last, item))
    return dated


def _of_dates(place: Path, entry: Dated, span: Span | None) -> Iterator[Finding]:
    """Find dates that run backwards, or that lie outside the plan altogether."""
    if entry.until < entry.begin:
        what = f"is {entry.until}, before its from ({entry.begin})."
        yield Finding((*place, "until"), what, f"Write {entry.begin} or later.")
    elif span is not None and entry.until < span[0]:
        what = f"is {entry.until}, before the plan starts."
        yield Finding((*place, "until"), what, f"Write {span[0]} or later, or remove the entry.")
    elif span is not None and entry.begin >= span[1]:
        what = f"is {entry.begin}, past the end of the plan."
        fix = f"Write a day before {span[1]}, or a longer horizon_weeks."
        yield Finding((*place, "from"), what, fix)


def _of_overlaps(place: Path, dated: Iterable[Dated]) -> Iterator[Finding]:
    """Find two limits that apply on one day."""
    in_order = sorted(dated, key=lambda entry: (entry.begin, entry.until))
    for earlier, later in pairwise(in_order):
        if later.begin <= earlier.until:
            what = f"overlaps entry {earlier.place + 1} of the list."
            yield Finding((*place, later.place), what, "End one of them before the other begins.")


def _of_absence(place: Path, own: Mapping[str, Any], span: Span | None) -> Iterator[Finding]:
    """Find more staff away on a day of the plan than are in post at its start."""
    there = _known_in_post(own)
    away = [
        (entry, fte)
        for entry in _dated(own.get("absence"))
        if (fte := read(Positive, entry.fields.get("fte"))) is not None
    ]
    if there is None or span is None or not away:
        return
    days = sorted({max(entry.begin, span[0]) for entry, _ in away if entry.begin < span[1]})
    for day in days:
        fte = sum(number for entry, number in away if entry.begin <= day <= entry.until)
        if fte > there + EXACT:
            what = f"has {fte:g} FTE away on {day}, and {there:g} FTE are in post at the start."
            yield Finding((*place, "absence"), what, "Correct the dates, the FTE away or in_post.")
            return


def _known_in_post(own: Mapping[str, Any]) -> float | None:
    known = parts_of(own, dict.fromkeys(("in_post", "posts", "vacant"), Amount | None))
    if known["in_post"] is None and None not in (known["posts"], known["vacant"]):
        return float(known["posts"] - known["vacant"])
    return None if known["in_post"] is None else float(known["in_post"])
