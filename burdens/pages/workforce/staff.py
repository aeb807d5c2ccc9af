"""The staff of the workforce page: the table, and what a plan uses where a cell is left empty."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from burdens import evidence, words
from burdens.evidence import said
from burdens.pages.assumption import GRADES
from burdens.pages.staff_grid import StaffGrid
from burdens.scenario import roles

if TYPE_CHECKING:
    from burdens.evidence import Value
    from burdens.plans import Plan
    from burdens.problem import Role

HINT = (
    "Full-time equivalents (FTE), for this statutory work only. Leave a cell empty where you do "
    "not know. You can paste cells from a spreadsheet."
)
MEANINGS = {
    "In post": "Left empty, an estimate is used; the plan says which. A role that is left out while "
    "empty joins the plan once this is typed: 0 where its work counts but nobody is in post.",
    "Vacant": "Funded posts that nobody holds. The answer sets them beside the posts that are "
    "needed, so that you see how many posts you would have to add.",
    "Agency": "Agency staff you use now. The plan may go on using as many, unless you type the most "
    "agency work.",
    "Most you can appoint in a month": "Left empty, the most is worked out from how fast teams "
    "have grown.",
    "Most agency work": "As a share of the hours of your own staff.",
}


def staff_grid() -> StaffGrid:
    """Return the table of staff, with what its columns mean."""
    return StaffGrid(
        hint=HINT,
        more_label="What the columns mean, and what is used where a cell is empty",
        more=_meanings() + _defaults(),
    )


def tell(grid: StaffGrid, plan: Plan | None) -> None:
    """Show beside the empty cells what a plan has used in their place; None forgets it."""
    of_plan = {} if plan is None else plan.problem.roles
    names = {f"staff.{role}.in_post": numbers for role, numbers in of_plan.items()}
    grid.used = {name: _used(role) for name, role in names.items() if not grid.text(name)}


def _used(role: Role) -> str:
    number = words.fte(role.staff0)
    if role.implied is None:
        return f"The plan below used {number} in post, an estimate."
    low, _, high = role.implied
    return (
        f"The plan below used {number} in post, implied by published figures; likely "
        f"{words.fte(low)} to {words.fte(high)}."
    )


def _meanings() -> str:
    entries = "".join(
        f"<p><strong>{escape(name)}</strong>: {escape(meaning)}</p>"
        for name, meaning in MEANINGS.items()
    )
    return f"{entries}<p>Where a cell is left empty:</p>"


def _defaults() -> str:
    values = evidence.read()
    entries = []
    for role, fact in roles().items():
        growth = values[f"recruitment.{role}.growth_cap_year"]
        agency = values[f"recruitment.{role}.agency_cap_share"]
        words_of = (
            f"{words.several_title(fact.title)}: the team grows by at most {said(growth)} a year "
            f"({_source(growth)}); agency work is at most {said(agency)} of the hours of your own "
            f"staff ({_source(agency)})."
        )
        entries.append(f"<li>{escape(words_of)}</li>")
    return f"<ul>{''.join(entries)}</ul>"


def _source(value: Value) -> str:
    return f"{value.source.title}; grade {value.grade}: {GRADES[value.grade]}"
