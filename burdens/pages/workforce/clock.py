"""The statutory clock: when each step of a needs assessment is due, and who holds the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import words
from burdens.pages.figure import Chart, Row, Series

if TYPE_CHECKING:
    import pandas as pd

    from burdens.plans import Plan
    from burdens.problem import Pathway, Problem, Task

NOBODY = "nobody"  # no role has this name
OTHERS = "Others, whose hours are not in this plan"


def clock(plan: Plan) -> Chart:
    """Return the path of a needs assessment as spans of weeks, by who does the work.

    Who holds a step is the role with most hours in it in the plan; a step in which the plan
    counts no hours is with others. Two steps of one span are done side by side, or one of them.
    """
    problem = plan.problem
    pathway = _measured(problem)
    of_pathway = plan.hours[plan.hours["pathway"] == pathway.id]
    most = _most(of_pathway)
    holders = {task.id: most.get(task.id, NOBODY) for task in pathway.tasks}
    starts, weeks = _starts(pathway), problem.bucket_weeks
    rows = [
        Row(
            "",
            _named(problem, pathway, task),
            holders[task.id],
            float((task.due - starts[task.id]) * weeks),
            float(starts[task.id] * weeks),
        )
        for task in pathway.tasks
    ]
    series = [
        Series(role, OTHERS if role == NOBODY else problem.title(role), "bar")
        for role in dict.fromkeys(holders.values())
    ]
    title, summary = _finding(problem, pathway, of_pathway, others=NOBODY in holders.values())
    label = "Weeks since the request"
    return Chart(
        title, summary, rows, series, "category", "Step", label, format="weeks", across=True
    )


def _measured(problem: Problem) -> Pathway:
    """Return the pathway whose timeliness is published; the first where none is."""
    wanted = None if problem.published is None else problem.published.pathway
    named = (one for one in problem.pathways if one.id == wanted)
    return next(named, problem.pathways[0])


def _named(problem: Problem, pathway: Pathway, task: Task) -> str:
    """Return the title of a step, with a word where its limit is no law."""
    return f"{problem.title(f'{pathway.id}.{task.id}')}{'' if task.stage else ' (not law)'}"


def _starts(pathway: Pathway) -> dict[str, int]:
    """Return when each step can begin if those before it end on their last day [buckets].

    A step due on the same day as the one before it shares its span.
    """
    due = {task.id: task.due for task in pathway.tasks}
    starts: dict[str, int] = {}
    for task in pathway.tasks:
        before = [due[name] if due[name] < task.due else starts[name] for name, _ in task.after]
        starts[task.id] = max(before, default=0)
    return starts


def _most(hours: pd.DataFrame) -> dict[str, str]:
    """Return the role that spends most hours on each step that takes any."""
    spent = hours.groupby(["task", "role"])["hours"].sum().sort_values().reset_index()
    return {row["task"]: row["role"] for row in spent.to_dict("records") if row["hours"] > 0}


def _finding(
    problem: Problem, pathway: Pathway, hours: pd.DataFrame, *, others: bool
) -> tuple[str, str]:
    """Return the title and the summary: the limits, and who does how much of the work."""
    weeks = problem.bucket_weeks
    end = max(task.due for task in pathway.tasks) * weeks
    spent = hours.groupby("role", sort=False)["hours"].sum()
    title = f"{problem.title(pathway.id)}: {end} weeks from the request to the end"
    if spent.sum() > 0:
        most = str(spent.idxmax())
        title += f"; {words.share(spent.max() / spent.sum())} of the work is for "
        title += words.several(problem.title(most))
    steps = "; ".join(
        f"{_named(problem, pathway, task)}: by week {task.due * weeks}" for task in pathway.tasks
    )
    shares = [
        f"{words.several(problem.title(str(role)))} {words.share(number / spent.sum())}"
        for role, number in spent.items()
        if number > 0
    ]
    work = f" Hours of this work in the plan: {words.listed(shares)}." if shares else ""
    rest = " A step with others is in the law, and this plan counts no hours for it."
    return title, (
        f"{steps}. Steps of the same weeks are done side by side.{work}{rest if others else ''}"
    )
