"""Plans side by side in tables, each with the difference from the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import words
from burdens.comparison import ALL
from burdens.comparison.display import SLIGHT, amount, more
from burdens.pages.compare.likeness import why
from burdens.pages.tables import table
from burdens.pages.workforce import headlines
from burdens.problem import price_year
from burdens.scenario import roles

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from burdens.comparison import Comparison, Number

NONE = "none"
POSTS = {"needed": "needed", "at_start": "in post at the start", "at_end": "in post at the end"}
OVERDUE = {"overdue_start": "At the start", "overdue_end": "At the end"}


def tables(comparison: Comparison) -> str:
    """Write the numbers side by side, and say which of them are not shown."""
    hidden = [one for one in comparison.unlike if one.hides]
    said = f"<p>Not shown, as it cannot be compared:</p>{why(hidden)}" if hidden else ""
    heads = _heads(comparison)
    parts = [
        ("Posts [full-time equivalents]", _posts(comparison)),
        (f"Cost, prices of {price_year()}", _costs(comparison)),
        ("New plans within 20 weeks, exceptions left out", _rates(comparison)),
        ("Cases past a time limit", _overdue(comparison)),
    ]
    written = "".join(table(caption, heads, rows) for caption, rows in parts if rows)
    met = _first_met(comparison)
    names = ["", *comparison.scenarios]
    dates = table("When each standard is first met", names, met) if met else ""
    return f"{said}{written}{dates}"


def _heads(comparison: Comparison) -> list[str]:
    first, *others = comparison.scenarios
    heads = ["", first]
    for name in others:
        heads += [name, f"{name} compared with {first}"]
    return heads


def _row(title: str, comparison: Comparison, line: tuple[str, str, str]) -> list[list[str]]:
    """Write one line in each scenario, with the difference; none where it is not comparable."""
    found = comparison.lines.get(line)
    if not found:
        return []
    first = found.get(comparison.first)
    cells = [title]
    for name in comparison.scenarios:
        one = found.get(name)
        cells.append(amount(one.value, one.unit) if one else NONE)
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
        for number, what in POSTS.items()
        for row in _row(f"{roles()[role].title}: {what}", comparison, (number, role, ALL))
    ]


def _costs(comparison: Comparison) -> list[list[str]]:
    years = _years(comparison, "cost_year")
    rows = [row for year in years for row in _row(year, comparison, ("cost_year", ALL, year))]
    rows += _row("The whole plan", comparison, ("cost", ALL, ALL))
    for role in _role_names(comparison):
        title = roles()[role].title
        whole = _row(f"{title}: the whole plan", comparison, ("cost", role, ALL))
        rows += whole or [
            row
            for year in years
            for row in _row(f"{title}: {year}", comparison, ("cost_year", role, year))
        ]
    return rows


def _rates(comparison: Comparison) -> list[list[str]]:
    rows = [
        row
        for year in _years(comparison, "on_time")
        for row in _row(f"Planned, asked for in {year}", comparison, ("on_time", ALL, year))
    ]
    published = {name: headlines.published_rate(one) for name, one in comparison.scenarios.items()}
    if not any(published.values()):
        return rows
    cells = ["Published"]
    for name, rate in published.items():
        cells.append(f"{words.share(rate.share)} ({rate.when})" if rate else "not published")
        if name != comparison.first:
            first = published[comparison.first]
            same = first and rate and first.when == rate.when
            cells.append(more(rate.share - first.share, "share") if same else "")  # type: ignore[union-attr]
    return [cells, *rows]


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
