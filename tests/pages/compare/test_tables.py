from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from burdens.comparison import Comparison, numbers_of
from burdens.comparison.display import more
from burdens.pages.compare.charts import charts_of
from burdens.pages.compare.tables import tables
from burdens.scenario import Scenario


@pytest.mark.truth
def test_the_numbers_of_a_plan_are_those_worked_out_by_hand(plan: Any) -> None:
    found = {(one.number, one.role, one.period): one.value for one in numbers_of(plan)}
    assert found["needed", "ep", ""] == 30
    assert found["needed", "caseworker", ""] == 66.5
    assert found["at_start", "ep", ""] == 20
    assert found["at_end", "ep", ""] == 20 + 0.25 * 23
    assert found["cost_year", "", "2027-28"] == 4_000_000
    assert found["cost_year", "ep", "2028-29"] == 1_400_000 * 1.25
    assert found["cost", "", ""] == 9_000_000
    assert found["on_time", "", "2027-28"] == pytest.approx(0.6)
    assert (found["overdue_start", "", ""], found["overdue_end", "", ""]) == (300, 0)


@pytest.fixture
def comparison(plan: Any, scenario: Scenario) -> Comparison:
    dearer = type(plan)(cost=plan.cost.assign(gbp=plan.cost["gbp"] * 1.5))
    dearer.first_met = {"Final plan within 20 weeks": dt.date(2027, 10, 4)}
    names = {"Ours": scenario, "<b>Theirs</b>": scenario}
    return Comparison(names, dict(zip(names, (plan, dearer), strict=True)), [], [])


def test_differences_stand_beside_the_numbers_in_pounds_and_percent(comparison: Comparison) -> None:
    said = tables(comparison)
    assert '<span class="burdens-whole">+£4.50 million</span> (+50%)' in said
    assert "no difference" in said
    assert "5 April 2027" not in said
    assert "4 October 2027" in said
    assert "no such standard" in said
    assert "<b>" not in said


def test_charts_show_what_the_tables_say(comparison: Comparison) -> None:
    charts = charts_of(comparison)
    assert charts["posts"].title.startswith("Nothing shown here differs")
    assert charts["cost"].title.startswith("<b>Theirs</b> costs £4.50 million more than Ours")
    assert {row.panel for row in charts["rate"].rows} == {"Ours", "<b>Theirs</b>"}
    assert "60% of new plans within 20 weeks in 2027-28" in charts["rate"].title


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
