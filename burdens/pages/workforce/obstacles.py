"""What stands in the way, and what a reader must know before relying on a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import words
from burdens.pages.tables import items
from burdens.problem import values_read

if TYPE_CHECKING:
    import pandas as pd

    from burdens.plans import Plan
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
NOTHING = "<p>Nothing: every standard you set is met.</p>"


def in_the_way(plan: Plan) -> str:
    """Return the standards that are missed, when, and by how much at the most."""
    missed = [
        _missed(str(standard), rows)
        for standard, rows in plan.shortfalls.groupby("standard", sort=False)
    ]
    if not missed:
        return NOTHING
    most = (
        "<p>The most cases past a limit, or above the caseload standard, at any time of a year.</p>"
    )
    return f"<h3>Standards that are not met</h3>{most}{items(missed)}"


def _missed(standard: str, rows: pd.DataFrame) -> str:
    amounts = zip(rows["amount"], rows["period"], strict=True)
    each = [f"{words.amount(amount)} in {period}" for amount, period in amounts]
    return f"{standard}: up to {words.listed(each)}"


def to_check(plan: Plan, scenario: Scenario) -> str:
    """Return the warnings, and the values the plan read that rest on judgement alone."""
    parts = []
    if scenario.standards.caseload is None:
        parts.append(NO_CASELOAD)
    if said := [warning for warning in dict.fromkeys(plan.warnings) if UNSET not in warning]:
        parts += [items(said), FIELDS]
    return "".join([*parts, _to_confirm(scenario)])


def _to_confirm(scenario: Scenario) -> str:
    """Return the values that the plan read and nobody has confirmed."""
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
