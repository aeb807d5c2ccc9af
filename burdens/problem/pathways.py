"""Pathways of the law as tasks of a Problem: shares, hours, deadlines and order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.problem.problem import Task

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burdens import law
    from burdens.problem.demand import Shares
    from burdens.problem.inputs import Inputs

ADVICE = {
    "ep_advice": ("ep", None),
    "salt_advice": ("salt", "volumes.share_needing_salt_advice"),
    "ot_advice": ("ot", "volumes.share_needing_ot_advice"),
    "social_care_advice": ("social_worker", "volumes.share_needing_social_care_advice"),
}


def task_shares(inputs: Inputs, pathway: str, shares: Shares) -> dict[str, float]:
    """Give the share of a pathway's cases that need each task; 1 where nothing is said."""
    found = {task.id: 1.0 for task in inputs.law[pathway].tasks}
    if pathway == "needs_assessment":
        found |= _advice(inputs, shares.assess)
        found["no_plan"] = shares.assess * (1 - shares.issue)
        found["draft"] = found["final"] = shares.final
    elif pathway == "reassessment":
        found |= _advice(inputs, 1.0)
    elif pathway == "order_assess":
        found |= {"no_plan": 1 - shares.issue, "final": shares.issue}
    elif pathway == "annual_review":
        found["amend"] = shares.amend
    elif pathway == "appeal":
        found["hearing"] = inputs.value("volumes.appeal_hearing_share")
    return found


def _advice(inputs: Inputs, assess: float) -> dict[str, float]:
    """Give the shares of advice; advice of a role that the plan leaves out is left out too."""
    return {
        task: assess * (1.0 if share is None else inputs.value(share))
        if role in inputs.scenario.staff
        else 0.0
        for task, (role, share) in ADVICE.items()
    }


def tasks_of(inputs: Inputs, pathway: str, shares: Mapping[str, float]) -> tuple[Task, ...]:
    """Build a pathway's tasks; those that nobody needs or does are passed over.

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
    """Give a task's limit after the clock's start; the planning window for a calendar deadline.

    A pathway with a calendar deadline starts its cases that window before the deadline.
    """
    return task.weeks or task.window_weeks or 0


def _hours(inputs: Inputs, pathway: str, task: str) -> dict[str, float]:
    """Give the hours of the plan's roles; a missing manager's mediation falls to caseworkers."""
    roles = inputs.scenario.staff
    found = {
        role: inputs.value(name)
        for role in roles
        if (name := f"hours.{pathway}.{task}.{role}") in inputs.evidence
    }
    if pathway == "mediation" and "send_manager" not in roles:
        manager = inputs.value(f"hours.{pathway}.{task}.send_manager")
        found["caseworker"] = found.get("caseworker", 0.0) + manager
        inputs.note(
            "The plan has no SEND managers: their half of each mediation falls to caseworkers, "
            "and their hours in assessments are left out. Add send_manager under staff to plan them."
        )
    return {role: number for role, number in found.items() if number > 0}


def kept_order(pathway: law.Pathway, kept: set[str]) -> dict[str, dict[str, int]]:
    """Give each task's kept predecessors [whole weeks of lag], straight through passed-over ones.

    A predecessor that another one waits for anyway, as long, is left out.
    """
    direct: dict[str, dict[str, int]] = {}
    waits: dict[str, dict[str, int]] = {}
    for task in pathway.tasks:
        found: dict[str, int] = {}
        for name, lag in task.after:
            for step, more in ({name: 0} if name in kept else direct[name]).items():
                found[step] = max(found.get(step, 0), lag + more)
        through: dict[str, int] = {}
        for step, lag in found.items():
            for earlier, more in waits[step].items():
                through[earlier] = max(through.get(earlier, 0), lag + more)
        direct[task.id] = {
            step: lag for step, lag in found.items() if step not in through or through[step] < lag
        }
        waits[task.id] = {
            step: max(found.get(step, 0), through.get(step, 0)) for step in found | through
        }
    return direct
