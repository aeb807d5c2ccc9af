"""What a scenario may say of its staff, and what is refused: file, line, field, fix."""

from __future__ import annotations

import datetime as dt

import pytest

from burdens import scenario
from burdens.errors import Fault, ScenarioError
from burdens.scenario import Staffing
from burdens.scenario.staff_words import FIELDS, told

EP = (
    "ep: {in_post: null, posts: null, vacant: null, agency: null, pay_salary: null, "
    "max_hires_a_month: null, agency_share: null}"
)


def faults_of(text: str, staff: str) -> list[Fault]:
    """Read a file in which the psychologists are as written."""
    assert EP in text
    with pytest.raises(ScenarioError) as caught:
        scenario.parse(text.replace(EP, f"ep: {staff}"), "devon.burdens.yaml")
    return list(caught.value.faults)


def line_of(text: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if line.startswith("  ep: "))


@pytest.mark.parametrize(
    ("staff", "field", "what", "fix"),
    [
        ("{posts: -1}", "posts", "at least 0", "Funded establishment"),
        ("{temporary_posts: many}", "temporary_posts", "not a number", "unquoted"),
        ("{term_time: 40}", "term_time", "at most 1", "write 0.4"),
        ("{term_time: -0.1}", "term_time", "at least 0", "term-time"),
        ("{lead_months: 37}", "lead_months", "at most 36", "[months]"),
        ("{lead_months: .inf}", "lead_months", "not a finite number", "[months]"),
        ("{ramp_months: -2}", "ramp_months", "at least 0", "[months]"),
        ("{hiring: [{a_month: -1}]}", "hiring.0.a_month", "at least 0", "freeze"),
        ("{hiring: [{from: 2027-06-01}]}", "hiring.0.a_month", "is missing", "[FTE]"),
        ("{hiring: [{from: soon, a_month: 1}]}", "hiring.0.from", "not a date", "2027-04-05"),
        ("{hiring: {a_month: 1}}", "hiring", "not a list", "- "),
        (
            "{hiring: [{from: 2027-06-01, until: 2027-05-31, a_month: 0}]}",
            "hiring.0.until",
            "is 2027-05-31, before its from (2027-06-01)",
            "Write 2027-06-01 or later",
        ),
        (
            "{hiring: [{until: 2027-04-04, a_month: 0}]}",
            "hiring.0.until",
            "before the plan starts",
            "2027-04-05 or later",
        ),
        (
            "{hiring: [{from: 2030-04-01, a_month: 0}]}",
            "hiring.0.from",
            "past the end of the plan",
            "before 2030-04-01",
        ),
        (
            "{hiring: [{from: 2027-09-01, a_month: 2}, {until: 2027-09-01, a_month: 0}]}",
            "hiring.0",
            "overlaps entry 2",
            "before the other begins",
        ),
        ("{starters: [{month: sept, fte: 3}]}", "starters.0.month", "'sept'", "'september'"),
        ("{starters: [{month: may, fte: 0}]}", "starters.0.fte", "more than 0", "[FTE]"),
        (
            "{starters: [{month: may, fte: 1}, {month: may, fte: 2}]}",
            "starters.1.month",
            "may is duplicated",
            "Add the numbers up",
        ),
        ("{absence: [{fte: 0}]}", "absence.0.fte", "more than 0", "[FTE]"),
        (
            "{absence: [{from: 2027-08-01, until: 2027-07-01, fte: 1}]}",
            "absence.0.until",
            "before its from",
            "2027-08-01 or later",
        ),
        (
            "{in_post: 2, absence: [{until: 2027-09-30, fte: 1.5}, {from: 2027-09-30, fte: 1}]}",
            "absence",
            "has 2.5 FTE away on 2027-09-30, and 2 FTE are in post",
            "Correct the dates",
        ),
        (
            "{posts: 3, vacant: 1, absence: [{fte: 2.1}]}",
            "absence",
            "2.1 FTE away on 2027-04-05, and 2 FTE are in post",
            "in_post",
        ),
        (
            "{in_post: 12, posts: 20, vacant: 5}",
            "posts",
            "is 20, and 12 in post with 5 vacant make 17",
            "leave one of them out",
        ),
        ("{posts: 3, vacant: 4}", "vacant", "is 4, more than the 3 posts", "at most"),
        ("{absense: []}", "absense", "is not a recognised field", "absence"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place_and_what_to_write(
    devon_yaml: str, staff: str, field: str, what: str, fix: str
) -> None:
    (fault,) = faults_of(devon_yaml, staff)
    assert fault.file == "devon.burdens.yaml"
    assert fault.line == line_of(devon_yaml)
    assert fault.field == f"staff.ep.{field}"
    assert what in fault.what
    assert fix in fault.fix


def test_every_fault_of_the_staff_is_told_at_once(devon_yaml: str) -> None:
    staff = "{posts: 1, vacant: 2, starters: [{month: may, fte: -1}], hiring: [{a_month: x}]}"
    fields = {fault.field for fault in faults_of(devon_yaml, staff)}
    assert fields == {
        "staff.ep.vacant",
        "staff.ep.starters.0.fte",
        "staff.ep.hiring.0.a_month",
    }


def test_a_date_that_does_not_read_is_not_taken_for_one_left_out(devon_yaml: str) -> None:
    staff = "{hiring: [{from: soon, a_month: 1}, {from: 2027-06-01, a_month: 0}]}"
    assert [fault.field for fault in faults_of(devon_yaml, staff)] == ["staff.ep.hiring.0.from"]


@pytest.mark.parametrize("role", ["assistant_psychologist", "eps"])
def test_an_unknown_role_suggests_the_nearest(devon_yaml: str, role: str) -> None:
    text = devon_yaml.replace(f"  {EP}", f"  {EP}\n  {role}: {{in_post: 1}}")
    with pytest.raises(ScenarioError) as caught:
        scenario.parse(text, "devon")
    (fault,) = caught.value.faults
    assert (fault.file, fault.field) == ("devon", f"staff.{role}")
    assert "not a recognised role" in fault.what
    assert "ep" in fault.fix


def test_staff_who_are_more_than_the_posts_leave_none_vacant(devon: scenario.Scenario) -> None:
    more = {"in_post": 12.0, "posts": 10.0, "vacant": 0.0}
    assert devon.changed(staff={**staff_of(devon), "ep": more}).staff["ep"].posts == 10


def staff_of(made: scenario.Scenario) -> dict[str, dict]:
    return {name: {} for name in made.staff}


def test_absence_that_began_before_the_plan_counts_from_its_start(
    devon: scenario.Scenario,
) -> None:
    """Two people away, one after the other, before and into a plan with one in post."""
    away = [
        {"from": "2026-11-02", "until": "2027-03-31", "fte": 1.0},
        {"from": "2027-03-01", "until": "2027-06-30", "fte": 1.0},
    ]
    with pytest.raises(ScenarioError, match="2027-03-31, before the plan starts"):
        devon.changed(staff={**staff_of(devon), "ep": {"in_post": 1.0, "absence": away}})
    made = devon.changed(staff={**staff_of(devon), "ep": {"in_post": 1.0, "absence": away[1:]}})
    assert made.staff["ep"].absence[0].from_ == dt.date(2027, 3, 1)


def test_every_field_of_staff_is_told_in_words() -> None:
    assert set(FIELDS) == set(Staffing.model_fields)
    assert all(told(Staffing(), field) for field in FIELDS)


def test_dated_staff_are_shown_with_their_dates(devon: scenario.Scenario) -> None:
    ep = {
        "hiring": [{"from": "2027-06-01", "until": "2027-08-31", "a_month": 0}],
        "starters": [{"month": "september", "fte": 2.5}],
        "absence": [{"until": "2027-12-31", "fte": 0.8, "why": "maternity leave"}],
        "term_time": 0.25,
        "lead_months": 2.5,
    }
    shown = devon.changed(staff={**staff_of(devon), "ep": ep})._repr_html_()
    for said in (
        "0 from 1 June 2027 to 31 August 2027",
        "2.5 each September",
        "0.8 from the start to 31 December 2027 (maternity leave)",
        "[% of the team]: 25",
        "first day in post [months]: 2.5",
    ):
        assert said in shown


def test_a_file_leaves_out_what_is_not_said_of_staff(
    devon: scenario.Scenario, devon_yaml: str
) -> None:
    assert "absence: []" not in devon_yaml
    away = {"in_post": 3.0, "absence": [{"until": "2027-12-31", "fte": 0.8}]}
    text = devon.changed(staff={**staff_of(devon), "ep": away}).to_yaml()
    assert 'absence: [{until: 2027-12-31, fte: 0.8, why: ""}]' in text
