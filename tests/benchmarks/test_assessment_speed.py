"""A full assessment against cold solves: with, without and the shares of five measures.

The authority is Devon. An assessment solves its programme once from nothing and then again in
place, on right-hand sides only.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import pytest

import burdens
from burdens.assessment.accounting import Accounts
from burdens.assessment.attribution import shapley
from burdens.assessment.duties import applied, duties_of
from burdens.assessment.modelled import WithAndWithout
from burdens.assessment.years import years_of
from burdens.problem import Inputs, demand_of, problem_of
from burdens.programme import Session, write_programme

pytestmark = [pytest.mark.benchmark, pytest.mark.slow]
FIVE = ("bands_and_tariffs", "digital_ehcps", "mediation", "tailored_lists", "trial_area")
SOLVES, COLD_SOLVES = 33, 10


def test_a_full_assessment_of_five_measures_takes_less_than_ten_cold_solves(
    show: Callable[[str], None],
) -> None:
    scenario = burdens.new("Devon").changed(measures=[{"measure": name} for name in FIVE])
    inputs = Inputs.of(scenario)
    demanded = demand_of(inputs)
    problem = problem_of(inputs, demanded)
    accounts = Accounts(inputs, years_of(scenario, problem))
    duties, _ = duties_of(inputs, demanded, problem, applied(scenario))

    began = perf_counter()
    both = WithAndWithout(accounts, problem, duties)
    solved = [
        both.solve(frozenset(FIVE), "central", spared=True)
    ]  # the first is from nothing: net of savings

    def value(members: frozenset[str]):  # noqa: ANN202
        solved.append(both.solve(members, "central", spared=False))
        return both.cost.read(solved[-1])

    shapley(FIVE, value)
    attribution = perf_counter() - began

    programme = write_programme(both.staffing.programme.problem)
    began = perf_counter()
    Session(programme).solve()
    cold = perf_counter() - began

    began = perf_counter()
    burdens.assess(scenario)
    whole = perf_counter() - began
    show(
        f"cold solve {cold:.2f} s; {len(solved)} solves with attribution {attribution:.2f} s "
        f"({attribution / cold:.1f} cold solves); the whole assessment, with its range and the "
        f"two plans within hiring limits, {whole:.2f} s ({whole / cold:.1f} cold solves)"
    )
    assert len(solved) == SOLVES
    assert attribution < COLD_SOLVES * cold
    assert whole < COLD_SOLVES * cold
