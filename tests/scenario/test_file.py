"""Reading a scenario file: every fault at once, with its place and what to write instead."""

from __future__ import annotations

import re

import pytest

from burdens import scenario
from burdens.errors import BurdensError, Fault, ScenarioError


def faults_after(text: str, *changes: tuple[str, str]) -> dict[str, Fault]:
    """Read a changed file; give the faults by field."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    with pytest.raises(ScenarioError) as caught:
        scenario.parse(text, "devon.burdens.yaml")
    return {fault.field or "": fault for fault in caught.value.faults}


def only(found: dict[str, Fault]) -> Fault:
    assert len(found) == 1, list(found)
    return next(iter(found.values()))


def test_every_fault_is_told_at_once_with_file_line_and_field(devon_yaml: str) -> None:
    changes = (
        ("start: 2027-04-05", "start: 2027-04-06"),
        ("horizon_weeks: 156", "horizon_weeks: many"),
        ("requests: {value: 2265", "requests: {value: -1"),
        ("ep: {in_post: null", "ep: {in_pots: 3"),
        ("stage: decide,", "stage: decid,"),
        ("overrides: []", "overrides:\n  - {value: time.x, to: 1, reason: ''}\nlevers: 1"),
    )
    found = faults_after(devon_yaml, *changes)
    assert set(found) == {
        "start",
        "horizon_weeks",
        "figures.requests.value",
        "staff.ep.in_pots",
        "standards.timeliness.4.stage",
        "overrides.0.reason",
        "overrides.0.value",
        "levers",
    }
    text = devon_yaml
    for old, new in changes:
        text = text.replace(old, new, 1)
    lines = text.splitlines()
    assert {fault.file for fault in found.values()} == {"devon.burdens.yaml"}
    for field, fault in found.items():
        last = field.rsplit(".", maxsplit=1)[-1]
        assert fault.line is not None
        assert last in lines[fault.line - 1]


def test_a_fault_is_reported_in_the_order_of_lines(devon_yaml: str) -> None:
    found = faults_after(
        devon_yaml, ("opening: estimated", "opening: guessed"), ("burdens:", "burden:")
    )
    lines = [fault.line or 0 for fault in found.values()]
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("old", "new", "field", "fix"),
    [
        ("bucket_weeks", "bucket_week", "bucket_week", "bucket_weeks"),
        ("new_plans: {", "newplans: {", "figures.newplans", "new_plans"),
        ("  salt: {", "  salt2: {in_post: 1}\n  salt: {", "staff.salt2", "salt"),
        ("ep: {in_post", "ep: {inpost", "staff.ep.inpost", "in_post"),
        (
            "pathway: annual_review",
            "pathway: anual_review",
            "standards.timeliness.0.pathway",
            "annual_review",
        ),
        ("stage: final", "stage: finl", "standards.timeliness.7.stage", "final"),
        (
            "opening: estimated",
            "opening: [{pathway: needs_assessment, task: ep_advise, age_weeks: 3, cases: 4}]",
            "opening.0.task",
            "ep_advice",
        ),
    ],
)
def test_an_unknown_name_suggests_the_nearest(
    devon_yaml: str, old: str, new: str, field: str, fix: str
) -> None:
    fault = only(faults_after(devon_yaml, (old, new)))
    assert fault.field == field
    assert re.search(rf"Did you mean {fix}\b", fault.fix)


def test_an_unknown_override_suggests_the_nearest_values(devon_yaml: str) -> None:
    entry = "overrides: [{value: hours.needs_assessment.ep_advise.ep, to: 9, reason: local}]"
    fault = only(faults_after(devon_yaml, ("overrides: []", entry)))
    assert fault.field == "overrides.0.value"
    assert "hours.needs_assessment.ep_advice.ep" in fault.fix


@pytest.mark.parametrize("written", [".nan", ".inf", "-.inf", "-1", "1.2.3", "true", "'4'", "[1]"])
def test_a_figure_that_is_no_count_is_refused(devon_yaml: str, written: str) -> None:
    fault = only(faults_after(devon_yaml, ("value: 2265", f"value: {written}")))
    assert fault.field == "figures.requests.value"


def test_a_percentage_is_shown_as_the_share_it_was_meant_to_be(devon_yaml: str) -> None:
    fault = only(faults_after(devon_yaml, ("on_time: 1", "on_time: 95")))
    assert "0.95" in fault.fix


@pytest.mark.parametrize("reason", ["", "''", '"  "', "null"])
def test_an_override_without_a_reason_is_refused(devon_yaml: str, reason: str) -> None:
    said = f"reason: {reason}" if reason else ""
    entry = f"overrides:\n  - value: discount.rate\n    to: 0.03\n    {said}"
    fault = only(faults_after(devon_yaml, ("overrides: []", entry)))
    assert fault.field == "overrides.0.reason"


def test_an_override_that_no_unit_allows_is_refused(devon_yaml: str) -> None:
    entry = "overrides: [{value: discount.rate, to: 3.5, reason: per cent}]"
    fault = only(faults_after(devon_yaml, ("overrides: []", entry)))
    assert fault.field == "overrides.0.to"
    assert "share" in fault.what + fault.fix


def test_the_same_value_cannot_be_overridden_twice(devon_yaml: str) -> None:
    entry = "{value: discount.rate, to: 0.03, reason: a}"
    found = faults_after(devon_yaml, ("overrides: []", f"overrides: [{entry}, {entry}]"))
    assert set(found) == {"overrides.0.value", "overrides.1.value"}


def test_a_start_that_is_no_monday_names_the_mondays_beside_it(devon_yaml: str) -> None:
    fault = only(faults_after(devon_yaml, ("start: 2027-04-05", "start: 2027-04-07")))
    assert "Wednesday" in fault.what
    assert "2027-04-05" in fault.fix
    assert "2027-04-12" in fault.fix


@pytest.mark.parametrize("day", ["20270405x", "20270405", "2027", "null", "soon"])
def test_a_start_that_is_no_day_shows_how_to_write_one(devon_yaml: str, day: str) -> None:
    fault = only(faults_after(devon_yaml, ("start: 2027-04-05", f"start: {day}")))
    assert fault.field == "start"
    assert "such as 2027-04-05" in fault.fix


@pytest.mark.parametrize("day", ["2027-13-01", "2027-02-29"])
def test_a_day_that_no_calendar_has_is_named_with_its_line(devon_yaml: str, day: str) -> None:
    with pytest.raises(ScenarioError, match=rf"devon, line 9: there is no day {day}"):
        scenario.parse(devon_yaml.replace("start: 2027-04-05", f"start: {day}"), "devon")


@pytest.mark.parametrize("day", ["2027-04-04", "2030-04-01"])
def test_a_standard_before_the_start_or_past_the_end_is_refused(devon_yaml: str, day: str) -> None:
    fault = only(faults_after(devon_yaml, ("on_time: 1}", f"on_time: 1, from: {day}}}")))
    assert fault.field == "standards.timeliness.0.from"


def test_a_standard_from_the_last_day_of_the_plan_is_allowed(devon_yaml: str) -> None:
    read = scenario.parse(devon_yaml.replace("on_time: 1}", "on_time: 1, from: 2030-03-31}", 1))
    assert str(read.standards.timeliness[0].from_) == "2030-03-31"


def test_the_standards_of_one_stage_stand_by_rising_date(devon_yaml: str) -> None:
    stage = "    - {pathway: mediation, stage: meet, on_time: 1"
    later = f"{stage}, from: 2028-01-03}}\n{stage}, from: 2027-06-07}}"
    fault = only(faults_after(devon_yaml, (f"{stage}}}", later)))
    assert "rising date" in fault.fix


def test_a_stage_is_one_the_law_sets_a_clock_for(devon_yaml: str) -> None:
    fault = only(faults_after(devon_yaml, ("stage: no_plan", "stage: draft")))
    assert "no statutory stage called draft" in fault.what


def test_a_file_of_a_newer_version_is_refused(devon_yaml: str) -> None:
    fault = only(faults_after(devon_yaml, ('"0.1.0"', '"0.11.0"')))
    assert "0.11.0" in fault.what
    assert "newer" in fault.fix


def test_a_file_with_newer_evidence_is_refused(devon: scenario.Scenario, devon_yaml: str) -> None:
    fault = only(faults_after(devon_yaml, (str(devon.evidence), "2099-01-01")))
    assert fault.field == "evidence"


def test_older_evidence_is_warned_of_with_what_is_newer(devon: scenario.Scenario) -> None:
    (warning,) = [w for w in devon.changed(evidence="2015-01-05").warnings if "2015-01-05" in w]
    assert str(devon.evidence) in warning
    assert "discount.rate" in warning


def test_a_role_that_every_plan_has_cannot_be_left_out(devon_yaml: str) -> None:
    fault = only(faults_after(devon_yaml, ("\n  salt: {in_post", "\n  ot: {in_post")))
    assert fault.field == "staff.salt"


def test_weeks_are_a_whole_number_of_steps(devon_yaml: str) -> None:
    found = faults_after(devon_yaml, ("weeks: 156", "weeks: 155"))
    assert only(found).field == "horizon_weeks"


@pytest.mark.parametrize(
    "text", ["", "- 1\n", "just words\n", "a: [1\n", "a: 1\na: 2\n", "a: !!python/object:os.x {}\n"]
)
def test_a_file_that_is_no_set_of_fields_is_refused(text: str) -> None:
    with pytest.raises(ScenarioError):
        scenario.parse(text)


def test_an_empty_set_of_fields_names_every_field_that_is_needed() -> None:
    with pytest.raises(ScenarioError) as caught:
        scenario.parse("title: nothing\n")
    fields = {fault.field for fault in caught.value.faults}
    assert fields == {"burdens", "evidence", "authority", "start", "figures", "staff"}


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(BurdensError, match=r"nowhere\.yaml"):
        scenario.read("nowhere.yaml")


def test_standards_that_are_left_out_are_what_the_law_asks(
    devon: scenario.Scenario, devon_yaml: str
) -> None:
    without = devon_yaml[: devon_yaml.index("standards:")]
    read = scenario.parse(without)
    assert read.standards == devon.standards
    assert {standard.on_time for standard in read.standards.timeliness} == {1.0}
    assert ("needs_assessment", "final") in {
        (standard.pathway, standard.stage) for standard in read.standards.timeliness
    }


def test_a_stage_is_asked_for_once_though_several_tasks_share_its_clock(
    devon: scenario.Scenario,
) -> None:
    from burdens import law

    for pathway in law.pathways(devon.start).values():
        asked = [s.stage for s in devon.standards.timeliness if s.pathway == pathway.id]
        clocks = [(pathway.task(stage).weeks, pathway.task(stage).deadline) for stage in asked]
        wanted = {(task.weeks, task.deadline) for task in pathway.tasks if task.statutory}
        assert len(clocks) == len(set(clocks))
        assert set(clocks) == wanted


def test_an_empty_list_of_standards_asks_for_nothing(devon: scenario.Scenario) -> None:
    none = devon.changed(standards={"timeliness": [], "caseload": None})
    assert none.standards.timeliness == ()
    assert scenario.parse(none.to_yaml()) == none
