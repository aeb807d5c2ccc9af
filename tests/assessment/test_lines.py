"""What a line of a measure comes to, counted by hand from the published figures of Devon."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from burdens.assessment.accounting import Accounts, lines_of, swings
from burdens.assessment.duties import applied, duties_of
from burdens.assessment.years import years_of
from burdens.authorities import find
from burdens.errors import ScenarioError
from burdens.measures import values_of
from burdens.problem import Inputs, demand_of, full_cost, problem_of
from burdens.scenario import Scenario
from tests.assessment.conftest import START, a_measure

NONE: list[dict[str, Any]] = []


def accounted(scenario: Scenario, lines: list[dict[str, Any]], **fields: Any) -> Any:
    """Account for one measure of our own."""
    chosen = applied(scenario.changed(measures=NONE), [a_measure(lines, **fields)])
    inputs = Inputs.of(scenario, values_of(*chosen))
    demanded = demand_of(inputs)
    problem = problem_of(inputs, demanded)
    duties, left_out = duties_of(inputs, demanded, problem, chosen)
    accounts = Accounts(inputs, years_of(scenario, problem))
    return lines_of(accounts, duties), inputs, left_out


def line(**fields: Any) -> dict[str, Any]:
    plain = {"id": "work", "title": "Work", "kind": "recurring", "each": "authority"}
    return {**plain, **fields}


def test_money_of_an_authority_recurs_every_year(devon: Scenario) -> None:
    found, _, _ = accounted(devon, [line(money=["own.price"], payer="general_fund")])
    assert found["gbp"].tolist() == pytest.approx([100, 100, 100], rel=0.02)
    assert found["gbp_low"].sum() == pytest.approx(30)
    assert found["gbp_high"].sum() == pytest.approx(1200)
    assert found["gbp"].sum() == pytest.approx(300)


def test_the_mean_of_a_product_is_the_product_of_the_pert_means(devon: Scenario) -> None:
    """(10 + 4 x 100 + 400) / 6 = 135 pounds, times (0 + 4 x 0.5 + 1) / 6 = a half."""
    money = line(money=["own.price"], times=["own.share"], payer="general_fund")
    found, _, _ = accounted(devon, [money])
    assert found["gbp_mean"].sum() == pytest.approx(3 * 135 * 0.5)


def test_optimism_bias_is_added_to_money(devon: Scenario) -> None:
    biased = line(money=["own.price"], payer="general_fund", optimism_bias="own.bias")
    assert accounted(devon, [biased])[0]["gbp"].sum() == pytest.approx(3 * 125)


def test_hours_cost_what_a_productive_hour_of_the_role_costs(devon: Scenario) -> None:
    found, inputs, _ = accounted(devon, [line(hours={"caseworker": ["own.hours"]})])
    paid = inputs.value("time.hours_per_fte_year.caseworker")
    hourly = full_cost(inputs, "caseworker") / (paid * inputs.value("time.direct_share.caseworker"))
    assert found["hours"].sum() == pytest.approx(6)
    assert found["gbp"].sum() == pytest.approx(6 * hourly)


def test_a_one_off_line_counts_each_plan_once_over_its_phases(devon: Scenario) -> None:
    """Devon's plans in January 2025 (9,848) have grown by the start of the plan."""
    each_plan = line(kind="one_off", each="plan", hours={"caseworker": ["own.hours"]})
    found, inputs, _ = accounted(devon, [each_plan], phasing=(0.5, 0.5))
    assert inputs.figure("plans") == 9848
    plans = demand_of(inputs).stock.plans[0]  # type: ignore[union-attr]
    assert plans > 9848
    assert found["count"].tolist() == pytest.approx([plans / 2, plans / 2, 0], rel=0.03)
    assert found["count"].sum() == pytest.approx(plans)


def test_a_recurring_line_reaches_its_share_of_cases_as_the_phases_come(devon: Scenario) -> None:
    yearly = line(money=["own.price"], payer="general_fund")
    found, _, _ = accounted(devon, [yearly], phasing=(0.2, 0.3, 0.5))
    assert found["gbp"].tolist() == pytest.approx([20, 50, 100], rel=0.03)


def test_a_line_with_phasing_of_its_own_keeps_it_whatever_the_measure_s(devon: Scenario) -> None:
    """A system is bought once in its first year; what is spread is spread; a licence recurs."""
    money = {"money": ["own.price"], "payer": "general_fund"}
    lines = [
        line(id="system", kind="one_off", phasing=[1.0], **money),
        line(id="moving", kind="one_off", **money),
        line(id="licence", phasing=[1.0], **money),
        line(id="users", **money),
    ]
    found, _, _ = accounted(devon, lines, phasing=(0.2, 0.3, 0.5))
    by_line = {name: rows["gbp"].tolist() for name, rows in found.groupby("line")}
    assert by_line["system"] == pytest.approx([100, 0, 0], abs=3)
    assert by_line["moving"] == pytest.approx([20, 30, 50], rel=0.05)
    assert by_line["licence"] == pytest.approx([100, 100, 100], rel=0.02)
    assert by_line["users"] == pytest.approx([20, 50, 100], rel=0.03)


def test_nothing_comes_before_the_start_or_before_the_lag(devon: Scenario) -> None:
    yearly = line(money=["own.price"], payer="general_fund", after_weeks=26)
    found, _, _ = accounted(devon, [yearly], start=START + dt.timedelta(weeks=52))
    assert found["gbp"].tolist() == pytest.approx([0, 50, 100], abs=3)


def test_flows_are_the_cases_of_the_plan(devon: Scenario) -> None:
    lines = [
        line(id=name, each=name, hours={"caseworker": ["own.hours"]})
        for name in ("request", "refusal", "assessment", "annual_review", "amendment")
    ]
    found, inputs, _ = accounted(devon, lines)
    counts = found.groupby("line")["count"].sum()
    requests = sum(demand_of(inputs).requests.week(week) for week in range(156))
    assert counts["request"] == pytest.approx(requests, rel=0.02)
    assert counts["refusal"] + counts["assessment"] == pytest.approx(counts["request"], rel=0.05)
    amended = inputs.figure("reviews_amended")
    outcomes = [inputs.figure(f"reviews_{end}") for end in ("amended", "ceased", "maintained")]
    assert counts["amendment"] / counts["annual_review"] == pytest.approx(amended / sum(outcomes))


def test_the_share_of_england_is_by_plans(devon: Scenario) -> None:
    """9,848 of the 638,745 plans of January 2025."""
    found, _, _ = accounted(
        devon, [line(each="share_of_england", money=["own.price"], payer="high_needs")]
    )
    assert found["count"].sum() == pytest.approx(3 * 9848 / 638745, rel=1e-3)


def test_a_line_whose_figure_is_missing_is_left_out_and_says_so(devon: Scenario) -> None:
    figures = {**devon.model_dump()["figures"], "appeals": {"value": None}}
    found, _, left_out = accounted(
        devon.changed(figures=figures), [line(each="appeal", hours={"ep": ["own.hours"]})]
    )
    assert found.empty
    assert "appeal" in left_out[0]
    assert "left out" in left_out[0]


def test_years_past_the_plan_repeat_what_recurs_in_its_last_full_year(devon: Scenario) -> None:
    lines = [
        line(money=["own.price"], payer="general_fund"),
        line(id="once", kind="one_off", money=["own.price"], payer="general_fund"),
    ]
    longer = devon.changed(assessment={"years": 5})
    found, _, _ = accounted(longer, lines)
    by_line = found.pivot_table(index="financial_year", columns="line", values="gbp")
    assert by_line["work"].tolist()[2:] == pytest.approx([by_line["work"].iloc[2]] * 3)
    assert by_line["once"].tolist()[1:] == pytest.approx([0, 0, 0, 0], abs=5)


def test_a_plan_of_half_a_year_has_no_financial_year_to_report(devon: Scenario) -> None:
    with pytest.raises(ScenarioError, match="no whole financial year"):
        accounted(devon.changed(horizon_weeks=26), [line(money=["own.price"], payer="health")])


def test_a_measure_of_ones_own_must_start_within_the_plan(devon: Scenario) -> None:
    late = a_measure([line(money=["own.price"], payer="health")], start=dt.date(2030, 9, 1))
    with pytest.raises(ScenarioError, match="past the end of the plan"):
        applied(devon, [late])


def test_a_swing_is_what_the_net_cost_moves_by_from_end_to_end(devon: Scenario) -> None:
    lines = [
        line(money=["own.price"], times=["own.share"], payer="general_fund"),
        line(id="spared", money=["own.price"], payer="general_fund", saving=True),
    ]
    chosen = applied(devon.changed(measures=NONE), [a_measure(lines)])
    inputs = Inputs.of(devon, values_of(*chosen))
    demanded = demand_of(inputs)
    problem = problem_of(inputs, demanded)
    duties, _ = duties_of(inputs, demanded, problem, chosen)
    found = swings(Accounts(inputs, years_of(devon, problem)), duties)
    # Over three years: 390 pounds more of price at half the share less at the whole share.
    assert found["own.price"] == pytest.approx(3 * 390 * (0.5 - 1))
    assert found["own.share"] == pytest.approx(3 * 100 * 1)


def test_the_authority_is_devon() -> None:
    assert find("Devon").figures.latest("plans").value == 9848  # type: ignore[union-attr]
