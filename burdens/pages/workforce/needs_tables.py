"""What is needed of each role: to keep up, to catch up, and the peak; never one number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import words
from burdens.pages.tables import table
from burdens.plans import financial_year

if TYPE_CHECKING:
    from burdens.plans import Plan

ABOUT = (
    "<p>Three numbers, each for itself. <strong>To keep up</strong> is the least level staff that "
    "has every new case on time; it does not depend on who is in post. <strong>To catch "
    "up</strong> is the work left in the cases past a limit at the start, and the staff who would "
    "clear it in the time set, on top. <strong>The peak</strong> is the month that asks for most, "
    "which a level staff works ahead of or behind; in a month in which few are at work, such as "
    "August, it is high.</p>"
)
BY_HAND = (
    "<p>Work divided by hours is plain arithmetic: the hours of the cases that come in a year over "
    "the hours that one full-time equivalent works on cases in it. Check the number to keep up "
    "against it.</p>"
)


def needs_tables(plan: Plan) -> str:
    """Return what is needed of every role, as tables."""
    return "".join([ABOUT, _by_year(plan), BY_HAND, _beside(plan)])


def _by_year(plan: Plan) -> str:
    years = list(dict.fromkeys(year for need in plan.needs.values() for year in need.keep_up))
    rows = []
    for role in plan.problem.roles:
        need, title = plan.needs[role], plan.problem.title(role)
        for words_of, by_year in (
            ("to keep up", need.keep_up),
            ("work divided by hours", need.work_over_hours),
        ):
            numbers = [words.fte(by_year[year]) if year in by_year else "" for year in years]
            rows.append([f"{title}: {words_of}", *numbers])
    heads = ["Role", *(financial_year(year) for year in years)]
    return table("Needed to keep up, by financial year (full-time equivalents)", heads, rows)


def _beside(plan: Plan) -> str:
    rows = []
    for role in plan.problem.roles:
        need = plan.needs[role]
        rows.append(
            [
                plan.problem.title(role),
                words.count(need.catch_up_hours),
                words.fte(need.catch_up_fte),
                words.fte(need.peak),
                words.month(need.peak_month),
            ]
        )
    heads = ["Role", "Catch up: hours", "Catch up: FTE", "Peak: FTE", "Peak month"]
    return table("To catch up, and the peak", heads, rows)
