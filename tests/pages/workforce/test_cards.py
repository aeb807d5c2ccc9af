from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from burdens.pages.provenance import provenance
from burdens.pages.workforce import headlines, obstacles
from burdens.pages.workforce.cards import cards, first_met
from burdens.pages.workforce.names import names_on

if TYPE_CHECKING:
    from burdens.scenario import Scenario


def text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_posts_needed_are_the_average_of_the_highest_year(plan: Any) -> None:
    posts = {post.role: post for post in headlines.posts(plan)}
    assert (posts["ep"].needed, posts["ep"].needed_year, posts["ep"].gap) == (30.0, "2027-28", 10.0)
    assert (posts["caseworker"].needed, posts["caseworker"].needed_year) == (66.5, "2028-29")
    assert posts["salt"].gap == -1.0
    assert posts["salt"].reached == 8.0 + 0.25 * 23


def test_posts_needed_alike_in_every_year_name_no_year(plan: Any, scenario: Scenario) -> None:
    plan.staffing["needed_fte"] = 40.0
    said = text(cards(plan, scenario, names_on(plan.problem.start)))
    assert "Needed is the same in every year." in said
    assert "highest year" not in said


def test_cards_show_posts_rate_and_cost(plan: Any, scenario: Scenario) -> None:
    said = text(cards(plan, scenario, names_on(plan.problem.start)))
    assert "Educational psychologist posts Needed 30.0 In post at the start 20.0" in said
    assert "More needed 10.0" in said
    assert "Planned, 2027-28 60% Planned, 2028-29 100%" in said
    assert "2027-28 £4.00 million 2028-29 £5.00 million" in said
    assert "past a time limit April 2027 300 March 2029 0" in said


def test_vacant_posts_stand_beside_the_posts_needed(plan: Any, scenario: Scenario) -> None:
    own = {role: staff.model_dump() for role, staff in scenario.staff.items()}
    said = text(
        cards(
            plan,
            scenario.changed(staff={**own, "ep": {"vacant": 3.0}}),
            names_on(plan.problem.start),
        )
    )
    # 30 needed and 20 in post: 10 more people, for 3 posts that are there and 7 that are not.
    assert "Vacant posts 3.0 More needed 10.0 Of them, new posts 7.0" in said
    assert said.count("Vacant posts") == 1


def test_the_published_rate_is_plans_on_time_over_plans(scenario: Scenario) -> None:
    rate = headlines.published_rate(scenario)
    within = scenario.figure("issued_within_20_weeks_excluding_exceptions")
    plans = scenario.figure("timeliness_plans_excluding_exceptions")
    assert rate is not None
    assert within is not None
    assert plans is not None
    assert rate.share * plans == within


def test_a_rate_that_is_not_published_is_said_to_be_so(plan: Any, scenario: Scenario) -> None:
    gone = scenario.changed(figures={})
    assert headlines.published_rate(gone) is None
    assert "not published" in cards(plan, gone, names_on(plan.problem.start))


def test_the_date_each_standard_is_met_is_written_out(plan: Any) -> None:
    said = text(first_met(plan))
    assert "Final plan within 20 weeks: from 3 April 2028" in said
    assert "within 4 weeks: from the start" in said
    assert "a caseworker: not within this plan" in said


def test_what_stands_in_the_way_is_listed_and_escaped(plan: Any) -> None:
    said = obstacles.in_the_way(plan)
    assert "Final plan within 20 weeks &lt;b&gt;: short by 400 cases" in said
    assert "No more than 0.5 educational psychologists" in said


def test_a_standard_has_one_line_with_the_periods_that_follow_one_another_joined(plan: Any) -> None:
    said = obstacles.in_the_way(plan)
    assert said.count("Final plan within 20 weeks") == 1
    assert "400 cases, April 2027 to October 2027 and December 2027 to March 2028" in said


def test_cases_held_at_once_are_not_added_up_over_months(plan: Any) -> None:
    said = obstacles.in_the_way(plan)
    assert "Caseload of 200: over by up to 900 cases at once, April 2027 to May 2027" in said


def test_pounds_with_policy_weights_are_said_to_be_no_budget(plan: Any) -> None:
    assert "not in a budget" in obstacles.in_the_way(plan)
    plan.binding = []
    assert "not in a budget" not in obstacles.in_the_way(plan)


def test_what_a_plan_was_made_from_is_named_once(plan: Any, scenario: Scenario) -> None:
    plan.provenance = {"scenario": scenario.hash, "burdens": "0.1.0"}
    said = text(provenance(plan.provenance, scenario))
    assert said.count(scenario.hash[:12]) == 1
    assert "burdens 0.1.0" in said


def test_a_plan_that_meets_everything_says_so(plan: Any) -> None:
    plan.shortfalls, plan.binding = plan.shortfalls.iloc[:0], []
    assert obstacles.in_the_way(plan) == "<p>Nothing: every standard you set is met.</p>"


def test_the_unconfirmed_values_that_the_plan_read_are_counted_and_named(
    plan: Any, scenario: Scenario
) -> None:
    values = scenario.evidence_values()
    said = obstacles.to_check(plan, scenario)
    named = re.findall(r"<li>(.*?) \([\w ]+\)</li>", said)
    assert f"{len(named)} of the " in said
    assert {value.grade for value in values.values() if escape(value.title) in named} == {"D"}
    assert escape(values["growth.requests"].title) in named
    assert escape(values["caseload.observed.devon_2019"].title) not in named


def test_a_value_that_is_replaced_with_a_reason_is_not_called_unconfirmed(
    plan: Any, scenario: Scenario
) -> None:
    ours = {"value": "growth.requests", "to": 0.02, "reason": "our own count"}
    title = escape(scenario.evidence_values()["growth.requests"].title)
    assert title not in obstacles.to_check(plan, scenario.changed(overrides=[ours]))


def test_a_caseload_standard_that_is_not_set_is_said_plainly(plan: Any, scenario: Scenario) -> None:
    assert "No caseload standard is set" in obstacles.to_check(plan, scenario)
    standards = {"caseload": {"cases_per_caseworker": 200.0}}
    assert "No caseload" not in obstacles.to_check(plan, scenario.changed(standards=standards))
