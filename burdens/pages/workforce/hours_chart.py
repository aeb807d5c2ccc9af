"""The hours of work by month, against the hours that people have."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from typing import TYPE_CHECKING, Any

import pandas as pd

from burdens import words
from burdens.evidence import school_holidays
from burdens.pages.figure import Band, Chart, Row, Series

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from burdens.plans import Plan
    from burdens.problem import Problem

MOST_TASKS = 4  # more patterns than this cannot be told apart
OTHER = "Other tasks"
NEARLY_ALL = 0.995  # of the hours at hand
AT_HAND = ["available_hours", "agency_hours", "assistance_hours"]


def hours(plan: Plan) -> Chart:
    """Return the hours worked by month and task against the hours at hand, by role."""
    rows = []
    for row in plan.capacity.to_dict("records"):
        panel, month = plan.problem.title(row["role"]), row["month"].isoformat()
        rows.append(Row(panel, month, "staff", float(row["available_hours"])))
        rows.append(Row(panel, month, "all", float(sum(row[name] for name in AT_HAND))))
    worked = _worked(plan)
    rows += [
        Row(plan.problem.title(role), month.isoformat(), task, number)
        for (role, task, month), number in worked.items()
    ]
    total: dict[str, float] = defaultdict(float)
    for (_, task, _), number in worked.items():
        total[task] += number
    tasks = sorted(total.keys() - {OTHER}, key=lambda task: (-total[task], task))
    series = [Series(task, task, "bar") for task in [*tasks, OTHER]]
    series.append(Series("staff", "Available from staff in post", "line"))
    series.append(Series("all", "Available with agency and assistants", "dashed"))
    title, summary = _finding(plan)
    label, bands = "Hours a month", _closed(plan)
    return Chart(title, summary, rows, series, "month", "Month", label, bands=bands)


def task_title(problem: Problem, pathway: str, task: str) -> str:
    """Return the title of a task with that of its pathway."""
    return f"{problem.title(pathway)}: {words.lower(problem.title(f'{pathway}.{task}'))}"


def _worked(plan: Plan) -> dict[tuple[str, str, dt.date], float]:
    """Return the hours by role, task and month.

    All but the longest tasks of a role are one, `OTHER`; a task without hours is left out.
    """
    rows = [
        (role, task_title(plan.problem, pathway, task), month, number)
        for role, pathway, task, month, number in plan.hours.itertuples(index=False, name=None)
    ]
    total: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for role, task, _, number in rows:
        total[role][task] += number
    kept = {
        role: nlargest(MOST_TASKS, tasks, key=tasks.__getitem__) for role, tasks in total.items()
    }
    sums: dict[tuple[str, str, dt.date], float] = defaultdict(float)
    for role, task, month, number in rows:
        if total[role][task] > 0:
            sums[role, task if task in kept[role] else OTHER, month] += number
    return sums


def _closed(plan: Plan) -> list[Band]:
    """Return the times in the plan when schools are closed."""
    months = pd.PeriodIndex(plan.capacity["month"], freq="M")
    holidays = school_holidays(months.min().start_time.date(), months.max().end_time.date())
    return [Band(h.first.isoformat(), h.last.isoformat(), "School holidays") for h in holidays]


def _finding(plan: Plan) -> tuple[str, str]:
    """Return the title and the summary: whose hours are all used, and how many there are."""
    columns = ["worked_hours", *AT_HAND, "short_hours"]
    totals = plan.capacity.groupby("role", sort=False)[columns].sum()
    title = "Staff, assistants and agencies together have enough hours for the work"
    full = totals[totals["worked_hours"] > NEARLY_ALL * totals[AT_HAND].sum(axis=1)]
    if not full.empty:
        title = f"Every hour of {_who(plan, full)} is used"
    lacking = totals[totals["short_hours"] >= 1]
    if not lacking.empty:
        title = f"Nobody has the time to supervise newcomers among {_who(plan, lacking)}"
    summary = " ".join(
        _of_role(plan, str(row["role"]), row) for row in totals.reset_index().to_dict("records")
    )
    return title, summary


def _who(plan: Plan, rows: pd.DataFrame) -> str:
    return words.listed([words.several(plan.problem.title(str(role))) for role in rows.index])


def _of_role(plan: Plan, role: str, row: Mapping[Any, Any]) -> str:
    parts = [
        f"{words.count(row['available_hours'])} available from staff",
        f"{words.count(row['agency_hours'])} bought from agencies",
    ]
    if row["assistance_hours"] >= 1:
        parts.append(f"{words.count(row['assistance_hours'])} done by assistants")
    if row["short_hours"] >= 1:
        parts.append(f"{words.count(row['short_hours'])} of supervision that nobody has time for")
    worked = words.count(row["worked_hours"])
    return f"{plan.problem.title(role)}: {worked} hours of work done over the plan; {words.listed(parts)}."
