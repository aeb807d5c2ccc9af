"""Plans side by side as charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import words
from burdens.comparison import ALL
from burdens.comparison.display import SLIGHT, amount
from burdens.pages.figure import Chart, Row, Series
from burdens.problem import price_year
from burdens.scenario import roles

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.comparison import Comparison


def charts_of(comparison: Comparison) -> dict[str, Chart]:
    """Return the charts that have something to show, in the order of the page."""
    charts = {name: chart(comparison) for name, chart in CHARTS.items()}
    return {name: chart for name, chart in charts.items() if chart.rows}


def posts(comparison: Comparison) -> Chart:
    """Return posts needed and in post, a small chart for each role."""
    series = [
        Series("needed", "Needed to keep up", "bar"),
        Series("at_start", "In post at the start (implied where nobody typed it)", "dot"),
        Series("at_end", "In post at the end", "tick"),
    ]
    rows = [
        Row(roles()[role].title, name, number, found[name].value)
        for (number, role, _), found in comparison.lines.items()
        for name in comparison.scenarios
        if number in {one.id for one in series} and name in found
    ]
    used = {row.series for row in rows}
    words_of = ("needs", "posts needed to keep up, all roles together", "more posts", "fewer posts")
    title, summary = _in_words(comparison, "needed", "fte", words_of)
    kept = [one for one in series if one.id in used]
    label = "Full-time equivalents"
    return Chart(title, summary, rows, kept, "category", "Scenario", label, "fte")


def cost(comparison: Comparison) -> Chart:
    """Return the cost by year and role, a small chart for each scenario."""
    rows = [
        Row(name, year, role, words.rounded(found[name].value))
        for (number, role, year), found in comparison.lines.items()
        for name in comparison.scenarios
        if number == "cost_year" and role != ALL and name in found
    ]
    series = [
        Series(role, fact.title, "bar")
        for role, fact in roles().items()
        if role in {row.series for row in rows}
    ]
    words_of = ("costs", "cost of the years shown", "more", "less")
    title, summary = _in_words(comparison, "cost_year", "gbp", words_of)
    label = f"Pounds a year, {price_year()} prices"
    return Chart(title, summary, rows, series, "category", "Financial year", label, "gbp")


def rate(comparison: Comparison) -> Chart:
    """Return the share of plans issued within 20 weeks, a small chart for each scenario."""
    found = {line: one for line, one in comparison.lines.items() if line[0] == "on_time"}
    rows = [
        Row(name, year, "on_time", numbers[name].value)
        for name in comparison.scenarios
        for (_, _, year), numbers in found.items()
        if name in numbers
    ]
    said = [
        f"{name} "
        + words.listed([f"{words.share(r.value or 0)} in {r.x}" for r in rows if r.panel == name])
        for name in comparison.scenarios
    ]
    worst = min(rows, key=lambda row: row.value or 0, default=None)
    title = "Every scenario issues all plans within 20 weeks"
    if worst is not None and (worst.value or 0) < 1 - SLIGHT["share"]:
        title = (
            f"{worst.panel} issues {words.share(worst.value or 0)} of plans within 20 weeks in "
            f"{worst.x}"
        )
    series = [Series("on_time", "Within 20 weeks", "bar")]
    label, year = "Share within 20 weeks", "Calendar year of issue"
    summary = f"{'; '.join(said)}." if rows else ""
    return Chart(title, summary, rows, series, "category", year, label, "percent")


def late(comparison: Comparison) -> Chart:
    """Return the cases past a limit at the start and at the end of each plan."""
    series = [
        Series("overdue_start", "At the start", "dot"),
        Series("overdue_end", "At the end", "bar"),
    ]
    rows = [
        Row("", name, one.id, found[name].value)
        for one in reversed(series)
        if (found := comparison.lines.get((one.id, ALL, ALL)))
        for name in comparison.scenarios
    ]
    used = {row.series for row in rows}
    ends = {row.x: row.value or 0.0 for row in rows if row.series == "overdue_end"}
    title, summary = "Cases past a time limit at the start", "The end cannot be compared."
    if ends:
        most = max(ends, key=lambda name: ends[name])
        title = "In every scenario nothing is past a time limit at the end"
        if ends[most] >= SLIGHT["cases"]:
            title = f"{most} has {words.count(ends[most])} cases past a time limit at the end"
        said = [f"{name} {words.count(cases)}" for name, cases in ends.items()]
        summary = f"Cases past a time limit at the end: {words.listed(said)}."
    kept = [one for one in series if one.id in used]
    return Chart(title, summary, rows, kept, "category", "Scenario", "Cases", "number")


def _in_words(
    comparison: Comparison, number: str, unit: str, words_of: tuple[str, str, str, str]
) -> tuple[str, str]:
    """Return the widest difference, and the sum over the roles that all scenarios have."""
    verb, what, over, under = words_of
    totals = {
        name: sum(
            found[name].value
            for (one, role, _), found in comparison.lines.items()
            if one == number and role != ALL and len(found) == len(comparison.scenarios)
        )
        for name in comparison.scenarios
    }
    first, *others = totals
    widest = max(others, key=lambda name: abs(totals[name] - totals[first]))
    less = totals[widest] - totals[first]
    title = f"Nothing shown here differs in the {what}"
    if abs(less) >= SLIGHT[unit]:
        size = amount(abs(less), unit)
        title = f"{widest} {verb} {size} {over if less > 0 else under} than {first}"
    if not any(totals.values()):
        return "Staff in post at the start", "Posts needed cannot be compared."
    said = words.listed([f"{name} {amount(total, unit)}" for name, total in totals.items()])
    return title, f"The {what}: {said}."


CHARTS: dict[str, Callable[[Comparison], Chart]] = {
    "late": late,
    "rate": rate,
    "posts": posts,
    "cost": cost,
}
