"""`burdens assess` and `burdens measures`: what goes where, and what is refused with words."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import docx
import openpyxl
import pandas as pd
import pytest
from rich.console import Console

import burdens
from burdens import cli, scenario
from burdens.cli import assessments
from burdens.measures import measures
from tests.report.example import example

Run = Callable[..., tuple[int, str, str]]
OWN = """
id: diary
title: "A diary of every call"
objective: "Calls are known."
duty: "Write down every call; today nobody does."
vintage: "Our own"
status: hypothetical
status_note: "Nobody has proposed it."
policy:
  title: "None"
  provision: "none"
  href: https://example.org
  checked_on: 2026-11-24
  read: "not read"
lead_department: "Department for Education"
lines:
  - id: calls
    title: "Writing"
    kind: recurring
    each: plan
    hours:
      caseworker: [diary.hours]
sources:
  own: {title: "Our own", href: "", date: "2026"}
values:
  - id: diary.hours
    title: "Hours"
    unit: "hours a plan"
    low: 1
    central: 2
    high: 3
    grade: D
    source: own
    note: "Judgement."
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process and give its exit code, output and errors."""

    def run(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["burdens", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            cli.main()
        told = capsys.readouterr()
        assert isinstance(end.value.code, int)
        return end.value.code, told.out, told.err

    return run


@pytest.fixture
def devon(tmp_path: Path) -> Path:
    file = tmp_path / "devon.burdens.yaml"
    scenario.new("Devon").write(file)
    return file


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, object]]:
    """Let the work be done already: the example of the report's tests."""
    asked: list[tuple[object, object]] = []

    def assess(chosen: object, own: object = (), **_: object) -> object:
        asked.append((chosen, own))
        return example()

    monkeypatch.setattr(burdens, "assess", assess, raising=False)
    return asked


@pytest.fixture
def in_vain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        burdens, "assess", lambda *_, **__: pytest.fail("assessed in vain"), raising=False
    )


def test_an_assessment_is_shown_in_tables(
    run: Run, devon: Path, worked_out: list[tuple[object, object]]
) -> None:
    code, out, _ = run("assess", devon)
    assert code == 0
    for words in ("Burden by year", "Burden by measure", "Posts for the measures", "Who pays"):
        assert words in out
    assert "420" in out  # the first year's net in thousands, as added up in the example
    assert len(worked_out) == 1


def test_part_years_provision_and_posts_spared_stand_apart(
    run: Run, devon: Path, worked_out: list[tuple[object, object]]
) -> None:
    _, out, _ = run("assess", devon)
    assert worked_out
    said = " ".join(out.split())
    assert "Part years, in no total and beside no grant" in said
    assert "2027-03-27" in said
    assert "2027-03-31" in said
    assert "Provision, left out of every total" in said
    assert "provision is left out of every total" in said
    posts = said[said.index("Posts for the measures") : said.index("Who pays")]
    assert "spared" in posts
    assert "-0." not in posts
    assert "−0." not in posts


@pytest.mark.parametrize("width", [80, 60])
def test_a_narrow_terminal_keeps_every_number_and_date(width: int) -> None:
    def shown(columns: int) -> str:
        console = Console(file=StringIO(), width=columns, highlight=False, emoji=False)
        assessments.show(console, example())
        return console.file.getvalue()  # type: ignore[attr-defined]

    def figures(text: str) -> Counter[str]:
        return Counter(word for word in text.split() if re.search(r"\d", word))

    narrow = shown(width)
    assert max(map(len, narrow.splitlines())) <= width
    assert "…" not in narrow
    assert not figures(shown(400)) - figures(narrow)


def test_form_workbook_and_tables_are_written(
    run: Run, devon: Path, tmp_path: Path, worked_out: list[tuple[object, object]]
) -> None:
    form, book, folder = tmp_path / "f.docx", tmp_path / "w.xlsx", tmp_path / "tables"
    code, _, _ = run("assess", devon, "--form", form, "--workbook", book, "-o", folder)
    assert code == 0
    assert worked_out
    assert any("New burdens" in part.text for part in docx.Document(str(form)).paragraphs)
    assert "Assumptions" in openpyxl.load_workbook(book).sheetnames
    net = pd.read_csv(folder / "by_year.csv")["net_gbp"].sum()
    assert net == pytest.approx(example().net_gbp)


def test_a_measure_is_switched_on_by_name_once(
    run: Run, devon: Path, worked_out: list[tuple[object, object]]
) -> None:
    assert run("assess", devon, "--measure", "trial_area", "--measure", "mediation")[0] == 0
    chosen = [entry.measure for entry in worked_out[0][0].measures]  # type: ignore[attr-defined]
    assert chosen.count("trial_area") == chosen.count("mediation") == 1


def test_a_measure_file_of_ones_own_is_read(
    run: Run, devon: Path, tmp_path: Path, worked_out: list[tuple[object, object]]
) -> None:
    (tmp_path / "diary.yaml").write_text(OWN)
    assert run("assess", devon, "--measure", tmp_path / "diary.yaml")[0] == 0
    assert [one.id for one in worked_out[0][1]] == ["diary"]  # type: ignore[attr-defined]


BAD_FILES = {
    "hours: negative hours": (
        OWN.replace("low: 1", "low: -1"),
        "diary.hours",
    ),
    "phasing": (f"phasing: [0.5, 0.4]{OWN}", "adds up to 0.9, not to 1"),
    "role": (OWN.replace("caseworker:", "caseworkr:"), "Did you mean caseworker"),
    "value": (OWN.replace("[diary.hours]", "[diary.ours]"), "diary.ours"),
}


@pytest.mark.usefixtures("in_vain")
@pytest.mark.parametrize("case", BAD_FILES)
def test_a_bad_measure_file_is_refused_with_words(
    run: Run, devon: Path, tmp_path: Path, case: str
) -> None:
    text, words = BAD_FILES[case]
    (tmp_path / "diary.yaml").write_text(text)
    code, out, err = run("assess", devon, "--measure", tmp_path / "diary.yaml")
    assert (code, out) == (2, "")
    assert "diary.yaml" in err
    assert "line" in err
    assert words in err


@pytest.mark.usefixtures("in_vain")
def test_an_unknown_measure_is_refused_before_any_work(run: Run, devon: Path) -> None:
    code, out, err = run("assess", devon, "--measure", "tailored_list")
    assert (code, out) == (2, "")
    assert "Did you mean tailored_lists" in err


@pytest.mark.usefixtures("in_vain")
def test_a_measure_that_starts_past_the_plan_is_refused(run: Run, devon: Path) -> None:
    text = devon.read_text().replace(
        "{measure: mediation}", "{measure: mediation, from: 2031-04-07}"
    )
    devon.write_text(text)
    code, _, err = run("assess", devon)
    assert code == 2
    assert "devon.burdens.yaml, line" in err
    assert "past the end of the plan" in err


@pytest.mark.usefixtures("in_vain")
def test_a_template_without_its_fields_is_refused_before_any_work(
    run: Run, devon: Path, tmp_path: Path
) -> None:
    form, template = tmp_path / "f.docx", tmp_path / "t.docx"
    docx.Document().save(str(template))
    code, _, err = run("assess", devon, "--form", form, "--template", template)
    assert code == 2
    assert "by_year: the template lacks this field" in err
    assert not form.exists()


@pytest.mark.usefixtures("in_vain")
def test_a_place_that_cannot_be_written_is_refused_before_any_work(
    run: Run, devon: Path, tmp_path: Path
) -> None:
    code, _, err = run("assess", devon, "--workbook", tmp_path / "none" / "w.xlsx")
    assert code == 2
    assert "there is no folder" in err
    (tmp_path / "folder.docx").mkdir()
    assert run("assess", devon, "--form", tmp_path / "folder.docx")[0] == 2


def test_a_file_that_cannot_be_replaced_leaves_nothing_half_written(
    run: Run,
    devon: Path,
    tmp_path: Path,
    worked_out: list[tuple[object, object]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As on a machine where the workbook is open elsewhere."""
    book = tmp_path / "w.xlsx"
    book.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise PermissionError("in use")

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(os, "replace", refuse)
    code, _, err = run("assess", devon, "--workbook", book)
    assert code == 2
    assert "cannot be written" in err
    assert book.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["devon.burdens.yaml", "w.xlsx"]
    assert worked_out


def test_measures_are_listed_with_their_status(run: Run) -> None:
    code, out, _ = run("measures")
    assert code == 0
    for one in measures().values():
        assert one.id in out
        assert one.status in out


@pytest.mark.slow
def test_the_whole_command_answers_in_json(devon: Path) -> None:
    import subprocess
    import sys

    start = "from burdens.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", start, "assess", str(devon), "--json"],
        check=True,
        capture_output=True,
        text=True,
    )
    answer = json.loads(done.stdout)
    assert answer["authority"] == "Devon"
    assert answer["net_gbp"] == pytest.approx(sum(row["net_gbp"] for row in answer["by_year"]))
    assert answer["unconfirmed"]
