"""Plans side by side in tables, each with the difference from the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import words
from burdens.comparison import ALL
from burdens.comparison.display import SLIGHT, cell, more
from burdens.pages.compare.likeness import why
from burdens.pages.tables import table
from burdens.problem import price_year
from burdens.scenario import roles

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from burdens.comparison import Comparison, Number
    from burdens.plans import Rate

NONE = "none"
NEEDED = "needed to keep up"
POSTS = {
    "catch_up": "needed to catch up, on top",
    "at_start": "in post at the start",
    "at_end": "in post at the end",
    "temporary": "most temporary posts of any month",
    "agency": "most agency staff of any month",
}
OVERDUE = {"overdue_start": "At the start", "overdue_end": "At the end"}


def tables(comparison: Comparison) -> str:
    """Return the numbers side by side, and which of them are not shown."""
    hidden = [one for one in comparison.unlike if one.hides]
    said = f"<p>Not shown, as it cannot be compared:</p>{why(hidden)}" if hidden else ""
    heads = _heads(comparison)
    parts = [
        ("Cases past a time limit", _overdue(comparison)),
        ("Plans issued within 20 weeks, exceptions included, by calendar year", _rates(comparison)),
        ("Posts [full-time equivalents]", _posts(comparison)),
        ("Cases that one caseworker can hold and keep every limit", _caseload(comparison)),
        (f"Cost by financial year, prices of {price_year()}", _costs(comparison)),
    ]
    written = "".join(table(caption, heads, rows) for caption, rows in parts if rows)
    met = _first_met(comparison)
    names = ["", *comparison.scenarios]
    dates = table("From when nothing is past a limit, and a caseload is kept", names, met)
    return f"{said}{written}{dates}"


def _heads(comparison: Comparison) -> list[str]:
    first, *others = comparison.scenarios
    heads = ["", first]
    for name in others:
        heads += [name, f"{name} compared with {first}"]
    return heads


def _row(title: str, comparison: Comparison, line: tuple[str, str, str]) -> list[list[str]]:
    """Return one line of each scenario, with the difference; none where it is not comparable."""
    found = comparison.lines.get(line)
    if not found:
        return []
    first = found.get(comparison.first)
    cells = [title]
    for name in comparison.scenarios:
        one = found.get(name)
        cells.append(cell(one) if one else NONE)
        if name != comparison.first:
            cells.append(_difference(first, one))
    return [cells]


def _difference(first: Number | None, one: Number | None) -> str:
    if first is None or one is None:
        return ""
    less = one.value - first.value
    said = more(less, one.unit)
    if one.unit == "share" or not first.value or abs(less) < SLIGHT[one.unit]:
        return said
    return f"{said} ({'+' if less > 0 else '−'}{100 * abs(less / first.value):.0f}%)"


def _role_names(comparison: Comparison) -> list[str]:
    planned = {role for plan in comparison.plans.values() for role in plan.problem.roles}
    return [role for role in roles() if role in planned]


def _years(comparison: Comparison, number: str) -> list[str]:
    return sorted({period for name, _, period in comparison.lines if name == number})


def _posts(comparison: Comparison) -> list[list[str]]:
    return [
        row
        for role in _role_names(comparison)
        for row in [*_needed(comparison, role), *_of_plan(comparison, role)]
    ]


def _needed(comparison: Comparison, role: str) -> list[list[str]]:
    """Return the posts needed to keep up; year by year where the plans are of other times."""
    title = roles()[role].title
    return _row(f"{title}: {NEEDED}, most of any year", comparison, ("needed", role, ALL)) or [
        row
        for year in _years(comparison, "needed_year")
        for row in _row(f"{title}: {NEEDED}, {year}", comparison, ("needed_year", role, year))
    ]


def _of_plan(comparison: Comparison, role: str) -> list[list[str]]:
    return [
        row
        for number, what in POSTS.items()
        for row in _row(f"{roles()[role].title}: {what}", comparison, (number, role, ALL))
    ]


def _caseload(comparison: Comparison) -> list[list[str]]:
    return _row("Work-based caseload", comparison, ("caseload", ALL, ALL))


def _costs(comparison: Comparison) -> list[list[str]]:
    years = _years(comparison, "cost_year")
    rows = [
        row
        for year in years
        for row in _row(_part(comparison, year), comparison, ("cost_year", ALL, year))
    ]
    rows += _row("The whole plan", comparison, ("cost", ALL, ALL))
    for role in _role_names(comparison):
        title = roles()[role].title
        whole = _row(f"{title}: the whole plan", comparison, ("cost", role, ALL))
        rows += whole or [
            row
            for year in years
            for row in _row(
                f"{title}: {_part(comparison, year)}", comparison, ("cost_year", role, year)
            )
        ]
    return rows


def _part(comparison: Comparison, year: str) -> str:
    """Return a financial year, with its weeks where the plans hold only a part of it."""
    from burdens.plans.sentences import part_year  # noqa: PLC0415  (it brings the solver)

    heads = (plan.headlines for plan in comparison.plans.values())
    return next(part_year(one, year) for one in heads if year in one.weeks)


def _rates(comparison: Comparison) -> list[list[str]]:
    rows = [
        row
        for year in _years(comparison, "on_time")
        for row in _row(f"Planned, {year}", comparison, ("on_time", ALL, year))
    ]
    published = {name: plan.headlines.published for name, plan in comparison.plans.items()}
    if not any(published.values()):
        return rows
    first = published[comparison.first]
    cells = ["Published"]
    for name, rate in published.items():
        cells.append(f"{words.share(rate.share)} ({rate.when})" if rate else "not published")
        if name != comparison.first:
            cells.append(_rate_more(first, rate))
    return [cells, *rows]


def _rate_more(first: Rate | None, rate: Rate | None) -> str:
    """Return how much more one published rate is than another of the same year."""
    if first is None or rate is None or first.when != rate.when:
        return ""
    return more(rate.share - first.share, "share")


def _overdue(comparison: Comparison) -> list[list[str]]:
    return [
        row
        for number, when in OVERDUE.items()
        for row in _row(when, comparison, (number, ALL, ALL))
    ]


def _first_met(comparison: Comparison) -> Iterable[list[str]]:
    names = comparison.scenarios
    return [
        [standard, *(_when(days, name, comparison) for name in names)]
        for standard, days in comparison.first_met.items()
    ]


def _when(days: dict[str, dt.date | None], name: str, comparison: Comparison) -> str:
    if name not in days:
        return "no such standard"
    day = days[name]
    if day is None:
        return "not within the plan"
    if day <= comparison.scenarios[name].start:
        return "from the start"
    return words.day(day)
