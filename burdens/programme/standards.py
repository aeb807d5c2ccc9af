"""How a plan names its roles, tasks and standards for people."""

from __future__ import annotations

from calendar import month_name

from burdens.law import pathways
from burdens.problem import Pathway, Problem, Task
from burdens.scenario import roles


def role_title(role: str) -> str:
    """Give the title of a role; its id where the law of another place uses it."""
    known = roles()
    return known[role].title if role in known else role


def stage_tasks(pathway: Pathway, stage: int) -> list[Task]:
    """Give the tasks of a statutory stage; the first of them names it in tables."""
    due = pathway.stages[stage - 1]
    return [task for task in pathway.tasks if task.stage and task.due == due]


def stage_title(problem: Problem, pathway: Pathway, stage: int) -> str:
    """Name a stage, such as ``EHC needs assessment: send the final plan (20 weeks)``."""
    tasks = stage_tasks(pathway, stage)
    known = pathways(problem.start)
    if pathway.id not in known:
        return f"{pathway.id}: {tasks[0].id}"
    law = known[pathway.id]
    step = law.task(tasks[0].id)
    limit = f" ({step.weeks} weeks)" if step.weeks else ""
    if step.deadline:
        limit = f" (by {step.deadline[1]} {month_name[step.deadline[0]]})"
    titles = [law.task(task.id).title for task in tasks]
    words = ", ".join(f"{title[0].lower()}{title[1:]}" for title in titles)
    return f"{law.title}: {words}{limit}"
