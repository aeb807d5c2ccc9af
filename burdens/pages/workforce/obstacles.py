"""What stands in the way, and what a reader must know before relying on a plan."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from burdens import words
from burdens.pages.tables import items
from burdens.problem import values_read
from burdens.programme.explain import AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from burdens.programme import Plan
    from burdens.scenario import Scenario

UNSET = "No caseload standard is set"
NO_CASELOAD = (
    f"<p><strong>{UNSET}.</strong> The plan meets the time limits and puts no ceiling on the "
    "cases that one caseworker holds. There is no national standard: set your own above.</p>"
)
FIELDS = (
    "<p>Names with a dot, such as figures.requests, are fields of the scenario file, which you can "
    "download below.</p>"
)
RANKING = (
    "<p>These pounds add money to policy weights: what the plan counts for a case that is late. "
    "Use them to see what would help most, not in a budget.</p>"
)


def in_the_way(plan: Plan) -> str:
    """Write the standards that are missed, by how much, and what limits the plan."""
    missed = plan.shortfalls.groupby("standard", sort=False)
    short = [_missed(str(standard), rows.to_dict("records")) for standard, rows in missed]
    parts = ["<p>Nothing: every standard you set is met.</p>"]
    if short:
        parts = ["<h3>Standards that are not met</h3>", items(short)]
    if plan.binding:
        parts += ["<h3>What limits the plan</h3>", items(plan.binding), RANKING]
    return "".join(parts)


def _missed(standard: str, rows: list[dict[Any, Any]]) -> str:
    """Say in one line when a standard is missed and by how much in all."""
    amounts = [float(row["amount"]) for row in rows]
    unit = rows[0]["unit"]
    short = f"short by {words.amount(sum(amounts))} {unit}"
    if unit == AT_ONCE:
        short = f"over by up to {words.amount(max(amounts))} {unit}"
    spells = _joined(words.days_of(row["period"]) for row in rows)
    return f"{standard}: {short}, {words.listed([words.months(*spell) for spell in spells])}"


def _joined(periods: Iterable[tuple[dt.date, dt.date]]) -> list[tuple[dt.date, dt.date]]:
    """Join periods that follow one another without a day between."""
    joined: list[tuple[dt.date, dt.date]] = []
    for first, last in sorted(periods):
        if joined and first <= joined[-1][1] + dt.timedelta(days=1):
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def to_check(plan: Plan, scenario: Scenario) -> str:
    """Write the warnings, and name the values the plan read that rest on judgement alone."""
    parts = []
    if scenario.standards.caseload is None:
        parts.append(NO_CASELOAD)
    if said := [warning for warning in dict.fromkeys(plan.warnings) if UNSET not in warning]:
        parts += [items(said), FIELDS]
    return "".join([*parts, _to_confirm(scenario)])


def _to_confirm(scenario: Scenario) -> str:
    """Name the values that the plan read and nobody has confirmed."""
    read = values_read(scenario)
    values = [value for name, value in scenario.evidence_values().items() if name in read]
    unconfirmed = [f"{v.title} ({v.topic.replace('_', ' ')})" for v in values if v.unconfirmed]
    if not unconfirmed:
        return ""
    return (
        f"<p>{len(unconfirmed)} of the {len(values)} values behind this plan rest on judgement, or on "
        "arithmetic made for it (grade D), and stay <strong>unconfirmed</strong> until you put your own "
        "in their place.</p><details><summary>Name the unconfirmed values</summary>"
        f"{items(unconfirmed)}</details>"
    )
