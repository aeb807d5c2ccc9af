"""What a reader must know before relying on a burden."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from burdens import words
from burdens.evidence import said, unit
from burdens.measures import all_values, values_of
from burdens.pages.tables import items
from burdens.pages.workforce.obstacles import UNSET
from burdens.scenario import roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burdens.assessment import Assessment

FIRST = 10  # of the unconfirmed assumptions, shown at once
NOUGHT = 0.5  # GBP
NO_CASELOAD = (
    f"<p><strong>{UNSET}</strong>, neither with the measures nor without: the cost is of meeting "
    "the time limits.</p>"
)
NONE_LEFT = "<p>No assumption in use rests on judgement that nobody has confirmed.</p>"


def role_title(role: str) -> str:
    """Name a role of the plan."""
    return roles()[role].title if role in roles() else role


def to_confirm(assessment: Assessment) -> str:
    """Name the assumptions that nobody has confirmed, the widest swing first."""
    named = [*_unconfirmed(assessment)]
    if not named:
        return NONE_LEFT
    first, rest = named[:FIRST], named[FIRST:]
    more = (
        f"<details><summary>Name the other {len(rest)}</summary>{items(rest)}</details>"
        if rest
        else ""
    )
    return (
        f"<p><strong>{len(named)} of {len(assessment.assumptions)} assumptions are "
        "unconfirmed</strong>: judgement (grade D). Confirm one by typing it with a reason in "
        f"section 3. Those that move the cost most come first.</p>{items(first)}{more}"
    )


def to_check(assessment: Assessment) -> str:
    """Write what is assumed, repeated, left out or counted twice."""
    said_of = dict.fromkeys(words for words in assessment.warnings if UNSET not in words)
    caseload = "" if len(said_of) == len(set(assessment.warnings)) else NO_CASELOAD
    return (
        f"{caseload}{items(said_of)}<p>Names with a dot, such as figures.requests, are fields of the scenario "
        "file, which you can download below.</p>"
    )


def _unconfirmed(assessment: Assessment) -> Iterator[str]:
    values = {**all_values(), **values_of(*assessment.measures)}
    for row in assessment.unconfirmed.to_dict("records"):
        swing = abs(float(row["swing_gbp"]))
        moves = (
            f"moves the cost of all years by {words.gbp(swing)}"
            if swing > NOUGHT
            else ("does not move the cost of administration")
        )
        value = values[row["id"]]
        low, high = said(value, row["low"]), said(value, row["high"])
        of = unit(value).removeprefix("%")
        yield f"{row['title']}: from {low} to {high} {of.strip()}".rstrip() + f"; {moves}"


def grant_words(assessment: Assessment) -> str:
    """Say how far a grant goes, year by year; nothing where none is offered."""
    said_of = [
        f"{row['financial_year']}: {words.gbp(row['offer_gbp'])} offered for "
        f"{words.gbp(row['cash_net_gbp'])}, {row['verdict']}; {_per_plan(row['per_plan_gbp'])}"
        for row in assessment.grant.to_dict("records")
        if row["verdict"] != "no offer"
    ]
    return f"<h3>The grant offered</h3>{items(said_of)}" if said_of else ""


def _per_plan(gbp: float) -> str:
    if isnan(gbp):
        return "plans are not known"
    return f"£{abs(gbp):,.0f} a plan {'left over' if gbp >= 0 else 'short'}"
