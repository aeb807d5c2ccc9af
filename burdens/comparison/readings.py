"""What a scenario says, in a few words that can be compared."""

from __future__ import annotations

from collections import Counter

from burdens import words
from burdens.comparison.choices import LIMITS
from burdens.evidence import said
from burdens.measures import measures as known
from burdens.scenario import (
    CaseloadStandard,
    ChosenMeasure,
    Scenario,
    TimelinessStandard,
    roles,
)
from burdens.scenario.staff_words import AS_KNOWN, FIELDS, UNSAID, told
from burdens.scenario.stages import stage_title


def weeks(count: int) -> str:
    """Return a number of weeks."""
    return "1 week" if count == 1 else f"{count} weeks"


def timeliness(scenario: Scenario) -> str:
    """Return what share on time is asked for, and where it is another."""
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
    return f" from {words.day(standard.from_)}" if standard.from_ != scenario.start else ""


def caseload(scenario: Scenario) -> str:
    """Return what caseload is asked for, and from when."""
    standard = scenario.standards.caseload
    if standard is None:
        return "none"
    return f"{standard.cases_per_caseworker:g} cases a caseworker{_since(standard, scenario)}"


def posts(scenario: Scenario) -> str:
    """Return the posts that were typed, by role."""
    typed = [
        f"{words.fte(entry.posts)} {words.several(roles()[role].title)}"
        for role, entry in scenario.staff.items()
        if entry.posts is not None
    ]
    return f"typed: {', '.join(typed)}" if typed else UNSAID["posts"]


def limits(scenario: Scenario) -> str:
    """Return the limits on hiring, temporary posts and agency work that were typed, by role."""
    typed = [
        f"{words.several(roles()[role].title)}, {FIELDS[name]}: {told(entry, name)}"
        for role, entry in scenario.staff.items()
        for name in LIMITS
        if getattr(entry, name) not in (None, ())
    ]
    return "; ".join(typed) or AS_KNOWN


def kept_share(scenario: Scenario) -> str:
    """Return the share of cases whose time limits come first."""
    share = scenario.kept_share
    return "as published" if share is None else _share(share)


def on_time_by(scenario: Scenario) -> str:
    """Return the date by which the backlog is to be cleared."""
    date = scenario.on_time_by
    return "within a year" if date is None else f"by {words.day(date)}"


def discount(scenario: Scenario) -> str:
    """Return the real discount rate."""
    return f"{said(scenario.evidence_values()['discount.rate'])} a year"


def measures(scenario: Scenario) -> str:
    """Return the policy measures."""
    return ", ".join(map(_measure, scenario.measures)) or "none"


def _measure(chosen: ChosenMeasure) -> str:
    since = f" from {words.day(chosen.from_)}" if chosen.from_ else ""
    shares = ", ".join(map(_share, chosen.phasing or ()))
    return f"{known()[chosen.measure].title}{since}{f' ({shares} a year)' if shares else ''}"


def year(scenario: Scenario, name: str) -> str:
    """Return of which year a figure is."""
    entry = scenario.figures.get(name)
    if entry is None or entry.value is None:
        return "not published"
    return str(entry.year) if entry.year else "not stated"
