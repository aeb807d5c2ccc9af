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

COST = ("cost", ALL)


def said(found: Explanation) -> str:
    """Write what explains the difference most, and in which order it was looked at."""
    head = f"<h3>From {escape(found.first)} to {escape(found.other)}</h3>"
    if not found.steps:
        return (
            f"{head}<p>Nothing that a plan uses differs, so there is no step: both make the same "
            "plan.</p>"
        )
    largest = max(found.steps, key=lambda step: abs(step.effects[COST]))
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
        f"{head}<p>“{escape(largest.title)}” makes the largest step in cost: "
        f"<strong>{more(largest.effects[COST], 'gbp')}</strong> of "
        f"{more(found.whole[COST], 'gbp')}.</p>{how}{counted}"
    )


def _figures(found: Explanation) -> str:
    """Write which figures each step changes, to be opened."""
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
    """Write the steps with pounds, and posts by role; the last row is the whole."""
    if not found.steps:
        return ""
    titles = {role: roles()[role].title for role in found.roles}
    heads = ["", "Cost over the plan", *(f"{title}: posts needed" for title in titles.values())]
    every = [(step.title, step.effects) for step in found.steps]
    every.append(("Together", found.whole))
    rows = [
        [
            title,
            more(effects[COST], "gbp"),
            *(more(effects.get(("needed", role), 0.0), "fte") for role in titles),
        ]
        for title, effects in every
    ]
    caption = f"From {found.first} to {found.other}, step by step"
    return f"{table(caption, heads, rows)}{_figures(found)}"


def chart(found: Explanation) -> Chart | None:
    """Show how the steps add up to the difference in cost; None where there is no step."""
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
