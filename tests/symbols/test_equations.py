"""The equations that are printed, and the rows that are solved: the same, number by number."""

from __future__ import annotations

from functools import cache, cached_property
from random import Random
from typing import Any

import numpy as np
import pulp
import pytest
from scipy.sparse import csc_array

from burdens.problem import Problem
from burdens.programme import write_programme
from burdens.symbols import BOUNDS, OBJECTIVE, ROWS
from tests.symbols.instances import instance_of, instances_of
from tests.symbols.reading import Reading
from tests.truth.problems import a_random_problem

pytestmark = pytest.mark.truth

SEEDS = range(12)
CORNERS = 2


class Solved:
    """A random Problem's programme as HiGHS holds it."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311  # chance, not cryptography
        self.problem = with_every_option(a_random_problem(self.chance), self.chance)
        self.programme = write_programme(self.problem)
        self.model = self.programme.model
        self.model.lp.solve(pulp.HiGHS(msg=False))
        self.solver = self.model.lp.solverModel
        self.lp = self.solver.getLp()
        places = self.model.column_order()
        self.places = {key: places[f"c{at}"] for key, at in self.model.columns.items()}

    @cached_property
    def matrix(self) -> Any:
        inside = self.lp.a_matrix_
        shape = (self.lp.num_row_, self.lp.num_col_)
        return csc_array((inside.value_, inside.index_, inside.start_), shape=shape)

    def reading(self, point: Any) -> Reading:
        """Read equations at a point, given in the order of HiGHS."""
        return Reading(self.problem, {key: float(point[at]) for key, at in self.places.items()})

    def anywhere(self) -> Any:
        """Give a point at random, that need not keep any rule."""
        return np.array([self.chance.uniform(0, 10) for _ in range(self.lp.num_col_)])

    def corner(self) -> Any:
        """Give a point that keeps every row, far out in a direction at random."""
        for column in range(self.lp.num_col_):
            self.solver.changeColCost(column, self.chance.uniform(0.1, 1))
        self.solver.run()
        assert self.solver.modelStatusToString(self.solver.getModelStatus()) == "Optimal"
        return np.asarray(self.solver.getSolution().col_value)


def with_every_option(problem: Problem, chance: Random) -> Problem:
    """Switch on by chance what the random Problems of the other tests leave off."""
    roles = {
        name: role.model_copy(
            update={
                "post_cost": chance.choice((0.0, 40.0)),
                "relief": tuple(chance.uniform(0, 3) for _ in problem.months)
                if chance.randint(0, 1)
                else None,
            }
        )
        for name, role in problem.roles.items()
    }
    return problem.changed(roles=roles, lasting=chance.choice((True, False)))


@cache
def solved(seed: int) -> Solved:
    return Solved(seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_row_that_is_solved_is_the_equation_that_is_printed(seed: int) -> None:
    case = solved(seed)
    point = case.anywhere()
    reading = case.reading(point)
    least = np.asarray(case.lp.row_lower_)
    surplus = case.matrix @ point - least
    for row, place in case.model.rows.items():
        equation, bound = instance_of(reading, row)
        assert reading.surplus(equation, bound) == pytest.approx(surplus[place], abs=1e-7), row
        highest = least[place] if "==" in equation.text else np.inf
        assert case.lp.row_upper_[place] == highest


@pytest.mark.parametrize("seed", SEEDS)
def test_every_equation_that_is_printed_holds_wherever_every_row_does(seed: int) -> None:
    """Those for which no row is written too: they must follow from the rest."""
    case = solved(seed)
    for _ in range(CORNERS):
        reading = case.reading(case.corner())
        for family, (equation, bound) in instances_of(reading):
            surplus = reading.surplus(equation, bound)
            if "==" in equation.text:
                surplus = -abs(surplus)
            assert surplus >= -1e-5, (family, bound)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_made_small_is_the_sum_that_is_printed(seed: int) -> None:
    case = solved(seed)
    point = case.anywhere()
    reading = case.reading(point)
    other = "pay" if case.problem.level else "establishment"
    total = sum(
        reading.value(equation.tree, {})
        for name, rule in OBJECTIVE.items()
        for equation in rule.equations
        if name != other
    )
    costs = np.asarray(case.lp.col_cost_)
    assert costs @ point + case.model.fixed_cost == pytest.approx(total, rel=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_column_lies_between_nought_and_the_limit_that_is_printed(seed: int) -> None:
    case = solved(seed)
    reading = case.reading(case.anywhere())
    for key, place in case.places.items():
        assert case.lp.col_lower_[place] == 0
        expected = np.inf
        if key[0] in BOUNDS and (key[0] != "hires" or case.problem.roles[key[1]].hire_cap):
            (equation,) = BOUNDS[key[0]].equations
            bound = {"r": key[1], ("m" if key[0] == "hires" else "t"): key[2]}
            expected = reading.sides(equation, bound)[1]
        assert case.lp.col_upper_[place] == pytest.approx(expected)


def test_the_random_problems_write_every_family_and_pay_for_everything() -> None:
    """So that none of the tests above says nothing."""
    written = {row[0] for seed in SEEDS for row in solved(seed).model.rows}
    paid = {key[0] for seed in SEEDS for key in solved(seed).model.columns}
    assert written == set(ROWS)
    assert paid >= {"staff", "posts", "hires", "grown", "agency", "short", "off_target", "excess"}
    assert paid >= {"waiting", "done", "entered"}
