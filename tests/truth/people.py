"""The people of a Problem: staff by month, and the hours they have by bucket.

Written from the Problem alone; it shares nothing with `burdens.programme`. With months m, buckets
t and m the month of t:

- staff[m] = (1 - attrition) staff[m-1] + starters[m] - ended[m]; staff[0] = staff0 + starters[0],
  from whom nobody has left yet.
- Of those appointed in month m with lead L the share 1 - frac(L) starts in month m + floor(L), the
  share frac(L) a month later. Nobody was appointed before month 0.
- staff[m] <= ceiling[m] + temporary[m] where posts are given, with ceiling[0] = max(posts[0],
  staff0) and ceiling[m] = max(posts[m], (1 - attrition) ceiling[m-1]);
  vacancy[m] >= posts[m] - staff[m].
- Contracts of fixed term end where a temporary post is given up: ended[m] <= temporary[m-1]. Such a
  post is filled by an appointment: temporary[m] <= (1 - attrition) temporary[m-1] + starters[m].
- hours worked[t] + help given[t] <= productive[t] (staff[m] - sum of ramp[e] starters[m-e] -
  absent[t]) + relief[t] + agency[t] + short[t] + (1 - supervision) help received[t], and
  short[t] <= productive[t] (sum of max(ramp[e] - 1, 0) starters[m-e] + absent[t]).
- help[t] <= share of the hours worked in the helped role in that bucket.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

import numpy as np

Room = dict[tuple[str, int], tuple["Terms", float]]  # capacity rows but for the work

if TYPE_CHECKING:
    from burdens.problem import Caseload, Problem, Role
    from tests.truth.cohorts import Hours
    from tests.truth.linear_programme import LinearProgramme, Terms


@dataclass(frozen=True)
class People:
    """Columns of a role's staff, and what starts, by month."""

    staff: list[int]
    starters: list[Terms]


def add_people(programme: LinearProgramme, problem: Problem, hours: Hours) -> dict[str, People]:
    """Add every role's staff, hours and help, and the caseload standard."""
    people = {name: _add_staff(programme, problem, role) for name, role in problem.roles.items()}
    room = {
        (name, bucket): _add_room(programme, problem, role, people[name], bucket)
        for name, role in problem.roles.items()
        for bucket in range(problem.buckets)
    }
    add_capacity(programme, problem, room, hours)
    if problem.caseload is not None:
        _add_caseload(programme, problem, problem.caseload, people[problem.caseload.role])
    return people


def add_capacity(programme: LinearProgramme, problem: Problem, room: Room, hours: Hours) -> None:
    """Add the rows of capacity: the room there is, help, and the work."""
    for name, role in problem.roles.items():
        if role.assists is not None:
            _add_help(programme, (name, role), room, hours)
    for (name, bucket), (terms, bound) in room.items():
        programme.at_most([*hours.get((name, bucket), []), *terms], bound)


def _add_staff(programme: LinearProgramme, problem: Problem, role: Role) -> People:
    months = range(len(problem.years))
    caps = role.hire_cap or [np.inf] * len(months)
    hires = [programme.column(role.hire_cost, caps[month]) for month in months]
    starters = [_starters(hires, role.lead, month) for month in months]
    staff = [programme.column() for _ in months]
    temporary = [
        programme.column(
            role.temporary_cost, role.temporary_cap[month] if role.temporary_cap else 0
        )
        for month in months
    ]
    for month in months:
        change = [(staff[month], 1.0), *((hire, -share) for hire, share in starters[month])]
        if month:
            change.append((staff[month - 1], role.attrition - 1))
        if month and role.fixed_term:
            ended = programme.column()
            programme.at_most([(ended, 1.0), (temporary[month - 1], -1.0)])
            change.append((ended, 1.0))
        if role.fixed_term and role.posts is not None:
            filled = [(temporary[month], 1.0), *((hire, -share) for hire, share in starters[month])]
            stayed = [(temporary[month - 1], role.attrition - 1)] if month else []
            programme.at_most([*filled, *stayed])
        programme.exactly(change, 0.0 if month else role.staff0)
    if role.posts is not None:
        _add_posts(programme, role, staff, temporary)
    for month, cost in zip(problem.months, role.cost_week, strict=True):
        programme.costs[staff[month]] += cost
    return People(staff, starters)


def _starters(hires: list[int], lead: float, month: int) -> Terms:
    whole = floor(lead)
    shares = {whole: 1 - (lead - whole), whole + 1: lead - whole}
    return [
        (hires[month - since], share) for since, share in shares.items() if share and month >= since
    ]


def _add_posts(
    programme: LinearProgramme, role: Role, staff: list[int], temporary: list[int]
) -> None:
    assert role.posts is not None
    ceiling = role.staff0
    for month, posts in enumerate(role.posts):
        ceiling = max(posts, ceiling * (1 - role.attrition if month else 1))
        programme.at_most([(staff[month], 1.0), (temporary[month], -1.0)], ceiling)
        vacancy = programme.column(role.vacancy_weight)
        programme.at_most([(staff[month], -1.0), (vacancy, -1.0)], -posts)


def _add_room(
    programme: LinearProgramme, problem: Problem, role: Role, people: People, bucket: int
) -> tuple[Terms, float]:
    """Return the rest of a capacity row, everything but the work: terms and bound."""
    month, each = problem.months[bucket], role.productive[bucket]
    absent = role.absent[bucket] if role.absent else 0.0
    agency = programme.column(role.agency_cost, role.agency_cap[bucket])
    short = programme.column(role.shortfall_weight)
    terms = [(people.staff[month], -each), (agency, -1.0), (short, -1.0)]
    beyond = [(short, 1.0)]
    for since, loss in enumerate(role.ramp):
        for hire, share in people.starters[month - since] if month >= since else []:
            terms.append((hire, each * loss * share))
            beyond.append((hire, -each * max(loss - 1, 0.0) * share))
    programme.at_most(beyond, each * absent)
    return terms, (role.relief[bucket] if role.relief else 0.0) - each * absent


def _add_help(
    programme: LinearProgramme,
    helper: tuple[str, Role],
    room: Room,
    hours: Hours,
) -> None:
    name, role = helper
    assists = role.assists
    assert assists is not None
    for bucket in range(len(role.productive)):
        assistance = programme.column()
        room[name, bucket][0].append((assistance, 1.0))
        room[assists.role, bucket][0].append((assistance, assists.supervision - 1))
        worked = hours.get((assists.role, bucket), [])
        programme.at_most([(assistance, 1.0), *((at, -assists.share * by) for at, by in worked)])


def _add_caseload(
    programme: LinearProgramme, problem: Problem, caseload: Caseload, people: People
) -> None:
    for bucket, standard in enumerate(caseload.standard):
        if standard is not None:
            excess = programme.column(caseload.weight)
            staff = people.staff[problem.months[bucket]]
            programme.at_most([(staff, -standard), (excess, -1.0)], -caseload.cases[bucket])
