"""Costs of an FTE and discounting, against worked examples."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burdens.evidence import read
from burdens.problem import Role, build, discount_factor
from burdens.problem.inputs import Inputs
from burdens.problem.prices import (
    employed_cost,
    full_cost,
    price_year,
    salary,
    temporary_month,
    with_on_costs,
)
from burdens.scenario import Scenario, new, roles
from tests.problem.conftest import START


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
    uplift = 1 + inputs.value("pay.uplift")
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
    hours = 1_607 * 0.85 * 0.5
    premium = inputs.value("recruitment.ep.agency_premium")
    assert role.agency_cost == pytest.approx(full_cost(inputs, "ep") / hours * premium * factor)
    assert role.hire_cost == pytest.approx(inputs.value("recruitment.ep.hire_cost") * factor)
    assert role.temporary_cost == pytest.approx(temporary_month(inputs, "ep") * factor)


def test_prices_are_of_the_year_of_the_newest_pay_award() -> None:
    assert price_year() == "2026-27"


def test_a_temporary_post_costs_a_share_of_pay_on_top_of_it(devon: Scenario) -> None:
    inputs = Inputs.of(devon)
    extra = temporary_month(inputs, "caseworker")
    assert 12 * extra == pytest.approx(0.1 * employed_cost(inputs, "caseworker"))


def cost_of_an_hour(role: Role, discount: tuple[float, ...]) -> float:
    """Return the undiscounted pay of a year, 365.25 days, over the hours of it [GBP per h]."""
    year = slice(0, 52)
    pay = [cost / worth for cost, worth in zip(role.cost_week, discount, strict=True)]
    return sum(pay[year]) * 365.25 / (52 * 7) / sum(role.productive[year])


salaries = st.none() | st.floats(15_000, 150_000)


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(
    name=st.sampled_from(["Devon", "Rutland", "Kent", "Hackney", "Birmingham"]),
    weeks=st.sampled_from([52, 104, 156, 260]),
    term_time=st.floats(0, 1),
    pay=salaries,
    overrides=st.dictionaries(
        st.sampled_from(["on_costs.overheads", "time.direct_share.ep", "time.statutory_share.ep"]),
        st.floats(0.05, 1),
    ),
)
def test_an_agency_hour_is_never_cheaper_than_the_same_hour_employed(
    name: str, weeks: int, term_time: float, pay: float | None, overrides: dict[str, float]
) -> None:
    staff = {role: {"term_time": term_time, "pay_salary": pay} for role in roles()}
    scenario = new(name, start=START).changed(
        bucket_weeks=1,
        horizon_weeks=weeks,
        staff=staff,
        overrides=[{"value": k, "to": v, "reason": "test"} for k, v in overrides.items()],
    )
    problem = build(scenario)
    assert problem.discount is not None
    middle = discount_factor(0.035, weeks / 2)
    for role_id, role in problem.roles.items():
        employed = cost_of_an_hour(role, problem.discount)
        assert role.agency_cost / middle >= employed * (1 - 1e-9), role_id
        assert role.agency_cost >= employed, f"{role_id}: even against the first day's pound"


def test_an_agency_hour_is_cheaper_only_where_the_user_says_so(
    devon: Scenario, overridden: Callable[..., Scenario]
) -> None:
    cheap = overridden(devon, {"recruitment.ep.agency_premium": 0.8})
    problem = build(cheap)
    assert problem.discount is not None
    employed = cost_of_an_hour(problem.roles["ep"], problem.discount)
    middle = discount_factor(0.035, 78)
    assert problem.roles["ep"].agency_cost == pytest.approx(0.8 * employed * middle)
