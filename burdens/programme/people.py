"""People: staff in post, appointments, vacancies and temporary posts, by month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

import numpy as np

from burdens.problem import Problem, Role
from burdens.programme.model import INFINITE, Array, Model, Places
from burdens.symbols import Description, Equation, Rule, Symbol

DESCRIPTION = Description(
    columns={
        "staff": Symbol(
            "Staff in post",
            "FTE",
            "Staff of a role in post in a month.",
            "S",
            ("r", "m"),
            "the staff of role {r} in post in month {m}",
        ),
        "hires": Symbol(
            "Appointments",
            "FTE",
            "Staff of a role appointed in a month; nobody is appointed before the plan begins.",
            "H",
            ("r", "m"),
            "the appointments to role {r} in month {m}",
        ),
        "temporary": Symbol(
            "Temporary posts",
            "FTE",
            "Posts beside the establishment, to catch up; none before the plan begins.",
            "Y",
            ("r", "m"),
            "the temporary posts of role {r} in month {m}",
        ),
        "ended": Symbol(
            "Contracts that end",
            "FTE",
            "Staff who go because their temporary post is given up.",
            "Z",
            ("r", "m"),
            "the contracts of role {r} that end in month {m}",
        ),
        "vacant": Symbol(
            "Vacant posts",
            "FTE",
            "Posts of the establishment that nobody holds.",
            "V",
            ("r", "m"),
            "the vacant posts of role {r} in month {m}",
        ),
    },
    derived={
        "whole": Symbol(
            "Full months to the start",
            "months",
            "Full months from appointment to the first day in post.",
            "λ′",
            ("r",),
            "the full months to the start in role {r}",
        ),
        "starters": Symbol(
            "Starters",
            "FTE",
            "Those appointed earlier whose first day in post lies in a month.",
            "J",
            ("r", "m"),
            "the starters of role {r} in month {m}",
        ),
        "ceiling": Symbol(
            "Most staff without temporary posts",
            "FTE",
            "The establishment, or those already there beyond it, whom only turnover takes.",
            "Q",
            ("r", "m"),
            "the most staff of role {r} without temporary posts in month {m}",
        ),
    },
    definitions={
        "starters": Rule(
            "Starters",
            "FTE",
            "Where the time to start is not a whole number of months, some come a month later.",
            (
                Equation("whole[r] == floor(lead[r])"),
                Equation(
                    "starters[r, m] == (whole[r] + 1 - lead[r]) * hires[r, m - whole[r]]"
                    " + (lead[r] - whole[r]) * hires[r, m - whole[r] - 1]"
                ),
            ),
        ),
        "ceiling": Rule(
            "Most staff without temporary posts",
            "FTE",
            "Nobody is dismissed: staff beyond the establishment stay until they leave.",
            (
                Equation(
                    "ceiling[r, m] == larger(establishment[r, m],"
                    " (1 - attrition[r]) * ceiling[r, m - 1])",
                    "From the second month on, where posts are set.",
                ),
                Equation(
                    "ceiling[r, 0] == larger(establishment[r, 0], staff0[r])",
                    "In the first month.",
                ),
            ),
        ),
    },
    rows={
        "in_post": Rule(
            "Staff in post",
            "FTE",
            "Those who were there and stay, less ended contracts, and those who start.",
            (
                Equation(
                    "staff[r, m] == (1 - attrition[r]) * staff[r, m - 1] - ended[r, m]"
                    " + starters[r, m]",
                    "From the second month on.",
                ),
                Equation(
                    "staff[r, 0] == staff0[r] - ended[r, 0] + starters[r, 0]",
                    "In the first month.",
                ),
            ),
        ),
        "vacancy": Rule(
            "Vacancies",
            "FTE",
            "A post of the establishment is filled, or it is vacant.",
            (
                Equation(
                    "vacant[r, m] + staff[r, m] >= establishment[r, m]", "Where posts are set."
                ),
            ),
        ),
        "ceiling": Rule(
            "No staff without a post",
            "FTE",
            "Staff in post never exceed posts, save by those already there, and by temporary posts.",
            (Equation("staff[r, m] <= ceiling[r, m] + temporary[r, m]", "Where posts are set."),),
        ),
        "fixed_term": Rule(
            "Contracts that end",
            "FTE",
            "No more contracts end than there were temporary posts the month before.",
            (
                Equation(
                    "ended[r, m] <= temporary[r, m - 1]",
                    "Where contracts end with the temporary post; elsewhere none end.",
                ),
            ),
        ),
        "appointed": Rule(
            "Temporary posts are filled",
            "FTE",
            "A temporary post is there for somebody who was appointed, and no longer than they stay.",
            (
                Equation(
                    "temporary[r, m] <= (1 - attrition[r]) * temporary[r, m - 1] + starters[r, m]",
                    "Where contracts end with the temporary post.",
                ),
            ),
        ),
    },
    bounds={
        "hires": Rule(
            "Most appointments",
            "FTE",
            "Nobody is appointed whom the labour market does not have.",
            (Equation("hires[r, m] <= hire_cap[r, m]", "Where there is a limit."),),
        ),
        "temporary": Rule(
            "Most temporary posts",
            "FTE",
            "No more than the user allows.",
            (Equation("temporary[r, m] <= temporary_cap[r, m]", "Where posts are set."),),
        ),
    },
    objective={
        "pay": Rule(
            "Pay",
            "GBP",
            "Staff in post.",
            (Equation("total(cost_week[r, t] * staff[r, m], r, t)"),),
        ),
        "recruitment": Rule(
            "Recruitment",
            "GBP",
            "Appointments.",
            (Equation("total(hire_cost[r] * hires[r, m], r, m)"),),
        ),
        "temporary": Rule(
            "Temporary posts",
            "GBP",
            "What they cost on top of pay.",
            (Equation("total(temporary_cost[r] * temporary[r, m], r, m)"),),
        ),
        "vacancies": Rule(
            "Vacant posts",
            "policy weight",
            "Has posts filled as fast as the limits on hiring allow. It is never a pound.",
            (Equation("total(vacancy_weight[r] * vacant[r, m], r, m)"),),
        ),
    },
)


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
    sums = np.bincount(np.array(problem.months), by_bucket, minlength=len(problem.years))
    return sums.astype(np.float64)


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
        _write_appointed(model, name, people)


def _write_appointed(model: Model, name: str, people: People) -> None:
    """Write that temporary posts hold those appointed to them, as long as they stay."""
    months = len(people.temporary)
    rows = model.add_rows("appointed", name, count=months, upper=0.0)
    model.put(rows, people.temporary, 1.0)
    model.put(rows[1:], people.temporary[:-1], people.role.attrition - 1.0)
    for at, columns, share in people.starters(np.arange(months)):
        model.put(rows[at], columns, -share)


def _ceiling(role: Role, posts: Array) -> Array:
    """Return the posts, or those already there beyond them, whom only turnover takes [FTE]."""
    ceiling = np.maximum(posts, 0.0)
    there = role.staff0
    for month in range(len(posts)):
        ceiling[month] = max(posts[month], there)
        there = ceiling[month] * (1 - role.attrition)
    return ceiling
