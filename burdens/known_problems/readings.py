"""What is read off a solution, to be compared with a known answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from burdens.problem import Problem
from burdens.programme import KEPT, WAITING, Live, keep_up, write_programme

MONEY = ("staff", "hires", "temporary", "agency")


@dataclass(frozen=True)
class Reading:
    """A number of a solution.

    Attributes
    ----------
    title
        What it is, with its unit.
    of
        Solves a Problem and reads it.
    """

    title: str
    of: Callable[[Problem], float]


def _needed_people(problem: Problem) -> float:
    """Return the most posts that it takes to keep up, of all roles and years [FTE]."""
    return max(fte for by_year in keep_up(problem).values() for fte in by_year.values())


def _needed_hours_a_week(problem: Problem) -> float:
    """Return the most hours that the posts that keep up have in a week [h]."""
    by_role = keep_up(problem)
    return max(
        by_role[name][problem.years[month]] * role.productive[bucket] / problem.bucket_weeks
        for name, role in problem.roles.items()
        for bucket, month in enumerate(problem.months)
    )


def _people(problem: Problem) -> float:
    """Return the most staff of a plan at once, of all roles [FTE]."""
    return max(float(staff.max()) for staff in _staff(problem).values())


def _hours_a_week(problem: Problem) -> float:
    """Return the most hours that the staff of a plan have in a week [h]."""
    months = np.array(problem.months)
    return max(
        float((staff[months] * problem.roles[name].productive).max()) / problem.bucket_weeks
        for name, staff in _staff(problem).items()
    )


def _staff(problem: Problem) -> dict[str, np.ndarray]:
    """Return the staff of a plan [FTE], by role and month."""
    programme = write_programme(problem)
    solution = Live().solve(programme.arrays)
    return {name: solution.at(people.staff) for name, people in programme.people.items()}


def _cost(problem: Problem) -> float:
    """Return what a plan pays: staff, appointments, temporary posts and agency [GBP]."""
    programme = write_programme(problem)
    columns = Live().solve(programme.arrays).columns
    blocks = programme.model.columns.items()
    paid = [places for key, places in blocks if key[0] in MONEY]
    return sum(float(programme.arrays.cost[places] @ columns[places]) for places in paid)


def _late_in(*lanes: str) -> Callable[[Problem], float]:
    """Return a reading of the cases past a limit in some lanes, added up over the weeks."""

    def late(problem: Problem) -> float:
        programme = write_programme(problem)
        solution = Live().solve(programme.arrays)
        cases = sum(
            float(solution.at(places).sum())
            for (family, *key), places in programme.model.columns.items()
            if family == "overdue" and key[1] in lanes
        )
        return cases * problem.bucket_weeks

    return late


READINGS = {
    "needed_hours_a_week": Reading("hours a week", _needed_hours_a_week),
    "needed_people": Reading("people", _needed_people),
    "hours_a_week": Reading("hours a week", _hours_a_week),
    "people": Reading("people", _people),
    "cost": Reading("pounds", _cost),
    "late": Reading("case-weeks late", _late_in(KEPT, WAITING)),
    "late_kept": Reading("case-weeks late in the kept lane", _late_in(KEPT)),
    "late_waiting": Reading("case-weeks late in the waiting lane", _late_in(WAITING)),
}
