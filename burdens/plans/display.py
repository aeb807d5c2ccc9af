"""A plan as Python shows it: in a notebook, and in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import words
from burdens.markup import block, listed, paragraph, table
from burdens.plans.in_words import lists_of, tables_of
from burdens.plans.sentences import answer, part_year

if TYPE_CHECKING:
    from burdens.plans.plan import Plan

JUDGED = "Values of grade D are judgement, unconfirmed: the scenario that you planned names them."


def html(plan: Plan) -> str:
    """Return the answer, the tables of the headlines, what would help most, and what to know."""
    return block(
        title(plan),
        paragraph(answer(plan)),
        *(table(*one) for one in tables_of(plan)),
        *(listed(name, sentences) for name, sentences in lists_of(plan).items()),
        listed("Before you rely on it", [*plan.warnings, JUDGED]),
        paragraph(_provenance(plan)),
    )


def text(plan: Plan) -> str:
    """Return the same in a few lines."""
    met = list(plan.first_met.values())
    never = sum(day is None for day in met)
    heads = plan.headlines
    costs = ", ".join(
        f"{words.gbp(gbp)} in {part_year(heads, year)}" for year, gbp in heads.cost.items()
    )
    lines = [
        title(plan),
        answer(plan),
        f"cost: {costs}",
        f"standards: {len(met) - never} of {len(met)} met within the plan, see .first_met",
        f"warnings: {len(plan.warnings)}, see .warnings",
    ]
    return "\n  ".join(lines)


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
