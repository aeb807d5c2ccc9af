"""A plan as Python shows it: in a notebook, and in a terminal."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from burdens import words
from burdens.markup import block, listed, paragraph, table
from burdens.programme.explain import AT_ONCE
from burdens.programme.standards import role_title

if TYPE_CHECKING:
    import pandas as pd

    from burdens.programme.plan import Plan

ALL = "All roles"
RANKING = "These pounds add money to policy weights: they rank, and are not a budget."
JUDGED = "Values of grade D are judgement, unconfirmed: the scenario that you planned names them."
TOTAL = "total"


def html(plan: Plan) -> str:
    """Write posts, cost, when each standard is met, what limits the plan, and what to know."""
    limits = [*plan.binding, RANKING] if plan.binding else []
    return block(
        _title(plan),
        table("Posts [full-time equivalents]", _heads(), _posts(plan)),
        paragraph("Needed is the highest financial year's."),
        table("Cost a year: pay with on-costs, agency, recruitment", *_cost(plan)),
        _standards(plan),
        listed("What limits the plan", limits),
        listed("Before you rely on it", [*plan.warnings, JUDGED]),
        paragraph(_provenance(plan)),
    )


def text(plan: Plan) -> str:
    """Write the same in a few lines."""
    met = list(plan.first_met.values())
    never = sum(day is None for day in met)
    yearly = plan.summary()["cost_gbp"].items()
    lines = [
        _title(plan),
        *(
            f"{name}: {needed} FTE needed, {now} in post, {end} at the end"
            for name, needed, now, _, end in _posts(plan)
        ),
        f"cost: {', '.join(f'{words.gbp(found[TOTAL])} in {year}' for year, found in yearly)}",
        f"standards: {len(met) - never} of {len(met)} met within the plan, see .first_met",
        f"warnings: {len(plan.warnings)}, see .warnings",
    ]
    return "\n  ".join(lines)


def since(day: dt.date | None, start: dt.date) -> str:
    """Say from when a standard is met."""
    if day is None:
        return "not within this plan"
    return "from the start" if day <= start else f"from {words.day(day)}"


def _title(plan: Plan) -> str:
    problem = plan.problem
    return (
        f"Plan for {plan.authority or 'a Problem'}: from {words.day(problem.start)}, "
        f"{problem.reported_weeks} weeks ({plan.status})"
    )


def _heads() -> list[str]:
    return ["Role", "Needed", "In post at the start", "More needed", "In post at the end"]


def _posts(plan: Plan) -> list[tuple[str, ...]]:
    rows = []
    for role, found in plan.summary()["fte"].items():
        needed, now = found["needed_peak"], found["in_post"]
        numbers = (needed, now, max(needed - now, 0.0), found["end"])
        rows.append((role_title(role), *map(words.fte, numbers)))
    return rows


def _cost(plan: Plan) -> tuple[list[str], list[list[str]]]:
    """Give the heads and the rows of the cost by financial year and role."""
    roles = list(plan.problem.roles)
    rows = [
        [
            year,
            *(words.gbp(found["by_role"].get(role, 0.0)) for role in roles),
            words.gbp(found[TOTAL]),
        ]
        for year, found in plan.summary()["cost_gbp"].items()
    ]
    return ["Financial year", *map(role_title, roles), ALL], rows


def _standards(plan: Plan) -> str:
    missed = {
        str(standard): f"{words.amount(_all_of(rows['amount'], str(unit)))} {unit}"
        for (standard, unit), rows in plan.shortfalls.groupby(["standard", "unit"], sort=False)
    }
    rows = [
        (standard, since(day, plan.problem.start), missed.pop(standard, "nothing"))
        for standard, day in plan.first_met.items()
    ]
    rows += [(standard, "", short) for standard, short in missed.items()]
    return table("Standards", ["Standard", "Met", "Missed by"], rows, texts=1)


def _all_of(amounts: pd.Series[float], unit: str) -> float:
    """Add up what is missed; what is held at once does not add up over time."""
    return float(amounts.max() if unit == AT_ONCE else amounts.sum())


def _provenance(plan: Plan) -> str:
    made = {name: said[:12] for name, said in plan.provenance.items()}
    return f"Made from: {'; '.join(f'{name} {said}' for name, said in made.items())}."
