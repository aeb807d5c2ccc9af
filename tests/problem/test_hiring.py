"""Limits on appointments by date, starters of a month, and how long newcomers take."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burdens.authorities import england
from burdens.problem import build
from burdens.scenario import Scenario, new
from tests.problem.conftest import START
from tests.problem.test_workforce import ep_of, staffed

Typed = Callable[..., Scenario]
MONTHS = [(2027 + (3 + n) // 12, (3 + n) % 12 + 1) for n in range(48)]  # from April 2027


def caps_of(scenario: Scenario, **own: Any) -> dict[tuple[int, int], float]:
    """Return the limits of the psychologists by year and month, where 2 a month is usual."""
    caps = ep_of(scenario, **{"max_hires_a_month": 2.0, **own}).hire_cap
    assert caps is not None
    return dict(zip(MONTHS, caps, strict=False))


def test_a_typed_limit_is_that_of_every_month(devon: Scenario) -> None:
    assert set(caps_of(devon).values()) == {2.0}


def test_a_freeze_lets_nobody_be_appointed_between_its_dates(devon: Scenario) -> None:
    freeze = {"from": "2027-07-01", "until": "2028-01-31", "a_month": 0}
    caps = caps_of(devon, hiring=[freeze])
    frozen = {(2027, m) for m in range(7, 13)} | {(2028, 1)}
    assert {month for month, cap in caps.items() if cap == 0} == frozen
    assert {cap for month, cap in caps.items() if month not in frozen} == {2.0}


def test_a_month_in_part_under_a_limit_has_one_in_between_by_days(devon: Scenario) -> None:
    caps = caps_of(devon, hiring=[{"from": "2027-06-11", "until": "2027-07-10", "a_month": 5}])
    assert caps[2027, 6] == pytest.approx((10 * 2 + 20 * 5) / 30)
    assert caps[2027, 7] == pytest.approx((10 * 5 + 21 * 2) / 31)
    assert caps[2027, 5] == caps[2027, 8] == 2


def test_dates_that_are_left_out_reach_to_the_start_and_the_end(devon: Scenario) -> None:
    """The plan begins on 5 April, so a freeze to the end of April covers all of its April."""
    caps = caps_of(devon, hiring=[{"until": "2027-04-30", "a_month": 0}])
    assert (caps[2027, 4], caps[2027, 5]) == (0, 2)
    caps = caps_of(devon, hiring=[{"from": "2028-02-01", "a_month": 0}])
    assert caps[2028, 1] == 2
    assert {cap for month, cap in caps.items() if month >= (2028, 2)} == {0}


def test_a_limit_that_began_before_the_plan_holds_from_its_start(devon: Scenario) -> None:
    caps = caps_of(devon, hiring=[{"from": "2026-11-02", "until": "2027-05-31", "a_month": 1}])
    assert (caps[2027, 4], caps[2027, 5], caps[2027, 6]) == (1, 1, 2)


spans = st.tuples(st.integers(0, 1000), st.integers(0, 400), st.floats(0, 9))


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(spans=st.lists(spans, max_size=4))
def test_limits_by_day_add_up_over_every_month(spans: list[tuple[int, int, float]]) -> None:
    """Against a loop over days: the mean of the limit of each day of a month in the plan."""
    limits: dict[dt.date, float] = {}
    entries, first = [], START
    for gap, length, a_month in spans:
        begin = first + dt.timedelta(days=gap)
        until = begin + dt.timedelta(days=length)
        if begin >= START + dt.timedelta(weeks=156):
            break
        entries.append({"from": begin, "until": until, "a_month": a_month})
        limits |= {begin + dt.timedelta(days=n): a_month for n in range(length + 1)}
        first = until + dt.timedelta(days=1)
    caps = caps_of(new("Rutland", start=START), hiring=entries)
    for (year, month), cap in caps.items():
        last = calendar.monthrange(year, month)[1]
        days = [dt.date(year, month, n) for n in range(1, last + 1)]
        inside = [limits.get(day, 2.0) for day in days if day >= START]
        assert cap == pytest.approx(sum(inside) / len(inside))


def test_september_starters_are_appointed_so_that_none_begins_before_september(
    devon: Scenario,
) -> None:
    september = [{"month": "september", "fte": 3.0}]
    for lead, month in ((0, 9), (2, 7), (2.5, 7), (5, 4)):
        caps = caps_of(devon, lead_months=lead, starters=september)
        more = {when for when, cap in caps.items() if cap == 5}
        assert more == {(year, month) for year in (2027, 2028, 2029, 2030)} & set(caps)
        assert all(cap == 2 for when, cap in caps.items() if when not in more)


def test_starters_are_beyond_a_freeze(devon: Scenario) -> None:
    caps = caps_of(
        devon,
        lead_months=1,
        hiring=[{"a_month": 0}],
        starters=[{"month": "september", "fte": 3.0}, {"month": "january", "fte": 1.0}],
    )
    assert (caps[2027, 8], caps[2027, 12], caps[2027, 9]) == (3, 1, 0)


def test_starters_who_would_be_appointed_before_the_plan_are_told_and_left_out(
    devon: Scenario,
) -> None:
    own = {"max_hires_a_month": 2.0, "lead_months": 6.0}
    own["starters"] = [{"month": "september", "fte": 3.0}]
    problem = build(staffed(devon, ep=own))
    caps = problem.roles["ep"].hire_cap or ()
    assert dict(zip(MONTHS, caps, strict=False))[2028, 3] == 5
    assert sum(cap == 5 for cap in caps) == 3
    (note,) = (note for note in problem.notes if "September" in note)
    assert "3 FTE who can start in September 2027" in note
    assert "staff.ep.in_post" in note


@pytest.mark.truth
def test_all_authorities_together_can_hire_what_england_s_psychologists_allow(
    devon: Scenario,
) -> None:
    """Devon's share of new plans, of 2,325 people, at (8.8 % + 10 %) a year."""
    share = (devon.figure("new_plans") or 0.0) / england().series("new_plans")[2024]
    expected = 2_325 * share * (0.088 + 0.10) / 12
    caps = build(devon).roles["ep"].hire_cap
    assert caps is not None
    assert caps[0] == pytest.approx(expected, rel=1e-3)
    assert set(caps) == {caps[0]}


def test_without_new_plans_the_team_s_own_size_limits_hiring_and_this_is_told(
    devon: Scenario, typed: Typed
) -> None:
    unknown = typed(devon, new_plans=None, assessments_issued=None)
    problem = build(staffed(unknown, ep={"in_post": 60.0}))
    caps = problem.roles["ep"].hire_cap
    assert caps is not None
    assert caps[0] == pytest.approx(60 * (0.088 + 0.10) / 12)
    assert any("staff.ep.max_hires_a_month" in note for note in problem.notes)


def test_newcomers_need_the_time_that_the_evidence_says(devon: Scenario) -> None:
    role = build(devon).roles["caseworker"]
    assert role.lead == 3
    assert role.ramp == (0.5,) * 6


@pytest.mark.parametrize(
    ("months", "ramp"),
    [
        (2.5, (0.5, 0.5, 0.25)),
        (2.0, (0.5, 0.5)),
        (0.2, (0.1,)),
        (0.0, ()),
    ],
)
def test_months_of_ramp_and_lead_are_taken_as_typed(
    devon: Scenario, months: float, ramp: tuple[float, ...]
) -> None:
    role = ep_of(devon, ramp_months=months, lead_months=months)
    assert role.ramp == pytest.approx(ramp)
    assert role.lead == months


def test_a_ramp_in_the_evidence_keeps_its_half_month(
    devon: Scenario, overridden: Callable[..., Scenario]
) -> None:
    role = build(overridden(devon, {"recruitment.caseworker.ramp_months": 1.5})).roles["caseworker"]
    assert role.ramp == pytest.approx((0.5, 0.25))


def test_a_ramp_longer_than_the_plan_ends_with_it(
    devon: Scenario, overridden: Callable[..., Scenario]
) -> None:
    problem = build(overridden(devon, {"recruitment.ep.ramp_months": 1e12}))
    assert len(problem.roles["ep"].ramp) == len(problem.years)


@pytest.mark.parametrize("size", [1, 2])
def test_a_plan_from_the_last_days_of_march_has_its_limits_in_their_own_months(
    devon: Scenario, size: int
) -> None:
    """Its first month is April with the days of March before it, so April is number 0."""
    scenario = devon.changed(start=dt.date(2028, 3, 27), bucket_weeks=size)
    freeze = [{"from": "2028-06-01", "until": "2028-06-30", "a_month": 0}]
    starters = [{"month": "september", "fte": 3}]
    role = ep_of(scenario, max_hires_a_month=2, hiring=freeze, starters=starters, lead_months=1)
    assert role.hire_cap is not None
    assert role.hire_cap[:6] == (2, 2, 0, 2, 5, 2)
