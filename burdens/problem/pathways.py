"""Pathways of the law as tasks of a Problem: shares, hours, deadlines and order."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from burdens import words
from burdens.problem.problem import Task
from burdens.scenario import roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from burdens import law
    from burdens.problem.demand import Shares
    from burdens.problem.inputs import Inputs


def tasks_by_pathway(
    inputs: Inputs, pathways: Iterable[str], shares: Shares
) -> tuple[dict[str, tuple[Task, ...]], tuple[str, ...]]:
    """Return the tasks of each pathway, and what is left out of them.

    Parameters
    ----------
    pathways
        Ids of the pathways that have cases.
    shares
        What becomes of requests and reviews.

    Returns
    -------
    tasks
        By pathway, each after its predecessors.
    notes
        A sentence on the advice that no role of the plan gives, where there is any.
    """
    tasks = {
        pathway: tasks_of(inputs, pathway, task_shares(inputs, pathway, shares))
        for pathway in pathways
    }
    return tasks, _advice_left_out(inputs)


def _advice_left_out(inputs: Inputs) -> tuple[str, ...]:
    absent = {
        name: role.title
        for name, role in roles().items()
        if role.gives_advice is not None and name not in inputs.scenario.staff
    }
    if not absent:
        return ()
    titles = words.listed([words.several(title) for title in absent.values()])
    note = (
        f"Advice of {titles} is left out, as the plan has none of them. To plan it, add "
        f"{words.listed(list(absent))} under staff."
    )
    return (note,)


def task_shares(inputs: Inputs, pathway: str, shares: Shares) -> dict[str, float]:
    """Return the share of a pathway's cases that need each task.

    It is the product of the shares that the law names for the task and, for advice, the share of
    assessments that need that role's. Advice of a role that the plan leaves out is left out too.
    """
    known = {
        "assessed": shares.assess,
        "issued": shares.issue,
        "not_issued": 1 - shares.issue,
        "amended": shares.amend,
    }
    advice = _advice_shares(inputs)
    return {
        task.id: prod(known[name] if name in known else inputs.value(name) for name in task.share)
        * advice.get(task.id, 1.0)
        for task in inputs.law[pathway].tasks
    }


def _advice_shares(inputs: Inputs) -> dict[str, float]:
    """Return the share of assessments that need each kind of advice, by task."""
    given: dict[str, float] = {}
    for name, role in roles().items():
        advice = role.gives_advice
        if advice is None:
            continue
        if name not in inputs.scenario.staff:
            given[advice.task] = 0.0
        else:
            given[advice.task] = 1.0 if advice.share is None else inputs.value(advice.share)
    return given


def tasks_of(inputs: Inputs, pathway: str, shares: Mapping[str, float]) -> tuple[Task, ...]:
    """Return a pathway's tasks; those that nobody needs or does are passed over.

    Limits are rounded down to whole buckets and lags up, so that a plan in longer buckets is
    never laxer than the law. A statutory clock stays, even where no hours hang on it.
    """
    size = inputs.calendar.bucket_weeks
    hours = {task.id: _hours(inputs, pathway, task.id) for task in inputs.law[pathway].tasks}
    kept = [
        task
        for task in inputs.law[pathway].tasks
        if shares[task.id] > 0 and (task.statutory or hours[task.id])
    ]
    after = kept_order(inputs.law[pathway], {task.id for task in kept})
    return tuple(
        Task(
            id=task.id,
            due=due_weeks(task) // size,
            stage=task.statutory,
            share=shares[task.id],
            after=tuple((name, -(-lag // size)) for name, lag in after[task.id].items()),
            hours=hours[task.id],
        )
        for task in kept
    )


def due_weeks(task: law.Task) -> int:
    """Return a task's limit after the clock's start [weeks].

    For a calendar deadline it is the planning window: such a pathway starts its cases that window
    before the deadline.
    """
    return task.weeks or task.window_weeks or 0


def _hours(inputs: Inputs, pathway: str, task: str) -> dict[str, float]:
    """Return the hours of the plan's roles for one case [h]."""
    hours = {
        role: inputs.value(name)
        for role in inputs.scenario.staff
        if (name := f"hours.{pathway}.{task}.{role}") in inputs.evidence
    }
    for role in inputs.scenario.staff:
        taken = roles()[role].takes_over
        if taken is not None and pathway in taken.pathways and taken.role in hours:
            own = hours[taken.role] * inputs.value(taken.share)
            hours[taken.role] -= own
            hours[role] = hours.get(role, 0.0) + own
    return {role: number for role, number in hours.items() if number > 0}


def kept_order(pathway: law.Pathway, kept: set[str]) -> dict[str, dict[str, int]]:
    """Return each task's kept predecessors [whole weeks of lag], through passed-over ones.

    A predecessor that another one waits for anyway, as long, is left out.
    """
    direct: dict[str, dict[str, int]] = {}
    waits: dict[str, dict[str, int]] = {}
    for task in pathway.tasks:
        before: dict[str, int] = {}
        for name, lag in task.after:
            for step, more in ({name: 0} if name in kept else direct[name]).items():
                before[step] = max(before.get(step, 0), lag + more)
        through: dict[str, int] = {}
        for step, lag in before.items():
            for earlier, more in waits[step].items():
                through[earlier] = max(through.get(earlier, 0), lag + more)
        direct[task.id] = {
            step: lag for step, lag in before.items() if step not in through or through[step] < lag
        }
        waits[task.id] = {
            step: max(before.get(step, 0), through.get(step, 0)) for step in before | through
        }
    return direct
