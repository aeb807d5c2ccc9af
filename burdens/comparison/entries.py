"""What was chosen or published differently, entry by entry, in words."""

from __future__ import annotations

from collections.abc import Iterator

from burdens.comparison.basis import Difference, Scenarios
from burdens.evidence import typed
from burdens.measures import all_values
from burdens.scenario import Scenario, Staffing, kinds, roles
from burdens.scenario.staff_words import AS_KNOWN, FIELDS, told


def entries_unlike(scenarios: Scenarios) -> list[Difference]:
    """Return the figures, the staff and the replaced values that differ, with what each says."""
    return [one for one in _entries(scenarios) if len(set(one.said.values())) > 1]


def _entries(scenarios: Scenarios) -> Iterator[Difference]:
    for name, kind in kinds().items():
        said = {called: _figure(one, name) for called, one in scenarios.items()}
        yield Difference(f"{kind.title} [{kind.unit.replace('GBP', '£')}]", said)
    for role, fact in roles().items():
        for what, words in FIELDS.items():
            said = {n: _staffing(one.staff.get(role), what) for n, one in scenarios.items()}
            yield Difference(f"{fact.title}: {words}", said)
    for value in dict.fromkeys(o.value for one in scenarios.values() for o in one.overrides):
        fact_of = all_values()[value]
        said = {called: _override(one, value) for called, one in scenarios.items()}
        yield Difference(fact_of.title, said)


def _figure(scenario: Scenario, name: str) -> str:
    number = scenario.figure(name)
    return "not published" if number is None else f"{number:,.10g}"


def _staffing(entry: Staffing | None, what: str) -> str:
    return "not planned" if entry is None else told(entry, what)


def _override(scenario: Scenario, value: str) -> str:
    found = next((one for one in scenario.overrides if one.value == value), None)
    if found is None:
        return AS_KNOWN
    return f"{typed(all_values()[value], found.to)} ({found.reason})"
