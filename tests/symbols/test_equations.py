"""The equations that are printed, and the arrays that are solved: the same, number by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from burdens.programme.definitions import ADDED, NEED, PROGRAMME
from tests.symbols.instances import instances, instances_of_rows
from tests.symbols.limits import limits_of
from tests.symbols.programmes import added_of, need_of, patient_need_of, plan_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.symbols.programmes import Written

pytestmark = pytest.mark.truth

SEEDS = range(16)
CORNERS = 2
WRITTEN = [
    pytest.param(write, seed, id=f"{write.__name__} {seed}")
    for write in (plan_of, need_of, added_of)
    for seed in SEEDS
]
SOLVABLE = [
    pytest.param(write, seed, id=f"{write.__name__} {seed}")
    for write in (plan_of, patient_need_of, added_of)
    for seed in SEEDS
]
both = pytest.mark.parametrize(("write", "seed"), WRITTEN)


@both
def test_every_row_that_is_solved_is_the_equation_that_is_printed(
    write: Callable[[int], Written], seed: int
) -> None:
    case = write(seed)
    point = case.anywhere()
    reading = case.reading(point)
    values, arrays = case.matrix @ point, case.arrays
    for family, places in case.model.rows.items():
        expected = instances_of_rows(reading, family, len(places))
        assert len(expected) == len(places), family
        for place, (equation, bound) in zip(places, expected, strict=True):
            least, most = arrays.least[place], arrays.most[place]
            surplus = values[place] - least if np.isfinite(least) else most - values[place]
            expected_surplus = reading.surplus(equation, bound)
            if least == most:
                surplus, expected_surplus = abs(surplus), abs(expected_surplus)
            assert expected_surplus == pytest.approx(surplus, abs=1e-7), family
            assert ("==" in equation.text) == (least == most)
            assert np.isfinite(least) != np.isfinite(most) or least == most


@pytest.mark.parametrize(("write", "seed"), SOLVABLE)
def test_every_equation_that_is_printed_holds_wherever_every_row_does(
    write: Callable[[int], Written], seed: int
) -> None:
    """Those for which no row is written too: they must follow from the rest."""
    case = write(seed)
    for _ in range(CORNERS):
        reading = case.reading(case.corner())
        for family, (equation, bound) in instances(reading):
            surplus = reading.surplus(equation, bound)
            if "==" in equation.text:
                surplus = -abs(surplus)
            assert surplus >= -1e-5, (family, bound)


@both
def test_what_is_made_small_is_the_sum_that_is_printed(
    write: Callable[[int], Written], seed: int
) -> None:
    case = write(seed)
    point = case.anywhere()
    reading = case.reading(point)
    total = sum(
        reading.value(equation.tree, {})
        for rule in case.description.objective.values()
        for equation in rule.equations
    )
    assert case.arrays.cost @ point + case.arrays.fixed_cost == pytest.approx(total, rel=1e-9)


@both
def test_a_column_lies_between_the_limits_that_are_printed(
    write: Callable[[int], Written], seed: int
) -> None:
    case = write(seed)
    reading = case.reading(case.anywhere())
    for key, places in case.model.columns.items():
        for number, place in enumerate(places):
            limits = (case.arrays.lower[place], case.arrays.upper[place])
            assert limits == pytest.approx(limits_of(reading, key, number)), key


@pytest.mark.parametrize(
    ("write", "description"), [(plan_of, PROGRAMME), (need_of, NEED), (added_of, ADDED)]
)
def test_the_random_problems_write_every_family(
    write: Callable[[int], Written], description: object
) -> None:
    """So that none of the tests above passes without a row to look at."""
    cases = [write(seed) for seed in SEEDS]
    assert cases[0].description is description
    assert {key[0] for case in cases for key in case.model.rows} == set(cases[0].description.rows)
    columns = {key[0] for case in cases for key in case.model.columns}
    assert columns == set(cases[0].description.columns)
