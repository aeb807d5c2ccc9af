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


def stage_task(pathway: Pathway, stage: int) -> Task:
    """Give the first task of a statutory stage, which names it."""
    due = pathway.stages[stage - 1]
    return next(task for task in pathway.tasks if task.stage and task.due == due)


def stage_title(problem: Problem, pathway: Pathway, stage: int) -> str:
    """Name a stage, such as ``EHC needs assessment: send the final plan (20 weeks)``."""
    task = stage_task(pathway, stage)
    known = pathways(problem.start)
    if pathway.id not in known:
        return f"{pathway.id}: {task.id}"
    law = known[pathway.id]
    step = law.task(task.id)
    limit = f" ({step.weeks} weeks)" if step.weeks else ""
    if step.deadline:
        limit = f" (by {step.deadline[1]} {month_name[step.deadline[0]]})"
    return f"{law.title}: {step.title[0].lower()}{step.title[1:]}{limit}"
