"""A plan as Python shows it: in a notebook, and in a terminal."""

from __future__ import annotations

import datetime as dt
from math import isnan
from typing import TYPE_CHECKING

from burdens import words
from burdens.markup import block, listed, paragraph, table
from burdens.plans.sentences import answer, help_words, part_year

if TYPE_CHECKING:
    from burdens.plans.plan import Plan

JUDGED = "Values of grade D are judgement, unconfirmed: the scenario that you planned names them."


def html(plan: Plan) -> str:
    """Return the answer, posts, cost, standards, what would help most, and what to know."""
    return block(
        title(plan),
        paragraph(answer(plan)),
        table("Posts [full-time equivalents]", POST_HEADS, post_rows(plan)),
        table("Cost a year: pay with on-costs, agency, recruitment", COST_HEADS, cost_rows(plan)),
        table("Nothing past a limit", ["Standard", "From"], standard_rows(plan), texts=1),
        listed("What would help most", [help_words(one) for one in plan.helps]),
        listed("Before you rely on it", [*plan.warnings, JUDGED]),
        paragraph(_provenance(plan)),
    )


def text(plan: Plan) -> str:
    """Return the same in a few lines."""
    met = list(plan.first_met.values())
    never = sum(day is None for day in met)
    costs = ", ".join(f"{words.gbp(gbp)} in {year}" for year, gbp in plan.headlines.cost.items())
    lines = [
        title(plan),
        answer(plan),
        f"cost: {costs}",
        f"standards: {len(met) - never} of {len(met)} met within the plan, see .first_met",
        f"warnings: {len(plan.warnings)}, see .warnings",
    ]
    return "\n  ".join(lines)


POST_HEADS = [
    "Role",
    "In post at the start",
    "Needed to keep up",
    "Short",
    "In post at the end",
    "Most temporary",
    "Most agency",
]
COST_HEADS = ["Financial year", "Cost", "More than today"]


def post_rows(plan: Plan) -> list[tuple[str, ...]]:
    """Return the posts of each role, as words."""
    return [
        (
            post.title,
            words.fte(post.in_post) + (" (implied)" if post.implied else ""),
            fte(post.needed),
            fte(max(post.short, 0.0)),
            words.fte(post.reached),
            words.fte(post.temporary),
            words.fte(post.agency),
        )
        for post in plan.headlines.posts
    ]


def fte(number: float) -> str:
    """Return full-time equivalents, as words."""
    return "not known" if isnan(number) else words.fte(number)


def cost_rows(plan: Plan) -> list[tuple[str, ...]]:
    """Return the cost of each financial year beside today's, as words."""
    heads = plan.headlines
    return [
        ("Today, a year of the staff in post", words.gbp(heads.today), ""),
        *(
            (part_year(heads, year), words.gbp(gbp), words.gbp(heads.over_today(year)))
            for year, gbp in heads.cost.items()
        ),
    ]


def standard_rows(plan: Plan) -> list[tuple[str, str]]:
    """Return from when each standard is met, as words."""
    return [(name, since(day, plan.problem.start)) for name, day in plan.first_met.items()]


def since(day: dt.date | None, start: dt.date) -> str:
    """Return from when a standard is met, as words."""
    if day is None:
        return "not within this plan"
    return "from the start" if day <= start else f"from {words.day(day)}"


def title(plan: Plan) -> str:
    """Return whom a plan is for, from when and for how long."""
    problem = plan.problem
    return (
        f"Plan for {plan.authority or 'a Problem'}: from {words.day(problem.start)}, "
        f"{problem.reported_weeks} weeks ({plan.status})"
    )


def _provenance(plan: Plan) -> str:
    made = {name: value[:12] for name, value in plan.provenance.items()}
    return f"Made from: {'; '.join(f'{name} {value}' for name, value in made.items())}."
