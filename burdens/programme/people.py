"""People: staff in post, appointments, vacancies and temporary posts, by month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

import numpy as np

from burdens.problem import Problem, Role
from burdens.programme.model import INFINITE, Array, Model, Places


@dataclass(frozen=True)
class People:
    """The columns of one role's people [FTE], by month.

    Attributes
    ----------
    role
        Its numbers.
    staff, hires
        In post, and appointed.
    temporary, ended
        Temporary posts, and contracts that end with them; empty where there are none.
    vacant
        Posts that nobody holds; empty where no posts are set.
    """

    role: Role
    staff: Places
    hires: Places
    temporary: Places
    ended: Places
    vacant: Places

    def starters(self, months: Places) -> Iterator[tuple[Places, Places, float]]:
        """Yield who starts in each of some months, those appointed in one month at a time.

        Each is the entries of `months` in which anybody starts, the column of those appointed,
        and the share of them that starts then.
        """
        whole = floor(self.role.lead)
        later = self.role.lead - whole
        for lead, share in ((whole, 1 - later), (whole + 1, later)):
            at = np.flatnonzero(months >= lead)
            if share > 0:
                yield at, self.hires[months[at] - lead], share


def write_people(model: Model, problem: Problem, name: str) -> People:
    """Write the people of a role."""
    role, months = problem.roles[name], len(problem.years)
    nobody = np.empty(0, dtype=np.int64)
    people = People(
        role=role,
        staff=model.add_columns(
            "staff", name, count=months, cost=monthly(problem, np.array(role.cost_week))
        ),
        hires=model.add_columns(
            "hires",
            name,
            count=months,
            upper=INFINITE if role.hire_cap is None else role.hire_cap,
            cost=role.hire_cost,
        ),
        temporary=nobody
        if role.posts is None or role.temporary_cap is None
        else model.add_columns(
            "temporary", name, count=months, upper=role.temporary_cap, cost=role.temporary_cost
        ),
        ended=nobody
        if role.posts is None or role.temporary_cap is None or not role.fixed_term
        else model.add_columns("ended", name, count=months),
        vacant=nobody
        if role.posts is None
        else model.add_columns("vacant", name, count=months, cost=role.vacancy_weight),
    )
    _write_stock(model, name, people)
    if role.posts is not None:
        _write_posts(model, name, people, np.array(role.posts))
    return people


def monthly(problem: Problem, by_bucket: Array) -> Array:
    """Return a series by bucket added up by month."""
    return np.bincount(np.array(problem.months), by_bucket, minlength=len(problem.years))


def _write_stock(model: Model, name: str, people: People) -> None:
    """Write that those in post are those who stay, less ended contracts, and those who start."""
    role, months = people.role, len(people.staff)
    start = np.zeros(months)
    start[0] = role.staff0
    rows = model.add_rows("in_post", name, count=months, lower=start, upper=start)
    model.put(rows, people.staff, 1.0)
    model.put(rows[1:], people.staff[:-1], role.attrition - 1.0)
    if len(people.ended):
        model.put(rows, people.ended, 1.0)
    for at, columns, share in people.starters(np.arange(months)):
        model.put(rows[at], columns, -share)


def _write_posts(model: Model, name: str, people: People, posts: Array) -> None:
    """Write that staff fill posts, and no more than the posts and those already there."""
    months = len(posts)
    rows = model.add_rows("vacancy", name, count=months, lower=posts)
    model.put(rows, people.vacant, 1.0)
    model.put(rows, people.staff, 1.0)
    ceiling = _ceiling(people.role, posts)
    rows = model.add_rows("ceiling", name, count=months, upper=ceiling)
    model.put(rows, people.staff, 1.0)
    if len(people.temporary):
        model.put(rows, people.temporary, -1.0)
    if len(people.ended):
        rows = model.add_rows("fixed_term", name, count=months, upper=0.0)
        model.put(rows, people.ended, 1.0)
        model.put(rows[1:], people.temporary[:-1], -1.0)


def _ceiling(role: Role, posts: Array) -> Array:
    """Return the posts, or those already there beyond them, whom only turnover takes [FTE]."""
    ceiling = np.maximum(posts, 0.0)
    there = role.staff0
    for month in range(len(posts)):
        ceiling[month] = max(posts[month], there)
        there = ceiling[month] * (1 - role.attrition)
    return ceiling
