"""Costs of an FTE and discounting, against worked examples."""

from __future__ import annotations

import pytest

from burdens.evidence import read
from burdens.problem import build, discount_factor
from burdens.problem.inputs import Inputs
from burdens.problem.prices import employed_cost, full_cost, salary, with_on_costs
from burdens.scenario import Scenario


@pytest.mark.truth
@pytest.mark.parametrize(
    ("basic", "pension", "expected"),
    [
        (39_152, 0.211, 52_732),  # NJC point 28, 2025-26
        (60_040, 0.211, 81_265),  # mean psychologist, 2025-26
        (54_495, 0.211, 73_690),  # NJC point 43, 2025-26
        (40_823, 0.1438, 52_271),  # band 6 middle, 2025/26
        (50_273, 0.2378, 69_270),  # band 7 middle, full pension rate
    ],
)
def test_on_costs_agree_with_the_worked_examples(
    basic: float, pension: float, expected: float
) -> None:
    assert with_on_costs(basic, pension, read()) == pytest.approx(expected, abs=1.5)


@pytest.mark.truth
def test_the_authority_convention_of_the_unit_cost_manual_is_reached() -> None:
    """(salary + on-costs) x 1.45 + £5,543, over 1,607 hours: £51.03 for point 28."""
    hourly = (with_on_costs(39_152, 0.211, read()) * 1.45 + 5_543) / 1_607
    assert hourly == pytest.approx(51.03, abs=0.01)
    psychologist = (with_on_costs(60_040, 0.211, read()) * 1.45 + 5_543) / 1_607
    assert psychologist == pytest.approx(76.77, abs=0.01)


def test_pay_below_the_threshold_bears_no_insurance() -> None:
    assert with_on_costs(5_000, 0.0, read()) == pytest.approx(5_000 * 1.005)


def test_pay_of_2025_26_is_brought_to_prices_of_2026_27_and_typed_pay_is_not(
    devon: Scenario,
) -> None:
    inputs = Inputs.of(devon)
    uplift = 1 + inputs.value("pay.uplift_to_2026_27")
    assert salary(inputs, "ep") == pytest.approx(inputs.value("pay.salary.ep") * uplift)
    assert salary(inputs, "salt") == inputs.value("pay.salary.salt")
    staff = {**devon.model_dump()["staff"], "ep": {"pay_salary": 65_000.0}}
    assert salary(Inputs.of(devon.changed(staff=staff)), "ep") == 65_000


def test_overheads_come_on_top_of_on_costs(devon: Scenario) -> None:
    inputs = Inputs.of(devon)
    for role in devon.staff:
        ratio = full_cost(inputs, role) / employed_cost(inputs, role)
        assert ratio == pytest.approx(1 + inputs.value("on_costs.overheads"))


def test_therapists_are_in_the_nhs_pension_scheme(devon: Scenario) -> None:
    inputs = Inputs.of(devon)
    rate = inputs.value("on_costs.pension.nhs")
    expected = with_on_costs(salary(inputs, "salt"), rate, inputs.evidence)
    assert employed_cost(inputs, "salt") == pytest.approx(expected)


def test_a_pound_in_a_year_is_worth_a_year_s_discount_less() -> None:
    assert discount_factor(0.035, 365.25 / 7) == pytest.approx(1 / 1.035)
    assert discount_factor(0.035, 0) == 1


@pytest.mark.parametrize("size", [1, 2])
def test_cost_without_discount_is_the_full_cost_by_days(devon: Scenario, size: int) -> None:
    scenario = devon.changed(bucket_weeks=size)
    problem, inputs = build(scenario), Inputs.of(scenario)
    assert problem.discount is not None
    assert len(problem.discount) == problem.buckets
    expected = full_cost(inputs, "ep") * 7 * size / 365.25
    costs = problem.roles["ep"].cost_week
    for cost, factor in zip(costs, problem.discount, strict=True):
        assert cost / factor == pytest.approx(expected)


def test_agency_and_hiring_have_the_price_of_the_middle_of_the_plan(devon: Scenario) -> None:
    inputs, problem = Inputs.of(devon), build(devon)
    factor = discount_factor(inputs.value("discount.rate"), 78)
    role = problem.roles["ep"]
    assert role.agency_cost == pytest.approx(
        inputs.value("recruitment.ep.agency_cost_per_hour") * factor
    )
    assert role.hire_cost == pytest.approx(inputs.value("recruitment.ep.hire_cost") * factor)
