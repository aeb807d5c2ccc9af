"""The least there is, by the cohort-by-bucket programme: least objective, least establishment."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from tests.truth.cohorts import (
    Completions,
    Hours,
    add_completions,
    add_hours,
    add_lane,
    cohorts,
    overdue,
)
from tests.truth.linear_programme import LinearProgramme
from tests.truth.people import add_capacity, add_people

if TYPE_CHECKING:
    from burdens.problem import Problem, Role


@dataclass(frozen=True)
class Least:
    """An optimum.

    Attributes
    ----------
    objective
        The sum of the Problem's costs and weights.
    staff
        Staff in post [FTE], by role and month.
    """

    problem: Problem
    objective: float
    staff: dict[str, np.ndarray]
    done: list[Completions]
    columns: np.ndarray

    def overdue(self, pathway: str, age: int) -> np.ndarray:
        """Return the cases of a pathway past an age, clocked tasks together, by bucket."""
        buckets = self.problem.buckets
        each = [
            overdue(done, self.columns, age, buckets)
            for done in self.done
            if done.cohort.pathway.id == pathway
        ]
        return np.sum(each, axis=0) if each else np.zeros(buckets)


def least(problem: Problem, *, child_by_child: bool = False) -> Least:
    """Return an optimum of the cohort-by-bucket programme of a Problem."""
    programme, hours, done = _work_of(problem, child_by_child=child_by_child)
    people = add_people(programme, problem, hours)
    objective, columns = programme.solve()
    staff = {name: columns[each.staff] for name, each in people.items()}
    return Least(problem, objective, staff, done, columns)


def least_objective(problem: Problem) -> float:
    """Return the least sum of costs and weights there is for this Problem."""
    return least(problem).objective


def least_establishment(problem: Problem) -> float:
    """Return the least pay of posts by year that never fall and keep every new case on time.

    From an empty desk: opening cases are left out, and there is no agency, hiring or absence, so
    that the hours of a bucket are `productive` times the posts of its year, with what is spared
    and with help. A caseload standard is kept in every bucket that has one.
    """
    programme, hours, _ = _work_of(problem, on_time=True)
    posts = {name: _add_posts(programme, problem, role) for name, role in problem.roles.items()}
    room = {
        (name, bucket): (
            [(posts[name][bucket], -role.productive[bucket])],
            role.relief[bucket] if role.relief else 0.0,
        )
        for name, role in problem.roles.items()
        for bucket in range(problem.buckets)
    }
    add_capacity(programme, problem, room, hours)
    if (caseload := problem.caseload) is not None:
        for bucket, standard in enumerate(caseload.standard):
            if standard is not None:
                least = [(posts[caseload.role][bucket], -standard)]
                programme.at_most(least, -caseload.cases[bucket])
    return programme.solve()[0]


def _add_posts(programme: LinearProgramme, problem: Problem, role: Role) -> list[int]:
    """Add posts by year that never fall; return their columns by bucket."""
    years = sorted(set(problem.years))
    posts = {year: programme.column() for year in years}
    for before, after in pairwise(years):
        programme.at_most([(posts[before], 1.0), (posts[after], -1.0)])
    by_bucket = [posts[problem.years[month]] for month in problem.months]
    for post, cost in zip(by_bucket, role.cost_week, strict=True):
        programme.costs[post] += cost
    return by_bucket


def _work_of(
    problem: Problem, *, on_time: bool = False, child_by_child: bool = False
) -> tuple[LinearProgramme, Hours, list[Completions]]:
    programme, hours, every = LinearProgramme(), Hours(), []
    for pathway in problem.pathways:
        parts = cohorts(pathway, opening=not on_time, child_by_child=child_by_child)
        done = [add_completions(programme, cohort, problem, on_time=on_time) for cohort in parts]
        if together := [each for each in done if each.cohort.counted_together]:
            add_lane(programme, together, problem, on_time=on_time)
        every += done
    for each in every:
        add_hours(hours, each, problem.buckets)
    return programme, hours, every
