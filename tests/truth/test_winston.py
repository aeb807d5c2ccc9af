"""Winston's technicians: hours of five months, to be met by trainees hired a month before.

Winston, Operations Research, "CSL computer repair": skilled y, trainees x, 160 y - 50 x >= hours,
y' = 0.95 y + x. With staff z = y + x / 0.95 and hires h = x / 0.95 it is a Problem: z' = 0.95 z + h',
160 (z - h) - 50 * 0.95 h >= hours, and 2000 y + 1000 x = 2000 z - (2000 - 950) h.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from burdens.programme import solve
from tests.truth.cohorts import least_objective
from tests.truth.problems import a_role, a_single_task, a_small_problem, by_bucket

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.problem import Problem

pytestmark = pytest.mark.truth

HOURS = (6000.0, 7000.0, 8000.0, 9500.0, 11000.0)
STAY = 0.95
OPTIMUM = 593_776.5097
TRAINEES = (0.0, 8.4532, 11.4501, 9.5181, 0.0)
SKILLED = (50.0, 47.5, 53.5782, 62.3494, 68.75)
HOUR_PRICES = (0.0, 0.0, 9.8795, 12.2601, 22.5813)


def technicians(hours: tuple[float, ...] = HOURS) -> Problem:
    role = a_role(
        5,
        productive=by_bucket(160, 5),
        staff0=50.0,
        cost_week=by_bucket(2000, 5),
        hire_cost=STAY * 1000 - 2000,
        ramp=(1 + STAY * 50 / 160,),
        attrition=1 - STAY,
    )
    return a_small_problem((a_single_task(hours, 0, 1.0),), role)


def compact(problem: Problem) -> float:
    return solve(problem).objective


@pytest.mark.parametrize("objective", [compact, least_objective])
def test_the_technicians_cost_the_published_optimum(objective: Callable[[Problem], float]) -> None:
    assert objective(technicians()) == pytest.approx(OPTIMUM, abs=1e-3)


def test_trainees_and_skilled_are_those_of_the_published_plan() -> None:
    staffing = solve(technicians()).staffing
    trainees = STAY * staffing["hires_fte"]
    skilled = staffing["in_post_fte"] - staffing["hires_fte"]

    assert trainees.tolist() == pytest.approx(TRAINEES, abs=1e-4)
    assert skilled.tolist() == pytest.approx(SKILLED, abs=1e-4)


@pytest.mark.parametrize("month", range(5))
def test_one_hour_more_costs_the_published_price(month: int) -> None:
    more = tuple(hours + (now == month) for now, hours in enumerate(HOURS))

    assert compact(technicians(more)) - OPTIMUM == pytest.approx(HOUR_PRICES[month], abs=1e-3)
