"""What is read off a solution, to be compared with a known answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from burdens.programme import Programme, Solution


@dataclass(frozen=True)
class Reading:
    """A number of a solution.

    Attributes
    ----------
    title
        What it is, with its unit.
    of
        Reads it.
    """

    title: str
    of: Callable[[Programme, Solution], float]


def _hours_a_week(programme: Programme, solution: Solution) -> float:
    """Give the most hours that the people paid for have in a week [h]."""
    problem = programme.problem
    return max(
        fte * problem.roles[role].productive[bucket] / problem.bucket_weeks
        for role, bucket, fte in _paid(programme, solution)
    )


def _people(programme: Programme, solution: Solution) -> float:
    """Give the most people who are paid at once [FTE]."""
    return max(fte for _, _, fte in _paid(programme, solution))


def _paid(programme: Programme, solution: Solution) -> Iterator[tuple[str, int, float]]:
    """Give the posts, or the staff where no post is paid for, by role and bucket [FTE]."""
    problem = programme.problem
    for role in problem.roles:
        for bucket, month in enumerate(problem.months):
            post, staff = ("posts", role, problem.years[month]), ("staff", role, month)
            column = programme.model.columns[post if problem.level else staff]
            yield role, bucket, float(solution.columns[column])


def _sum_of(symbol: str) -> Callable[[Programme, Solution], float]:
    def added(programme: Programme, solution: Solution) -> float:
        columns = programme.model.columns.items()
        return sum(float(solution.columns[at]) for key, at in columns if key[0] == symbol)

    return added


READINGS = {
    "hours_a_week": Reading("hours a week", _hours_a_week),
    "people": Reading("people", _people),
    "cost": Reading("pounds", lambda _, solution: solution.objective),
    "hours_short": Reading("hours left over", _sum_of("short")),
    "cases_off_target": Reading("cases missing", _sum_of("off_target")),
}
