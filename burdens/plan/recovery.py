"""What a date takes: the least temporary posts and hiring that have nothing overdue from it on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from burdens.plan.flow import flows_of
from burdens.plan.live import Answer, LiveModel
from burdens.plan.periods import first_day
from burdens.plan.timeliness import FEWEST_CASES, cases
from burdens.problem import Problem, Role

PLENTY = 1e6  # FTE: more than any council could use


@dataclass(frozen=True)
class RoleRecovery:
    """What a date takes of one role.

    Attributes
    ----------
    temporary
        Most temporary posts [FTE].
    hires_a_month
        Most appointed in a month [FTE].
    """

    temporary: float
    hires_a_month: float


@dataclass(frozen=True)
class Recovery:
    """What a date takes.

    Attributes
    ----------
    by
        The date.
    kept_within_limits
        Whether the user's own limits on hiring and temporary posts keep it.
    overdue_within_limits
        Most cases past a limit on or after the date, within those limits.
    roles
        Least temporary posts and hiring that keep it, by role.
    overdue
        Most cases past a limit on or after the date with as many people as that: those that no
        appointment comes early enough for, as an appointment takes its months.
    """

    by: date
    kept_within_limits: bool
    overdue_within_limits: float
    roles: dict[str, RoleRecovery]
    overdue: float


def recovery(model: LiveModel, answer: Answer) -> Recovery | None:
    """Return what the date asked for takes; None where no date was asked for.

    Before the date lateness has no weight, so that what is found is the least that keeps the date
    and no more.
    """
    problem = answer.programme.problem
    if problem.on_time_by is None:
        return None
    asked = problem.model_copy(update={"counted_from": problem.on_time_by})
    within = model.solve(asked, answer.needs)
    free = model.solve(_without_limits(asked), answer.needs)
    late = _late_from(within)
    return Recovery(
        by=first_day(problem, problem.on_time_by),
        kept_within_limits=late < FEWEST_CASES,
        overdue_within_limits=late,
        roles={name: _of_role(free, name) for name in problem.roles},
        overdue=_late_from(free),
    )


def _without_limits(problem: Problem) -> Problem:
    roles = {name: _unlimited(role) for name, role in problem.roles.items()}
    return problem.model_copy(update={"roles": roles})


def _unlimited(role: Role) -> Role:
    """Return a role with as many appointments and temporary posts as its work could ever use."""
    temporary = (PLENTY,) * len(role.posts or ())
    changes = {"hire_cap": None, "temporary_cap": temporary, "vacancy_weight": 0.0}
    return role.model_copy(update=changes)


def _of_role(answer: Answer, name: str) -> RoleRecovery:
    people, solution = answer.programme.people[name], answer.solution
    return RoleRecovery(
        temporary=float(solution.at(people.temporary).max(initial=0.0)),
        hires_a_month=float(solution.at(people.hires).max(initial=0.0)),
    )


def _late_from(answer: Answer) -> float:
    problem = answer.programme.problem
    late = cases(problem, flows_of(answer.programme, answer.solution))
    start = first_day(problem, problem.counted_from)
    weekly = late[late["week"] >= start].groupby("week")["overdue_cases"].sum()
    return float(weekly.max()) if len(weekly) else 0.0
