"""The tables of a plan against each other and against sums that need no solver."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from burdens.plans import Answer, Plan
from burdens.plans.flow import flows_of
from tests.plans.council import CASEWORKER, EP, REPORTED


def test_staff_follow_from_month_to_month(plan: Plan) -> None:
    """In post is who was, less leavers, and those appointed one and a half months before."""
    for role, rows in plan.staffing.groupby("role"):
        staff, hires = rows["in_post_fte"].to_numpy(), rows["hires_fte"].to_numpy()
        left = rows["leavers_fte"].to_numpy()
        for month in range(2, len(rows)):
            started = 0.5 * hires[month - 1] + 0.5 * hires[month - 2]
            expected = staff[month - 1] - left[month] + started
            assert staff[month] == pytest.approx(expected, abs=1e-5), (role, month)


def test_a_month_of_vacancies_is_the_posts_that_nobody_holds(plan: Plan) -> None:
    short = (plan.staffing["posts_fte"] - plan.staffing["in_post_fte"]).clip(lower=0)

    assert plan.staffing["vacant_fte"].to_numpy() == pytest.approx(short.to_numpy(), abs=1e-5)
    assert short.max() > 0.1


def test_what_is_needed_stands_beside_every_month(plan: Plan) -> None:
    for row in plan.staffing.to_dict("records"):
        year = row["month"].year - (row["month"].month < 4)
        assert row["needed_fte"] == plan.needs[row["role"]].keep_up[year]


def test_hours_worked_are_completions_times_hours_and_no_more_than_there_are(
    plan: Plan, answer: Answer
) -> None:
    done: dict[str, float] = {}
    for flow in flows_of(answer.programme, answer.solution):
        for role, hours in flow.task.hours.items():
            done[role] = done.get(role, 0.0) + hours * float(flow.done[REPORTED - 1])
    worked = plan.hours.groupby("role")["hours"].sum()
    at_hand = plan.capacity[["available_hours", "agency_hours", "assistance_hours", "short_hours"]]

    assert {role: worked[role] for role in done} == pytest.approx(done)
    assert (plan.capacity["worked_hours"] <= at_hand.sum(axis=1) + 1e-4).all()
    by_month = plan.hours.groupby(["role", "month"])["hours"].sum()
    for row in plan.capacity.to_dict("records"):
        assert row["worked_hours"] == pytest.approx(by_month[row["role"], row["month"]])


def test_agency_staff_are_their_hours_over_those_of_a_post(plan: Plan) -> None:
    hours = plan.capacity.groupby("role")["agency_hours"].sum()
    months = pd.Series(plan.problem.months[:REPORTED]).value_counts().sort_index().to_numpy()
    for role in (EP, CASEWORKER):
        fte = plan.staffing[plan.staffing["role"] == role]["agency_fte"].to_numpy()
        assert (fte[:-1] * months[:-1] * 60).sum() <= hours[role] + 1e-6
        assert fte @ months * 60 == pytest.approx(hours[role], rel=0.05, abs=1e-6)


def test_the_last_month_with_none_past_a_limit_is_in_the_table_of_standards(plan: Plan) -> None:
    for pathway, rows in plan.cases.groupby("pathway"):
        met = plan.first_met[plan.problem.title(str(pathway))]
        late = rows[rows["overdue_cases"] >= 0.5]["week"]
        assert met is None or late.empty or late.max() < met
    missed = set(plan.shortfalls["standard"])
    late = plan.cases[plan.cases["overdue_cases"] >= 0.5]["pathway"]
    assert missed == {plan.problem.title(pathway) for pathway in set(late)}


def test_cases_that_came_are_done_or_open(plan: Plan, answer: Answer) -> None:
    """All but those that need no further task: 20 requests a step and 5 mediations."""
    meet = next(
        flow
        for flow in flows_of(answer.programme, answer.solution)
        if flow.lane.pathway.id == "mediation"
    )
    rows = plan.cases[plan.cases["pathway"] == "mediation"]
    came = np.cumsum(rows["arrived_cases"])

    assert (came - rows["open_cases"]).to_numpy() == pytest.approx(meet.done[:REPORTED], abs=1e-6)


def test_money_is_people_times_prices(plan: Plan) -> None:
    """Pay of a year is staff in post times their price, step by step."""
    problem = plan.problem
    for role, numbers in problem.roles.items():
        rows = plan.staffing[plan.staffing["role"] == role]
        base = (rows["in_post_fte"] - rows["temporary_fte"]).to_numpy()
        pay: dict[str, float] = {}
        for bucket in range(REPORTED):
            month = problem.months[bucket]
            first = problem.years[month]
            year = f"{first}-{(first + 1) % 100:02d}"
            pay[year] = pay.get(year, 0.0) + base[month] * numbers.cost_week[bucket]
        cost = plan.cost[(plan.cost["role"] == role) & (plan.cost["kind"] == "pay")]
        assert dict(zip(cost["financial_year"], cost["gbp"], strict=True)) == pytest.approx(pay)


def test_prices_of_a_discounted_problem_are_those_of_the_day(plan: Plan, answer: Answer) -> None:
    from burdens.plans import plan_of
    from burdens.programme import write_programme

    worth = tuple(0.999**bucket for bucket in range(plan.problem.buckets))
    discounted = plan.problem.changed(discount=worth)
    programme = write_programme(discounted)
    again = plan_of(type(answer)(programme, answer.solution, answer.needs))
    pay = plan.cost[plan.cost["kind"] == "pay"]["gbp"].sum()
    undiscounted = again.cost[again.cost["kind"] == "pay"]["gbp"].sum()

    # Pay falls by 0.1 % a step and the pound by as much: the price of the day is level.
    assert undiscounted > pay
    rows = plan.staffing
    base = {
        role: (part["in_post_fte"] - part["temporary_fte"]).to_numpy()
        for role, part in rows.groupby("role")
    }
    months = plan.problem.months[:REPORTED]
    assert undiscounted == pytest.approx(
        sum(2400 * base[role][month] for role in base for month in months)
    )
