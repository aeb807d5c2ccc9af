"""A comparison as Python shows it: in a notebook, and in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import words
from burdens.comparison.numbers import ALL
from burdens.markup import block, folded, paragraph, table
from burdens.scenario import roles

if TYPE_CHECKING:
    from burdens.comparison.comparison import Comparison
    from burdens.comparison.numbers import Number
    from burdens.comparison.steps import Explanation

WRITE = {
    "fte": words.fte,
    "gbp": words.gbp,
    "share": words.share,
    "cases": words.count,
    "each": words.count,
}
SLIGHT = {
    "fte": 0.05,
    "gbp": 5.0,
    "share": 0.0005,
    "cases": 0.5,
    "each": 0.5,
}  # less than what is written
TITLES = {
    "needed": "posts needed to keep up, most of any year [FTE]",
    "needed_year": "posts needed to keep up [FTE]",
    "catch_up": "posts needed to catch up [FTE]",
    "at_start": "in post at the start [FTE]",
    "at_end": "in post at the end [FTE]",
    "temporary": "most temporary posts [FTE]",
    "agency": "most agency staff [FTE]",
    "cost": "cost of the whole plan",
    "cost_year": "cost",
    "on_time": "plans issued within 20 weeks, exceptions included",
    "overdue_start": "cases past a time limit at the start",
    "overdue_end": "cases past a time limit at the end",
    "caseload": "cases that one caseworker can hold and keep every limit",
}
IMPLIED = "implied, not counted"


def amount(number: float, unit: str) -> str:
    """Return a number in its unit, as words."""
    return WRITE[unit](number)


def cell(number: Number) -> str:
    """Return a number with its range, as words; staff who are not counted are said to be implied."""
    value = amount(number.value, number.unit)
    if number.low is None or number.high is None:
        return value
    span = f"{amount(number.low, number.unit)} to {amount(number.high, number.unit)}"
    if number.number != "at_start":
        return f"{value} ({span})"
    wide = number.high - number.low >= SLIGHT[number.unit]
    return f"{value} ({IMPLIED}: {span})" if wide else f"{value} ({IMPLIED})"


def more(number: float, unit: str) -> str:
    """Return a difference with its sign, such as +12.3; a share in percentage points."""
    if abs(number) < SLIGHT[unit]:
        return "no difference"
    sign = "+" if number > 0 else "−"
    if unit == "share":
        return f"{sign}{100 * abs(number):.1f} points"
    return f"{sign}{amount(abs(number), unit)}"


def html(comparison: Comparison) -> str:
    """Return the numbers side by side, what is not alike, and what explains the difference."""
    names = list(comparison.scenarios)
    alike = "They are planned on the same basis." if not comparison.unlike else ""
    unlike = [(one.what, *(one.said[name] for name in names), one.why) for one in comparison.unlike]
    heads = ["Number", *names, *(f"{name} less {comparison.first}" for name in names[1:])]
    return block(
        _title(comparison),
        paragraph(alike) if alike else "",
        table(
            "What they do not have in common",
            ["What", *names, "What it means"],
            unlike,
            len(names) + 1,
        ),
        table("Numbers that can be compared", heads, _rows(comparison)),
        *(_explained(one) for one in comparison.explanations),
        *(
            folded(f"Before you rely on {name}: {len(plan.warnings)} warnings", plan.warnings)
            for name, plan in comparison.plans.items()
        ),
    )


def text(comparison: Comparison) -> str:
    """Return the same in a few lines."""
    hidden = sum(bool(one.hides) for one in comparison.unlike)
    cost = comparison.lines.get(("cost", ALL, ALL), {}).items()
    lines = [
        _title(comparison),
        *(
            f"{name}: {words.count(plan.headlines.overdue_end)} cases past a limit at its end"
            for name, plan in comparison.plans.items()
        ),
        *(f"{name}: {words.gbp(found.value)} over the plan" for name, found in cost),
        f"not alike: {len(comparison.unlike)} things, {hidden} of which hide numbers, see .unlike",
        f"numbers: {len(comparison.lines)}, see .numbers",
        f"explained: {sum(len(one.steps) for one in comparison.explanations)} steps, see .explanations",
    ]
    return "\n  ".join(lines)


def _title(comparison: Comparison) -> str:
    return f"Comparison of {words.listed(list(comparison.scenarios))}"


def _rows(comparison: Comparison) -> list[list[str]]:
    rows = []
    for (number, role, period), found in comparison.lines.items():
        whose = roles()[role].title if role in roles() else role
        title = ", ".join(part for part in (whose, TITLES[number], period) if part)
        rows.append([title[:1].upper() + title[1:], *_cells(comparison, found)])
    return rows


def _cells(comparison: Comparison, found: dict[str, Number]) -> list[str]:
    """Return one number of each scenario, and how much more each is than the first."""
    first = found.get(comparison.first)
    names = list(comparison.scenarios)
    values = [cell(found[n]) if n in found else "none" for n in names]
    differences = [
        more(found[n].value - first.value, first.unit) if first and n in found else ""
        for n in names[1:]
    ]
    return [*values, *differences]


def _explained(one: Explanation) -> str:
    steps = [*((step.title, step.effects) for step in one.steps), ("Together", one.whole)]
    rows = [
        (
            title,
            more(effects["overdue_end", ALL], "cases"),
            more(effects["needed", ALL], "fte"),
            more(effects["cost", ALL], "gbp"),
        )
        for title, effects in steps
    ]
    heads = ["Step", "Cases past a limit at the end", "Posts to keep up", "Cost of the whole plan"]
    return table(f"From {one.first} to {one.other}, step by step", heads, rows)
