"""What a reader of a plan must know about the scenario it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import evidence
from burdens.measures import all_values
from burdens.scenario import catalogue
from burdens.scenario.doubts import of_ending, of_jumps
from burdens.scenario.versions import changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burdens.scenario.catalogue import Kind
    from burdens.scenario.scenario import Scenario

OBSERVED = "caseload.observed."


def warnings_of(scenario: Scenario) -> Iterator[str]:
    """Yield what is missing, old, or outside the evidence, one sentence a thing."""
    yield from changes(scenario.burdens, scenario.evidence)
    yield from of_ending(scenario)
    if scenario.standards.caseload is None:
        yield no_caseload_standard()
    yield from _missing(scenario)
    yield from _old(scenario)
    yield from of_jumps(scenario)
    yield from _zero(scenario)
    yield from _outside(scenario)


def no_caseload_standard() -> str:
    """Return that no caseload standard is set, and what has been observed."""
    seen = [value for name, value in evidence.read().items() if name.startswith(OBSERVED)]
    observed = ""
    if seen:
        low, high = min(v.low for v in seen), max(v.high for v in seen)
        observed = f"; observed caseloads run from {low:g} to {high:g} cases per caseworker"
    return (
        f"No caseload standard is set: there is no national one{observed}. To set one, type it "
        "with --caseload or under standards.caseload."
    )


def _missing(scenario: Scenario) -> Iterator[str]:
    absent = [k for k in catalogue.kinds().values() if scenario.figure(k.name) is None]
    for kind in absent:
        if kind.needed:
            entry = scenario.figures.get(kind.name)
            why = f" ({entry.source})" if entry and entry.source else ""
            yield (
                f"Missing: {kind.title[0].lower()}{kind.title[1:]}{why}. Type the number "
                f"[{kind.unit} {_period(kind)}] under figures.{kind.name}."
            )
    if unpublished := [kind for kind in absent if not kind.published]:
        names = ", ".join(f"figures.{kind.name}" for kind in unpublished)
        yield f"Published nowhere, so left out of the plan unless you type them in: {names}."


def _period(kind: Kind) -> str:
    return {
        "calendar": "in a calendar year",
        "january": "in January",
        "financial": "in a financial year",
    }[kind.year]


def _old(scenario: Scenario) -> Iterator[str]:
    kinds = catalogue.kinds()
    dated = {
        name: entry.year
        for name, entry in scenario.figures.items()
        if entry.value is not None and entry.year is not None
    }
    newest: dict[str, int] = {}
    for name, year in dated.items():
        newest[kinds[name].year] = max(year, newest.get(kinds[name].year, year))
    for name, year in dated.items():
        if year < newest[kinds[name].year]:
            yield (
                f"{kinds[name].title}: the newest number is of {year}, while other figures are "
                f"of {newest[kinds[name].year]}. If you have a newer one, type it under "
                f"figures.{name}."
            )


def _zero(scenario: Scenario) -> Iterator[str]:
    for name, kind in catalogue.kinds().items():
        if kind.unit == "GBP" and scenario.figure(name) == 0:
            yield (
                f"{kind.title} is reported as zero, which mostly means that it is on "
                f"another line: type in the staff in post, or the spending under figures.{name}."
            )


def _outside(scenario: Scenario) -> Iterator[str]:
    for override in scenario.overrides:
        value = all_values()[override.value]
        if not value.low <= override.to <= value.high:
            yield (
                f"{value.title} ({value.id}) is set to {override.to:g} {value.unit}, outside "
                f"the evidence of {value.low:g} to {value.high:g}: {override.reason}"
            )
