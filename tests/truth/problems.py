"""Small Problems written by hand, and ways to change one."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import settings

from burdens.problem import Pathway, Problem, Role, Task, Waiting

MONDAY = date(2027, 4, 5)
FORBIDDEN = 1e5  # a weight no plan can want to pay


def by_chance(examples: int) -> settings:
    """Draw so many examples, the same ones on every run and without a folder of its own."""
    return settings(max_examples=examples, deadline=None, derandomize=True, database=None)


def by_bucket(value: float, buckets: int) -> tuple[float, ...]:
    """Repeat a number for every bucket."""
    return (float(value),) * buckets


def a_role(buckets: int, **fields: Any) -> Role:
    """Return a role nobody of which is in post, that costs nothing and works 1 h a bucket."""
    plain = {
        "productive": by_bucket(1, buckets),
        "staff0": 0.0,
        "cost_week": by_bucket(0, buckets),
        "agency_cap": by_bucket(0, buckets),
        "shortfall_weight": FORBIDDEN,
    }
    return Role(**{**plain, **fields})


def a_fixed_role(hours: tuple[float, ...], **fields: Any) -> Role:
    """Return a role with these hours by bucket, from one member of staff whom nobody joins."""
    none = by_bucket(0, len(hours))
    return a_role(len(hours), **{"productive": hours, "staff0": 1.0, "hire_cap": none, **fields})


def a_single_task(  # noqa: PLR0913  # a pathway has this many numbers
    arrivals: tuple[float, ...],
    due: int,
    hours: float,
    opening: tuple[Waiting, ...] = (),
    name: str = "one",
    *,
    overdue: tuple[tuple[int, float], ...] = ((0, FORBIDDEN),),
    **fields: Any,
) -> Pathway:
    """Return a pathway of one statutory task, in which lateness is forbidden."""
    task = Task(id="task", due=due, stage=True, share=1.0, hours={"ep": hours})
    return Pathway(
        id=name, arrivals=arrivals, opening=opening, tasks=(task,), overdue=overdue, **fields
    )


def a_small_problem(
    pathways: tuple[Pathway, ...], role: Role, others: dict[str, Role] | None = None, **fields: Any
) -> Problem:
    """Return a Problem of one role, with one month to a bucket unless told otherwise."""
    buckets = len(role.productive)
    months = fields.pop("months", tuple(range(buckets)))
    return Problem(
        weeks=buckets,
        reported_weeks=buckets,
        bucket_weeks=1,
        start=MONDAY,
        months=months,
        years=fields.pop("years", (2027,) * (months[-1] + 1)),
        roles={"ep": role, **(others or {})},
        pathways=pathways,
        **fields,
    )


def with_pathway(problem: Problem, number: int, **fields: Any) -> Problem:
    """Replace fields of one pathway."""
    changed = Pathway.model_validate({**dict(problem.pathways[number]), **fields})
    pathways = (*problem.pathways[:number], changed, *problem.pathways[number + 1 :])
    return problem.changed(pathways=pathways)


def with_every_pathway(problem: Problem, **fields: Any) -> Problem:
    """Replace fields of every pathway."""
    for number in range(len(problem.pathways)):
        problem = with_pathway(problem, number, **fields)
    return problem


def with_every_role(problem: Problem, **fields: Any) -> Problem:
    """Replace fields of every role."""
    roles = {
        name: Role.model_validate({**dict(role), **fields}) for name, role in problem.roles.items()
    }
    return problem.changed(roles=roles)


def with_overdue_times(problem: Problem, factor: float) -> Problem:
    """Multiply the weights of lateness."""
    for number, pathway in enumerate(problem.pathways):
        overdue = tuple((age, factor * weight) for age, weight in pathway.overdue)
        problem = with_pathway(problem, number, overdue=overdue)
    return problem


def without_money(problem: Problem) -> Problem:
    """Return a Problem whose objective is its weighted overdue cases and nothing else."""
    free = {"hire_cost": 0, "temporary_cost": 0, "agency_cost": 0, "vacancy_weight": 0}
    free = {**free, "cost_week": by_bucket(0, problem.buckets), "shortfall_weight": 0}
    return with_every_role(with_every_pathway(problem, open_weight=0), **free).changed(
        caseload=None
    )
