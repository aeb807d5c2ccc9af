"""Winston's technicians: hours of five months, to be met by trainees hired a month before.

Winston, Operations Research, "CSL computer repair": skilled y, trainees x, 160 y - 50 x >= hours,
y' = 0.95 y + x. With staff z = y + x / 0.95 and starters h = x / 0.95 it is a Problem:
z' = 0.95 z + h', 160 (z - h) - 50 * 0.95 h >= hours, and 2000 y + 1000 x = 2000 z - (2000 - 950) h.
With a lead of one month they are appointed a month earlier, in a month of its own before the first.

The least cost is the same whatever a number is called, so staff are read off as prices: a pound
more of pay in a month costs as many pounds as there are people in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.truth.interface import objective
from tests.truth.least import least_objective
from tests.truth.problems import (
    a_role,
    a_single_task,
    a_small_problem,
    by_bucket,
    with_every_role,
)

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


def technicians(hours: tuple[float, ...] = HOURS, lead: int = 0) -> Problem:
    before = by_bucket(0, lead)
    buckets = lead + len(hours)
    role = a_role(
        buckets,
        productive=by_bucket(160, buckets),
        staff0=50 / STAY**lead,
        cost_week=(*before, *by_bucket(2000, len(hours))),
        hire_cost=STAY * 1000 - 2000,
        lead=lead,
        ramp=(1 + STAY * 50 / 160,),
        attrition=1 - STAY,
        hire_cap=(*by_bucket(1000, len(hours)), *before),
    )
    return a_small_problem((a_single_task((*before, *hours), 0, 1.0),), role)


@pytest.mark.parametrize("lead", [0, 1])
@pytest.mark.parametrize("by", [objective, least_objective])
def test_the_technicians_cost_the_published_optimum(
    by: Callable[[Problem], float], lead: int
) -> None:
    assert by(technicians(lead=lead)) == pytest.approx(OPTIMUM, abs=1e-3)


@pytest.mark.parametrize("lead", [0, 1])
def test_trainees_and_skilled_are_those_of_the_published_plan(lead: int) -> None:
    problem = technicians(lead=lead)
    staff = [people_paid(problem, lead + month) for month in range(5)]
    before = [50 / STAY, *staff]
    starters = [now - STAY * last for last, now in zip(before, staff, strict=False)]
    trainees = [STAY * started for started in starters]
    skilled = [now - started for now, started in zip(staff, starters, strict=True)]

    assert trainees == pytest.approx(TRAINEES, abs=1e-3)
    assert skilled == pytest.approx(SKILLED, abs=1e-3)


def people_paid(problem: Problem, bucket: int) -> float:
    pay = list(problem.roles["ep"].cost_week)
    pay[bucket] += 1
    return objective(with_every_role(problem, cost_week=tuple(pay))) - objective(problem)


@pytest.mark.parametrize("month", range(5))
def test_an_hour_more_costs_the_published_price(month: int) -> None:
    more = tuple(hours + (now == month) for now, hours in enumerate(HOURS))

    assert objective(technicians(more)) - OPTIMUM == pytest.approx(HOUR_PRICES[month], abs=1e-3)
