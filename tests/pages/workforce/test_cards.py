from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from html import escape, unescape
from typing import TYPE_CHECKING

from burdens.pages.provenance import provenance
from burdens.pages.workforce import obstacles
from burdens.pages.workforce.cards import answer_and_cards, first_met
from tests.pages.small_plan import COST_WEEK, IN_POST, START

if TYPE_CHECKING:
    from burdens.plans import Plan
    from burdens.scenario import Scenario

JUDGED = "hours.needs_assessment.final.caseworker"  # grade D


def text(html: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)))


def test_the_answer_comes_first_as_a_sentence(plan: Plan, scenario: Scenario) -> None:
    said = text(answer_and_cards(plan, scenario))
    assert said.strip().startswith("To keep every limit Devon needs 30.0 educational psychologists")
    assert said.index("To keep every limit") < said.index("Needed to keep up")


def test_a_card_says_who_is_needed_who_is_there_and_who_is_short(
    plan: Plan, scenario: Scenario
) -> None:
    said = text(answer_and_cards(plan, scenario))
    # The highest of 30.0 and 26.0 a year; 20.0 in post; 3.0 temporary posts and 2.0 agency staff.
    assert (
        "Educational psychologists Needed to keep up 30.0 In post at the start 20.0 Implied; likely "
        "range 15.0 to 26.0 Short at the start 10.0 Temporary posts, at most 3.0 Agency staff, at "
        "most 2.0 In post at the end 25.8"
    ) in said
    assert "Needed is that of 2027-28, the highest year. In post is implied" in said
    # 66.5 in the second year, and nothing implied.
    assert (
        "Caseworkers Needed to keep up 66.5 In post at the start 50.0 Short at the start 16.5"
    ) in said
    assert "Needed is that of 2028-29, the highest year." in said


def test_where_more_are_in_post_than_needed_nobody_is_short(plan: Plan, scenario: Scenario) -> None:
    said = text(answer_and_cards(plan, scenario))
    assert "Needed to keep up 7.0 In post at the start 8.0 Short at the start 0.0" in said


def test_what_is_implied_is_said_in_the_same_sentence(plan: Plan, scenario: Scenario) -> None:
    said = text(answer_and_cards(plan, scenario))
    sentence = next(one for one in said.split(". ") if "30.0 educational psychologists" in one)
    assert "about 20.0 educational psychologists (implied by published figures" in sentence
    assert "likely 15.0 to 26.0" in sentence
    assert "about 50.0" not in sentence


def test_the_published_rate_stands_beside_the_planned_ones_by_calendar_year(
    plan: Plan, scenario: Scenario
) -> None:
    said = text(answer_and_cards(plan, scenario))
    assert (
        "New plans within 20 weeks Published, 2025 46% Planned, 2027, April to December 60% Planned, 2028 "
        "80% Planned, 2029, January to April 100%"
    ) in said


def test_a_rate_that_is_not_published_is_said_to_be_so(plan: Plan, scenario: Scenario) -> None:
    assert plan.problem.published is not None
    none = plan.problem.published.model_copy(update={"on_time": None, "year": None})
    problem = plan.problem.model_copy(update={"published": none})
    said = text(answer_and_cards(replace(plan, problem=problem), scenario))
    assert "Published not published" in said


def test_cases_past_a_limit_are_counted_at_both_ends(plan: Plan, scenario: Scenario) -> None:
    said = text(answer_and_cards(plan, scenario))
    assert "Cases past a time limit At the start, April 2027 300 At the end, March 2029 0" in said


def test_the_cost_of_a_year_stands_beside_todays_with_the_difference(
    plan: Plan, scenario: Scenario
) -> None:
    said = text(answer_and_cards(plan, scenario))
    today = sum(IN_POST.values()) * COST_WEEK * 365.25 / 14  # 78 posts, GBP 4,069,929
    assert round(today, -4) == 4_070_000
    assert (
        "Today, a year £4.07 million 2027-28 £4.00 million 2027-28, less £70,000 2028-29 £5.00 "
        "million 2028-29, more £930,000"
    ) in said


def test_vacant_posts_stand_beside_the_posts_that_are_short(plan: Plan, scenario: Scenario) -> None:
    own = {role: staff.model_dump() for role, staff in scenario.staff.items()}
    changed = scenario.changed(staff={**own, "ep": {**own["ep"], "vacant": 3.0}})
    said = text(answer_and_cards(plan, changed))
    # 30 needed and 20 in post: 10 more people, for 3 posts that are there and 7 that are not.
    assert "Short at the start 10.0 Vacant posts 3.0 Of those short, new posts 7.0" in said
    assert said.count("Vacant posts") == 1


def test_the_date_each_limit_is_kept_from_is_written_out(plan: Plan) -> None:
    said = text(first_met(plan))
    assert "Every time limit: from 3 April 2028" in said
    assert "EHC needs assessment: from 3 April 2028" in said
    assert "Annual review: from the start" in said
    assert "for each caseworker: not within this plan" in said


def test_limits_that_are_never_all_kept_are_said_to_be_so(plan: Plan) -> None:
    assert "Every time limit: not within this plan" in text(
        first_met(replace(plan, on_time_from=None))
    )
    assert "Every time limit: from the start" in text(first_met(replace(plan, on_time_from=START)))


def test_what_stands_in_the_way_is_listed_once_and_escaped(plan: Plan) -> None:
    said = obstacles.in_the_way(plan)
    assert said.count("EHC needs assessment &lt;b&gt;") == 1
    assert "up to 300 in 2027-28 and 3.4 in 2028-29" in said
    assert "Caseload of 200 for each caseworker: up to 900 in 2027-28" in said


def test_a_plan_that_meets_everything_says_so(plan: Plan) -> None:
    kept = replace(plan, shortfalls=plan.shortfalls.iloc[:0])
    assert obstacles.in_the_way(kept) == "<p>Nothing: every standard you set is met.</p>"


def test_what_a_plan_was_made_from_is_named_once(plan: Plan, scenario: Scenario) -> None:
    made = plan.made_for("Devon", [], {"scenario": scenario.hash, "burdens": "0.1.0"})
    said = text(provenance(made.provenance, scenario))
    assert said.count(scenario.hash[:12]) == 1
    assert "burdens 0.1.0" in said


def test_the_unconfirmed_values_that_the_plan_read_are_counted_and_named(
    plan: Plan, scenario: Scenario
) -> None:
    values = scenario.evidence_values()
    said = obstacles.to_check(plan, scenario)
    named = re.findall(r"<li>([^<]*) \([\w ]+\)</li>", said)
    assert f"{len(named)} of the " in said
    assert {value.grade for value in values.values() if escape(value.title) in named} == {"D"}
    assert escape(values[JUDGED].title) in named
    assert escape(values["caseload.observed.devon_2019"].title) not in named


def test_a_value_that_is_replaced_with_a_reason_is_not_called_unconfirmed(
    plan: Plan, scenario: Scenario
) -> None:
    ours = {"value": JUDGED, "to": 3.0, "reason": "our own count"}
    title = escape(scenario.evidence_values()[JUDGED].title)
    assert title in obstacles.to_check(plan, scenario)
    assert title not in obstacles.to_check(plan, scenario.changed(overrides=[ours]))


def test_a_caseload_standard_that_is_not_set_is_said_plainly(
    plan: Plan, scenario: Scenario
) -> None:
    assert "No caseload standard is set" in obstacles.to_check(plan, scenario)
    standards = {"caseload": {"cases_per_caseworker": 200.0}}
    assert "No caseload" not in obstacles.to_check(plan, scenario.changed(standards=standards))


def test_a_plan_of_part_of_one_year_says_its_months(plan: Plan, scenario: Scenario) -> None:
    rows = plan.on_time[plan.on_time["start"] == dt.date(2027, 1, 1)]
    short = plan.problem.model_copy(update={"reported_weeks": 26})
    said = text(answer_and_cards(replace(plan, problem=short, on_time=rows), scenario))
    assert "Planned, 2027, April to October 60%" in said
