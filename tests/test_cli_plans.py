"""`burdens plan`, `solve` and `caseload`: what is shown, in terminals of any width, and as JSON."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from burdens import words
from burdens.cli import caseloads, plans
from burdens.cli.grid import Grid
from burdens.plans import LiveModel, Plan, Span, caseload_line, helps, plan_of, solve
from burdens.problem import Problem
from tests.plans.council import CASEWORKER, EP, council
from tests.terminal import in_a_terminal, piped

NARROW, NARROWER, NARROWEST = 80, 60, 40
WIDE = 400


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Return a plan with everything that can be shown of one."""
    model = LiveModel()
    answer = model.answer(council())
    made = plan_of(answer, Span(88.4, 101.6, 130.2)).made_for("Anyshire", ["A warning."], {})
    return replace(made, helps=helps(model, answer))


def shown(plan: Plan, width: int) -> str:
    console = Console(file=StringIO(), width=width, highlight=False, emoji=False)
    plans.show(console, plan)
    return console.file.getvalue()  # type: ignore[attr-defined]


def figures(text: str) -> Counter[str]:
    """Count every word with a digit in it: numbers, dates, years."""
    return Counter(word for word in text.split() if re.search(r"\d", word))


@pytest.mark.parametrize("width", [NARROW, NARROWER, NARROWEST])
def test_a_narrow_terminal_keeps_every_number_and_date(plan: Plan, width: int) -> None:
    wide, narrow = shown(plan, WIDE), shown(plan, width)

    assert max(map(len, narrow.splitlines())) <= width
    assert "…" not in narrow
    assert not figures(wide) - figures(narrow)


def test_the_tables_hold_the_numbers_of_the_headlines_and_the_needs(plan: Plan) -> None:
    text = shown(plan, WIDE)
    heads, needs = plan.headlines, plan.needs

    def row(title: str, name: str) -> list[str]:
        table = text[text.index(title) :]
        line = next(line for line in table.splitlines() if line.startswith(name))
        return [cell.strip() for cell in line.split("│")[1:]]

    ep, name = heads.posts[0], "Educational psychologist"
    assert row("People", name) == [
        f"{words.fte(ep.in_post)} (implied)",
        words.fte(ep.needed),
        words.fte(ep.short),
        words.fte(ep.reached),
        words.fte(ep.temporary),
        words.fte(ep.agency),
    ]
    assert row("Posts that keep up", name) == [*map(words.fte, needs[EP].keep_up.values())]
    assert row("By hand", name) == [*map(words.fte, needs[EP].work_over_hours.values())]
    assert row("To catch up", name) == [
        words.count(needs[EP].catch_up_hours),
        words.fte(needs[EP].catch_up_fte),
        words.fte(needs[EP].peak),
        words.month(needs[EP].peak_month),
    ]
    assert row("Plans issued within 20 weeks", "2025, published")[0] == "40%"
    for rate in heads.planned:
        assert row("Plans issued within 20 weeks", rate.when)[0] == words.share(rate.share)
    for late in heads.late:
        ends = [*map(words.count, late.ends.values())]
        assert row("Cases past a limit", late.title) == [words.count(late.start), *ends]
    assert row("Cost", "2027-28") == [
        words.gbp(heads.cost["2027-28"]),
        words.gbp(heads.over_today("2027-28")),
    ]
    last = heads.loads[-1]
    assert row("Caseload", words.month(last.month))[:2] == [
        words.count(last.cases),
        words.fte(last.staff),
    ]
    assert "102 plans and live assessments" in text
    assert "(likely 88 to 130)" in text
    for one in plan.helps:
        assert one.what in text


def test_a_plan_that_is_never_late_has_a_row_of_zeros_and_no_others() -> None:
    problem = council(pathways=council().pathways[1:], published=None)
    text = shown(solve(problem), WIDE)
    table = text[text.index("Cases past a limit") :].split("\n\n")[0]

    assert [line.split("│")[0].strip() for line in table.splitlines()[3:]] == ["All"]
    assert "Plans issued within" not in text


def drawn(width: int) -> list[str]:
    rows = [("Somebody", "1,234,567", "5 April 2027", "42"), ("Else", "8", "March 2030", "7")]
    console = Console(file=StringIO(), width=width, highlight=False)
    console.print(Grid("People", ["Who", "How many", "When", "Age"], rows))
    return [line.rstrip() for line in console.file.getvalue().splitlines()]  # type: ignore[attr-defined]


def test_a_grid_as_wide_as_the_terminal_is_a_table_with_a_row_for_each_row() -> None:
    assert drawn(45) == [
        "",
        "People",
        "Who      │  How many │ When         │ Age",
        "━━━━━━━━━┿━━━━━━━━━━━┿━━━━━━━━━━━━━━┿━━━━",
        "Somebody │ 1,234,567 │ 5 April 2027 │  42",
        "Else     │         8 │ March 2030   │   7",
    ]


def test_a_grid_too_wide_for_the_terminal_has_a_column_for_each_row() -> None:
    assert drawn(32) == [
        "",
        "People",
        "Who     │    Somebody │     Else",
        "━━━━━━━━┿━━━━━━━━━━━━━┿━━━━━━━━━",
        "How     │   1,234,567 │        8",
        "many    │             │",
        "When    │     5 April │    March",
        "        │        2027 │     2030",
        "Age     │          42 │        7",
    ]


def test_a_grid_too_wide_for_the_terminal_either_way_is_written_as_lists() -> None:
    assert drawn(22) == [
        "",
        "People",
        "Who: Somebody",
        "  How many: 1,234,567",
        "  When: 5 April 2027",
        "  Age: 42",
        "Who: Else",
        "  How many: 8",
        "  When: March 2030",
        "  Age: 7",
    ]


def test_what_a_user_typed_is_no_markup() -> None:
    console = Console(file=StringIO(), width=WIDE, highlight=False)
    console.print(Grid("[red]T[/red]", ["[b]Head[/b]"], [("[i]cell[/i]",)]))
    text = console.file.getvalue()  # type: ignore[attr-defined]

    assert all(part in text for part in ("[red]T[/red]", "[b]Head[/b]", "[i]cell[/i]"))


# --- in a process of its own, in a terminal -----------------------------------------------


@pytest.fixture(scope="module")
def problem_file(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("problem") / "p.json"
    path.write_text(plan.problem.to_json())
    return path


@pytest.mark.parametrize("columns", [NARROW, NARROWER])
def test_the_answer_fits_the_terminal_it_is_in(problem_file: Path, columns: int) -> None:
    wide = piped("solve", problem_file, COLUMNS=str(WIDE)).stdout
    text = in_a_terminal(columns, "solve", problem_file)

    assert max(map(len, text.splitlines())) <= columns
    assert "…" not in text
    assert figures(wide)
    assert not figures(wide) - figures(text)


def test_into_a_file_lines_have_120_characters_unless_the_environment_says_otherwise(
    problem_file: Path,
) -> None:
    assert max(map(len, piped("solve", problem_file).stdout.splitlines())) == 120
    narrow = piped("solve", problem_file, COLUMNS="70").stdout
    assert max(map(len, narrow.splitlines())) <= 70


# --- solve ---------------------------------------------------------------------------------


def test_solve_gives_the_objective_and_the_plan_as_json(problem_file: Path, plan: Plan) -> None:
    done = piped("solve", problem_file, "--json")
    answer = json.loads(done.stdout)
    expected = plan.summary()

    assert done.returncode == 0
    assert answer["objective"] == pytest.approx(plan.objective, rel=1e-8)
    for key in ("needs", "people", "cost_gbp", "overdue", "on_time", "caseload"):
        assert flat(answer[key]) == pytest.approx(flat(expected[key]), rel=1e-6, abs=1e-6)


def flat(value: Any, path: str = "") -> dict[str, float]:
    """Return every number of a JSON value by its path."""
    if isinstance(value, dict):
        parts = value.items()
    elif isinstance(value, list):
        parts = enumerate(value)  # type: ignore[assignment]
    else:
        return {} if value is None or isinstance(value, str) else {path: value}
    return {
        place: number
        for key, entry in parts
        for place, number in flat(entry, f"{path}/{key}").items()
    }


def test_the_objective_is_shown_and_said_to_be_no_cost(problem_file: Path, plan: Plan) -> None:
    (line,) = (
        line for line in piped("solve", problem_file).stdout.splitlines() if "Objective" in line
    )

    assert "no cost" in line
    assert "£" not in line
    assert float(line.split()[-1]) == pytest.approx(plan.objective, rel=1e-9)


def without(text: str, *path: str | int) -> str:
    """Return JSON without one field."""
    whole = json.loads(text)
    inside = whole
    for key in path[:-1]:
        inside = inside[key]
    del inside[path[-1]]
    return json.dumps(whole)


def with_value(text: str, value: object, *path: str | int) -> str:
    """Return JSON with one field replaced."""
    whole = json.loads(text)
    inside = whole
    for key in path[:-1]:
        inside = inside[key]
    inside[path[-1]] = value
    return json.dumps(whole)


BROKEN = {
    "not JSON": (lambda _: "{", "line 1"),
    "no object": (lambda _: "[1, 2]", "p.json"),
    "no text": (lambda _: "\x00", "p.json"),
    "a number of ten thousand digits": (lambda _: f'{{"weeks": {"9" * 10_000}}}', "p.json"),
    "a thousand brackets": (lambda _: "[" * 100_000, "p.json"),
    "a missing field": (lambda text: without(text, "roles", EP, "cost_week"), "roles.ep.cost_week"),
    "an unknown field": (lambda text: with_value(text, 1, "wekks"), "wekks"),
    "a negative number": (
        lambda text: with_value(text, -1, "roles", EP, "staff0"),
        "roles.ep.staff0",
    ),
    "a number that is no number": (
        lambda text: with_value(text, "many", "pathways", 0, "arrivals", 3),
        "pathways.0.arrivals.3",
    ),
    "a series too short": (
        lambda text: with_value(text, [1.0], "roles", EP, "productive"),
        "roles.ep.productive",
    ),
    "a role that is not there": (
        lambda text: with_value(text, {"nobody": 1.0}, "pathways", 0, "tasks", 0, "hours"),
        "nobody",
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_wrong_problem_is_refused_by_file_and_field(
    fault: str, problem_file: Path, tmp_path: Path
) -> None:
    change, told = BROKEN[fault]
    path = tmp_path / "p.json"
    path.write_text(change(problem_file.read_text()))
    done = piped("solve", path, "--json")

    assert (done.returncode, done.stdout) == (2, "")
    assert "p.json" in done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_every_wrong_number_of_a_problem_is_named_at_once(
    problem_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "p.json"
    text = with_value(problem_file.read_text(), -1, "roles", EP, "staff0")
    path.write_text(with_value(text, -2, "roles", CASEWORKER, "attrition"))
    done = piped("solve", path)

    assert "p.json, roles.ep.staff0" in done.stderr
    assert "p.json, roles.caseworker.attrition" in done.stderr


def test_a_problem_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "p.json").write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "none.json", tmp_path, tmp_path / "p.json"):
        done = piped("solve", path)
        assert (done.returncode, done.stdout) == (2, "")
        assert str(path) in done.stderr


def test_a_problem_without_an_optimum_ends_with_one(problem_file: Path, tmp_path: Path) -> None:
    """Each appointment earns money and nothing limits them."""
    text = with_value(problem_file.read_text(), -1e9, "roles", EP, "hire_cost")
    path = tmp_path / "p.json"
    path.write_text(
        without(without(with_value(text, None, "roles", EP, "hire_cap"), "roles", EP, "posts"),
                "roles", EP, "temporary_cap")
    )  # fmt: skip
    done = piped("solve", path)

    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr


# --- caseload ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def line() -> Any:
    rule = council().caseload
    assert rule is not None
    chosen = rule.model_copy(update={"standard": (200.0,) * council().buckets})
    return caseload_line(LiveModel(), council(caseload=chosen), (100.0, 200.0))


def test_the_line_is_shown_with_the_standard_chosen_and_the_work_based_caseload(
    plan: Plan, line: Any
) -> None:
    console = Console(file=StringIO(), width=WIDE, highlight=False)
    caseloads.show(console, plan, line)
    text = console.file.getvalue()  # type: ignore[attr-defined]
    (first, second) = (row for row in text.splitlines() if row[:3] in {"100", "200"})

    assert second.startswith("200 (yours)")
    assert "yours" not in first
    assert [cell.strip() for cell in first.split("│")[1:]] == [
        words.fte(line["posts_fte"][0]),
        words.fte(line["in_post_fte"][0]),
        words.gbp(line["cost_gbp"][0]),
        words.share(line["on_time"][0]),
        words.count(line["overdue_cases"][0]),
    ]
    assert "102 plans and live assessments" in text
    assert "Cost, 2027-28" in text
    assert "On time, 2028" in text


def test_the_line_is_one_json_object(plan: Plan, line: Any) -> None:
    answer = json.loads(json.dumps(caseloads.data_of(plan, line), allow_nan=False))

    assert answer["standard"] == 200.0
    assert answer["work_based_caseload"] == {"low": 88.4, "central": 101.6, "high": 130.2}
    assert (answer["financial_year"], answer["calendar_year"]) == ("2027-28", 2028)
    assert [row["chosen"] for row in answer["line"]] == [False, True]
    assert [row["standard"] for row in answer["line"]] == [100.0, 200.0]
    assert set(answer["line"][0]) == set(line.columns)
    none = caseloads.data_of(plan, line.assign(chosen=False))
    assert none["standard"] is None


def test_a_problem_read_back_is_the_problem_written(problem_file: Path, plan: Plan) -> None:
    assert Problem.read(problem_file) == plan.problem
