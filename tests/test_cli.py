"""The command line: exit codes, what goes where, and nothing but JSON where JSON is asked for."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
import textwrap
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from burdens import cli, planning, scenario
from burdens.cli import output
from burdens.errors import Fault, NotOptimalError
from burdens.plans import Plan, solve
from burdens.problem import Problem
from tests.plans.council import council

START = dt.date(2027, 4, 5)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def devon(tmp_path: Path) -> Path:
    path = tmp_path / "devon.burdens.yaml"
    scenario.new("Devon", start=START).write(path)
    return path


@pytest.fixture(scope="module")
def made() -> Plan:
    """Return a plan that is quick to find, whatever the scenario."""
    return solve(council()).made_for("Anyshire", ["Staff in post are implied."], {})


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], made: Plan) -> Run:
    monkeypatch.setattr(planning, "plan", lambda _, **__: made)

    def run(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["burdens", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capfd.readouterr()
        return int(end.value.code or 0), out, err

    return run


def started(*words: object, fake: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own, after `fake` has been executed there."""
    code = f"{textwrap.dedent(fake)}\nfrom burdens.cli import main\nmain()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


PRINTS_AT_DESCRIPTOR_ONE = """
    import ctypes, os, sys
    from burdens import planning

    class Plan:
        warnings = ["imply"]
        def summary(self):
            return {"status": "optimal", "place": "Tŷ"}

    def plan(chosen, *, watch):
        os.write(1, b"a banner\\n")
        ctypes.CDLL(None).puts(b"a buffered banner")
        print("a printed banner")
        return Plan()

    planning.plan = plan
"""


def test_json_is_one_object_whatever_prints_at_descriptor_one(devon: Path) -> None:
    done = started("plan", devon, "--json", fake=PRINTS_AT_DESCRIPTOR_ONE)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"status": "optimal", "place": "Tŷ"}
    for banner in ("a banner", "a buffered banner", "a printed banner", "Warning: imply"):
        assert banner in done.stderr


def test_a_failing_plan_leaves_standard_output_empty(devon: Path, tmp_path: Path) -> None:
    fake = """
        from burdens import planning
        from burdens.errors import Fault, NotOptimalError

        def plan(chosen, *, watch):
            raise NotOptimalError("There is no plan", [Fault("the solver stopped.", "Try again.")])

        planning.plan = plan
    """
    there = set(tmp_path.iterdir())
    more = ("-o", tmp_path / "out", "--problem", tmp_path / "p.json")
    done = started("plan", devon, "--json", *more, fake=fake)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "the solver stopped. Try again." in done.stderr
    assert "Traceback" not in done.stderr
    assert set(tmp_path.iterdir()) == there


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    began = time.perf_counter()
    fake = """
        import atexit, sys
        heavy = {"pandas", "pulp", "pydantic", "rich.console", "voila"}
        atexit.register(lambda: print("LOADED", sorted(heavy & set(sys.modules))))
    """
    done = started("--help", fake=fake)
    assert time.perf_counter() - began < 2
    assert done.returncode == 0
    assert "LOADED []" in done.stdout
    for command in ("new", "plan", "solve", "caseload", "sen2", "evidence", "serve"):
        assert command in done.stdout


def test_the_version_is_that_of_the_package(run: Run) -> None:
    from importlib.metadata import version

    assert run("--version") == (0, f"burdens {version('burdens')}\n", "")


def test_a_new_scenario_without_a_file_is_printed_and_reads_back(run: Run) -> None:
    code, out, err = run("new", "devon", "--start", "2027-04-05", "--caseload", "180")
    assert code == 0
    made = scenario.parse(out)
    assert made == scenario.new("Devon", start=START, caseload=180)
    assert "figures.reassessments" in err


def test_an_editor_finds_the_schema_of_scenario_files_where_the_command_says(run: Run) -> None:
    code, out, _ = run("schema")
    assert code == 0
    described = json.loads(Path(out.removesuffix("\n")).read_text(encoding="utf-8"))
    assert described == scenario.json_schema()


def test_a_new_scenario_never_overwrites_unless_forced(run: Run, devon: Path) -> None:
    before = devon.read_text()
    code, out, err = run("new", "Kent", "-o", devon)
    assert (code, out, devon.read_text()) == (2, "", before)
    assert "--force" in err
    assert run("new", "Kent", "-o", devon, "--force")[0] == 0
    assert scenario.read(devon).authority.name == "Kent"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("new", "Devn"), "Devon"),
        (("new", "Devon", "--caseload", "0"), "cases_per_caseworker"),
        (("new", "Devon", "--caseload", "nan"), "finite"),
        (("new", "Devon", "--start", "2027-04-06"), "Monday"),
        (("new", "Devon", "--start", "tomorrow"), "--start"),
        (("new", "Devon", "-o", "no/such/folder/x.yaml"), "no folder"),
        (("plan", "nowhere.yaml"), "nowhere.yaml"),
        (("sen2", "nowhere.zip"), "nowhere.zip"),
        (("sen2", "nowhere.zip", "--table", "."), "--kinds"),
        (("evidence", "--grade", "E"), "A, B, C, D"),
        (("serve", "--port", "0"), "--port"),
        (("plan",), "Missing argument"),
        (("frobnicate",), "frobnicate"),
    ],
)
def test_wrong_input_ends_with_two_and_one_clean_message(
    run: Run, words: tuple[str, ...], told: str
) -> None:
    code, out, err = run(*words)
    assert code == 2
    assert out == ""
    assert told in err
    assert "Traceback" not in err


def test_a_wrong_scenario_names_file_line_and_field(run: Run, devon: Path) -> None:
    devon.write_text(devon.read_text().replace("bucket_weeks: 2", "bucket_weeks: 3"))
    code, out, err = run("plan", devon)
    assert (code, out) == (2, "")
    assert "devon.burdens.yaml, line 14, bucket_weeks: is 3" in err


def test_a_plan_writes_its_problem_and_its_tables(
    run: Run, devon: Path, tmp_path: Path, made: Plan
) -> None:
    code, _, _ = run("plan", devon, "--problem", tmp_path / "p.json", "-o", tmp_path / "out")
    assert code == 0
    assert Problem.read(tmp_path / "p.json") == made.problem
    assert {path.stem for path in (tmp_path / "out").iterdir()} == set(made.tables)


def test_long_work_says_what_it_does_where_somebody_watches() -> None:
    shown: list[str] = []
    working = output.Working(shown.append, "Planning Devon")
    working.step("Finding the posts")
    working.step("Putting the plan into tables", 0.5)
    assert shown == [
        "Planning Devon: finding the posts ...",
        "Planning Devon: putting the plan into tables (50%) ...",
    ]


def test_places_that_cannot_be_written_are_found_before_the_work(
    run: Run, devon: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning, "plan", lambda *_, **__: pytest.fail("planned in vain"))
    one, two = tmp_path / "x" / "p.json", tmp_path / "y" / "out"
    code, out, err = run("plan", devon, "--problem", one, "-o", two)
    assert (code, out) == (2, "")
    assert str(one) in err
    assert str(two) in err


def test_an_unexpected_fault_ends_with_one_and_no_traceback(
    run: Run, devon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object, **__: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(planning, "plan", broken)
    code, out, err = run("plan", devon)
    assert (code, out) == (1, "")
    assert "ZeroDivisionError: by zero" in err
    assert "Traceback" not in err


def test_no_optimal_answer_ends_with_one(
    run: Run, devon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: object, **__: object) -> None:
        raise NotOptimalError("There is no plan", [Fault("the time ran out.")])

    monkeypatch.setattr(planning, "plan", stopped)
    assert run("plan", devon)[0] == 1


def test_evidence_lists_each_value_whole(run: Run) -> None:
    from burdens.measures import all_values

    code, out, _ = run("evidence")
    assert code == 0
    assert set(all_values()) <= set(out.split())


def test_evidence_of_one_grade_as_json_holds_exactly_that_grade() -> None:
    from burdens.measures import all_values

    done = started("evidence", "--grade", "d", "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    wanted = {name for name, value in all_values().items() if value.grade == "D"}
    assert {value["id"] for value in answer["values"]} == wanted
    assert answer["version"] == all_values().version


REQUESTS = """time_period,time_identifier,geographic_level,country_code,country_name,region_code,\
region_name,new_la_code,old_la_code,la_name"""


def test_a_zip_that_is_no_release_is_refused_by_name(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("data/other.csv", REQUESTS)
    code, out, err = run("sen2", path)
    assert (code, out) == (2, "")
    assert "other" in err


def test_serving_hands_over_port_browser_and_kernels_in_hand(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    import burdens.server

    asked: list[object] = []
    monkeypatch.setattr(
        burdens.server,
        "serve",
        lambda port, *, open_browser, preheat: asked.extend([port, open_browser, preheat]),
    )
    assert run("serve", "--port", "9000", "--no-browser", "--preheat", "3")[0] == 0
    assert asked == [9000, False, 3]
