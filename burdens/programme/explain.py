"""What stands in the way of a plan, and what would help most, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from burdens.law import pathways
from burdens.problem import Problem
from burdens.programme.prices import Price
from burdens.programme.standards import role_title, stage_tasks, stage_title

NEGLIGIBLE_SHARE = 0.0005  # of a period's cases: half of what a table shows as 0.1 %
NEGLIGIBLE_CASES = 0.5
MOST_SENTENCES = 8
AT_ONCE = "cases at once"  # the unit of a standard on what is held, which does not add up over time


def binding(problem: Problem, prices: list[Price]) -> list[str]:
    """Say what limits the plan and what one unit more of it would save, dearest first."""
    said = [sentence for price in prices if (sentence := _sentence(problem, price))]
    return said[:MOST_SENTENCES]


def _sentence(problem: Problem, price: Price) -> str | None:
    said = None
    match price.of:
        case ("hires", str(role)) if price.until:
            most = max(problem.roles[role].hire_cap or (0.0,))
            said = (
                f"{role_title(role)}: no more than {most:.2g} FTE can be appointed a month, and "
                f"that binds until {_month(price.until)}. One more a month would {_worth(price)}."
            )
        case ("agency", str(role)) if price.until:
            said = (
                f"{role_title(role)}: agency work is bought up to its limit until "
                f"{_month(price.until)}. One more hour a week would {_worth(price)}."
            )
        case ("in_post", str(role)) if price.change < 0:
            said = (
                f"{role_title(role)}: one more FTE in post at the start would {_worth(price)}, "
                "pay included."
            )
        case ("cases", str(pathway)) if price.change > 0:
            known = pathways(problem.start)
            title = known[pathway].title if pathway in known else pathway
            said = f"{title}: one more case every week would {_worth(price)}."
        case ("caseload",):
            said = f"A caseload standard one case higher would {_worth(price)}."
        case ("timeliness", str(pathway), int(stage)):
            chosen = next(one for one in problem.pathways if one.id == pathway)
            title = stage_title(problem, chosen, stage)
            said = f"{title}: a target one percentage point lower would {_worth(price)}."
    return said


def _worth(price: Price) -> str:
    change = "save" if price.change < 0 else "cost"
    pounds = _pounds(abs(price.change))
    return f"{change} {pounds} over the plan, money and policy weights together"


def _pounds(amount: float) -> str:
    """Write pounds no more exactly than they are known."""
    if amount >= 999_500:
        return f"£{amount / 1e6:,.1f} million"
    return f"£{round(amount, -3):,.0f}" if amount >= 500 else "less than £1,000"


def _month(day: date) -> str:
    return f"{day:%B %Y}"


def shortfalls(problem: Problem, timeliness: Any, caseload: Any, capacity: Any) -> list[Any]:
    """Name every standard that is missed, when, and by how much."""
    return [
        *_late(problem, timeliness),
        *_overloaded(caseload),
        *_without_capacity(capacity),
    ]


def _late(problem: Problem, timeliness: Any) -> Iterator[dict[str, Any]]:
    titles = _stage_titles(problem)
    for row in timeliness.to_dict("records"):
        if _is_missed(row):
            yield {
                "standard": titles[row["pathway"], row["stage"]],
                "period": f"{row['period_start']} to {row['period_end']}",
                "amount": row["short_cases"],
                "unit": "cases",
            }


def _overloaded(caseload: Any) -> Iterator[dict[str, Any]]:
    for row in caseload.to_dict("records"):
        if row["excess_cases"] > NEGLIGIBLE_CASES:
            yield {
                "standard": _caseload_title(row),
                "period": _month(row["month"]),
                "amount": row["excess_cases"],
                "unit": AT_ONCE,
            }


def _without_capacity(capacity: Any) -> Iterator[dict[str, Any]]:
    for row in capacity.to_dict("records"):
        if row["short_hours"] > NEGLIGIBLE_CASES:
            yield {
                "standard": f"{role_title(row['role'])}: hours for work that cannot wait",
                "period": _month(row["month"]),
                "amount": row["short_hours"],
                "unit": "hours",
            }


def first_met(problem: Problem, timeliness: Any, caseload: Any) -> dict[str, date | None]:
    """Give the first date from which each standard is met to the end of the plan; None if never."""
    found: dict[str, date | None] = {}
    titles = _stage_titles(problem)
    for (pathway, stage), rows in timeliness.groupby(["pathway", "stage"], sort=False):
        ordered = rows.sort_values("period_start").to_dict("records")
        periods = [(row["period_start"], _is_missed(row)) for row in ordered]
        found[titles[pathway, stage]] = _since(periods)
    rows = caseload.dropna(subset=["standard"]).to_dict("records")
    if rows:
        found[_caseload_title(rows[-1])] = _since(
            [(max(r["month"], problem.start), r["excess_cases"] > NEGLIGIBLE_CASES) for r in rows]
        )
    return found


def _caseload_title(row: dict[str, Any]) -> str:
    return f"Caseload of {row['standard']:,.0f} for each caseworker"


def _is_missed(row: dict[str, Any]) -> bool:
    return bool(row["short_cases"] > NEGLIGIBLE_SHARE * row["cohort_cases"])


def _since(periods: list[tuple[date, bool]]) -> date | None:
    """Give the start of the last unbroken run of periods in which a standard is met."""
    start = None
    for first, missed in reversed(periods):
        if missed:
            break
        start = first
    return start


def _stage_titles(problem: Problem) -> dict[tuple[str, str], str]:
    return {
        (pathway.id, stage_tasks(pathway, stage)[0].id): stage_title(problem, pathway, stage)
        for pathway in problem.pathways
        for stage in range(1, len(pathway.stages) + 1)
    }
