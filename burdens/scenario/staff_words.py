"""What a scenario says of the staff of a role, field by field, in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from burdens import words

if TYPE_CHECKING:
    from burdens.scenario.staffing import Absence, HiringLimit, Staffing, Starters

FIELDS = {
    "in_post": "in post at the start [FTE]",
    "posts": "funded posts [FTE]",
    "vacant": "funded posts vacant at the start [FTE]",
    "temporary_posts": "most temporary posts [FTE]",
    "agency": "agency staff at the start [FTE]",
    "pay_salary": "salary [£ a year]",
    "max_hires_a_month": "most appointed in a month [FTE]",
    "agency_share": "most agency work [% of own hours]",
    "term_time": "on term-time contracts [% of the team]",
    "lead_months": "from appointment to the first day in post [months]",
    "ramp_months": "until fully productive [months]",
    "hiring": "most appointed in a month between dates [FTE]",
    "starters": "newly trained who can start [FTE a year]",
    "absence": "away between dates [FTE]",
}
UNSAID = {
    "in_post": "estimated",
    "posts": "as needed",
    "vacant": "not said",
    "temporary_posts": "as many as catching up needs",
    "agency": "none known",
    "term_time": "none",
    "hiring": "none",
    "starters": "none",
    "absence": "none",
}
AS_KNOWN = "as in the evidence"
SHARES = ("agency_share", "term_time")


def told(staffing: Staffing, field: str) -> str:
    """Return what a scenario says under a field of a role, or what stands in where nothing is."""
    value = getattr(staffing, field)
    if value is None or value == ():
        return UNSAID.get(field, AS_KNOWN)
    if field == "hiring":
        return "; ".join(map(_limit, value))
    if field == "starters":
        return "; ".join(map(_starters, value))
    if field == "absence":
        return "; ".join(map(_absence, value))
    return f"{100 * value:.3g}" if field in SHARES else f"{value:,.10g}"


def _limit(limit: HiringLimit) -> str:
    return f"{limit.a_month:,.10g} {_between(limit.from_, limit.until)}"


def _starters(starters: Starters) -> str:
    return f"{starters.fte:,.10g} each {starters.month.capitalize()}"


def _absence(absence: Absence) -> str:
    why = f" ({absence.why})" if absence.why else ""
    return f"{absence.fte:,.10g} {_between(absence.from_, absence.until)}{why}"


def _between(begin: dt.date | None, until: dt.date | None) -> str:
    first = "from the start" if begin is None else f"from {words.day(begin)}"
    return f"{first} to the end" if until is None else f"{first} to {words.day(until)}"
