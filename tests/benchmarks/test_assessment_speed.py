"""A full assessment of five measures against cold solves, in one run.

The authority is Devon. The programme of added posts is handed to the solver once, and then changed
in place: bounds only.
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import numpy as np
import pytest

import burdens
from burdens.assessment.accounting import Accounts
from burdens.assessment.attribution import shapley
from burdens.assessment.duties import applied, duties_of
from burdens.assessment.with_and_without import WithAndWithout
from burdens.assessment.years import years_of
from burdens.problem import Inputs, demand_of, problem_of

pytestmark = [pytest.mark.benchmark, pytest.mark.slow]
FIVE = ("bands_and_tariffs", "digital_ehcps", "mediation", "tailored_lists", "trial_area")
COLD_SOLVES = 10
SECONDS = 5.6  # of processor time: a fifth of the 28 s that version 0.1 took for four


def test_a_full_assessment_of_five_measures_takes_few_cold_solves(
    show: Callable[[str], None],
) -> None:
    scenario = burdens.new("Devon").changed(measures=[{"measure": name} for name in FIVE])
    inputs = Inputs.of(scenario)
    demanded = demand_of(inputs)
    problem = problem_of(inputs, demanded)
    accounts = Accounts(inputs, years_of(scenario, problem))
    duties, _ = duties_of(inputs, demanded, problem, applied(scenario))

    def afresh() -> WithAndWithout:
        made = WithAndWithout(accounts, problem, duties)
        assert made.established
        return made

    once = afresh()
    began = process_time()
    once.posts(frozenset(FIVE), "central", spared=False)
    cold = process_time() - began

    both, asked = afresh(), []
    began = process_time()

    def value(members: frozenset[str]) -> np.ndarray:
        asked.append(members)
        return both.cost(both.posts(members, "central", spared=False))

    shapley(FIVE, value)
    attribution = process_time() - began

    began = process_time()
    burdens.assess(scenario)
    whole = process_time() - began
    show(
        f"cold solve {cold:.2f} s; {len(asked)} sets with attribution {attribution:.2f} s "
        f"({attribution / cold:.1f} cold solves); the whole assessment, with its range and the "
        f"two plans within hiring limits, {whole:.2f} s of processor time"
    )
    assert len(asked) == 2 ** len(FIVE)
    assert attribution < COLD_SOLVES * cold
    assert whole < SECONDS
