"""Which standards a plan keeps, from when, and what it misses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pandas as pd

from burdens.plans.timeliness import FEWEST_CASES, on_time_from
from burdens.problem import Problem
from burdens.words import financial_year

CASES_AT_ONCE = "cases at once"  # what is held does not add up over time


def shortfalls(problem: Problem, cases: pd.DataFrame, caseload: pd.DataFrame) -> pd.DataFrame:
    """Return every standard that is missed, when, and by how much at the most.

    Columns: standard, period (financial year), amount, unit.
    """
    rows = [*_overdue(problem, cases), *_overloaded(caseload)]
    return pd.DataFrame(rows, columns=["standard", "period", "amount", "unit"])


def first_met(
    problem: Problem, cases: pd.DataFrame, caseload: pd.DataFrame
) -> dict[str, date | None]:
    """Return the first date from which each standard is met to the end of the plan; None if never."""
    dates = {
        problem.title(str(pathway)): on_time_from(problem, rows)
        for pathway, rows in cases.groupby("pathway", sort=False)
    }
    rows = caseload.dropna(subset=["standard"])
    if len(rows):
        missed = list(rows["excess_cases"] >= FEWEST_CASES)
        months = [max(month, problem.start) for month in rows["month"]]
        place = len(missed) - missed[::-1].index(True) if True in missed else 0
        dates[caseload_title(rows["standard"].iloc[-1])] = (
            months[place] if place < len(months) else None
        )
    return dates


def caseload_title(standard: float) -> str:
    """Return the name of a caseload standard."""
    return f"Caseload of {standard:,.0f} for each caseworker"


def _overdue(problem: Problem, cases: pd.DataFrame) -> Iterator[tuple[str, str, float, str]]:
    years = cases["week"].map(financial_year)
    for (pathway, year), rows in cases.groupby(["pathway", years], sort=False):
        most = float(rows["overdue_cases"].max())
        if most >= FEWEST_CASES:
            yield (problem.title(str(pathway)), str(year), most, CASES_AT_ONCE)


def _overloaded(caseload: pd.DataFrame) -> Iterator[tuple[str, str, float, str]]:
    years = caseload["month"].map(financial_year)
    for year, rows in caseload.groupby(years, sort=False):
        worst = max(rows.to_dict("records"), key=lambda row: row["excess_cases"])
        if worst["excess_cases"] >= FEWEST_CASES:
            title = caseload_title(worst["standard"])
            yield (title, str(year), float(worst["excess_cases"]), CASES_AT_ONCE)
