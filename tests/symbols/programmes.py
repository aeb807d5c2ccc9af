"""The three programmes of random Problems, as arrays and as readings of equations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from random import Random
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

from burdens.problem import Pathway, Task
from burdens.programme import (
    Bounds,
    Live,
    Terms,
    hours_done,
    write_added,
    write_need,
    write_programme,
    write_soonest,
    year_ends,
)
from burdens.programme.definitions import ADDED, NEED, PROGRAMME
from tests.symbols.reading import Reading
from tests.symbols.shapes import DUTY
from tests.truth.random_problems import a_random_problem

if TYPE_CHECKING:
    from burdens.problem import Problem
    from burdens.programme.model import Arrays, Model
    from burdens.symbols import Description


@dataclass
class Written:
    """A programme that has been written from a random Problem."""

    problem: Problem
    description: Description
    model: Model
    arrays: Arrays
    chance: Random
    asked: dict[str, Callable[..., float]] = field(default_factory=dict)
    periods: tuple[int, ...] = ()

    @cached_property
    def matrix(self) -> Any:
        arrays = self.arrays
        inside = (arrays.values, arrays.places, arrays.starts)
        return csr_array(inside, shape=(arrays.height, arrays.width))

    def reading(self, point: Any) -> Reading:
        """Return a reading of equations at a point."""
        columns = {
            (*key, number): float(point[place])
            for key, places in self.model.columns.items()
            for number, place in enumerate(places)
        }
        return Reading(self.problem, self.description, columns, self.asked, self.periods)

    def anywhere(self) -> Any:
        """Return a point at random, that need not keep any rule."""
        return np.array([self.chance.uniform(0, 10) for _ in range(self.arrays.width)])

    def corner(self) -> Any:
        """Return a point that keeps every row, far out in a direction at random."""
        arrays = self.arrays
        same = arrays.least == arrays.most
        below, above = np.isfinite(arrays.most) & ~same, np.isfinite(arrays.least) & ~same
        rows = [self.matrix[np.flatnonzero(below)], -self.matrix[np.flatnonzero(above)]]
        answer = linprog(
            [self.chance.uniform(0.1, 1) for _ in range(arrays.width)],
            A_ub=csr_array(np.vstack([part.toarray() for part in rows])),
            b_ub=np.concatenate([arrays.most[below], -arrays.least[above]]),
            A_eq=self.matrix[np.flatnonzero(same)],
            b_eq=arrays.least[same],
            bounds=np.column_stack([arrays.lower, arrays.upper]),
        )
        assert answer.status == 0, answer.message
        return answer.x


@cache
def plan_of(seed: int) -> Written:
    """Return the programme of a plan."""
    chance = Random(seed)  # noqa: S311  # chance, not cryptography
    problem = a_random_problem(chance)
    problem = problem.changed(
        counted_from=chance.choice((0, 0, 3)),
        pathways=[without_kept(pathway, chance) for pathway in problem.pathways],
    )
    programme = write_programme(problem)
    return Written(problem, PROGRAMME, programme.model, programme.arrays, chance)


@cache
def need_of(seed: int, *, patient: bool = False) -> Written:
    """Return the programme of what keeps up, with a run-in and posts that stay by chance."""
    chance = Random(seed)  # noqa: S311  # chance, not cryptography
    problem = a_random_problem(chance)
    year = chance.choice((0, 4, 7))
    pathways = [with_run_in(pathway, year, chance) for pathway in problem.pathways]
    pathways = [with_time(one) if patient else in_haste(one, chance) for one in pathways]
    problem = problem.changed(pathways=pathways)
    existing = {
        (name, year): chance.uniform(0, 3)
        for name in problem.roles
        for year in sorted(set(problem.years))
        if chance.randint(0, 1)
    }
    need = write_need(problem, existing)
    asked = {"existing": lambda role, year: existing.get((role, year), 0.0)}
    return Written(problem, NEED, need.model, need.arrays, chance, asked)


def patient_need_of(seed: int) -> Written:
    """Return the programme of what keeps up where limits leave time for the least waits.

    Where they do not, the desk at the start is further ahead than limits ask for, and need not be
    that of every later year: then there may be no solution.
    """
    return need_of(seed, patient=True)


@cache
def added_of(seed: int) -> Written:
    """Return the programme of the posts that two duties add, period by period."""
    problem = need_of(seed, patient=True).problem
    chance = Random(seed)  # noqa: S311  # chance, not cryptography
    duties = [a_duty(problem, number, chance) for number in range(2)]
    periods = np.array([bucket * 3 // problem.buckets for bucket in range(problem.buckets)])
    terms = {name: random_terms(problem, chance) for name in problem.roles}
    stood = standing_of(problem)
    stops = year_ends(problem).tolist()
    bounds = {name: random_bounds(problem, stood[name], chance) for name in problem.roles}
    added = write_added(problem, duties, periods, terms, bounds)
    years = problem.bucket_weeks / 52
    asked: dict[str, Callable[..., float]] = {
        "there": lambda role, bucket: bounds[role].there[bucket],
        "own": lambda lane: 0.0 if lane.pathway in duties else 1.0,
        "stood": lambda role, bucket: bounds[role].standing[stops.index(bucket)],
        "for_duties": lambda role, bucket: terms[role].productive[bucket],
        "added_cost": lambda role, bucket: terms[role].cost[bucket],
        "newcomer_cost": lambda role: terms[role].newcomer,
        "least_added": lambda role, period: bounds[role].least[period],
        "most_added": lambda role, period: bounds[role].most[period],
        "later": lambda bucket: 1 + 1e-4 * bucket * years,
        "uneven_weight": lambda role: uneven(terms[role].cost, years),
    }
    whole = problem.changed(pathways=[*problem.pathways, *duties])
    model, arrays = added.model, added.arrays
    return Written(whole, ADDED, model, arrays, chance, asked, tuple(periods.tolist()))


def standing_of(problem: Problem) -> dict[str, Any]:
    """Return hours that can be done as financial years end: those of the posts that keep up."""
    need, live = write_need(problem), Live()
    solution = live.solve(need.arrays)
    return hours_done(need, live.solve(write_soonest(need, solution, 1e-7)))


def uneven(cost: Any, years: float) -> float:
    """Return a hundredth of a year's pay, that of later buckets a little dearer."""
    pay = sum(each * (1 + 1e-4 * at * years) for at, each in enumerate(cost))
    return 0.01 * float(pay) / ((len(cost) - 1) * years)


def a_duty(problem: Problem, number: int, chance: Random) -> Pathway:
    """Return the work of a duty, in hours that any role of the Problem may do."""
    role = chance.choice(list(problem.roles))
    task = Task(id="work", due=chance.randint(0, 4), stage=False, share=1.0, hours={role: 1.0})
    hours = tuple(chance.uniform(0, 20) for _ in range(problem.buckets))
    return Pathway(id=f"{DUTY} {number}", arrivals=hours, tasks=(task,))


def random_terms(problem: Problem, chance: Random) -> Terms:
    """Return what an added post does and costs, at random."""
    productive = np.array([chance.uniform(10, 30) for _ in range(problem.buckets)])
    cost = np.array([chance.uniform(50, 100) for _ in range(problem.buckets)])
    return Terms(productive, cost, chance.uniform(0, 500))


def random_bounds(problem: Problem, stood: Any, chance: Random) -> Bounds:
    """Return posts that are there, and how many may be added, at random; enough for any work."""
    there = np.array([chance.uniform(0, 5) for _ in range(problem.buckets)])
    least = np.array([chance.uniform(-2, 2) for _ in range(3)])
    return Bounds(there, stood, least, least + chance.choice((1e3, np.inf)))


def without_kept(pathway: Pathway, chance: Random) -> Pathway:
    """Return a pathway that by chance has no kept lane."""
    return pathway.model_copy(update={} if chance.randint(0, 3) else {"kept": None})


def with_run_in(pathway: Pathway, year: int, chance: Random) -> Pathway:
    """Return a pathway with cases in the buckets before the start, if any."""
    cases = tuple(chance.uniform(0, 6) for _ in range(year))
    return pathway.model_copy(update={"run_in": cases})


def in_haste(pathway: Pathway, chance: Random) -> Pathway:
    """Return a pathway whose last task is due sooner, mostly before the least waits allow."""
    *others, last = pathway.tasks
    sooner = last.model_copy(update={"due": chance.randint(0, last.due)})
    return pathway.model_copy(update={"tasks": (*others, sooner)})


def with_time(pathway: Pathway) -> Pathway:
    """Return a pathway whose every task is due after those before it and the least wait.

    Nobody is let off: the longest wait is the same for all tasks, and leaves no time between them.
    """
    due: dict[str, int] = {}
    for task in pathway.tasks:
        due[task.id] = max([task.due, *(due[name] + lag for name, lag in task.after)])
    tasks = tuple(task.model_copy(update={"due": due[task.id]}) for task in pathway.tasks)
    return pathway.model_copy(update={"tasks": tasks, "let_off": None})
