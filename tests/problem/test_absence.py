"""Staff away between dates: by bucket, and never more than are in post."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burdens.errors import ProblemError
from burdens.problem import build
from burdens.scenario import Scenario, new
from tests.problem.conftest import START
from tests.problem.test_workforce import ep_of, staffed


def test_nobody_is_away_where_nothing_is_said(devon: Scenario) -> None:
    assert all(role.absent is None for role in build(devon).roles.values())


def test_absence_counts_in_the_weeks_of_its_dates_and_in_part_by_days(devon: Scenario) -> None:
    """From a Wednesday to the Sunday two weeks later: 5 of 7 days, then two whole weeks."""
    away = [{"from": "2027-04-14", "until": "2027-05-02", "fte": 0.7}]
    absent = ep_of(devon, in_post=5.0, absence=away).absent
    assert absent is not None
    assert absent[:5] == pytest.approx((0, 0.7 * 5 / 7, 0.7, 0.7, 0))
    assert not any(absent[4:])


def test_absences_at_once_add_up_and_dates_left_out_reach_to_both_ends(devon: Scenario) -> None:
    away = [{"until": "2027-04-25", "fte": 1.0}, {"from": "2027-04-19", "fte": 0.5}]
    absent = ep_of(devon, in_post=5.0, absence=away).absent
    assert absent is not None
    assert absent[:4] == pytest.approx((1, 1, 1.5, 0.5))
    assert set(absent[4:]) == {0.5}


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(
    size=st.sampled_from([1, 2]),
    begin=st.integers(-100, 1000),
    length=st.integers(0, 1500),
    fte=st.floats(0.1, 3),
)
def test_days_away_are_those_of_the_dates_within_the_plan(
    size: int, begin: int, length: int, fte: float
) -> None:
    first = START + dt.timedelta(days=begin)
    last = first + dt.timedelta(days=length)
    if last < START:
        first, last = START, START + dt.timedelta(days=length)
    scenario = new("Rutland", start=START).changed(bucket_weeks=size)
    entry = {"from": first, "until": last, "fte": fte}
    absent = ep_of(scenario, in_post=3.0, absence=[entry]).absent
    assert absent is not None
    end = scenario.end + dt.timedelta(weeks=scenario.run_out_weeks)
    days = (min(last, end - dt.timedelta(days=1)) - max(first, START)).days + 1
    assert sum(absent) * size * 7 == pytest.approx(fte * days)
    assert max(absent) <= fte + 1e-12


def test_more_away_than_are_implied_in_post_is_refused_for_every_role_at_once(
    devon: Scenario,
) -> None:
    away = [{"from": "2027-09-06", "until": "2027-12-31", "fte": 90.0}]
    scenario = staffed(devon, ep={"absence": away}, salt={"absence": away})
    with pytest.raises(ProblemError) as caught:
        build(scenario)
    assert [fault.field for fault in caught.value.faults] == [
        "staff.ep.absence",
        "staff.salt.absence",
    ]
    assert "90 FTE are away at once, and 31.13 FTE are in post" in str(caught.value)
    assert "type the staff under staff.ep.in_post" in str(caught.value)


def test_all_who_are_in_post_may_be_away(devon: Scenario) -> None:
    absent = ep_of(devon, in_post=3.0, absence=[{"fte": 3.0}]).absent
    assert set(absent or ()) == {3.0}
