from __future__ import annotations

import datetime as dt

from burdens.comparison.choices import FIGURES, NOT_PLANNED, groups_between, mixed, plan_key
from burdens.scenario import Scenario, Staffing, kinds, new
from burdens.scenario.staff_words import FIELDS
from tests.comparison.small_plans import GROWN, PEOPLE, START, devon, grown, staffed

GROUPED = {"figures", "opening", "staff", "standards", "overrides"}
SETTINGS = {"run_out_weeks", "bucket_weeks", "kept_share", "on_time_by"}
TIME = {"start", "horizon_weeks"}


def titles(first: Scenario, other: Scenario) -> list[str]:
    return [group.title for group in groups_between(first, other)]


def test_every_figure_stands_in_one_group() -> None:
    named = [name for names in FIGURES.values() for name in names]
    assert sorted(named) == sorted(kinds())


def test_every_field_of_a_scenario_is_in_a_group_or_makes_no_plan_or_is_its_time() -> None:
    known = {*NOT_PLANNED, *GROUPED, *SETTINGS, *TIME}
    assert set(Scenario.model_fields) == known


def test_every_field_of_a_role_is_listed_where_it_differs() -> None:
    assert set(FIELDS) == set(Staffing.model_fields)


def test_a_scenario_differs_from_itself_in_nothing() -> None:
    assert titles(devon(), devon()) == []


def test_names_reasons_and_measures_make_no_other_plan() -> None:
    one = devon(overrides=grown(0.07), title="Ours")
    two = devon(overrides=[{**grown(0.07)[0], "reason": "a forecast"}], measures=[])
    assert plan_key(one) == plan_key(two)
    assert titles(one, two) == []


def test_what_differs_is_named_what_is_given_before_what_is_chosen() -> None:
    other = new("Kent", start=START, caseload=180).changed(overrides=grown(0.09))
    assert titles(devon(staff=staffed(3.0)), other) == [
        *FIGURES,
        PEOPLE,
        "Caseload standard",
        GROWN,
    ]


def test_more_than_four_replaced_values_are_one_group() -> None:
    roles = ("ep", "salt", "caseworker", "ot", "send_manager")
    own = [{"value": f"pay.salary.{r}", "to": 50_000.0, "reason": "ours"} for r in roles]
    assert titles(devon(), devon(overrides=own[:4])) == [
        f"Basic salary, {name}"
        for name in (
            "educational psychologist",
            "speech and language therapist",
            "caseworker",
            "occupational therapist",
        )
    ]
    assert titles(devon(), devon(overrides=own)) == ["5 assumptions replaced"]


def test_all_groups_together_make_the_plan_of_the_other() -> None:
    first = devon(staff={**staffed(3.0), "ot": {"in_post": 1.0}}, overrides=grown(0.01))
    other = new("Kent", start=START, caseload=180).changed(
        overrides=[{"value": "pay.salary.ep", "to": 60_000.0, "reason": "ours"}],
        bucket_weeks=1,
        opening=[{"pathway": "needs_assessment", "task": "decide", "age_weeks": 3, "cases": 9.0}],
    )
    assert plan_key(mixed(first, other, groups_between(first, other))) == plan_key(other)
    assert plan_key(mixed(first, other, [])) == plan_key(first)


def test_a_group_is_taken_alone() -> None:
    other = devon(staff=staffed(5.0), overrides=grown(0.09))
    (staff, growth) = groups_between(devon(), other)
    assert plan_key(mixed(devon(), other, [staff])) == plan_key(devon(staff=staffed(5.0)))
    assert plan_key(mixed(devon(), other, [growth])) == plan_key(devon(overrides=grown(0.09)))


def test_posts_and_limits_on_hiring_are_groups_of_their_own() -> None:
    frozen = [{"a_month": 0.0}]
    other = devon(staff=staffed(5.0, posts=8.0, hiring=frozen, temporary_posts=0.0))
    assert titles(devon(), other) == [
        PEOPLE,
        "Posts funded",
        "Limits on hiring, temporary posts and agency work",
    ]


def test_posts_with_vacant_ones_are_taken_whoever_is_in_post() -> None:
    first = devon(staff=staffed(5.0))
    other = devon(staff=staffed(6.0, posts=8.0, vacant=2.0))
    (people, posts) = groups_between(first, other)
    assert mixed(first, other, [posts]).staff["ep"].in_post == 5.0
    assert mixed(first, other, [posts]).staff["ep"].posts == 8.0
    assert plan_key(mixed(first, other, [people])) == plan_key(devon(staff=staffed(6.0)))


def test_staff_in_post_are_the_same_typed_or_told_by_posts_and_vacant_ones() -> None:
    told = {role: {"posts": 8.0, "vacant": 2.0} for role in staffed(0.0)}
    assert plan_key(devon(staff=told)) == plan_key(devon(staff=staffed(6.0, posts=8.0)))


def test_a_role_that_only_one_has_is_a_group_of_its_own() -> None:
    more = devon(staff={**staffed(3.0), "ot": {"in_post": 1.0}})
    (roles, people) = groups_between(devon(), more)
    assert roles.title == "Roles planned"
    assert set(mixed(devon(), more, [roles]).staff) == set(more.staff)
    assert set(mixed(more, devon(), [roles]).staff) == set(devon().staff)
    assert people.title == PEOPLE


def test_the_kept_share_and_the_date_for_the_backlog_are_choices_of_their_own() -> None:
    other = devon(kept_share=0.5, on_time_by=dt.date(2027, 12, 31))
    (kept, date) = groups_between(devon(), other)
    assert (kept.title, date.title) == (
        "Cases whose time limits come first",
        "Date by which the backlog is cleared",
    )
    assert plan_key(mixed(devon(), other, [kept])) == plan_key(devon(kept_share=0.5))
    assert plan_key(mixed(other, devon(), [kept, date])) == plan_key(devon())
