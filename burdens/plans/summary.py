"""A plan as one JSON object."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pandas as pd

from burdens.plans.periods import financial_year

if TYPE_CHECKING:
    from datetime import date

    from burdens.plans.needs import RoleNeed
    from burdens.plans.plan import Plan

DIGITS = 9  # significant: below the solver's tolerance lies nothing that is known


def summary_of(plan: Plan) -> dict[str, Any]:
    """Return a plan for JSON, as `burdens plan --json` prints it."""
    found: dict[str, Any] = rounded(
        {
            "status": plan.status,
            "authority": plan.authority,
            "start": plan.problem.start.isoformat(),
            "weeks": plan.problem.reported_weeks,
            "needs": {role: _need(need) for role, need in plan.needs.items()},
            "people": {role: _people(plan, role) for role in plan.problem.roles},
            "on_time": _on_time(plan),
            "overdue": _overdue(plan),
            "weeks_to_issue": _by_start(plan, "quarter", "mean_weeks"),
            "on_time_from": _day(plan.on_time_from),
            "recovery": None
            if plan.recovery is None
            else {**asdict(plan.recovery), "by": plan.recovery.by.isoformat()},
            "first_met": {name: _day(day) for name, day in plan.first_met.items()},
            "work_based_caseload": None
            if plan.work_based_caseload is None
            else plan.work_based_caseload._asdict(),
            "caseload": [
                {**row, "month": row["month"].isoformat()} for row in records(plan.caseload)
            ],
            "helps": [asdict(one) for one in plan.helps],
            "cost_gbp": {**_cost(plan), "today": plan.headlines.today},
            "shortfalls": records(plan.shortfalls),
            "warnings": plan.warnings,
            "provenance": plan.provenance,
            "objective": plan.objective,
        }
    )
    return found


def rounded(value: Any) -> Any:
    """Round every number to what the solver's tolerance lets be known."""
    if isinstance(value, dict):
        return {key: rounded(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(entry) for entry in value]
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}") + 0.0
    return value


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows for JSON: no number is None, never NaN."""
    return [
        {str(name): known(value) for name, value in row.items()} for row in table.to_dict("records")
    ]


def known(value: Any) -> Any:
    """Return a cell of a table for JSON: None where it is missing."""
    return None if pd.isna(value) else value


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _need(need: RoleNeed) -> dict[str, Any]:
    return {
        "keep_up": {financial_year(year): posts for year, posts in need.keep_up.items()},
        "work_over_hours": {
            financial_year(year): posts for year, posts in need.work_over_hours.items()
        },
        "catch_up_hours": need.catch_up_hours,
        "catch_up_fte": need.catch_up_fte,
        "peak": need.peak,
        "peak_month": need.peak_month.isoformat(),
    }


def _people(plan: Plan, name: str) -> dict[str, Any]:
    rows = plan.staffing[plan.staffing["role"] == name]
    months = [month.isoformat() for month in rows["month"]]
    role = plan.problem.roles[name]
    columns = {
        "posts": "posts_fte",
        "in_post": "in_post_fte",
        "temporary": "temporary_fte",
        "agency": "agency_fte",
    }
    by_month: dict[str, Any] = {
        key: dict(zip(months, map(known, rows[column].tolist()), strict=True))
        for key, column in columns.items()
    }
    if role.implied is not None:
        by_month["in_post_implied"] = dict(
            zip(("low", "central", "high"), role.implied, strict=True)
        )
    return by_month


def _on_time(plan: Plan) -> dict[str, Any]:
    published = plan.problem.published
    last = None
    if published is not None and published.on_time is not None:
        last = {"year": published.year, "on_time": published.on_time}
    return {
        "by_calendar_year": _rates(plan, "year"),
        "by_quarter": _rates(plan, "quarter"),
        "last_published": last,
    }


def _rates(plan: Plan, period: str) -> dict[str, Any]:
    rows = plan.on_time[plan.on_time["period"] == period]
    return {
        _name(period, row["start"]): {
            "issued": row["issued_cases"],
            "on_time": row["on_time"],
            "on_time_excluding_exceptions": row["on_time_excluding_exceptions"],
        }
        for row in records(rows)
    }


def _by_start(plan: Plan, period: str, column: str) -> dict[str, Any]:
    rows = plan.on_time[plan.on_time["period"] == period]
    return {_name(period, row["start"]): row[column] for row in records(rows)}


def _name(period: str, start: date) -> str:
    return str(start.year) if period == "year" else f"{start.year} Q{(start.month + 2) // 3}"


def _overdue(plan: Plan) -> dict[str, dict[str, float]]:
    """Return the cases past a limit at the end of each month, by pathway."""
    found: dict[str, dict[str, float]] = {}
    for pathway, rows in plan.cases.groupby("pathway", sort=False):
        months = rows["week"].map(lambda week: week.replace(day=1).isoformat())
        found[str(pathway)] = {
            str(month): float(cases)
            for month, cases in rows.groupby(months)["overdue_cases"].last().items()
        }
    return found


def _cost(plan: Plan) -> dict[str, Any]:
    return {
        str(year): {
            "total": float(rows["gbp"].sum()),
            "by_role": {str(k): float(v) for k, v in rows.groupby("role")["gbp"].sum().items()},
            "by_kind": {str(k): float(v) for k, v in rows.groupby("kind")["gbp"].sum().items()},
        }
        for year, rows in plan.cost.groupby("financial_year", sort=True)
    }
