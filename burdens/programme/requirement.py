"""What the work needs, whoever is in post: the same Problem with posts that can be filled at once.

The plan of a short-staffed authority cannot show its need, as work that nobody can do is simply
late. So the least establishment that meets every standard is found by itself, without agency work:
one for each role and financial year, which never falls. Were it free to fall, it would rise and
fall by turns, as every other year could start with an empty desk and end with a full one.
"""

from __future__ import annotations

from burdens.problem import Problem, Role


def requirement_of(problem: Problem) -> Problem:
    """Give the Problem in which every post can be filled and given up from month to month."""
    roles = {name: at_will(role) for name, role in problem.roles.items()}
    return problem.changed(roles=roles, level=True, lasting=True)


def at_will(role: Role) -> Role:
    """Let posts of a role be filled and given up from month to month, without agency work."""
    return role.model_copy(
        update={
            "staff0": 0.0,
            "hire_cap": None,
            "hire_cost": 0.0,
            "lead": 0,
            "ramp": (),
            "attrition": 1.0,
            "agency_cap": (0.0,) * len(role.agency_cap),
        }
    )
