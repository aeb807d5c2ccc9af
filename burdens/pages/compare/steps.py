"""What explains the difference between two plans, step by step."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from burdens import words
from burdens.comparison import ALL
from burdens.comparison.display import SLIGHT, more
from burdens.pages.figure import Chart, Row, Series
from burdens.pages.tables import table
from burdens.problem import price_year
from burdens.scenario import kinds, roles

if TYPE_CHECKING:
    from burdens.comparison import Explanation

COST, LATE = ("cost", ALL), ("overdue_end", ALL)


def said(found: Explanation) -> str:
    """Return what explains the difference most, and in which order it was looked at."""
    head = f"<h3>From {escape(found.first)} to {escape(found.other)}</h3>"
    if not found.steps:
        return (
            f"{head}<p>Nothing that a plan uses differs, so there is no step: both make the same "
            "plan.</p>"
        )
    order = "; ".join(words.lower(step.title) for step in found.steps)
    one = len(found.steps) == 1
    how = (
        "<p>Only this differs, so it is the whole difference.</p>"
        if one
        else f"<p>{len(found.steps)} things differ. They were changed one after another, in this "
        f"order: {escape(order)}. Then they were changed once more in the opposite order, as a "
        "step is smaller or larger by what was changed before it. After each change the plan was "
        "worked out again. Each step below is the mean of both, and together they are the whole "
        "difference. Each number is rounded by itself.</p>"
    )
    counted = "" if found.every_role else f"<p>{escape(_counted(found))}</p>"
    return (
        f"{head}<p>{_largest(found, LATE, 'cases', 'cases past a limit at the end')}</p>"
        f"<p>{_largest(found, COST, 'gbp', 'cost')}</p>{how}{counted}"
    )


def _largest(found: Explanation, key: tuple[str, str], unit: str, what: str) -> str:
    """Return which step changes a number most, as a sentence."""
    if all(abs(step.effects[key]) < SLIGHT[unit] for step in found.steps):
        return f"No step makes a difference in {what}."
    largest = max(found.steps, key=lambda step: abs(step.effects[key]))
    return (
        f"“{escape(largest.title)}” makes the largest step in {what}: "
        f"<strong>{more(largest.effects[key], unit)}</strong>; together they make "
        f"{more(found.whole[key], unit)}."
    )


def _figures(found: Explanation) -> str:
    """Return which figures each step changes, to be opened."""
    rows = [
        [step.title, words.listed([words.lower(kinds()[name].title) for name in step.figures])]
        for step in found.steps
        if step.figures
    ]
    if not rows:
        return ""
    which = table("Figures that each step changes", ["Step", "Figures"], rows)
    return f"<details><summary>Figures that each step changes</summary>{which}</details>"


def steps_table(found: Explanation) -> str:
    """Return the steps with cases, pounds, and posts by role; the last row is the whole."""
    if not found.steps:
        return ""
    titles = {role: roles()[role].title for role in found.roles}
    heads = [
        "",
        "Cases past a limit at the end",
        "Cost over the plan",
        *(f"{title}: posts to keep up" for title in titles.values()),
    ]
    every = [(step.title, step.effects) for step in found.steps]
    every.append(("Together", found.whole))
    rows = [
        [
            title,
            more(effects[LATE], "cases"),
            more(effects[COST], "gbp"),
            *(more(effects.get(("needed", role), 0.0), "fte") for role in titles),
        ]
        for title, effects in every
    ]
    caption = f"From {found.first} to {found.other}, step by step"
    return f"{table(caption, heads, rows)}{_figures(found)}"


def chart(found: Explanation) -> Chart | None:
    """Return how the steps add up to the difference in cost; None where there is no step."""
    if not found.steps:
        return None
    rows = [
        Row(
            "",
            step.title,
            "more" if step.effects[COST] >= 0 else "less",
            words.rounded(step.effects[COST]),
        )
        for step in found.steps
    ]
    rows.append(Row("", "Together", "whole", words.rounded(found.whole[COST])))
    series = [
        Series("more", "Costs more", "step"),
        Series("less", "Costs less", "step"),
        Series("whole", "The whole difference", "bar"),
    ]
    used = {row.series for row in rows}
    kept = [one for one in series if one.id in used]
    each = [f"{step.title} {more(step.effects[COST], 'gbp')}" for step in found.steps]
    label = f"Pounds over the plan, {price_year()} prices"
    return Chart(
        _whole(found).removesuffix("."),
        f"{'; '.join(each)}. Together {more(found.whole[COST], 'gbp')}.",
        rows,
        kept,
        "category",
        "What differs",
        label,
        "gbp",
        across=True,
    )


def _whole(found: Explanation) -> str:
    gbp = found.whole[COST]
    if abs(gbp) < SLIGHT["gbp"]:
        return f"{found.other} and {found.first} cost the same over the plan."
    than = "more" if gbp > 0 else "less"
    return f"{found.other} costs {words.gbp(abs(gbp))} {than} than {found.first} over the plan."


def _counted(found: Explanation) -> str:
    names = words.listed([words.lower(roles()[role].title) for role in found.roles])
    return f"Counted are the roles that both plan: {names}."
