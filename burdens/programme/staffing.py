"""Staff in post, appointments and establishments, by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from burdens.problem import Problem, Role
from burdens.programme.linear import ZERO, Linear
from burdens.programme.model import Model


class Staffing:
    """The staff of one role.

    Attributes
    ----------
    staff, hires
        In post and appointed [FTE], by month.
    """

    def __init__(self, model: Model, problem: Problem, name: str) -> None:
        role = problem.roles[name]
        self.role = role
        self.months = problem.months
        caps: Sequence[float | None] = role.hire_cap or [None] * len(problem.years)
        self.hires = [
            model.add("hires", name, month, most=cap, cost=role.hire_cost)
            for month, cap in enumerate(caps)
        ]
        self.staff = [model.add("staff", name, month) for month in range(len(problem.years))]
        self._write_stock(model, name)
        if problem.level:
            self._pay_establishment(model, problem, name)
        else:
            for month, cost in _monthly(problem, role).items():
                model.charge(self.staff[month], cost)

    def starters(self, month: int) -> Linear:
        """Those whose first month in post this is."""
        appointed = month - self.role.lead
        return self.hires[appointed] if appointed >= 0 else ZERO

    def working(self, bucket: int) -> Linear:
        """Staff in post, less what newcomers cost [FTE]."""
        month = self.months[bucket]
        working = self.staff[month]
        for since, loss in enumerate(self.role.ramp):
            if month - since >= 0:
                working -= self.starters(month - since) * loss
        return working

    def _write_stock(self, model: Model, name: str) -> None:
        before = Linear(self.role.staff0)
        for month, staff in enumerate(self.staff):
            model.equal("in_post", name, month, line=staff - before - self.starters(month))
            before = staff * (1 - self.role.attrition)

    def _pay_establishment(self, model: Model, problem: Problem, name: str) -> None:
        posts = {year: model.add("posts", name, year) for year in sorted(set(problem.years))}
        for month, staff in enumerate(self.staff):
            post = posts[problem.years[month]]
            model.not_negative("establishment", name, month, line=post - staff)
        if self.role.post_cost:
            self._pay_growth(model, name, posts)
        if problem.lasting:
            for year, later in pairwise(posts):
                model.not_negative("lasting", name, later, line=posts[later] - posts[year])
        for month, cost in _monthly(problem, self.role).items():
            model.charge(posts[problem.years[month]], cost)

    def _pay_growth(self, model: Model, name: str, posts: dict[int, Linear]) -> None:
        before = ZERO
        for year, post in posts.items():
            grown = model.add("grown", name, year, cost=self.role.post_cost)
            model.not_negative("growth", name, year, line=grown + before - post)
            before = post


def _monthly(problem: Problem, role: Role) -> dict[int, float]:
    """Cost of one FTE [GBP], by month."""
    costs: dict[int, float] = defaultdict(float)
    for bucket, month in enumerate(problem.months):
        costs[month] += role.cost_week[bucket]
    return costs
