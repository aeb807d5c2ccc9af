"""A new kind of case is one file of the law, with hours in the evidence: no line of code."""

from __future__ import annotations

import dataclasses
import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from burdens import law
from burdens.law.reader import FOLDER
from burdens.problem import Inputs, Problem, demand_of, problem_of
from burdens.problem.lanes import kept_share
from burdens.problem.let_off import let_off_of
from burdens.scenario import Scenario

FILE = """\
id: complaint
title: "Complaint to the Ombudsman"
clock: "complaint received"
description: >-
  From a complaint to the Ombudsman to the authority's answer.
arrives_as: {figure: refused, season: appeals}
open_at_start: {rule: OPEN}
timeliness: {task: answer, on_time: decided_within_6_weeks, late: decided_over_6_weeks}
tasks:
  - id: answer
    title: "Answer the Ombudsman"
    kind: statutory
    description: >-
      Answer the Ombudsman's questions.
    excused: true
    values:
      - from: 2014-09-01
        status: in force
        weeks: 4
        reference: &here
          title: "A made-up regulation"
          provision: "regulation 1"
          href: https://example.org/1
          checked_on: 2026-11-28
          read: true
  - id: remedy
    title: "Put it right"
    kind: statutory
    description: >-
      Put right what the Ombudsman found.
    values:
      - from: 2014-09-01
        status: in force
        weeks: 12
        reference: *here
    after:
      - task: answer
"""


@pytest.fixture
def added(devon: Scenario, tmp_path: Path) -> Callable[[str], Inputs]:
    """Add the pathway to the law and two hours a task to the evidence."""

    def add(opening: str) -> Inputs:
        folder = tmp_path / "law"
        shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
        (folder / "complaint.yaml").write_text(FILE.replace("{rule: OPEN}", opening))
        law.read_pathways.cache_clear()
        inputs = Inputs.of(devon)
        like = inputs.evidence["hours.mediation.meet.caseworker"]
        hours = {
            f"hours.complaint.{task}.caseworker": dataclasses.replace(like, central=2.0)
            for task in ("answer", "remedy")
        }
        return dataclasses.replace(
            inputs,
            law=law.pathways(dt.date(2027, 4, 5), folder),
            evidence=inputs.evidence.with_values(hours),
        )

    return add


def built(inputs: Inputs) -> Problem:
    return problem_of(inputs, demand_of(inputs))


def test_its_cases_arrive_in_the_number_of_its_figure(
    added: Callable[[str], Inputs], devon: Scenario
) -> None:
    inputs = added("{rule: evenly}")
    pathway = next(p for p in built(inputs).pathways if p.id == "complaint")
    flow = demand_of(inputs).cases["complaint"]
    assert flow.yearly == devon.figure("refused")
    growth = demand_of(inputs).requests.growth
    middle = growth.factor(dt.date(2024, 7, 2), dt.date(2027, 10, 4))
    assert sum(pathway.arrivals[:52]) == pytest.approx(flow.yearly * middle, rel=2e-3)
    april, october = pathway.arrivals[1], pathway.arrivals[28]
    season = [inputs.value(f"seasonality.appeals.{month}") for month in ("04", "10")]
    assert april / october == pytest.approx(season[0] / season[1], rel=0.02)


def test_its_tasks_hours_and_limits_are_those_of_the_files(
    added: Callable[[str], Inputs],
) -> None:
    inputs = added("{rule: evenly}")
    pathway = next(p for p in built(inputs).pathways if p.id == "complaint")
    assert [(t.id, t.due, t.stage, t.hours) for t in pathway.tasks] == [
        ("answer", 4, True, {"caseworker": 2.0}),
        ("remedy", 12, True, {"caseworker": 2.0}),
    ]
    let_off = let_off_of(inputs, "complaint", pathway.tasks, exceptions=0.25)
    assert set(let_off or ()) == {0.25}


def test_cases_open_evenly_up_to_the_first_limit(added: Callable[[str], Inputs]) -> None:
    """Of each week's cases as many are left as the weeks to go: half of four weeks' arrivals."""
    inputs = added("{rule: evenly}")
    pathway = next(p for p in built(inputs).pathways if p.id == "complaint")
    weekly = demand_of(inputs).cases["complaint"].yearly / 52
    growth = demand_of(inputs).requests.growth
    weekly *= growth.factor(dt.date(2024, 7, 2), dt.date(2027, 4, 8))
    assert sum(group.cases for group in pathway.opening) == pytest.approx(2 * weekly, rel=1e-3)
    assert {group.task for group in pathway.opening} == {"answer"}


def test_cases_open_for_a_mean_time_wait_for_the_first_task_and_then_for_the_last(
    added: Callable[[str], Inputs],
) -> None:
    inputs = added("{rule: mean_time, years: opening.appeals_open_years}")
    pathway = next(p for p in built(inputs).pathways if p.id == "complaint")
    ages = {
        task: [g.age for g in pathway.opening if g.task == task] for task in ("answer", "remedy")
    }
    assert max(ages["answer"]) == 4
    assert min(ages["remedy"]) > 4


def test_its_kept_share_is_the_one_its_figures_tell(
    added: Callable[[str], Inputs], devon: Scenario
) -> None:
    share, _ = kept_share(added("{rule: evenly}"), "complaint")
    figures = [devon.figure(f"decided_{when}_6_weeks") or 0.0 for when in ("within", "over")]
    assert share == pytest.approx(figures[0] / sum(figures))


def test_without_its_figure_it_is_left_out_with_a_note(added: Callable[[str], Inputs]) -> None:
    inputs = added("{rule: evenly}")
    entries = {**inputs.scenario.figures}
    entries.pop("refused")
    scenario = inputs.scenario.model_copy(update={"figures": entries})
    demanded = demand_of(dataclasses.replace(inputs, scenario=scenario))
    assert "complaint" not in demanded.cases
    assert any("Complaint to the Ombudsman: left out" in note for note in demanded.notes)
