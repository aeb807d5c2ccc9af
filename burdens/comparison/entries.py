"""What was chosen or published differently, entry by entry, in words."""

from __future__ import annotations

from collections.abc import Iterator

from burdens.comparison.basis import Difference, Scenarios
from burdens.evidence import typed
from burdens.measures import all_values
from burdens.scenario import Scenario, Staffing, kinds, roles

STAFFING = {
    "in_post": "in post at the start [FTE]",
    "vacant": "funded posts vacant at the start [FTE]",
    "agency": "agency staff at the start [FTE]",
    "pay_salary": "salary [£ a year]",
    "max_hires_a_month": "most appointed in a month [FTE]",
    "agency_share": "most agency work [% of own hours]",
}
EVIDENCE = "as in the evidence"
UNSAID = {"in_post": "estimated", "vacant": "not said", "agency": "none known"}


def entries_unlike(scenarios: Scenarios) -> list[Difference]:
    """List the figures, the staff and the replaced values that differ, with what each says."""
    return [one for one in _entries(scenarios) if len(set(one.said.values())) > 1]


def _entries(scenarios: Scenarios) -> Iterator[Difference]:
    for name, kind in kinds().items():
        said = {called: _figure(one, name) for called, one in scenarios.items()}
        yield Difference(f"{kind.title} [{kind.unit.replace('GBP', '£')}]", said)
    for role, fact in roles().items():
        for what, words in STAFFING.items():
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
    if entry is None:
        return "not planned"
    number = getattr(entry, what)
    if number is None:
        return UNSAID.get(what, EVIDENCE)
    return f"{100 * number:.3g}" if what == "agency_share" else f"{number:,.10g}"


def _override(scenario: Scenario, value: str) -> str:
    found = next((one for one in scenario.overrides if one.value == value), None)
    if found is None:
        return EVIDENCE
    return f"{typed(all_values()[value], found.to)} ({found.reason})"
