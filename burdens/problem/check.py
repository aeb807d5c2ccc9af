"""What pydantic cannot see of a Problem: lengths, names and order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from burdens.errors import Fault

if TYPE_CHECKING:
    from burdens.problem.problem import Pathway, Problem

BY_BUCKET = ("productive", "cost_week", "agency_cap", "absent", "relief")
BY_MONTH = ("posts", "temporary_cap", "hire_cap")


def faults_of(problem: Problem) -> list[Fault]:
    """Return every inconsistency of a Problem."""
    return [
        *_of_time(problem),
        *_of_roles(problem),
        *_of_caseload(problem),
        *_of_pathways(problem),
        *_of_published(problem),
    ]


def _of_time(problem: Problem) -> Iterator[Fault]:
    buckets = problem.weeks // problem.bucket_weeks
    if problem.weeks % problem.bucket_weeks or problem.reported_weeks % problem.bucket_weeks:
        yield Fault("weeks are not a whole number of buckets.", "", field="bucket_weeks")
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
        for fields, count, unit in (
            (BY_BUCKET, problem.buckets, "bucket"),
            (BY_MONTH, len(problem.years), "month"),
        ):
            for field in fields:
                series = getattr(role, field)
                if series is not None and len(series) != count:
                    yield Fault(
                        f"needs {count} entries, one a {unit}.", field=f"roles.{name}.{field}"
                    )
        if role.assists is not None and role.assists.role not in set(problem.roles) - {name}:
            yield Fault(
                f"assists {role.assists.role}, which is not another role of this Problem.",
                field=f"roles.{name}.assists",
            )


def _of_caseload(problem: Problem) -> Iterator[Fault]:
    caseload = problem.caseload
    if caseload is None:
        return
    if caseload.role not in problem.roles:
        yield Fault(f"{caseload.role} is not a role of this Problem.", field="caseload.role")
    for field in ("cases", "standard"):
        if len(getattr(caseload, field)) != problem.buckets:
            yield Fault(
                f"needs {problem.buckets} entries, one a bucket.", field=f"caseload.{field}"
            )


def _of_pathways(problem: Problem) -> Iterator[Fault]:
    names = [pathway.id for pathway in problem.pathways]
    for name in {name for name in names if names.count(name) > 1}:
        yield Fault(f"{name} is duplicated.", field="pathways")
    for pathway in problem.pathways:
        place = f"pathways.{pathway.id}"
        for field in ("arrivals", "let_off"):
            series = getattr(pathway, field)
            if series is not None and len(series) != problem.buckets:
                yield Fault(f"needs {problem.buckets} entries.", field=f"{place}.{field}")
        if pathway.let_off is not None and pathway.max_wait is None:
            yield Fault(
                "is missing, and some cases are let off.",
                "Set the limit for the cases let off.",
                field=f"{place}.max_wait",
            )
        yield from _of_tasks(problem, pathway, place)
        yield from _of_opening(pathway, place)


def _of_tasks(problem: Problem, pathway: Pathway, place: str) -> Iterator[Fault]:
    known: set[str] = set()
    for task in pathway.tasks:
        if task.id in known:
            yield Fault(f"task {task.id} is duplicated.", field=place)
        for name, _ in task.after:
            if name not in known:
                yield Fault(
                    f"waits for {name}, which is not a task before it.",
                    "List tasks after their predecessors.",
                    field=f"{place}.{task.id}.after",
                )
        for role in task.hours:
            if role not in problem.roles:
                yield Fault(f"{role} is not a role of this Problem.", field=f"{place}.hours")
        known.add(task.id)


def _of_opening(pathway: Pathway, place: str) -> Iterator[Fault]:
    names = {task.id for task in pathway.tasks}
    for group in pathway.opening:
        if group.task not in names:
            yield Fault(f"{group.task} is not a task of this pathway.", field=f"{place}.opening")


def _of_published(problem: Problem) -> Iterator[Fault]:
    published = problem.published
    tasks = {(pathway.id, task.id) for pathway in problem.pathways for task in pathway.tasks}
    if published is not None and (published.pathway, published.task) not in tasks:
        yield Fault(
            f"{published.pathway}.{published.task} is not a task of this Problem.",
            field="published",
        )
