from __future__ import annotations

from typing import Any

import pytest

from burdens.pages import CHARTS, Chart, Figure, Row, Series
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


def test_open_cases_are_those_in_time_and_those_overdue(plan: Any) -> None:
    made = chart("cases", plan)
    found = {(row.x, row.series): row.value for row in made.rows if row.panel.startswith("EHC")}
    first, last = "2027-04-05", "2029-03-26"
    assert [found[first, series] for series in ("open", "in_time", "overdue")] == [900, 600, 300]
    assert [found[last, series] for series in ("open", "in_time", "overdue")] == [900, 900, 0]
    reviews = {row.series for row in made.rows if row.panel == "Annual review"}
    assert reviews == {"open", "overdue"}


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


def test_changes_count_who_comes_above_nought_and_who_goes_below(plan: Any) -> None:
    made = chart("changes", plan)
    assert made.title == "12.0 educational psychologists are appointed over the plan"  # 24 halves
    assert "Caseworker: 12.0 appointed, 6.0 leaving" in made.summary
    assert {row.value for row in made.rows if row.series == "new"} == {0.5}
    assert {row.value for row in made.rows if row.series == "leaving"} == {-0.25}


def test_school_holidays_are_shaded_up_to_the_last_day_of_the_plan(plan: Any) -> None:
    bands = chart("hours", plan).bands
    assert {band.label for band in bands} == {"School holidays"}
    # Six in each of two years, and Easter a third time: Good Friday is 30 March 2029.
    assert len(bands) == 13
    assert bands[-1].first <= "2029-03-30" <= bands[-1].last
    summer = next(band for band in bands if band.first.startswith("2027-07"))
    assert summer.first <= "2027-08-01"
    assert summer.last >= "2027-08-31"


def test_the_clock_has_the_law_s_weeks_and_who_does_the_work(plan: Any) -> None:
    made = chart("clock", plan)
    spans = {row.x: (row.start, row.start + (row.value or 0)) for row in made.rows}
    # Regulations 5(1), 8(1) after it, 10(1) and 13(2) of the SEND Regulations 2014.
    assert spans["Decide whether to assess"] == (0, 6)
    assert spans["Educational psychologist's advice"] == (6, 12)
    assert spans["Decide that no plan is needed"] == (12, 16)
    assert spans["Send the final plan, after a wait of 3 weeks"] == (16, 20)
    holders = {row.x: row.series for row in made.rows}
    assert holders["Educational psychologist's advice"] == "ep"
    assert holders["Decide whether to assess"] == "caseworker"
    assert holders["Social care advice"] == "nobody"  # the small plan counts none of its hours
    ep, salt, caseworker = 2000 * 24 + 960, 500 * 24 + 960, 1200 * 24 + 1920
    assert f"; {ep / (ep + salt + caseworker):.0%} of its work is for educational" in made.title


def test_a_number_of_no_series_is_refused() -> None:
    rows, series = [Row("", "2027-28", "hire", 1.0)], [Series("hires", "Appointed", "bar")]
    with pytest.raises(ValueError, match="does not describe the series"):
        Chart("People come", "In words.", rows, series, "category", "Year", "FTE")


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
