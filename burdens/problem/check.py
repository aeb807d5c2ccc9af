"""What pydantic cannot see of a Problem: lengths, names and order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from burdens.errors import Fault

if TYPE_CHECKING:
    from burdens.problem.problem import Pathway, Problem


def faults_of(problem: Problem) -> list[Fault]:
    """Find every inconsistency of a Problem."""
    return [*_of_time(problem), *_of_roles(problem), *_of_caseload(problem), *_of_pathways(problem)]


def _of_time(problem: Problem) -> Iterator[Fault]:
    buckets = problem.weeks // problem.bucket_weeks
    if problem.weeks % problem.bucket_weeks or problem.reported_weeks % problem.bucket_weeks:
        yield Fault("weeks are no whole number of buckets.", "", field="bucket_weeks")
    if len(problem.months) != buckets:
        yield Fault(f"has {len(problem.months)} entries for {buckets} buckets.", "", field="months")
    steps = {later - now for now, later in zip(problem.months, problem.months[1:], strict=False)}
    if problem.months[:1] != (0,) or not steps <= {0, 1}:
        yield Fault("must start at 0 and rise one by one.", "", field="months")
    elif len(problem.years) != problem.months[-1] + 1:
        yield Fault(f"needs {problem.months[-1] + 1} entries, one a month.", "", field="years")
    if problem.discount is not None and len(problem.discount) != buckets:
        yield Fault(f"needs {buckets} entries, one a bucket.", "", field="discount")
    if problem.reported_weeks > problem.weeks:
        yield Fault("is longer than the horizon.", "", field="reported_weeks")


def _of_roles(problem: Problem) -> Iterator[Fault]:
    for name, role in problem.roles.items():
        for field in ("productive", "cost_week", "agency_cap"):
            if len(getattr(role, field)) != problem.buckets:
                yield Fault(
                    f"needs {problem.buckets} entries, one a bucket.",
                    field=f"roles.{name}.{field}",
                )
        if role.relief is not None and len(role.relief) != problem.buckets:
            yield Fault(
                f"needs {problem.buckets} entries, one a bucket.", field=f"roles.{name}.relief"
            )
        if role.hire_cap is not None and len(role.hire_cap) != len(problem.years):
            yield Fault(
                f"needs {len(problem.years)} entries, one a month.", field=f"roles.{name}.hire_cap"
            )


def _of_caseload(problem: Problem) -> Iterator[Fault]:
    caseload = problem.caseload
    if caseload is None:
        return
    if caseload.role not in problem.roles:
        yield Fault(f"names no role of this Problem: {caseload.role}.", field="caseload.role")
    for field in ("cases", "standard"):
        if len(getattr(caseload, field)) != problem.buckets:
            yield Fault(
                f"needs {problem.buckets} entries, one a bucket.", field=f"caseload.{field}"
            )


def _of_pathways(problem: Problem) -> Iterator[Fault]:
    names = [pathway.id for pathway in problem.pathways]
    if len(set(names)) < len(names):
        yield Fault("two pathways have one name.", field="pathways")
    for pathway in problem.pathways:
        place = f"pathways.{pathway.id}"
        if len(pathway.arrivals) != problem.buckets:
            yield Fault(f"needs {problem.buckets} entries.", field=f"{place}.arrivals")
        tasks = list(_of_tasks(problem, pathway, place))
        yield from tasks
        if not tasks:
            yield from _of_opening_and_targets(problem, pathway, place)


def _of_tasks(problem: Problem, pathway: Pathway, place: str) -> Iterator[Fault]:
    known: set[str] = set()
    for task in pathway.tasks:
        if task.id in known:
            yield Fault(f"two tasks are called {task.id}.", field=place)
        for name, _ in task.after:
            if name not in known:
                yield Fault(
                    f"waits for {name}, which is no task before it.",
                    "List tasks after their predecessors.",
                    field=f"{place}.{task.id}.after",
                )
        for role in task.hours:
            if role not in problem.roles:
                yield Fault(f"asks for hours of {role}, who is not here.", field=f"{place}.hours")
        known.add(task.id)


def _of_opening_and_targets(problem: Problem, pathway: Pathway, place: str) -> Iterator[Fault]:
    names = {task.id for task in pathway.tasks}
    for group in pathway.opening:
        if group.task not in names:
            yield Fault(f"waits for {group.task}, which is no task.", field=f"{place}.opening")
    for target in pathway.targets:
        if target.stage > len(pathway.stages):
            yield Fault(f"has no stage {target.stage}.", field=f"{place}.targets")
        if not target.from_ < target.to <= problem.buckets:
            yield Fault(
                f"period {target.from_} to {target.to} is out of order or past the horizon.",
                field=f"{place}.targets",
            )
