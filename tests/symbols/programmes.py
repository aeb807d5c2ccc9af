"""The three programmes of random Problems, as arrays and as readings of equations."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from random import Random
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

from burdens.problem import Pathway
from burdens.programme import write_added, write_need, write_programme
from burdens.programme.definitions import ADDED, NEED, PROGRAMME
from tests.symbols.asked import Asked
from tests.symbols.reading import Reading
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
    existing: dict[tuple[str, int], float] = field(default_factory=dict)
    asked: Asked | None = None

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
        return Reading(self.problem, self.description, columns, self.existing, self.asked)

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
    programme = write_programme(problem)
    return Written(problem, PROGRAMME, programme.model, programme.arrays, chance)


@cache
def need_of(seed: int) -> Written:
    """Return the programme of what keeps up, with a run-in and posts that stay by chance."""
    chance = Random(seed)  # noqa: S311  # chance, not cryptography
    problem = _steady_problem(chance)
    existing = {
        (name, year): chance.uniform(0, 3)
        for name in problem.roles
        for year in sorted(set(problem.years))
        if chance.randint(0, 1)
    }
    need = write_need(problem, existing)
    return Written(problem, NEED, need.model, need.arrays, chance, existing)


@cache
def added_of(seed: int) -> Written:
    """Return the programme of the posts that duties add, what whoever asks says by chance."""
    chance = Random(seed)  # noqa: S311  # chance, not cryptography
    problem = _steady_problem(chance)
    asked = Asked.of(problem, chance)
    added = write_added(problem, asked.duties, asked.periods, asked.terms, asked.bounds)
    return Written(problem, ADDED, added.model, added.arrays, chance, asked=asked)


def _steady_problem(chance: Random) -> Problem:
    """Return a random Problem, with a run-in of some length."""
    problem = a_random_problem(chance)
    year = chance.choice((0, 4, 7))
    pathways = [with_run_in(pathway, year, chance) for pathway in problem.pathways]
    return problem.changed(pathways=pathways)


def with_run_in(pathway: Pathway, year: int, chance: Random) -> Pathway:
    """Return a pathway with cases in the buckets before the start, if any.

    It leaves every task the least wait after those before it: a desk that is further ahead than its
    limits ask for need not be that of every later year.
    """
    if not year:
        return pathway
    due: dict[str, int] = {}
    for task in pathway.tasks:
        due[task.id] = max([task.due, *(due[name] + lag for name, lag in task.after)])
    tasks = tuple(task.model_copy(update={"due": due[task.id]}) for task in pathway.tasks)
    cases = tuple(chance.uniform(0, 6) for _ in range(year))
    return pathway.model_copy(update={"run_in": cases, "tasks": tasks})
