"""A plan in sentences: the answer, and what would help most."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from burdens import words
from burdens.plans.periods import WHOLE_YEAR_WEEKS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burdens.plans.caseloads import Span
    from burdens.plans.headlines import Headlines, Posts
    from burdens.plans.levers import Help
    from burdens.plans.plan import Plan
    from burdens.plans.recovery import Recovery

SLIGHT = 0.05  # FTE, less than what is written
SLIGHT_GBP = 5.0  # a year, less than what is written


def answer(plan: Plan) -> str:
    """Return the answer of a plan: what is needed, what it comes to, and what it costs."""
    heads = plan.headlines
    return " ".join([_needed(plan, heads), _reached(plan, heads), _costs(heads)])


def _needed(plan: Plan, heads: Headlines) -> str:
    there = words.listed([_there(post) for post in heads.posts])
    name = plan.authority or "the authority"
    if any(isnan(post.needed) for post in heads.posts):
        return f"No number of posts keeps every limit of {name}; it has {there}."
    needed = words.listed([_posts(post, post.needed) for post in heads.posts])
    return f"To keep every limit {name} needs {needed}; it has {there}."


def _there(post: Posts) -> str:
    """Return who is in post; where that is implied, the same sentence says so."""
    there = _posts(post, post.in_post)
    if post.implied is None:
        return there
    low, _, high = post.implied
    ends = words.fte(low), words.fte(high)
    likely = "" if ends[0] == ends[1] else f"; likely {ends[0]} to {ends[1]}"
    return f"about {there} (implied by published figures, not counted{likely})"


def _posts(post: Posts, number: float) -> str:
    return f"{words.fte(number)} {words.several(post.title)}"


def _reached(plan: Plan, heads: Headlines) -> str:
    if heads.on_time_from is not None:
        when = heads.on_time_from
        since = "from the start" if when <= plan.problem.start else f"from {words.day(when)}"
        return f"With the people it can hire, nothing is past a limit {since}."
    end = words.month(plan.cases["week"].max())
    return (
        f"With the people it can hire, {words.count(heads.overdue_end)} children will still wait "
        f"past a limit in {end}; {words.count(heads.overdue_start)} do at the start."
    )


def work_based(span: Span) -> str:
    """Return the work-based caseload with its range, as a sentence."""
    return (
        f"One caseworker can hold {words.count(span.central)} plans and live assessments and keep "
        f"every limit (likely {words.count(span.low)} to {words.count(span.high)})."
    )


def recovery_words(found: Recovery, titles: Mapping[str, str]) -> str:
    """Return what the date asked for takes, as sentences."""
    by = words.day(found.by)
    if found.kept_within_limits:
        return f"Nothing is past a limit from {by} on, within the limits on hiring."
    late = (
        f"Within the limits on hiring up to {words.count(found.overdue_within_limits)} cases are "
        f"past a limit on {by} or later."
    )
    if found.temporary is None:
        return f"{late} No number of temporary posts keeps that date: choose a later one."
    posts = [
        f"{words.fte(number)} temporary {words.several(titles.get(name, name))}"
        for name, number in found.temporary.items()
        if number > SLIGHT
    ]
    more = f" and {words.listed(posts)} until then" if posts else ""
    return f"{late} Keeping it takes every post filled as soon as people can start{more}."


def _costs(heads: Headlines) -> str:
    year = heads.settled_year
    more = heads.over_today(year)
    change = f"{words.gbp(abs(more))} {'more' if more >= 0 else 'less'} than today"
    return f"That costs {words.gbp(heads.cost[year])} in {part_year(heads, year)}, {change}."


def part_year(heads: Headlines, year: str) -> str:
    """Return a financial year, with its weeks where only a part of it lies in the plan."""
    weeks = heads.weeks[year]
    return year if weeks >= WHOLE_YEAR_WEEKS else f"{year} ({weeks} weeks)"


def help_words(help_: Help) -> str:
    """Return what one change would do, as a sentence."""
    parts = []
    if abs(help_.cases) >= 0.5:
        fewer = "fewer" if help_.cases > 0 else "more"
        parts.append(f"{words.count(abs(help_.cases))} {fewer} children past a limit at the end")
    if help_.weeks is not None and abs(help_.weeks) >= 0.5:
        sooner = "sooner" if help_.weeks > 0 else "later"
        parts.append(f"plans issued {words.number(round(abs(help_.weeks), 1))} weeks {sooner}")
    more = "more" if help_.gbp >= 0 else "less"
    same = abs(help_.gbp) < SLIGHT_GBP
    parts.append("at the same cost" if same else f"{words.gbp(abs(help_.gbp))} a year {more}")
    return f"{help_.what}: {'; '.join(parts)}."
