from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from burdens.pages import CHARTS, Chart, Figure, Row, Series
from burdens.pages.workforce import hours_chart
from tests.pages.small_plan import MONTHS, NEEDED

if TYPE_CHECKING:
    from burdens.plans import Plan


def chart(name: str, plan: Plan) -> Chart:
    return CHARTS[name](plan)


def numbers(made: Chart) -> dict[tuple[str, str, str], float | None]:
    return {(row.panel, row.x, row.series): row.value for row in made.rows}


def test_staffing_names_the_role_that_is_shortest(plan: Plan) -> None:
    made = chart("staffing", plan)
    # 66.5 caseworkers needed less 50.0 in post, against 30.0 less 20.0 psychologists.
    assert made.title == "16.5 more caseworkers are needed to keep up than are in post"
    assert (
        "Educational psychologist: 20.0 full-time equivalents in post at the start (implied by "
        "published figures; likely 15.0 to 26.0), 30.0 needed to keep up in 2027-28"
    ) in made.summary
    assert "Caseworker: 50.0 full-time equivalents in post at the start, 66.5" in made.summary


def test_people_stack_up_to_those_in_post_and_agency(plan: Plan) -> None:
    found = numbers(chart("staffing", plan))
    panel, month = "Educational psychologist", MONTHS[2].isoformat()
    # 20.5 in post in the third month, 3.0 of them in temporary posts, and 2.0 agency staff.
    stacked = [found[panel, month, one] for one in ("permanent", "temporary", "agency")]
    assert stacked == [17.5, 3.0, 2.0]
    assert found[panel, month, "needed"] == NEEDED["ep"][0]
    assert found[panel, month, "posts"] == NEEDED["ep"][0]


def test_staffing_says_when_nobody_is_missing(plan: Plan) -> None:
    needs = {
        name: replace(need, keep_up=dict.fromkeys(need.keep_up, 1.0))
        for name, need in plan.needs.items()
    }
    made = chart("staffing", replace(plan, needs=needs))
    assert made.title == "As many are in post as are needed to keep up"


def test_hours_keep_the_largest_tasks_and_lose_none_of_the_work(plan: Plan) -> None:
    made = chart("hours", plan)
    bars = {series.id for series in made.series if series.mark == "bar"}
    drawn = sum(row.value or 0 for row in made.rows if row.series in bars)
    assert drawn == pytest.approx(plan.hours["hours"].sum())
    panel = {row.series for row in made.rows if row.panel == "Caseworker"} & bars
    assert len(panel) == hours_chart.MOST_TASKS + 1
    assert "EHC needs assessment: send the final plan" in panel


def test_hours_at_hand_are_those_of_staff_agencies_and_assistants(plan: Plan) -> None:
    found = numbers(chart("hours", plan))
    panel, month = "Educational psychologist", MONTHS[0].isoformat()
    assert found[panel, month, "staff"] == 2000.0
    assert found[panel, month, "all"] == 2000.0 + 200.0 + 50.0


def test_hours_say_whose_hours_are_all_used_and_when_there_are_enough(plan: Plan) -> None:
    # Psychologists work 2,250 of 2,250 hours; the others leave the 200 of agencies.
    assert chart("hours", plan).title == "Every hour of educational psychologists is used"
    idle = plan.capacity.assign(worked_hours=lambda t: 0.9 * t["worked_hours"])
    title = "Staff, assistants and agencies together have enough hours for the work"
    assert chart("hours", replace(plan, capacity=idle)).title == title


def test_supervision_that_nobody_has_time_for_is_the_finding(plan: Plan) -> None:
    short = plan.capacity.assign(short_hours=(plan.capacity["role"] == "caseworker") * 2.0)
    made = chart("hours", replace(plan, capacity=short))
    assert made.title == "Nobody has the time to supervise newcomers among caseworkers"
    assert "48 of supervision that nobody has time for" in made.summary  # 2 hours, 24 months


def test_cases_say_when_the_last_case_past_a_limit_ends(plan: Plan) -> None:
    made = chart("cases", plan)
    # 300 past a limit, 20 fewer each two weeks from 5 April 2027: 20 are left in step 14.
    assert made.title == "No case is past a limit after October 2027"
    assert {row.panel for row in made.rows} == {"EHC needs assessment", "Annual review"}
    assert "at most 60 by a year or more" in made.summary


def test_open_cases_stand_beside_those_past_a_limit(plan: Plan) -> None:
    made = chart("cases", plan)
    found, panel = numbers(made), "EHC needs assessment"
    first, last = "2027-04-05", "2029-03-19"
    ids = ("open", "overdue", "overdue_year")
    assert [found[panel, first, series] for series in ids] == [900, 300, 60]
    assert [found[panel, last, series] for series in ids] == [900, 0, 0]
    reviews = {row.series for row in made.rows if row.panel == "Annual review"}
    assert reviews == {"open", "overdue"}


def test_cases_say_that_none_is_past_a_limit_or_how_many_stay(plan: Plan) -> None:
    none = plan.cases.assign(overdue_cases=0.0)
    made = chart("cases", replace(plan, cases=none))
    assert made.title == "No case is past a limit at any time in this plan"
    some = none.assign(overdue_cases=(none["pathway"] == "annual_review") * 12.0)
    made = chart("cases", replace(plan, cases=some))
    assert made.title == "At the end of the plan 12 cases are past a limit"


def test_timeliness_sets_the_published_year_before_those_of_the_plan(plan: Plan) -> None:
    made = chart("timeliness", plan)
    assert [(row.x, row.series, row.value) for row in made.rows if row.series != "excused"] == [
        ("2025", "published", 0.46),
        ("2027", "planned", 0.6),
        ("2028", "planned", 0.8),
        ("2029", "planned", 1.0),
    ]
    assert made.title == "100% of the plans issued in 2029 (to April) are on time; 46% were in 2025"
    assert "Share of plans issued within 20 weeks" in made.y_label


def test_exceptions_left_out_stand_beside_the_rate_that_counts_them(plan: Plan) -> None:
    found = numbers(chart("timeliness", plan))
    assert found["", "2027", "excused"] == pytest.approx(0.6 / 0.95)
    assert found["", "2029", "excused"] == 1.0


def test_quarters_run_from_the_first_to_the_last_beside_the_published_rate(plan: Plan) -> None:
    made = chart("quarters", plan)
    # From 51% by 7 points a quarter, eight quarters.
    assert made.title == "51% of plans are on time in the first quarter, 100% in the last"
    assert "lowest quarter is April to June 2027, 51%" in made.summary
    assert "highest is January to March 2029, 100%" in made.summary
    assert {row.value for row in made.rows if row.series == "published"} == {0.46}


def test_waits_say_how_long_a_plan_takes_and_what_the_law_allows(plan: Plan) -> None:
    made = chart("waits", plan)
    # 50 weeks less 30 times the share on time.
    assert made.title == "In the last quarter a plan takes 20 weeks on average"
    assert {row.value for row in made.rows if row.series == "limit"} == {20.0}
    assert "took 35 weeks" in made.summary


@pytest.mark.parametrize("name", ["timeliness", "quarters", "waits"])
def test_a_plan_that_issues_nothing_says_so(name: str, plan: Plan) -> None:
    assert chart(name, replace(plan, on_time=plan.on_time.iloc[:0])).title == "No plan is issued"


def test_cost_stands_beside_todays_and_names_the_dearest_year(plan: Plan) -> None:
    made = chart("cost", plan)
    assert made.title == "The staff cost up to £5.00 million a year, in 2028-29"
    assert "Agency staff are 10% of the cost" in made.summary
    assert "in post at the start costs £4.07 million" in made.summary
    of_years = sum(row.value or 0 for row in made.rows if row.series != "today")
    assert of_years == pytest.approx(plan.cost["gbp"].sum())
    assert (made.rows[0].x, made.rows[0].series) == ("Today", "today")


def test_school_holidays_are_shaded_up_to_the_last_day_of_the_plan(plan: Plan) -> None:
    bands = chart("hours", plan).bands
    assert {band.label for band in bands} == {"School holidays"}
    # Six in each of two years, and Easter a third time: Good Friday is 30 March 2029.
    assert len(bands) == 13
    assert bands[-1].first <= "2029-03-30" <= bands[-1].last
    summer = next(band for band in bands if band.first.startswith("2027-07"))
    assert summer.first <= "2027-08-01"
    assert summer.last >= "2027-08-31"


def test_the_clock_has_the_problems_weeks_and_who_does_the_work(plan: Plan) -> None:
    made = chart("clock", plan)
    spans = {row.x: (row.start, row.start + (row.value or 0)) for row in made.rows}
    # Steps of two weeks, due after 3, 6, 8 and 10 of them.
    assert spans == {
        "Decide whether to assess": (0, 6),
        "Educational psychologist's advice": (6, 12),
        "Social care advice": (6, 12),
        "Send the draft plan (not law)": (12, 16),
        "Send the final plan": (16, 20),
    }
    holders = {row.x: row.series for row in made.rows}
    assert holders["Educational psychologist's advice"] == "ep"
    assert holders["Decide whether to assess"] == "caseworker"
    assert holders["Social care advice"] == "nobody"  # the small plan counts none of its hours
    ep, salt, caseworker = 2000 * 24 + 960, 500 * 24 + 960, 1200 * 24 + 1920
    assert f"; {ep / (ep + salt + caseworker):.0%} of the work is for educational" in made.title
    assert made.title.startswith("EHC needs assessment: 20 weeks from the request")


def test_a_title_that_the_problem_does_not_carry_is_the_id(plan: Plan) -> None:
    problem = plan.problem.model_copy(update={"titles": {}})
    assert {row.panel for row in chart("staffing", replace(plan, problem=problem)).rows} == {
        "ep",
        "salt",
        "caseworker",
    }


def test_a_number_of_no_series_is_refused() -> None:
    rows, series = [Row("", "2027-28", "hire", 1.0)], [Series("hires", "Appointed", "bar")]
    with pytest.raises(ValueError, match="does not describe the series"):
        Chart("People come", "In words.", rows, series, "category", "Year", "FTE")


@pytest.mark.parametrize("name", CHARTS)
def test_every_row_belongs_to_a_series_and_a_figure_takes_it(name: str, plan: Plan) -> None:
    made = chart(name, plan)
    assert {row.series for row in made.rows} <= {series.id for series in made.series}
    figure = Figure.of(made)
    assert figure.title == made.title
    assert len(figure.rows) == len(made.rows)


def test_a_figure_can_show_another_chart(plan: Plan) -> None:
    figure = Figure.of(chart("cost", plan))
    figure.show(chart("cases", plan))
    assert figure.title == "No case is past a limit after October 2027"
    assert figure.x == "week"


def test_a_quarter_is_named_by_its_months(plan: Plan) -> None:
    winter = plan.on_time[plan.on_time["start"] == dt.date(2027, 10, 1)]
    assert "October to December 2027" in chart("waits", replace(plan, on_time=winter)).summary
