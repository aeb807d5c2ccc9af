"""What is needed, by hand: work over hours, the backlog, and the peak."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.plans import LiveModel, RoleNeed
from burdens.plans.established import with_posts
from burdens.plans.needs import backlog_hours, needs_of
from burdens.problem import Problem
from tests.plans.council import (
    BUCKETS,
    CASEWORKER,
    EP,
    a_pathway,
    a_task,
    council,
    first_days,
    with_pathway,
    with_role,
)
from tests.truth.problems import by_chance

LEVEL = {EP: {2027: 3.0, 2028: 3.5}, CASEWORKER: {2027: 3.0, 2028: 3.0}}


def needs(problem: Problem) -> dict[str, RoleNeed]:
    return needs_of(problem, {EP: {2027: 1.0, 2028: 1.0}, CASEWORKER: {2027: 1.0, 2028: 1.0}})


def test_work_over_hours_is_the_work_of_a_year_over_the_hours_of_a_post() -> None:
    """A step brings 20 requests, of which 12 take 15 h of advice: 180 h over 60 h are 3 posts.

    The caseworker has 20 x 2 h, 10 x 10 h and 5 x 6 h: 170 h over 60 h.
    """
    found = needs(council())

    assert found[EP].work_over_hours == pytest.approx({2027: 3.0, 2028: 3.0})
    assert found[CASEWORKER].work_over_hours == pytest.approx({2027: 170 / 60, 2028: 170 / 60})


def test_work_over_hours_counts_the_hours_and_the_cases_of_its_own_year() -> None:
    """In 2028-29 a psychologist has half the hours, and in its first step no requests come."""
    problem = council()
    year = [problem.years[month] for month in problem.months]
    first = year.index(2028)
    problem = with_role(
        problem, EP, productive=tuple(60.0 if one == 2027 else 30.0 for one in year)
    )
    arrivals = [0.0 if bucket == first else 20.0 for bucket in range(BUCKETS)]
    problem = with_pathway(problem, "needs_assessment", arrivals=tuple(arrivals))
    steps = year[: problem.reported_buckets].count(2028)

    assert needs(problem)[EP].work_over_hours == pytest.approx(
        {2027: 3.0, 2028: 180 * (steps - 1) / (30 * steps)}
    )


def test_the_backlog_is_the_work_left_in_the_cases_past_a_limit() -> None:
    """Waiting for advice since 8 steps, 30 cases (50 requests) are past the limit of 6, and
    waiting for a plan since 14, 10 cases are past that of 10. Those of 2 steps are not late.

    Left: 30 x 15 h of advice; of those 50 requests 25 plans, and 10 more, x 10 h.
    """
    problem = council()

    assert backlog_hours(problem) == pytest.approx({EP: 450.0, CASEWORKER: 350.0})
    assert needs(problem)[EP].catch_up_hours == pytest.approx(450.0)


@pytest.mark.parametrize("steps", [None, 13, 26, 52])
def test_posts_to_catch_up_are_the_backlog_over_the_hours_until_the_date(steps: int | None) -> None:
    found = needs(council(on_time_by=steps))

    assert found[EP].catch_up_fte == pytest.approx(450 / (60 * (steps or 26)))


def test_the_peak_is_the_month_that_asks_for_most_over_its_hours() -> None:
    """Each task is done evenly: level work of 3 posts, but 4 where a post has 45 of 60 h."""
    problem = council()
    days = first_days()
    short = [day for day in days if day.month == 8 and day.year == 2028]
    hours = tuple(45.0 if day in short else 60.0 for day in days)
    found = needs(with_role(problem, EP, productive=hours))[EP]

    assert found.peak_month == date(2028, 8, 1)
    # Some of the work of August is done in July and September, where there are hours for it.
    assert 3.0 < found.peak < 4.0
    level = needs(problem)[EP]
    assert level.peak == pytest.approx(3.0)


@st.composite
def level_councils(draw: st.DrawFn) -> Problem:
    """Draw a council with level arrivals, whatever its limits, shares and hours."""
    dues = sorted(draw(st.lists(st.integers(0, 8), min_size=2, max_size=2)))
    share = draw(st.sampled_from([0.3, 0.5, 1.0]))
    pathway = a_pathway(
        "needs_assessment",
        draw(st.floats(1, 40)),
        a_task("decide", dues[0], hours={CASEWORKER: draw(st.floats(0.5, 5))}),
        a_task("final", dues[1], "decide", share=share, hours={EP: draw(st.floats(0.5, 20))}),
    )
    return council(pathways=[pathway], published=None)


@by_chance(25)
@given(problem=level_councils())
def test_the_peak_is_no_less_than_what_keeps_up_where_arrivals_are_level(problem: Problem) -> None:
    for need in LiveModel().needs(problem).values():
        assert need.peak >= max(need.keep_up.values()) * (1 - 1e-6)
        assert need.peak == pytest.approx(max(need.work_over_hours.values()))


def test_years_beyond_the_reported_ones_are_not_needed() -> None:
    problem = council()
    found = LiveModel().needs(problem)

    assert max(problem.years) > max(found[EP].keep_up)
    assert list(found[EP].keep_up) == list(found[EP].work_over_hours) == [2027, 2028]


def test_where_no_number_of_posts_keeps_up_nothing_is_said_to() -> None:
    found = needs_of(council(), None)

    assert found[EP].keep_up == {}
    assert found[EP].work_over_hours == pytest.approx({2027: 3.0, 2028: 3.0})


def with_keep_up(keep_up: dict[str, dict[int, float]]) -> Problem:
    problem = council()
    return with_posts(problem, needs_of(problem, keep_up))


def test_posts_that_were_not_typed_are_those_that_keep_up_year_by_year() -> None:
    problem = council()
    planned = with_keep_up(LEVEL)

    for month, year in enumerate(problem.years):
        assert planned.roles[EP].posts[month] == (3.0 if year == 2027 else 3.5)  # type: ignore[index]
        assert planned.roles[CASEWORKER].posts[month] == 3.0  # type: ignore[index]


def test_temporary_posts_are_those_that_clear_the_backlog_unless_they_were_typed() -> None:
    months = len(council().years)
    problem = with_role(council(), CASEWORKER, temporary_cap=(0.5,) * months)
    planned = with_posts(problem, needs_of(problem, LEVEL))

    assert planned.roles[EP].temporary_cap == pytest.approx((450 / (60 * 26),) * months)
    assert planned.roles[CASEWORKER].temporary_cap == (0.5,) * months


def test_posts_that_were_typed_stay() -> None:
    typed = tuple(2.0 + 0.1 * month for month in range(len(council().years)))
    problem = with_role(council(), EP, posts=typed)
    planned = with_posts(problem, needs_of(problem, LEVEL))

    assert planned.roles[EP].posts == typed
    assert planned.roles[CASEWORKER].posts == (3.0,) * len(typed)
    assert problem.roles[CASEWORKER].posts is None
