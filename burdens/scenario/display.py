"""A scenario as Python shows it: in a notebook, and in a terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from burdens import words
from burdens.markup import block, folded, listed, paragraph, table
from burdens.measures import all_values, measures
from burdens.scenario.catalogue import kinds
from burdens.scenario.role import roles
from burdens.scenario.staff_words import FIELDS, told
from burdens.scenario.stages import stage_title

if TYPE_CHECKING:
    from burdens.scenario.scenario import Scenario
    from burdens.scenario.schema import ChosenMeasure, Override
    from burdens.scenario.staffing import Staffing

ESTIMATED = "estimated"
STAFF = {
    "in_post": "In post",
    "posts": "Funded posts",
    "vacant": "Vacant posts",
    "agency": "Agency staff",
    "pay_salary": "Salary a year",
    "max_hires_a_month": "Most hires a month",
    "agency_share": "Most agency work",
}


def html(scenario: Scenario) -> str:
    """Write what was chosen, what is estimated, and what a reader must know."""
    staff = [(_role(role), *_staffing(one)) for role, one in scenario.staff.items()]
    return block(
        _title(scenario),
        paragraph(f"{_about(scenario)} Open cases at the start: {_opening(scenario)}."),
        table("Staff at the start [full-time equivalents]", ["Role", *STAFF.values()], staff),
        listed("More of the staff", _more_of_staff(scenario)),
        table("On-time standards", ["Standard", "On time", "From"], _timeliness(scenario)),
        paragraph(f"Caseload standard: {_caseload(scenario)}."),
        _measures(scenario),
        _overrides(scenario),
        listed("Estimated, as no number is given", _estimated(scenario)),
        listed("Before you rely on it", scenario.warnings),
        _unconfirmed(scenario),
        paragraph(_provenance(scenario)),
    )


def text(scenario: Scenario) -> str:
    """Write the same in a few lines."""
    chosen = [_called(one) for one in scenario.measures]
    replaced = [one.value for one in scenario.overrides]
    estimated = [words.lower(one) for one in _estimated(scenario)]
    lines = [
        _title(scenario),
        f"staff: {'; '.join(_in_post(role, one) for role, one in scenario.staff.items())}",
        f"standards: {len(scenario.standards.timeliness)} on time; caseload {_caseload(scenario)}",
        f"measures: {', '.join(chosen) or 'none'}",
        f"values replaced: {', '.join(replaced) or 'none'}",
        f"estimated: {'; '.join(estimated) or 'nothing'}",
        f"warnings: {len(scenario.warnings)}, see .warnings",
    ]
    return "\n  ".join(lines)


def _title(scenario: Scenario) -> str:
    last = scenario.end - dt.timedelta(days=1)
    named = f"“{scenario.title}”, " if scenario.title else ""
    weeks = words.count(scenario.horizon_weeks)
    return (
        f"Scenario for {scenario.authority.name}: {named}{words.day(scenario.start)} to "
        f"{words.day(last)} ({weeks} weeks)"
    )


def _about(scenario: Scenario) -> str:
    step = "a week" if scenario.bucket_weeks == 1 else f"{scenario.bucket_weeks} weeks"
    return f"In steps of {step}, with {scenario.run_out_weeks} weeks looked ahead past the end."


def _opening(scenario: Scenario) -> str:
    if isinstance(scenario.opening, str):
        return "estimated from the published figures"
    return f"{words.count(sum(one.cases for one in scenario.opening))}, as listed"


def _role(role: str) -> str:
    return roles()[role].title


def _in_post(role: str, one: Staffing) -> str:
    said = ESTIMATED if one.in_post is None else f"{words.fte(one.in_post)} FTE"
    return f"{words.lower(_role(role))} {said}"


def _staffing(one: Staffing) -> tuple[str, ...]:
    """Return the cells of a role, in the order of the table."""
    return tuple(_cell(one, field) for field in STAFF)


def _cell(one: Staffing, field: str) -> str:
    number = getattr(one, field)
    if number is None:
        return told(one, field)
    if field == "pay_salary":
        return words.gbp(number)
    if field == "agency_share":
        return words.share(number)
    return f"{number:,.3g}" if field == "max_hires_a_month" else words.fte(number)


def _more_of_staff(scenario: Scenario) -> list[str]:
    """Return what is said of staff beyond the table, one line a role and field."""
    return [
        f"{_role(role)}: {label}: {told(one, field)}"
        for role, one in scenario.staff.items()
        for field, label in FIELDS.items()
        if field not in STAFF and getattr(one, field) not in (None, ())
    ]


def _timeliness(scenario: Scenario) -> Iterator[tuple[str, ...]]:
    for one in scenario.standards.timeliness:
        title = stage_title(scenario.start, one.pathway, one.stage)
        yield title, words.share(one.on_time), words.day(one.from_)


def _caseload(scenario: Scenario) -> str:
    standard = scenario.standards.caseload
    if standard is None:
        return "none is set"
    return f"{standard.cases_per_caseworker:,g} cases a caseworker from {words.day(standard.from_)}"


def _called(chosen: ChosenMeasure) -> str:
    known = measures().get(chosen.measure)
    return known.title if known else chosen.measure


def _measures(scenario: Scenario) -> str:
    rows = []
    for chosen in scenario.measures:
        known = measures().get(chosen.measure)
        start = chosen.from_ or (known.start if known else None)
        since = words.day(start) if start else "the start"
        shares = chosen.phasing or (known.phasing if known else ())
        phasing = ", ".join(map(words.share, shares))
        rows.append((_called(chosen), since, phasing, known.status if known else "your own"))
    heads = ["Measure", "From", "Phasing by year", "Status"]
    return table("Policy measures", heads, rows, texts=3) or paragraph("Policy measures: none.")


def _overrides(scenario: Scenario) -> str:
    rows = [_override(one) for one in scenario.overrides]
    heads = ["Value", "Reason", "Evidence", "Used here"]
    return table("Values of the evidence replaced", heads, rows, texts=1) or paragraph(
        "Values of the evidence replaced: none."
    )


def _override(one: Override) -> tuple[str, ...]:
    value = all_values()[one.value]
    span = f"{value.central:,.4g} ({value.low:,.4g} to {value.high:,.4g})"
    return f"{value.title} [{value.unit}]", one.reason, span, f"{one.to:,.10g}"


def _estimated(scenario: Scenario) -> list[str]:
    """Name what the plan fills in because no number stands in the scenario."""
    staff = [role for role, one in scenario.staff.items() if one.in_post is None]
    missing = [kind.title for name, kind in kinds().items() if scenario.figure(name) is None]
    found = ["Open cases at the start"] if isinstance(scenario.opening, str) else []
    if staff:
        found.append(f"Staff in post: {words.listed([words.lower(_role(one)) for one in staff])}")
    if missing:
        titles = words.listed([words.lower(title) for title in missing])
        found.append(f"Figures not published, or their work is left out: {titles}")
    return found


def _unconfirmed(scenario: Scenario) -> str:
    known = scenario.evidence_values().values()
    named = [f"{one.title} ({one.id})" for one in known if one.unconfirmed]
    return folded(
        f"{len(named)} of {len(known)} values of the tool are judgement, unconfirmed (grade D)",
        named,
    )


def _provenance(scenario: Scenario) -> str:
    return (
        f"Made from: scenario {scenario.hash[:12]}; DfE release {scenario.authority.release}; "
        f"evidence checked on {words.day(scenario.evidence)}; burdens {scenario.burdens}."
    )
