"""What a date takes: the least temporary posts that have nothing overdue from it on.

Posts that keep up are taken as filled as soon as an appointment allows. Temporary posts come on top
of them, in the proportion that the backlog asks of each role, level from the start to the date.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from burdens.plans.flow import flows_of
from burdens.plans.live import Answer, LiveModel
from burdens.plans.periods import first_day
from burdens.plans.timeliness import FEWEST_CASES, cases
from burdens.problem import Problem

MOST_TIMES = 16  # of the posts that the backlog's hours come to
CLOSE = 0.02  # of the posts found


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
    temporary
        Least temporary posts that keep it without limits on hiring [FTE], by role: none where it
        is kept within them; None where no number keeps it, as an appointment takes its months.
    """

    by: date
    kept_within_limits: bool
    overdue_within_limits: float
    temporary: dict[str, float] | None


def recovery(model: LiveModel, answer: Answer) -> Recovery | None:
    """Return what the date asked for takes; None where no date was asked for."""
    problem = answer.programme.problem
    if problem.on_time_by is None:
        return None
    asked = problem.model_copy(update={"counted_from": problem.on_time_by})
    within = model.solve(asked, answer.needs, after=answer)
    late = _late_from(within)
    return Recovery(
        by=first_day(problem, problem.on_time_by),
        kept_within_limits=late < FEWEST_CASES,
        overdue_within_limits=late,
        temporary={} if late < FEWEST_CASES else _least_temporary(model, within),
    )


def _least_temporary(model: LiveModel, within: Answer) -> dict[str, float] | None:
    """Return the least level of temporary posts that keeps the date, by bisection.

    Parameters
    ----------
    within
        What can be done within the limits on hiring.
    """
    asked, needs = within.programme.problem, within.needs
    posts = {name: need.catch_up_fte for name, need in needs.items()}

    def keeps(times: float) -> bool:
        staffed = model.solve(_staffed(asked, posts, times), needs, after=within)
        return _late_from(staffed) < FEWEST_CASES

    low, high = 0.0, 1.0
    while not keeps(high):
        low, high = high, 2 * high
        if high > MOST_TIMES:
            return None
    while high - low > CLOSE * high and high > CLOSE:
        middle = (low + high) / 2
        low, high = (low, middle) if keeps(middle) else (middle, high)
    return {name: high * number for name, number in posts.items()}


def _staffed(problem: Problem, posts: dict[str, float], times: float) -> Problem:
    """Return a Problem whose posts, and so many temporary ones, can be filled at once."""
    roles = {
        name: role.model_copy(
            update={"hire_cap": None, "temporary_cap": (times * posts[name],) * len(problem.years)}
        )
        for name, role in problem.roles.items()
    }
    return problem.model_copy(update={"roles": roles})


def _late_from(answer: Answer) -> float:
    """Return the most cases past a limit on or after the date."""
    problem = answer.programme.problem
    late = cases(problem, flows_of(answer.programme, answer.solution))
    start = first_day(problem, problem.counted_from)
    weekly = late[late["week"] >= start].groupby("week")["overdue_cases"].sum()
    return float(weekly.max()) if len(weekly) else 0.0
