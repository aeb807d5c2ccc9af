"""The authority as it would be with every post filled: what the measures add at equal standards.

Posts can be filled and given up, one level a financial year, at a price that holds what turnover
and new posts cost. Cases that are late already are left out: their backlog is no part of a burden, and the staff who
clear it would seem free. Every other case ends by its last date, so that what is minimised is
money and every standard is met, with the measures and without. The work of a measure is hours of
one role that come up and must be done within a time; measures are switched on and off in the
solved programme, on right-hand sides only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import numpy as np

from burdens.assessment.accounting import Accounts
from burdens.assessment.duties import Duty, Level, at
from burdens.assessment.years import Array
from burdens.problem import Inputs, Pathway, Problem, Role, Task, annual_hours, casework_hours
from burdens.problem.calendar import DAYS_A_WEEK, DAYS_A_YEAR
from burdens.programme import (
    UNWATCHED,
    Programme,
    Session,
    Solution,
    Watch,
    at_will,
    cost_lines,
    write_programme,
)
from burdens.programme.linear import ZERO, Linear, column

Key = tuple[Any, ...]
LEVELS_WRITTEN: tuple[Level, ...] = ("central", "high")
WORK = "work"
MONTHS_A_YEAR = 12


def works_in_plan(accounts: Accounts, duty: Duty, problem: Problem) -> bool:
    """Say whether a duty is work of a role that the plan holds, beside posts of its own."""
    if duty.role not in problem.roles or (duty.line.posts is not None and not duty.line.saving):
        return False
    return any(hours_of(accounts, duty, written_at(accounts, duty)))


def with_work(
    problem: Problem, accounts: Accounts, duties: Iterable[Duty], weight: float
) -> Problem:
    """Add the measures' work to a Problem, one pathway a duty, counted in hours.

    Parameters
    ----------
    weight
        Weight of an hour that is late [GBP per hour and bucket].
    """
    size = problem.bucket_weeks
    loads = [
        Pathway(
            id=duty.id,
            arrivals=hours_of(accounts, duty, written_at(accounts, duty)),
            tasks=(
                Task(
                    id=WORK,
                    due=max(1, duty.line.within_weeks // size),
                    stage=False,
                    share=1.0,
                    hours={duty.role: 1.0},
                ),
            ),
            late_weight=0.0,
            max_wait=max(1, duty.line.within_weeks // size),
            wait_weight=weight,
        )
        for duty in duties
    ]
    nothing = (0.0,) * problem.buckets
    roles = {
        name: role.model_copy(update={"relief": nothing}) for name, role in problem.roles.items()
    }
    return problem.changed(roles=roles, pathways=(*problem.pathways, *loads))


def hours_of(accounts: Accounts, duty: Duty, level: Level) -> tuple[float, ...]:
    """Give a duty's hours by bucket [h]."""
    each = accounts.unit_hours(duty, at(accounts.inputs.evidence, level))
    return tuple(units * each for units in duty.units)


def written_at(accounts: Accounts, duty: Duty) -> Level:
    """Give the first level at which a duty has any hours, so that it can be scaled."""
    for level in LEVELS_WRITTEN:
        if accounts.unit_hours(duty, at(accounts.inputs.evidence, level)):
            return level
    return "high"


def scale_of(accounts: Accounts, duty: Duty, level: Level) -> float:
    """Give the factor that brings a duty's work, as written, to a level."""
    evidence = accounts.inputs.evidence
    written = accounts.unit_hours(duty, at(evidence, written_at(accounts, duty)))
    wanted = accounts.unit_hours(duty, at(evidence, level))
    return wanted / written if written else 0.0


def spared_by(accounts: Accounts, savings: Iterable[Duty], level: Level) -> dict[str, Array]:
    """Add up the hours that savings spare [h], by role and bucket."""
    hours: dict[str, Array] = {}
    for duty in savings:
        saved = np.array(hours_of(accounts, duty, level))
        hours[duty.role] = hours.get(duty.role, np.zeros_like(saved)) + saved
    return hours


def fully_staffed(inputs: Inputs, problem: Problem) -> Problem:
    """Give the Problem in which every post can be filled, and lateness weighs nothing.

    The casework hours of a post are all for the duties at hand; other casework that a role also
    does is no part of a burden.
    """
    weight = inputs.value("weights.overdue_case_week")
    roles = {
        name: _filled(
            role, casework_hours(inputs, name) / annual_hours(inputs, name), problem.bucket_weeks
        )
        for name, role in problem.roles.items()
    }
    pathways = [_prompt(pathway, weight) for pathway in problem.pathways]
    return problem.changed(roles=roles, pathways=tuple(pathways), level=True, lasting=False)


def _prompt(pathway: Pathway, weight: float) -> Pathway:
    """Let every case end by its last date, a working convention's too, and none be late before."""
    due = {task.id: task.due for task in pathway.tasks}
    return pathway.model_copy(
        update={
            "opening": tuple(one for one in pathway.opening if one.age <= due[one.task]),
            "late_weight": 0.0,
            "max_wait": max(1, *due.values()),
            "wait_weight": weight,
        }
    )


def _filled(role: Role, more_hours: float, bucket_weeks: int) -> Role:
    """Let posts be filled as work comes, at one level through each financial year.

    Leavers are replaced: each costs an appointment and the time a newcomer loses, which is in the
    price of a post; a post more than the year before costs the same once.
    """
    months = bucket_weeks * DAYS_A_WEEK / (DAYS_A_YEAR / MONTHS_A_YEAR)
    lost = sum(role.ramp)
    prices = tuple(
        price + role.attrition * (months * role.hire_cost + lost * price)
        for price in role.cost_week
    )
    productive = tuple(hours * more_hours for hours in role.productive)
    newcomer = role.hire_cost + lost * sum(role.cost_week) / len(role.cost_week) / months
    changes = {"productive": productive, "cost_week": prices, "post_cost": newcomer}
    return at_will(role).model_copy(update=changes)


class Staffing:
    """A solved programme whose duties can be scaled and work spared, again and again in place.

    Parameters
    ----------
    problem
        With every duty's work in it; see `with_work`.
    watch
        Who may have a solve stopped.
    """

    def __init__(self, problem: Problem, watch: Watch = UNWATCHED) -> None:
        self.programme = write_programme(problem)
        self._session = Session(self.programme, watch=watch)
        self._solution: Solution | None = None
        self._rows: dict[str, list[tuple[Key, float]]] = {}
        self._capacity: dict[str, list[tuple[Key, float]]] = {}

    def solve(self, scale: Mapping[str, float], spared: Mapping[str, Array]) -> Solution:
        """Solve with duties scaled and hours spared.

        Parameters
        ----------
        scale
            Factor on the work of each duty, by id; 0 switches it off.
        spared
            Hours spared [h], by role and bucket.

        Raises
        ------
        NotOptimalError
            Where the solver stops without an optimum.
        WorkCancelledError
            Where the watch has it stopped.
        """
        if self._solution is None:
            self._solution = self._session.solve()
            self._remember()
        for name, factor in scale.items():
            for row, least in self._rows[name]:
                self._session.set_least(row, least * factor)
        for role, rows in self._capacity.items():
            hours = spared.get(role)
            for row, least in rows:
                saved = 0.0 if hours is None else float(hours[int(row[2])])
                self._session.set_least(row, least - saved)
        return self._session.solve_again()

    def _remember(self) -> None:
        """Keep the right-hand sides as written."""
        pathways = self.programme.problem.pathways
        duties = {pathway.id for pathway in pathways if pathway.last.id == WORK}
        for row in self.programme.model.rows:
            if row[0] in {"arrival", "longest_wait"} and row[1] in duties:
                self._rows.setdefault(row[1], []).append((row, self._session.least(row)))
            elif row[0] == "capacity":
                self._capacity.setdefault(row[1], []).append((row, self._session.least(row)))


class Meter:
    """Reads sums of a programme's columns from its solutions, many at once.

    Parameters
    ----------
    lines
        What to read, by key.
    """

    def __init__(self, lines: Mapping[Key, Linear]) -> None:
        self.keys = tuple(lines)
        self._constants: Array = np.array([line.constant for line in lines.values()])
        self._terms = [
            (np.array([n for n, _ in line.terms], dtype=int), np.array([w for _, w in line.terms]))
            for line in lines.values()
        ]

    def read(self, solution: Solution) -> Array:
        """Give each sum, in the order of `keys`."""
        found = [float(solution.columns[at] @ weights) for at, weights in self._terms]
        return np.array(found) + self._constants


def cost_meter(programme: Programme, roles: Collection[str]) -> Meter:
    """Read the cost by first year of the financial year and role [GBP]."""
    lines: dict[Key, Linear] = {}
    for (year, role, _), line in cost_lines(programme).items():
        if role in roles:
            lines[year, role] = lines.get((year, role), ZERO) + line
    return Meter(lines)


def staff_meter(programme: Programme, roles: Collection[str]) -> Meter:
    """Read posts, or mean staff in post, by first year of the financial year and role [FTE]."""
    problem, model = programme.problem, programme.model
    months = problem.months[: problem.reported_buckets]
    lines: dict[Key, Linear] = {}
    for role in roles:
        staff = programme.staffing[role].staff
        for year in sorted({problem.years[month] for month in months}):
            inside = sorted({month for month in months if problem.years[month] == year})
            mean = ZERO
            for month in inside:
                mean += staff[month] * (1 / len(inside))
            posts = model.columns.get(("posts", role, year))
            lines[year, role] = mean if posts is None else column(posts)
    return Meter(lines)
