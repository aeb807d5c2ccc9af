from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from burdens.comparison import Comparison, numbers_of
from burdens.comparison.display import more
from burdens.pages.compare.charts import charts_of
from burdens.pages.compare.tables import tables

if TYPE_CHECKING:
    from burdens.plans import Plan
    from burdens.scenario import Scenario


@pytest.mark.truth
def test_the_numbers_of_a_plan_are_those_worked_out_by_hand(plan: Plan) -> None:
    found = {(one.number, one.role, one.period): one.value for one in numbers_of(plan)}
    assert found["needed", "ep", ""] == 30
    assert found["needed_year", "ep", "2028-29"] == 26
    assert found["needed", "caseworker", ""] == 66.5
    assert found["catch_up", "caseworker", ""] == 6
    assert found["at_start", "ep", ""] == 20
    assert found["at_end", "ep", ""] == 20 + 0.25 * 23
    assert (found["temporary", "ep", ""], found["agency", "ep", ""]) == (3, 2)
    assert found["cost_year", "", "2027-28"] == 4_000_000
    assert found["cost_year", "ep", "2028-29"] == 1_400_000 * 1.25
    assert found["cost", "", ""] == 9_000_000
    assert found["on_time", "", "2027, April to December"] == 0.6
    assert found["on_time", "", "2028"] == 0.8
    assert (found["overdue_start", "", ""], found["overdue_end", "", ""]) == (300, 0)
    assert found["caseload", "", ""] == 138.2


@pytest.fixture
def comparison(plan: Plan, scenario: Scenario) -> Comparison:
    dearer = replace(
        plan,
        cost=plan.cost.assign(gbp=plan.cost["gbp"] * 1.5),
        first_met={"EHC needs assessment": dt.date(2027, 10, 4)},
        on_time_from=None,
    )
    names = {"Ours": scenario, "<b>Theirs</b>": scenario}
    return Comparison(names, dict(zip(names, (plan, dearer), strict=True)), [], [])


def test_differences_stand_beside_the_numbers_in_pounds_and_percent(comparison: Comparison) -> None:
    said = tables(comparison)
    assert '<span class="burdens-whole">+£4.50 million</span> (+50%)' in said
    assert "no difference" in said
    assert "5 April 2027" not in said
    assert "4 October 2027" in said
    assert "no such standard" in said
    assert "not within the plan" in said
    assert "20.0 (implied, not counted: 15.0 to 26.0)" in said
    assert "138 (120 to 150)" in said
    assert "46% (2025)" in said
    assert "<b>" not in said


def test_charts_show_what_the_tables_say(comparison: Comparison) -> None:
    charts = charts_of(comparison)
    assert charts["posts"].title.startswith("Nothing shown here differs")
    assert charts["cost"].title.startswith("<b>Theirs</b> costs £4.50 million more than Ours")
    assert {row.panel for row in charts["rate"].rows} == {"Ours", "<b>Theirs</b>"}
    assert "60% of plans within 20 weeks in 2027, April to December" in charts["rate"].title
    late = {(row.x, row.series): row.value for row in charts["late"].rows}
    assert late["Ours", "overdue_start"] == 300
    assert late["<b>Theirs</b>", "overdue_end"] == 0
    assert charts["late"].title == "In every scenario nothing is past a time limit at the end"


@pytest.mark.parametrize(
    ("number", "unit", "said"),
    [
        (12.34, "fte", "+12.3"),
        (-0.04, "fte", "no difference"),
        (-1_234_000, "gbp", "−£1.23 million"),
        (-0.041, "share", "−4.1 points"),
        (3, "cases", "+3"),
    ],
)
def test_a_difference_is_written_with_its_sign(number: float, unit: str, said: str) -> None:
    assert more(number, unit) == said
