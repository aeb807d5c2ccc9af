"""The posts of a plan: those that were typed, else those that keep up."""

from __future__ import annotations

from burdens.plans.needs import RoleNeed
from burdens.problem import Problem, Role


def with_posts(problem: Problem, needs: dict[str, RoleNeed]) -> Problem:
    """Return a Problem whose roles have posts, and temporary posts to catch up.

    Posts that were typed stay; others are those that keep up, year by year. Where no limit on
    temporary posts was typed, as many as clear the backlog by the date to catch up by.
    """
    roles = {name: _filled(problem, role, needs[name]) for name, role in problem.roles.items()}
    return problem.changed(roles=roles)


def _filled(problem: Problem, role: Role, need: RoleNeed) -> Role:
    last = max(need.keep_up)
    posts = role.posts or tuple(need.keep_up[min(year, last)] for year in problem.years)
    temporary = role.temporary_cap
    if temporary is None:
        temporary = (need.catch_up_fte,) * len(problem.years)
    return role.model_copy(update={"posts": posts, "temporary_cap": temporary})
