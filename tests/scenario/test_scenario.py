"""A scenario as a thing: what it warns of, how it changes, what it hashes to."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pydantic import ValidationError

from burdens import scenario
from burdens.errors import OutputError, ScenarioError

OVERRIDE = {"value": "discount.rate", "to": 0.9, "reason": "to see what happens"}


def with_figure(made: scenario.Scenario, name: str, **entry: object) -> scenario.Scenario:
    figures = {key: figure.model_dump() for key, figure in made.figures.items()}
    return made.changed(figures={**figures, name: {**figures[name], **entry}})


def test_a_scenario_without_a_caseload_standard_says_that_there_is_no_national_one(
    devon: scenario.Scenario,
) -> None:
    (warning,) = [w for w in devon.warnings if "caseload standard" in w]
    assert warning.startswith("No caseload standard is set: there is no national one")
    assert "--caseload" in warning
    assert "600" in warning


def test_a_caseload_standard_silences_that_warning() -> None:
    made = scenario.new("Devon", caseload=180, start=dt.date(2027, 4, 5))
    assert made.standards.caseload is not None
    assert made.standards.caseload.cases_per_caseworker == 180
    assert not [w for w in made.warnings if "caseload standard" in w]


def test_a_missing_figure_is_named_with_what_to_type(devon: scenario.Scenario) -> None:
    blank = with_figure(devon, "requests", value=None, year=None, source="published as 'x'")
    (warning,) = [w for w in blank.warnings if "figures.requests." in w]
    assert "published as 'x'" in warning
    assert "Type the number" in warning


def test_an_older_figure_is_warned_of(devon: scenario.Scenario) -> None:
    old = with_figure(devon, "new_plans", year=2021)
    (warning,) = [w for w in old.warnings if "figures.new_plans" in w]
    assert "2021" in warning
    assert "2024" in warning


def test_reported_spending_of_zero_is_warned_of(devon: scenario.Scenario) -> None:
    zero = with_figure(devon, "ep_service_gbp", value=0)
    assert [w for w in zero.warnings if "reported as zero" in w and "ep_service_gbp" in w]


def test_an_override_outside_the_evidence_is_allowed_and_warned_of(
    devon: scenario.Scenario,
) -> None:
    made = devon.changed(overrides=[OVERRIDE])
    (warning,) = [w for w in made.warnings if "discount.rate" in w]
    assert "outside the evidence" in warning
    assert "to see what happens" in warning
    assert made.evidence_values()["discount.rate"].central == 0.9
    assert devon.evidence_values()["discount.rate"].central != 0.9


def test_the_hash_is_of_the_choices_and_not_of_the_layout(devon: scenario.Scenario) -> None:
    text = devon.to_yaml()
    bare = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    assert scenario.parse(bare).hash == devon.hash
    assert devon.changed(title="other").hash != devon.hash
    assert len(devon.hash) == 64


def test_a_scenario_cannot_be_changed_in_place(devon: scenario.Scenario) -> None:
    with pytest.raises(ValidationError):
        devon.start = dt.date(2028, 1, 3)


def test_standards_from_the_start_move_with_the_start(devon: scenario.Scenario) -> None:
    day = dt.date(2028, 1, 3)
    moved = devon.changed(start=day)
    assert {standard.from_ for standard in moved.standards.timeliness} == {day}


def test_a_change_that_does_not_fit_is_refused_with_every_fault(devon: scenario.Scenario) -> None:
    with pytest.raises(ScenarioError) as caught:
        devon.changed(start=dt.date(2027, 4, 6), horizon_weeks=0)
    assert {fault.field for fault in caught.value.faults} == {"start", "horizon_weeks"}


def test_a_scenario_made_in_python_obeys_the_same_rules(devon: scenario.Scenario) -> None:
    fields = devon.model_dump(by_alias=True)
    with pytest.raises(ScenarioError, match="Monday"):
        scenario.Scenario(**{**fields, "start": dt.date(2027, 4, 6)})


def test_writing_where_no_folder_is_leaves_nothing(
    devon: scenario.Scenario, tmp_path: Path
) -> None:
    with pytest.raises(OutputError):
        devon.write(tmp_path / "nowhere" / "devon.burdens.yaml")
    assert list(tmp_path.iterdir()) == []


def test_a_written_file_reads_back_as_the_same_scenario(
    devon: scenario.Scenario, tmp_path: Path
) -> None:
    path = tmp_path / "devon.burdens.yaml"
    devon.write(path)
    assert scenario.read(path) == devon


def test_the_file_shows_unit_year_and_source_beside_a_figure(devon_yaml: str) -> None:
    lines = devon_yaml.splitlines()
    (place,) = [i for i, line in enumerate(lines) if line.startswith("  requests: ")]
    assert "cases in the calendar year" in lines[place - 1]
    assert "year: 2024" in lines[place]
    assert "DfE" in lines[place]
