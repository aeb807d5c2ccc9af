"""The cohort-by-week programme: every cohort, stream, task and bucket with a variable of its own.

It is written from the Problem alone, as rows for HiGHS by way of scipy, and shares nothing with
`burdens.programme`, whose compact curves it checks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

if TYPE_CHECKING:
    from burdens.problem import Caseload, Pathway, Problem, Role, Task

Terms = list[tuple[int, float]]
Completions = dict[tuple[str, int], int]  # columns by task and bucket


@dataclass
class Cohort:
    """Cases that start together.

    Attributes
    ----------
    start
        Bucket in which their clock starts; negative for open cases.
    cases
        How many cases of the pathway they stand for.
    done
        Tasks that are done already.
    streams
        Streams they may join: j runs late from stage j, the last one is on time.
    """

    start: int
    cases: float
    done: frozenset[str]
    streams: tuple[int, ...]


@dataclass
class Part:
    """The part of a cohort that is in one stream.

    Attributes
    ----------
    cases
        Column of its size.
    span
        Buckets in which it can be worked on.
    """

    pathway: Pathway
    cohort: Cohort
    stream: int
    cases: int
    span: range

    @property
    def tasks(self) -> list[Task]:
        """What is left to do."""
        return [task for task in self.pathway.tasks if task.id not in self.cohort.done]

    def stage(self, task: Task) -> int:
        """Give the number of a statutory task's stage."""
        return self.pathway.stages.index(task.due) + 1


@dataclass
class Programme:
    """A linear programme under construction, in rows `terms <= bound` and `terms == bound`.

    Attributes
    ----------
    problem
        What it is written from.
    work
        Hours asked for, by role and bucket.
    """

    problem: Problem
    work: dict[tuple[str, int], Terms] = field(default_factory=dict)
    prices: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)
    below: list[tuple[Terms, float]] = field(default_factory=list)
    equal: list[tuple[Terms, float]] = field(default_factory=list)

    def column(self, price: float = 0.0, most: float = np.inf) -> int:
        """Add a non-negative variable."""
        self.prices.append(price)
        self.most.append(most)
        return len(self.prices) - 1

    def at_most(self, terms: Terms, bound: float = 0.0) -> None:
        """Add the row `terms <= bound`."""
        self.below.append((terms, bound))

    def exactly(self, terms: Terms, bound: float) -> None:
        """Add the row `terms == bound`."""
        self.equal.append((terms, bound))

    def least(self) -> float:
        """Solve, and give the least objective."""
        rows, bounds = self._matrix(self.below)
        same, values = self._matrix(self.equal)
        answer = linprog(
            self.prices,
            A_ub=rows,
            b_ub=bounds,
            A_eq=same,
            b_eq=values,
            bounds=np.column_stack([np.zeros(len(self.most)), self.most]),
            method="highs",
            options={"primal_feasibility_tolerance": 1e-9, "dual_feasibility_tolerance": 1e-9},
        )
        assert answer.status == 0, answer.message
        return float(answer.fun)

    def _matrix(self, rows: list[tuple[Terms, float]]) -> tuple[csr_array, list[float]]:
        entries = [(at, name, by) for at, (terms, _) in enumerate(rows) for name, by in terms]
        at, names, by = zip(*entries, strict=True) if entries else ((), (), ())
        shape = (len(rows), len(self.prices))
        return csr_array((by, (at, names)), shape=shape), [bound for _, bound in rows]


def least_objective(problem: Problem) -> float:
    """Give the least sum of weights and costs there is for this Problem [GBP]."""
    programme = Programme(problem)
    for pathway in problem.pathways:
        _add_pathway(programme, pathway)
    for name, role in problem.roles.items():
        staff = _add_staff(programme, role)
        _add_capacity(programme, name, role, staff)
        if problem.caseload and problem.caseload.role == name:
            _add_caseload(programme, problem.caseload, staff[0])
    return programme.least()


def cohorts(pathway: Pathway) -> list[Cohort]:
    """Split a pathway's cases by their start and by what is done."""
    every = tuple(range(1, len(pathway.stages) + 2))
    found = [
        Cohort(start, cases, frozenset(), every)
        for start, cases in enumerate(pathway.arrivals)
        if cases
    ]
    for group in pathway.opening:
        share = next(task.share for task in pathway.tasks if task.id == group.task)
        done = pathway.before(group.task)
        streams = _streams_of_open_cases(pathway, done, group.age)
        found.append(Cohort(-group.age, group.cases / share, done, streams))
    return found


def _streams_of_open_cases(pathway: Pathway, done: frozenset[str], age: int) -> tuple[int, ...]:
    on_time = len(pathway.stages) + 1
    ahead = [task.due for task in pathway.tasks if task.stage and task.id not in done]
    if not ahead:
        return (on_time,)
    following = pathway.stages.index(min(ahead)) + 1
    return (following,) if age > min(ahead) else tuple(range(following, on_time + 1))


def _add_pathway(programme: Programme, pathway: Pathway) -> None:
    """Add a pathway's cohorts, split over their streams, and its targets."""
    parts = []
    for cohort in cohorts(pathway):
        span = range(max(cohort.start, 0), programme.problem.buckets)
        split = [
            Part(pathway, cohort, stream, programme.column(), span) for stream in cohort.streams
        ]
        programme.exactly([(part.cases, 1.0) for part in split], cohort.cases)
        parts += split
    for part in parts:
        _add_part(programme, part)
    for target in pathway.targets:
        period = range(target.from_, target.to)
        wanted = target.on_time * sum(pathway.arrivals[bucket] for bucket in period)
        on_time = [
            (part.cases, -1.0)
            for part in parts
            if part.cohort.start in period and part.stream > target.stage
        ]
        short = programme.column(target.weight)
        programme.at_most([(short, -1.0), *on_time], -wanted)


def _add_part(programme: Programme, part: Part) -> None:
    """Add what is done of each task: in order, by its deadline, and at a price where late."""
    first, end = part.span[0], part.span[-1]
    done = {(task.id, t): programme.column() for task in part.tasks for t in part.span}
    for task in part.tasks:
        programme.at_most([(done[task.id, end], 1.0), (part.cases, -1.0)])
        for t in part.span:
            before = [(done[task.id, t - 1], 1.0)] if t > first else []
            programme.at_most([*before, (done[task.id, t], -1.0)])
            for role, hours in task.hours.items():
                step = [(done[task.id, t], 1.0), *((name, -1.0) for name, _ in before)]
                each = [(name, sign * hours * task.share) for name, sign in step]
                programme.work.setdefault((role, t), []).extend(each)
            for name, lag in task.after:
                if name not in part.cohort.done:
                    ready = [(done[name, t - lag], -1.0)] if t - lag >= first else []
                    programme.at_most([(done[task.id, t], 1.0), *ready])
        deadline = part.cohort.start + task.due
        if task.stage and part.stage(task) < part.stream and deadline in part.span:
            programme.at_most([(part.cases, 1.0), (done[task.id, deadline], -1.0)])
        _price_waiting(programme, part, task, done)


def _price_waiting(programme: Programme, part: Part, task: Task, done: Completions) -> None:
    """Price cases that are open though late, and those that wait longer than anyone should."""
    pathway = part.pathway
    if part.stream <= len(pathway.stages) and task is pathway.last:
        for t in part.span:
            programme.prices[part.cases] += pathway.late_weight * task.share
            programme.prices[done[task.id, t]] -= pathway.late_weight * task.share
    if not any(task.id == name for other in pathway.tasks for name, _ in other.after):
        for t in part.span:
            if t >= part.cohort.start + pathway.max_wait:
                waiting = programme.column(pathway.wait_weight * task.share)
                terms = [(part.cases, 1.0), (done[task.id, t], -1.0), (waiting, -1.0)]
                programme.at_most(terms)


def _add_staff(programme: Programme, role: Role) -> tuple[list[int], dict[int, int]]:
    """Add a role's staff and hires; give the staff, and those who start, by month."""
    problem = programme.problem
    months = range(len(problem.years))
    caps = role.hire_cap or [np.inf] * len(months)
    hires = [programme.column(role.hire_cost, caps[month]) for month in months]
    starters = {month + role.lead: hire for month, hire in enumerate(hires)}
    staff = [programme.column() for _ in months]
    for month in months:
        come = [(starters[month], -1.0)] if month in starters else []
        stay = [(staff[month - 1], role.attrition - 1.0)] if month else []
        start = 0.0 if month else role.staff0
        programme.exactly([(staff[month], 1.0), *come, *stay], start)
    paid = staff
    if problem.level:
        posts = {year: programme.column() for year in sorted(set(problem.years))}
        paid = [posts[year] for year in problem.years]
        for month in months:
            programme.at_most([(staff[month], 1.0), (paid[month], -1.0)])
    for t, month in enumerate(problem.months):
        programme.prices[paid[month]] += role.cost_week[t]
    return staff, starters


def _add_capacity(
    programme: Programme, name: str, role: Role, people: tuple[list[int], dict[int, int]]
) -> None:
    """Bound the hours of each bucket by staff without newcomers' losses, agency and shortfall."""
    staff, starters = people
    for t, month in enumerate(programme.problem.months):
        agency = programme.column(role.agency_cost, role.agency_cap[t])
        short = programme.column(role.shortfall_weight)
        free = [(staff[month], -role.productive[t]), (agency, -1.0), (short, -1.0)]
        new = [
            (starters[month - since], role.productive[t] * loss)
            for since, loss in enumerate(role.ramp)
            if month - since in starters
        ]
        programme.at_most([*programme.work.get((name, t), []), *free, *new])


def _add_caseload(programme: Programme, caseload: Caseload, staff: list[int]) -> None:
    """Add the cases above the caseload standard."""
    for t, standard in enumerate(caseload.standard):
        if standard is not None:
            excess = programme.column(caseload.weight)
            terms = [(staff[programme.problem.months[t]], -standard), (excess, -1.0)]
            programme.at_most(terms, -caseload.cases[t])
