"""What the law is on a date, against the regulations as read."""

from __future__ import annotations

import datetime as dt

import pytest

from burdens.errors import FactsError
from burdens.law import pathways

TODAY = dt.date(2026, 11, 24)
SWITCH = dt.date(2015, 3, 23)


def test_a_needs_assessment_keeps_the_six_twelve_sixteen_and_twenty_week_limits() -> None:
    tasks = {task.id: task.weeks for task in pathways(TODAY)["needs_assessment"].tasks}
    assert tasks == {
        "decide": 6,
        "ep_advice": 12,
        "salt_advice": 12,
        "ot_advice": 12,
        "social_care_advice": 12,
        "no_plan": 16,
        "draft": 16,
        "final": 20,
    }


def test_a_draft_plan_and_a_hearing_are_the_only_limits_that_are_not_law() -> None:
    conventions = {
        (pathway.id, task.id)
        for pathway in pathways(TODAY).values()
        for task in pathway.tasks
        if not task.statutory
    }
    assert conventions == {
        ("needs_assessment", "draft"),
        ("reassessment", "draft"),
        ("appeal", "hearing"),
    }


@pytest.mark.parametrize(
    ("pathway", "task", "weeks"),
    [
        ("reassessment", "final", 14),
        ("annual_review", "decision", 4),
        ("annual_review", "amend", 12),
        ("mediation", "meet", 4),
        ("appeal", "response", 6),
        ("order_assess", "assess_decision", 2),
        ("order_assess", "no_plan", 10),
        ("order_assess", "final", 14),
        ("order_plan", "draft", 5),
        ("order_plan", "final", 11),
    ],
)
def test_every_other_limit_is_the_one_read(pathway: str, task: str, weeks: int) -> None:
    found = pathways(TODAY)[pathway].task(task)
    assert (found.weeks, found.statutory) == (weeks, True)


def test_fifteen_days_for_representations_are_planned_as_three_whole_weeks() -> None:
    law = pathways(TODAY)
    assert law["needs_assessment"].task("final").after == (("draft", 3),)
    assert law["annual_review"].task("amend").after == (("decision", 3),)


def test_phase_transfers_end_in_mid_february_and_at_the_end_of_march() -> None:
    law = pathways(TODAY)
    school = law["phase_transfer_school"].task("amend")
    post16 = law["phase_transfer_post16"].task("amend")
    assert (school.deadline, post16.deadline) == ((2, 15), (3, 31))
    assert (school.weeks, school.window_weeks, post16.window_weeks) == (None, 20, 20)


def test_a_limit_changes_on_the_very_day_the_amendment_took_effect() -> None:
    day_before = SWITCH - dt.timedelta(days=1)
    before = pathways(day_before)["order_assess"].task("assess_decision")
    after = pathways(SWITCH)["order_assess"].task("assess_decision")
    assert (before.weeks, after.weeks) == (4, 2)
    assert after.since == SWITCH
    assert "2015/359" in after.reference.title


def test_the_law_begins_on_the_first_of_september_2014() -> None:
    assert "needs_assessment" in pathways(dt.date(2014, 9, 1))
    with pytest.raises(FactsError, match="2014-09-01"):
        pathways(dt.date(2014, 8, 31))


def test_the_listed_reasons_for_missing_a_limit_come_with_the_task() -> None:
    final = pathways(TODAY)["needs_assessment"].task("final")
    assert [excuse.provision[-3:] for excuse in final.excuses] == ["(a)", "(b)", "(c)", "(d)"]
    assert any(excuse.read == "not read" for excuse in final.excuses)
