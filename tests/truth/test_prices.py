"""Prices against the cohort programme solved again with a little more and a little less.

The least cost is convex in every limit, so a price is right where it lies between the change of a
little more and that of a little less.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from burdens.problem import Problem
from burdens.programme import solve
from tests.truth.cohorts import least_objective
from tests.truth.problems import problem_number

pytestmark = pytest.mark.truth

STEP = 1e-3
Change = Callable[[Problem, float], Problem]


def with_role(problem: Problem, name: str, **fields: object) -> Problem:
    role = problem.roles[name].model_copy(update=fields)
    return problem.changed(roles={**problem.roles, name: role})


def with_pathway(problem: Problem, name: str, **fields: object) -> Problem:
    return problem.changed(
        pathways=tuple(
            one.model_copy(update=fields) if one.id == name else one for one in problem.pathways
        )
    )


def change_of(problem: Problem, of: tuple[str | int, ...]) -> Change | None:  # noqa: PLR0911
    """What a price is the price of; None where less of it cannot be tried."""
    match of:
        case ("hires", str(role)):
            caps = problem.roles[role].hire_cap
            if caps is None or min(caps) < STEP:
                return None
            return lambda p, by: with_role(p, role, hire_cap=tuple(cap + by for cap in caps))
        case ("agency", str(role)):
            most = problem.roles[role].agency_cap
            more = problem.bucket_weeks
            if min(most) < STEP * more:
                return None
            return lambda p, by: with_role(
                p, role, agency_cap=tuple(cap + by * more for cap in most)
            )
        case ("in_post", str(role)):
            staff0 = problem.roles[role].staff0
            return None if staff0 < STEP else lambda p, by: with_role(p, role, staff0=staff0 + by)
        case ("cases", str(name)):
            arrivals = next(one.arrivals for one in problem.pathways if one.id == name)
            weeks = problem.bucket_weeks
            return lambda p, by: with_pathway(
                p, name, arrivals=tuple(cases and cases + by * weeks for cases in arrivals)
            )
        case ("caseload",):
            rule = problem.caseload
            assert rule is not None
            return lambda p, by: p.changed(
                caseload=rule.model_copy(
                    update={"standard": tuple(one and one + by for one in rule.standard)}
                )
            )
        case ("timeliness", str(name), int(stage)):
            targets = next(one.targets for one in problem.pathways if one.id == name)
            if any(t.stage == stage and not STEP < t.on_time < 1 - STEP for t in targets):
                return None
            return lambda p, by: with_pathway(
                p,
                name,
                targets=tuple(
                    t.model_copy(update={"on_time": t.on_time - 0.01 * by})
                    if t.stage == stage
                    else t
                    for t in targets
                ),
            )
    raise AssertionError(of)


SEEDS = range(16)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_price_lies_between_what_a_little_more_and_a_little_less_change(seed: int) -> None:
    problem = problem_number(seed)
    now = least_objective(problem)

    for price in solve(problem).prices:
        change = change_of(problem, price.of)
        if change is None:
            continue
        more = (least_objective(change(problem, STEP)) - now) / STEP
        less = (now - least_objective(change(problem, -STEP))) / STEP
        slack = 1e-3 * max(1.0, abs(more), abs(less))
        assert less - slack <= price.change <= more + slack, price.of


def test_prices_of_every_kind_are_tried() -> None:
    tried = {
        price.of[0]
        for seed in SEEDS
        for price in solve(problem_number(seed)).prices
        if change_of(problem_number(seed), price.of) is not None
    }
    assert tried == {"hires", "agency", "in_post", "cases", "caseload", "timeliness"}
