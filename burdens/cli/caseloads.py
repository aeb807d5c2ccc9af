"""What each caseload standard takes, in the terminal and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burdens import words
from burdens.cli.grid import Grid
from burdens.plans import settled_calendar_year, summary
from burdens.plans.sentences import work_based

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import Console

    from burdens.plans import Plan

CHOSEN = " (yours)"


def data_of(plan: Plan, line: pd.DataFrame) -> dict[str, Any]:
    """Return the line and what stands on it as one object for JSON."""
    span = plan.work_based_caseload
    answer: dict[str, Any] = summary.rounded(
        {
            "authority": plan.authority,
            "start": plan.problem.start.isoformat(),
            "financial_year": plan.headlines.settled_year,
            "calendar_year": settled_calendar_year(plan.problem),
            "standard": next(iter(line[line["chosen"]]["standard"]), None),
            "work_based_caseload": None if span is None else span._asdict(),
            "line": summary.records(line),
            "warnings": plan.warnings,
            "provenance": plan.provenance,
        }
    )
    return answer


def show(console: Console, plan: Plan, line: pd.DataFrame) -> None:
    """Write the line, with the standard chosen marked on it, and the work-based caseload."""
    console.print(f"What a caseload standard takes in {plan.authority}", style="bold", markup=False)
    if plan.work_based_caseload is not None:
        console.print(work_based(plan.work_based_caseload), markup=False)
    if not line["chosen"].any():
        console.print("No standard is set in this scenario.", markup=False)
    year, calendar = plan.headlines.settled_year, settled_calendar_year(plan.problem)
    heads = [
        "Cases for each",
        f"Posts that keep up, {year}",
        "In post at the end",
        f"Cost, {year}",
        f"On time, {calendar}",
        "Cases past a limit at the end",
    ]
    rows = [
        (
            f"{words.number(row['standard'])}{CHOSEN if row['chosen'] else ''}",
            words.fte(row["posts_fte"]),
            words.fte(row["in_post_fte"]),
            words.gbp(row["cost_gbp"]),
            words.share(row["on_time"]),
            words.count(row["overdue_cases"]),
        )
        for row in line.to_dict("records")
    ]
    console.print(Grid("Caseload standards", heads, rows))
