"""What a scenario says, in a few words that can be compared."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from burdens.evidence import said
from burdens.measures import measures as known
from burdens.scenario import CaseloadStandard, ChosenMeasure, Scenario, TimelinessStandard
from burdens.scenario.stages import stage_title


def day(date: dt.date) -> str:
    """Write a date."""
    return f"{date.day} {date:%B %Y}"


def weeks(count: int) -> str:
    """Write a number of weeks."""
    return "1 week" if count == 1 else f"{count} weeks"


def timeliness(scenario: Scenario) -> str:
    """Say what share on time is asked for, and where it is another."""
    asked = [(one, _share(one.on_time)) for one in scenario.standards.timeliness]
    if not asked:
        return "none"
    ((usual, _),) = Counter(share for _, share in asked).most_common(1)
    others = [
        f"{share} at “{stage_title(scenario.start, one.pathway, one.stage)}”{_since(one, scenario)}"
        for one, share in asked
        if share != usual or one.from_ != scenario.start
    ]
    return f"{usual} at {len(asked) - len(others)} stages{''.join(f'; {one}' for one in others)}"


def _share(share: float) -> str:
    return f"{100 * share:.3g}%"


def _since(standard: TimelinessStandard | CaseloadStandard, scenario: Scenario) -> str:
    return f" from {day(standard.from_)}" if standard.from_ != scenario.start else ""


def caseload(scenario: Scenario) -> str:
    """Say what caseload is asked for, and from when."""
    standard = scenario.standards.caseload
    if standard is None:
        return "none"
    return f"{standard.cases_per_caseworker:g} cases a caseworker{_since(standard, scenario)}"


def discount(scenario: Scenario) -> str:
    """Say the real discount rate."""
    return f"{said(scenario.evidence_values()['discount.rate'])} a year"


def measures(scenario: Scenario) -> str:
    """Name the policy measures."""
    return ", ".join(map(_measure, scenario.measures)) or "none"


def _measure(chosen: ChosenMeasure) -> str:
    since = f" from {day(chosen.from_)}" if chosen.from_ else ""
    shares = ", ".join(map(_share, chosen.phasing or ()))
    return f"{known()[chosen.measure].title}{since}{f' ({shares} a year)' if shares else ''}"


def year(scenario: Scenario, name: str) -> str:
    """Say of which year a figure is."""
    entry = scenario.figures.get(name)
    if entry is None or entry.value is None:
        return "not published"
    return str(entry.year) if entry.year else "not stated"
