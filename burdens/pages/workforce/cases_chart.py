"""Open cases by week, and those past a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from burdens import words
from burdens.pages.figure import Chart, Row, Series

if TYPE_CHECKING:
    from burdens.plans import Plan

FEWEST = 0.5  # cases, less than what is written

SERIES = [
    Series("open", "Open cases", "line"),
    Series("overdue", "Of them past a legal limit", "area"),
    Series("overdue_year", "Past it by a year or more", "area"),
]
COLUMNS = {
    "open": "open_cases",
    "overdue": "overdue_cases",
    "overdue_year": "overdue_52_weeks_cases",
}
# Shown only of a pathway that is ever past a limit for so long.
ONLY_WHERE = {"overdue_year": "overdue_52_weeks_cases"}


def cases(plan: Plan) -> Chart:
    """Return open cases by week and pathway, and those past a limit."""
    counts = ["open_cases", "overdue_cases", "overdue_52_weeks_cases"]
    most = plan.cases.groupby("pathway", sort=False)[counts].max()
    busy = plan.cases["pathway"].isin(most.index[most["open_cases"] >= FEWEST])
    table = plan.cases[busy]
    where = {one: set(most.index[most[count] >= FEWEST]) for one, count in ONLY_WHERE.items()}
    rows = [
        Row(
            plan.problem.title(row["pathway"]),
            row["week"].isoformat(),
            series,
            float(row[column]),
        )
        for row in table.to_dict("records")
        for series, column in COLUMNS.items()
        if series not in where or row["pathway"] in where[series]
    ]
    overdue = table.groupby("week", sort=True)["overdue_cases"].sum()
    summary = " ".join(_of_pathway(plan, str(name), rows) for name, rows in _by_pathway(table))
    return Chart(_title(overdue), summary, rows, SERIES, "week", "Week beginning", "Cases")


def _by_pathway(table: pd.DataFrame) -> list[tuple[object, pd.DataFrame]]:
    return list(table.groupby("pathway", sort=False))


def _title(overdue: pd.Series[float]) -> str:
    if overdue.max() < FEWEST:
        return "No case is past a limit at any time in this plan"
    if overdue.iloc[-1] < FEWEST:
        return f"No case is past a limit after {words.month(overdue[overdue >= FEWEST].index[-1])}"
    return f"At the end of the plan {words.count(overdue.iloc[-1])} cases are past a limit"


def _of_pathway(plan: Plan, name: str, rows: pd.DataFrame) -> str:
    start, end = rows.iloc[0], rows.iloc[-1]
    longest = rows["overdue_52_weeks_cases"].max()
    year = f", at most {words.count(longest)} by a year or more" if longest >= FEWEST else ""
    return (
        f"{plan.problem.title(name)}: {words.count(start['open_cases'])} open at the start, "
        f"{words.count(end['open_cases'])} at the end; {words.count(start['overdue_cases'])} past a "
        f"limit at the start, {words.count(end['overdue_cases'])} at the end{year}."
    )
