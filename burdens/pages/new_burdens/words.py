"""What a reader must know before relying on a burden."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

from burdens import words
from burdens.evidence import said, unit
from burdens.measures import all_values, values_of
from burdens.pages.tables import items
from burdens.pages.workforce.obstacles import UNSET
from burdens.scenario import roles

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from burdens.assessment import Assessment

FIRST = 10  # of the unconfirmed assumptions, shown at once
NO_CASELOAD = (
    f"<p><strong>{UNSET}</strong>, neither with the measures nor without: the cost is of meeting "
    "the time limits.</p>"
)
NONE_LEFT = "<p>No assumption in use rests on judgement that nobody has confirmed.</p>"


def role_title(role: str) -> str:
    """Name a role of the plan."""
    return roles()[role].title if role in roles() else role


def part_year_title(row: Mapping[Hashable, Any]) -> str:
    """Return a part year by its days, such as 27 March 2028 to 31 March 2028 (of 2027-28)."""
    first, last = words.day(row["first_day"]), words.day(row["last_day"])
    return f"{first} to {last} (of {row['financial_year']})"


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
    warnings = dict.fromkeys(assessment.warnings)
    others = [warning for warning in warnings if UNSET not in warning]
    caseload = "" if len(others) == len(warnings) else NO_CASELOAD
    return (
        f"{caseload}{items(others)}<p>Names with a dot, such as figures.requests, are fields of the scenario "
        "file, which you can download below.</p>"
    )


def _unconfirmed(assessment: Assessment) -> Iterator[str]:
    values = {**all_values(), **values_of(*assessment.measures)}
    for row in assessment.unconfirmed.to_dict("records"):
        swing = abs(float(row["swing_gbp"]))
        moves = (
            f"moves the cost of all years by {words.gbp(swing)}"
            if swing > words.HALF_A_POUND
            else ("does not move the cost of administration")
        )
        value = values[row["id"]]
        low, high = said(value, row["low"]), said(value, row["high"])
        of = unit(value).removeprefix("%")
        yield f"{row['title']}: from {low} to {high} {of.strip()}".rstrip() + f"; {moves}"


def grant_words(assessment: Assessment) -> str:
    """Return how far a grant goes, year by year; an empty text where none is offered."""
    offers = [_offer(row) for row in assessment.grant.to_dict("records")]
    listed = [offer for offer in offers if offer]
    return f"<h3>The grant offered</h3>{items(listed)}" if listed else ""


def _offer(row: dict[Hashable, Any]) -> str:
    if row["verdict"] == "no offer":
        return ""
    offered, cost = words.gbp(row["offer_gbp"]), words.gbp(row["cash_net_gbp"])
    per_plan, over = row["per_plan_gbp"], row["verdict"] == "funded"
    each = f"£{abs(per_plan):,.0f} a plan {'left over' if over else 'short'}"
    each = "plans are not known" if isnan(per_plan) else each
    return f"{row['financial_year']}: {offered} offered for {cost}, {row['verdict']}; {each}"
