"""The statutory clock: when each step of a needs assessment is due, and who holds the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import law, words
from burdens.pages.figure import Chart, Row, Series

if TYPE_CHECKING:
    import pandas as pd

    from burdens.law import Task
    from burdens.pages.workforce.names import Names
    from burdens.programme import Plan

PATHWAY = "needs_assessment"
NOBODY = "nobody"  # no role has this name
OTHERS = "Others, whose hours are not in this plan"


def clock(plan: Plan, names: Names) -> Chart:
    """Show the path of a needs assessment as spans of weeks, by who does the work.

    Who holds a step is the role with most hours in it in the plan; a step in which the plan
    counts no hours is with others. Two steps of one span are done side by side, or one of them.
    """
    tasks = [
        task for task in law.pathways(plan.problem.start)[PATHWAY].tasks if task.weeks is not None
    ]
    most = _most(plan.hours[plan.hours["pathway"] == PATHWAY])
    holders = {task.id: most.get(task.id, NOBODY) for task in tasks}
    starts = _starts(tasks)
    rows = [
        Row("", _named(task), holders[task.id], float(_weeks(task) - start), float(start))
        for task in tasks
        for start in [starts[task.id]]
    ]
    series = [
        Series(role, OTHERS if role == NOBODY else names.role(role), "bar")
        for role in dict.fromkeys(holders.values())
    ]
    title, summary = _about(plan, names, tasks, holders)
    label = "Weeks since the request"
    return Chart(
        title, summary, rows, series, "category", "Step", label, format="weeks", across=True
    )


def _weeks(task: Task) -> int:
    return task.weeks or 0


def _named(task: Task) -> str:
    """Name a step, with the wait that must come before it, and whether its limit is law."""
    wait = max((lag for _, lag in task.after), default=0)
    waits = f", after a wait of {wait} weeks" if wait else ""
    return f"{task.title}{waits}{'' if task.statutory else ' (not law)'}"


def _starts(tasks: list[Task]) -> dict[str, int]:
    """Give the week in which each step can begin when those before it end on their last day.

    A step due on the same day as the one before it shares its span.
    """
    due = {task.id: _weeks(task) for task in tasks}
    starts: dict[str, int] = {}
    for task in tasks:
        before = [
            due[name] if due[name] < due[task.id] else starts[name]
            for name, _ in task.after
            if name in starts
        ]
        starts[task.id] = max(before, default=0)
    return starts


def _most(hours: pd.DataFrame) -> dict[str, str]:
    """Give the role that spends most hours on each step that takes any."""
    spent = hours.groupby(["task", "role"])["hours"].sum().sort_values().reset_index()
    return {row["task"]: row["role"] for row in spent.to_dict("records") if row["hours"] > 0}


def _about(plan: Plan, names: Names, tasks: list[Task], holders: dict[str, str]) -> tuple[str, str]:
    """Say the finding and the summary: the time limit, and who does how much of the work."""
    end = max(_weeks(task) for task in tasks)
    hours = plan.hours[plan.hours["pathway"] == PATHWAY].groupby("role", sort=False)["hours"].sum()
    title = f"A needs assessment must end within {end} weeks of the request"
    if hours.sum() > 0:
        most = str(hours.idxmax())
        title += f"; {words.share(hours.max() / hours.sum())} of its work is for "
        title += words.several(names.role(most))
    steps = "; ".join(f"{_named(task)}: by week {_weeks(task)}" for task in tasks)
    shares = [
        f"{words.several(names.role(str(role)))} {words.share(number / hours.sum())}"
        for role, number in hours.items()
        if number > 0
    ]
    work = f" Hours of this work in the plan: {words.listed(shares)}." if shares else ""
    others = (
        " A step with others is in the law, and this plan counts no hours for it."
        if NOBODY in holders.values()
        else ""
    )
    return title, f"{steps}. Steps of the same weeks are done side by side.{work}{others}"
