from __future__ import annotations

from typing import Any

import pytest

from burdens.pages import CHARTS, Chart, Figure
from burdens.pages.workforce import charts
from burdens.pages.workforce.names import names_on


def chart(name: str, plan: Any) -> Chart:
    return CHARTS[name](plan, names_on(plan.problem.start))


def test_staffing_names_the_role_that_is_shortest(plan: Any) -> None:
    made = chart("staffing", plan)
    assert made.title == "16.5 more caseworkers are needed than are in post"
    assert (
        "Educational psychologist: 20.0 full-time equivalents in post at the start" in made.summary
    )


def test_staffing_says_when_nobody_is_missing(plan: Any) -> None:
    plan.staffing["needed_fte"] = 1.0
    assert chart("staffing", plan).title == "The staff in post are enough for the work"


def test_hours_keep_the_largest_tasks_and_lose_none_of_the_work(plan: Any) -> None:
    made = chart("hours", plan)
    bars = {series.id for series in made.series if series.mark == "bar"}
    drawn = sum(row.value or 0 for row in made.rows if row.series in bars)
    assert drawn == pytest.approx(plan.hours["hours"].sum())
    panel = {row.series for row in made.rows if row.panel == "Caseworker"} & bars
    assert len(panel) == charts.MOST_TASKS + 1
    assert made.title == "There are not enough hours of educational psychologists"


def test_hours_say_whose_hours_are_all_needed_and_when_there_are_enough(plan: Any) -> None:
    plan.capacity["short_hours"] = 0.0
    plan.capacity.loc[plan.capacity["role"] != "ep", "worked_hours"] *= 0.9
    made = chart("hours", plan)
    assert made.title == "Every hour of educational psychologists is needed"
    plan.capacity["worked_hours"] *= 0.9
    made = chart("hours", plan)
    assert made.title == "Staff and agency together have enough hours for the work"


def test_cases_say_when_the_last_overdue_case_ends(plan: Any) -> None:
    made = chart("cases", plan)
    # 300 overdue, ten fewer each week from 5 April 2027: ten are left in week 29.
    assert made.title == "No case is overdue after October 2027"
    assert {row.panel for row in made.rows} == {"EHC needs assessment", "Annual review"}


def test_cases_say_that_none_is_overdue_or_how_many_stay(plan: Any) -> None:
    plan.cases["overdue_cases"] = 0.0
    assert chart("cases", plan).title == "No case is overdue at any time in this plan"
    plan.cases.loc[plan.cases["pathway"] == "annual_review", "overdue_cases"] = 12.0
    assert chart("cases", plan).title == "At the end of the plan 12 cases are overdue"


def test_timeliness_shows_the_last_stage_and_names_the_worst_year(plan: Any) -> None:
    made = chart("timeliness", plan)
    assert made.title == "60% on time in 2027-28: EHC needs assessment falls short"
    assert len(made.rows) == 8  # two pathways, two years, on time and target
    assert "EHC needs assessment: 60% in 2027-28 and 100% in 2028-29." in made.summary


def test_cost_adds_up_kinds_and_names_the_dearest_year(plan: Any) -> None:
    made = chart("cost", plan)
    assert made.title == "The staff cost up to £5.00 million a year, in 2028-29"
    assert "Agency staff are 10% of the cost" in made.summary
    assert sum(row.value or 0 for row in made.rows) == pytest.approx(plan.cost["gbp"].sum())


@pytest.mark.parametrize("name", CHARTS)
def test_every_row_belongs_to_a_series_and_a_figure_takes_it(name: str, plan: Any) -> None:
    made = chart(name, plan)
    assert {row.series for row in made.rows} <= {series.id for series in made.series}
    figure = Figure.of(made)
    assert figure.title == made.title
    assert len(figure.rows) == len(made.rows)


def test_a_figure_can_show_another_chart(plan: Any) -> None:
    figure = Figure.of(chart("cost", plan))
    figure.show(chart("cases", plan))
    assert figure.title == "No case is overdue after October 2027"
    assert figure.x == "week"
