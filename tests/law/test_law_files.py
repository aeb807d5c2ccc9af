"""Every pathway file, read whole; and what a broken one says."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from burdens.errors import FactsError
from burdens.law import pathways, read_pathways

if TYPE_CHECKING:
    from pathlib import Path

    from burdens.law.schema import LimitFact, PathwayFact

GOOD = """\
id: trial
title: Trial
clock: start
description: A trial.
arrives_as: {figure: appeals, season: requests}
tasks:
  - id: first
    title: First
    kind: statutory
    description: The first task.
    values:
      - from: 2020-01-01
        status: in force
        weeks: 6
        reference: &here
          title: Some regulations
          provision: regulation 1
          href: https://example.org/1
          checked_on: 2026-01-01
          read: true
  - id: second
    title: Second
    kind: statutory
    description: The second task.
    values:
      - from: 2020-01-01
        status: in force
        weeks: 8
        reference: *here
      - from: 2021-01-01
        status: proposed
        weeks: 7
        reference: *here
    after:
      - task: first
        days: 15
        reference: *here
"""


def _limits() -> list[tuple[PathwayFact, LimitFact]]:
    return [(p, v) for p in read_pathways() for t in p.tasks for v in t.values]


def _written(folder: Path, text: str) -> Path:
    (folder / "trial.yaml").write_text(text, encoding="utf-8")
    return folder


def _message(folder: Path, text: str) -> str:
    with pytest.raises(FactsError) as caught:
        read_pathways(_written(folder, text))
    return str(caught.value)


def test_the_nine_pathways_are_there_and_no_more() -> None:
    assert {pathway.id for pathway in read_pathways()} == {
        "needs_assessment",
        "reassessment",
        "annual_review",
        "phase_transfer_school",
        "phase_transfer_post16",
        "mediation",
        "appeal",
        "order_assess",
        "order_plan",
    }


def test_every_limit_names_its_provision_its_address_and_the_day_it_was_checked() -> None:
    for pathway, limit in _limits():
        reference = limit.reference
        assert reference.provision, pathway.id
        assert reference.href.startswith("http"), pathway.id
        assert dt.date(2026, 1, 1) < reference.checked_on < dt.date(2027, 1, 1)


def test_a_limit_not_read_at_its_source_says_why_it_is_trusted_or_that_it_is_not() -> None:
    unread = [limit.reference for _, limit in _limits() if limit.reference.read is not True]
    assert unread
    assert all(r.note or r.provision.startswith(("no provision", "regulation 8")) for r in unread)


def test_every_description_and_reason_is_a_sentence() -> None:
    for pathway in read_pathways():
        texts = [pathway.description]
        texts += [task.description for task in pathway.tasks]
        texts += [excuse.reason for task in pathway.tasks for excuse in task.exceptions]
        assert all(text[0].isupper() and text.endswith(".") for text in texts)


def test_no_predecessor_and_its_lag_outlast_the_limit_of_the_task_after_it() -> None:
    for pathway in pathways(dt.date(2026, 11, 24)).values():
        due = {task.id: task.weeks for task in pathway.tasks}
        for task in pathway.tasks:
            for before, lag in task.after:
                assert (due[before] or 0) + lag <= (task.weeks or 0), (pathway.id, task.id)


def test_every_figure_and_value_that_a_pathway_names_is_known() -> None:
    from burdens.evidence import read
    from burdens.scenario import catalogue

    figures, values = catalogue.kinds(), read()
    for pathway in read_pathways():
        arrives_as, shown, opening = (
            pathway.arrives_as,
            pathway.timeliness,
            pathway.open_at_start,
        )
        named = [arrives_as.figure] + (
            [] if shown is None else [shown.on_time, shown.of, shown.late]
        )
        assert {name for name in named if name} <= figures.keys()
        ids = [arrives_as.share, arrives_as.rest_of, None if opening is None else opening.years]
        assert {name for name in ids if name} <= values.keys()
        if arrives_as.season is not None:
            assert any(name.startswith(f"seasonality.{arrives_as.season}.") for name in values)


def test_one_pathway_has_the_national_measure_of_timeliness() -> None:
    (shown,) = (
        p.timeliness for p in read_pathways() if p.timeliness and p.timeliness.national_measure
    )
    assert (shown.task, shown.on_time) == ("final", "issued_within_20_weeks")


def test_shares_of_transfers_make_up_the_whole() -> None:
    parts = [p.arrives_as for p in read_pathways() if p.arrives_as.plans == "transfers"]
    assert (
        sorted(p.share or p.rest_of for p in parts) == ["volumes.phase_transfer_post16_share"] * 2
    )
    assert sum(p.share is not None for p in parts) == 1


def test_a_lag_rounds_up_and_days_and_working_days_round_down(tmp_path: Path) -> None:
    days = GOOD.replace("weeks: 6", "days: 30").replace("weeks: 8", "working_days: 34")
    trial = pathways(dt.date(2022, 1, 1), _written(tmp_path, days))["trial"]
    assert [task.weeks for task in trial.tasks] == [4, 6]
    assert trial.task("second").after == (("first", 3),)


def test_a_proposed_limit_is_kept_but_does_not_apply(tmp_path: Path) -> None:
    trial = pathways(dt.date(2022, 1, 1), _written(tmp_path, GOOD))["trial"]
    assert trial.task("second").weeks == 8


def test_a_task_that_commences_later_is_absent_before(tmp_path: Path) -> None:
    later = GOOD.replace("from: 2020-01-01", "from: 2021-06-01", 1)
    folder = _written(tmp_path, later)
    trial = pathways(dt.date(2021, 5, 31), folder)["trial"]
    assert [(task.id, task.after) for task in trial.tasks] == [("second", ())]
    assert len(pathways(dt.date(2021, 6, 1), folder)["trial"].tasks) == 2


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("clock: start", "clok: start", "clok"),
        ("clock: start", "clock: start\nclock: again", "line 4"),
        ("        reference: &here", "        source: &here", "reference: is missing"),
        ("      - from: 2020-01-01\n", "      - until: 2020-01-01\n", "from: is missing"),
        ("weeks: 6", "weeks: 6\n        days: 3", "one of weeks, days"),
        ("weeks: 6", "weeks: six", "valid integer"),
        ("weeks: 6", 'deadline: "02-30"', "out of range"),
        ("task: first", "task: frist", "Did you mean first?"),
        ("id: second", "id: first", "first is duplicated"),
        ("description: A trial.", "description: A trial", "description"),
        ("from: 2021-01-01", "from: 2019-01-01", "rising order"),
        ("id: trial", "id: other", "the file is trial.yaml"),
        ("read: true", "read: maybe", "read"),
        ("figure: appeals", "plans: reviews, figure: appeals", "one of figure or plans"),
        (", season: requests", "", "season stand together"),
        ("{figure: appeals, season: requests}", "{plans: transfers}", "share or rest_of"),
        ("tasks:", "open_at_start: {rule: mean_time}\ntasks:", "has years"),
        ("tasks:", "open_at_start: {rule: reviews}\ntasks:", "decision, final"),
        ("tasks:", "timeliness: {task: frist, on_time: a, of: b}\ntasks:", "Did you mean first?"),
        ("tasks:", "timeliness: {task: first, on_time: a}\ntasks:", "one of of or late"),
    ],
)
def test_a_broken_file_says_what_and_where(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in GOOD
    message = _message(tmp_path, GOOD.replace(old, new, 1))
    assert says in message
    assert "line" in message


def test_tasks_that_wait_for_each_other_are_refused(tmp_path: Path) -> None:
    loop = GOOD.replace("  - id: second", "    after:\n      - task: second\n  - id: second", 1)
    assert "wait for each other" in _message(tmp_path, loop)


def test_all_faults_of_all_files_are_reported_at_once(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("id: [", encoding="utf-8")
    message = _message(tmp_path, GOOD.replace("clock: start", "clok: start"))
    assert "bad.yaml" in message
    assert message.count("\n") >= 3


def test_a_folder_without_files_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="holds no facts"):
        read_pathways(tmp_path)
