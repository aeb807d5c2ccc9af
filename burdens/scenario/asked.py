"""What is wrong with the measures and grants that a scenario asks about."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from burdens.facts import nearest
from burdens.measures import measures, wrong_phasing
from burdens.scenario.finding import Finding, Path
from burdens.scenario.parts import entries, parts_of
from burdens.scenario.schema import MOST_WEEKS, Day, Text, Words

Phasing = tuple[float, ...]


def findings_of(data: Mapping[str, Any], start: dt.date | None) -> Iterator[Finding]:
    """Find unknown and repeated measures, dates outside the plan, phasing that does not add up."""
    asked = entries(data.get("measures"), {"measure": Words, "from": Day, "phasing": Phasing})
    times = Counter(entry["measure"] for entry in asked)
    for index, entry in enumerate(asked):
        place: Path = ("measures", index)
        name = entry["measure"]
        if name is not None and name not in measures():
            fix = nearest(name, measures()) or f"Known: {', '.join(measures())}."
            yield Finding((*place, "measure"), f"no measure is called {name}.", fix)
            continue
        if name is not None and times[name] > 1:
            what = f"{name} is switched on {times[name]} times."
            yield Finding((*place, "measure"), what, "Keep one of the entries.")
        if entry["phasing"] is not None and (what := wrong_phasing(entry["phasing"])):
            fix = "Write the share of each year from the start, such as [0.5, 0.5]."
            yield Finding((*place, "phasing"), f"{what}.", fix)
        yield from _of_start(place, entry, data, start)
    yield from _of_grants(data)


def _of_start(
    place: Path, entry: Mapping[str, Any], data: Mapping[str, Any], start: dt.date | None
) -> Iterator[Finding]:
    weeks = data.get("horizon_weeks")
    if start is None or not isinstance(weeks, int) or not 0 < weeks <= MOST_WEEKS:
        return
    if dt.date.max - start <= dt.timedelta(weeks=weeks):
        return
    end, typed = start + dt.timedelta(weeks=weeks), entry["from"]
    if typed is not None and typed < start:
        what = f"is {typed}, before the plan starts."
        yield Finding((*place, "from"), what, f"Write {start} or later.")
    own = measures()[entry["measure"]].start if entry["measure"] is not None else None
    begins = typed or own
    if begins is not None and begins >= end:
        whose = "is" if typed else f"is left out, and {entry['measure']} starts on"
        what = f"{whose} {begins}, past the end of the plan."
        fix = f"Write a day before {end}, or a longer horizon_weeks."
        yield Finding((*place, "from"), what, fix)


def _of_grants(data: Mapping[str, Any]) -> Iterator[Finding]:
    choices = parts_of(data.get("assessment"), {"grant": Any})
    offers = entries(choices["grant"], {"financial_year": Text})
    times = Counter(offer["financial_year"] for offer in offers)
    for index, offer in enumerate(offers):
        year = offer["financial_year"]
        if year is not None and times[year] > 1:
            place = ("assessment", "grant", index, "financial_year")
            yield Finding(place, f"{year} is duplicated.", "Add the offers up.")
