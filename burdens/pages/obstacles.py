"""What stands in the way, and what a reader must know before relying on a plan."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from burdens.pages.tables import items

if TYPE_CHECKING:
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


def in_the_way(plan: Plan) -> str:
    """Write the standards that are missed, by how much, and what limits the plan."""
    short = [
        f"{row.standard}, {row.period}: short by {row.amount:,.1f} {row.unit}"
        for row in plan.shortfalls.itertuples()
    ]
    parts = ["<p>Nothing: every standard you set is met.</p>"]
    if short:
        parts = ["<h3>Standards that are not met</h3>", items(short)]
    if plan.binding:
        parts += ["<h3>What limits the plan</h3>", items(plan.binding)]
    return "".join(parts)


def to_check(plan: Plan, scenario: Scenario) -> str:
    """Write the warnings, and name the values that rest on judgement alone."""
    parts = []
    if scenario.standards.caseload is None:
        parts.append(NO_CASELOAD)
    if said := [words for words in dict.fromkeys(plan.warnings) if UNSET not in words]:
        parts += [items(said), FIELDS]
    unconfirmed = [v.title for v in scenario.evidence_values().values() if v.unconfirmed]
    if unconfirmed:
        parts.append(
            f"<p>{len(unconfirmed)} values in the tool have no published source: they are "
            "judgement (grade D) and stay <strong>unconfirmed</strong> until you put your own in "
            "their place.</p><details><summary>Name the unconfirmed values</summary>"
            f"{items(unconfirmed)}</details>"
        )
    return "".join(parts)


def provenance(plan: Plan, scenario: Scenario) -> str:
    """Write what the plan was made from, so that it can be made again."""
    facts = {
        "Scenario": scenario.hash[:12],
        "Tool version": scenario.burdens,
        "Evidence checked on": scenario.evidence.isoformat(),
        **{str(name): str(value) for name, value in plan.provenance.items()},
    }
    said = "; ".join(f"{escape(name)}: {escape(value)}" for name, value in facts.items())
    return f"<p>{said}.</p>"
