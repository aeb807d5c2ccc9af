"""Headlines are those of the tables, and years that are parts say so."""

from __future__ import annotations

from datetime import date

import pytest

from burdens.plans import Answer, LiveModel, Plan, plan_of
from burdens.plans.in_words import tables_of
from burdens.plans.sentences import answer as answer_of
from tests.plans.council import CASEWORKER, EP, REPORTED, council, with_role


def test_posts_are_those_of_the_staffing_and_the_needs(plan: Plan) -> None:
    for post, role in zip(plan.headlines.posts, (EP, CASEWORKER), strict=True):
        rows = plan.staffing[plan.staffing["role"] == role]
        keep_up = plan.needs[role].keep_up
        assert post.role == role
        assert post.needed == max(keep_up.values())
        assert keep_up[int(post.needed_year[:4])] == post.needed
        assert post.in_post == plan.problem.roles[role].staff0
        assert post.short == pytest.approx(post.needed - post.in_post)
        assert post.reached == rows["in_post_fte"].iloc[-1]
        assert post.temporary == rows["temporary_fte"].max()
        assert post.agency == rows["agency_fte"].max()
    assert plan.headlines.posts[0].implied == (1.5, 2.0, 3.0)
    assert plan.headlines.posts[1].implied is None


def test_cases_past_a_limit_are_those_of_the_table_at_the_end_of_each_financial_year(
    plan: Plan,
) -> None:
    heads = plan.headlines
    last = {"2027-28": date(2028, 3, 31), "2028-29": plan.cases["week"].max()}
    assert {late.pathway for late in heads.late} == {
        name for name, rows in plan.cases.groupby("pathway") if rows["overdue_cases"].max() >= 0.5
    }
    assert heads.late
    for late in heads.late:
        rows = plan.cases[plan.cases["pathway"] == late.pathway]
        assert late.start == rows["overdue_cases"].iloc[0]
        for year, day in last.items():
            before = rows[rows["week"] <= day].sort_values("week")
            assert late.ends[year] == before["overdue_cases"].iloc[-1]
    assert heads.overdue_start == pytest.approx(sum(late.start for late in heads.late), abs=1)
    ends = [late.ends["2028-29"] for late in heads.late]
    assert heads.overdue_end == pytest.approx(sum(ends), abs=1)


def test_rates_are_those_of_the_calendar_years_and_parts_are_named(plan: Plan) -> None:
    table = plan.on_time[plan.on_time["period"] == "year"]
    heads = plan.headlines

    assert [rate.share for rate in heads.planned] == table["on_time"].tolist()
    assert [rate.issued for rate in heads.planned] == table["issued_cases"].tolist()
    assert [rate.when for rate in heads.planned] == [
        "2027, April to December",
        "2028",
        "2029, January",
    ]
    assert heads.published is not None
    assert (heads.published.share, heads.published.when) == (0.4, "2025")


def test_cost_is_that_of_the_table_and_today_is_a_year_of_the_staff_in_post(plan: Plan) -> None:
    heads = plan.headlines
    assert heads.cost == pytest.approx(plan.cost.groupby("financial_year")["gbp"].sum().to_dict())
    # 2 psychologists and 4 caseworkers for GBP 2,400 in two weeks.
    assert heads.today == pytest.approx(6 * 2400 * 365.25 / 14)
    assert heads.weeks == {"2027-28": 52, "2028-29": 40}
    assert heads.settled_year == "2027-28"
    assert heads.over_today("2027-28") == pytest.approx(heads.cost["2027-28"] - heads.today)
    part = heads.today * 40 / 52
    assert heads.over_today("2028-29") == pytest.approx(heads.cost["2028-29"] - part)


def test_the_cost_of_a_part_of_a_year_says_how_many_weeks_it_has(plan: Plan) -> None:
    (cost,) = (table for table in tables_of(plan) if table.title.startswith("Cost a year"))
    assert [row[0] for row in cost.rows] == [
        "Today, a year of the staff in post",
        "2027-28",
        "2028-29 (40 weeks)",
    ]
    assert " in 2027-28, " in answer_of(plan)


def test_loads_are_the_cases_of_the_first_and_the_last_month_for_each_caseworker(
    plan: Plan,
) -> None:
    first, last = plan.headlines.loads
    rows = plan.staffing[plan.staffing["role"] == CASEWORKER]

    assert (first.month, last.month) == (date(2027, 4, 1), date(2028, 12, 1))
    assert (first.cases, first.staff) == (900.0, pytest.approx(4.0))
    assert first.each == pytest.approx(225.0)
    assert last.cases == 900.0 + plan.problem.months.index(20)
    assert last.each == pytest.approx(last.cases / rows["in_post_fte"].iloc[-1])
    assert first.standard is None
    assert len(rows) == 21
    assert plan.problem.reported_buckets == REPORTED


def test_a_council_that_is_on_time_has_no_late_cases_and_says_from_when() -> None:
    problem = with_role(council(), EP, staff0=12.0)
    problem = with_role(problem, CASEWORKER, staff0=12.0)
    plan = plan_of(LiveModel().answer(problem))

    assert plan.headlines.overdue_end == pytest.approx(0.0, abs=0.5)
    assert plan.on_time_from is not None
    assert "nothing is past a limit from" in answer_of(plan)


def test_where_no_number_of_posts_keeps_up_the_answer_says_so(answer: Answer) -> None:
    from burdens.plans.needs import needs_of

    problem = answer.programme.problem
    plan = plan_of(type(answer)(answer.programme, answer.solution, needs_of(problem, None)))

    assert answer_of(plan).startswith("No number of posts keeps every limit")
    assert " nan " not in repr(plan)
    assert ">nan<" not in plan._repr_html_()
    assert plan.staffing["needed_fte"].isna().all()
    assert plan.summary()["needs"][EP]["keep_up"] == {}
