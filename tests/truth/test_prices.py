"""Dual values against the cohort programme solved again with a little more and a little less.

The least cost is convex in demand, caps and cases, so a price is right where it lies between the
cost of a little more and the saving of a little less.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from burdens.programme.build import write_programme
from burdens.programme.solve import Session
from tests.truth.cohorts import least_objective
from tests.truth.problems import problem_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.problem import Problem
    from burdens.programme.build import Programme
    from burdens.programme.solve import Solution

pytestmark = pytest.mark.truth

STEP = 1e-3
Part = tuple[str | int, ...]


def demand_price(programme: Programme, solution: Solution, pathway: str) -> float:
    """Price of one more case a week on a pathway, in every bucket that has cases."""
    return -sum(
        solution.duals[row] * cases
        for row, (name, cases) in programme.model.per_case.items()
        if name == pathway
    )


def more_demand(problem: Problem, pathway: str, by: float) -> Problem:
    return problem.changed(
        pathways=tuple(
            one.model_copy(
                update={
                    "arrivals": tuple(
                        cases and cases + by * problem.bucket_weeks for cases in one.arrivals
                    )
                }
            )
            if one.id == pathway
            else one
            for one in problem.pathways
        )
    )


def hire_price(programme: Programme, solution: Solution, role: str, month: int) -> float:
    """Price of one more FTE that can be appointed in a month; negative, as it saves."""
    return min(solution.reduced_costs[programme.model.columns["hires", role, month]], 0.0)


def more_hires(problem: Problem, role: str, month: int, by: float) -> Problem:
    return with_more(problem, role, "hire_cap", month, by)


def agency_price(programme: Programme, solution: Solution, role: str, bucket: int) -> float:
    """Price of one more hour of agency work on offer; negative, as it saves."""
    return min(solution.reduced_costs[programme.model.columns["agency", role, bucket]], 0.0)


def more_agency(problem: Problem, role: str, bucket: int, by: float) -> Problem:
    return with_more(problem, role, "agency_cap", bucket, by)


def with_more(problem: Problem, role: str, field: str, place: int, by: float) -> Problem:
    caps = list(getattr(problem.roles[role], field))
    caps[place] += by
    changed = problem.roles[role].model_copy(update={field: tuple(caps)})
    return problem.changed(roles={**problem.roles, role: changed})


def case_price(programme: Programme, solution: Solution, bucket: int) -> float:
    """Price of one more case that counts against the caseload standard."""
    return float(solution.duals[programme.model.rows["caseload", bucket]])


def more_cases(problem: Problem, bucket: int, by: float) -> Problem:
    assert problem.caseload is not None
    cases = list(problem.caseload.cases)
    cases[bucket] += by
    caseload = problem.caseload.model_copy(update={"cases": tuple(cases)})
    return problem.changed(caseload=caseload)


def capped(problem: Problem, field: str) -> list[Part]:
    """Where a cap can be lowered a little: role and place."""
    return [
        (name, place)
        for name, role in problem.roles.items()
        for place, cap in enumerate(getattr(role, field) or ())
        if cap > STEP
    ][::3]


def counted(problem: Problem) -> list[Part]:
    """Buckets with a caseload standard."""
    standard = problem.caseload.standard if problem.caseload else ()
    return [(bucket,) for bucket, most in enumerate(standard) if most is not None][::3]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    ("price", "change", "places"),
    [
        (demand_price, more_demand, lambda problem: [(one.id,) for one in problem.pathways]),
        (hire_price, more_hires, lambda problem: capped(problem, "hire_cap")),
        (agency_price, more_agency, lambda problem: capped(problem, "agency_cap")),
        (case_price, more_cases, counted),
    ],
    ids=["one more case a week", "one more appointment", "one more agency hour", "one more plan"],
)
def test_a_price_lies_between_what_a_little_more_costs_and_a_little_less_saves(
    seed: int,
    price: Callable[..., float],
    change: Callable[..., Problem],
    places: Callable[[Problem], list[Part]],
) -> None:
    problem = problem_number(seed)
    programme = write_programme(problem)
    solution = Session(programme).solve()
    now = least_objective(problem)

    for place in places(problem)[:4]:
        more = (least_objective(change(problem, *place, STEP)) - now) / STEP
        less = (now - least_objective(change(problem, *place, -STEP))) / STEP
        slack = 1e-3 * max(1.0, abs(more), abs(less))
        assert less - slack <= price(programme, solution, *place) <= more + slack
