"""No pound that a command writes is a policy weight, and nothing it writes speaks of one.

Weights decide what comes first. They are no money: twice as much of each changes nothing that
anybody reads, and every pound is one of the tables of money.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from burdens import scenario, words
from burdens.measures import all_values
from tests.terminal import piped

WORDS = re.compile(r"\b(weigh\w*|penalt\w*|duals?|shadow pric\w*|reduced costs?)\b", re.IGNORECASE)
POUNDS = re.compile(r"[−-]?£[\d,.]*\d(?: million)?")
COMMANDS = ("plan", "caseload", "assess")
# Work is done as early as staff allow whatever this is: it is far below any wage.
KEPT = {"weights.open_task_week"}
# Which of two children on time is issued a plan first makes no difference to a plan.
FREE = re.compile(r"/(weeks|on_time|weeks_to_issue/.*|on_time/by_.*)$")
MADE_OF = ("/objective", "/provenance/scenario")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("money")


def a_council(**fields: Any) -> scenario.Scenario:
    """Return a small council, one year long so that it is quick."""
    made = scenario.new("Rutland", start=dt.date(2027, 4, 5), caseload=150)
    return made.changed(
        horizon_weeks=52,
        run_out_weeks=26,
        measures=[{"measure": "mediation"}, {"measure": "digital_ehcps"}],
        **fields,
    )


@pytest.fixture(scope="module")
def usual(folder: Path) -> Path:
    path = folder / "rutland.burdens.yaml"
    a_council().write(path)
    return path


@pytest.fixture(scope="module")
def twice(folder: Path) -> Path:
    """Return the same council with every policy weight doubled."""
    weights = [
        value
        for name, value in all_values().items()
        if name.startswith("weights.") and value.unit != "times" and name not in KEPT
    ]
    assert len(weights) >= 4
    overrides = [
        {"value": value.id, "to": 2 * value.central, "reason": "Nothing may change."}
        for value in weights
    ]
    path = folder / "twice.burdens.yaml"
    a_council(overrides=overrides).write(path)
    return path


@pytest.fixture(scope="module")
def told(usual: Path, folder: Path) -> dict[str, str]:
    """Return all that the commands write, by command."""
    problem = folder / "p.json"
    found = {"plan": piped("plan", usual, "--problem", problem).stdout}
    found["solve"] = piped("solve", problem).stdout
    found["caseload"] = piped("caseload", usual).stdout
    found["assess"] = piped("assess", usual).stdout
    for command in (*COMMANDS, "solve"):
        file = problem if command == "solve" else usual
        done = piped(command, file, "--json")
        assert done.returncode == 0, done.stderr
        found[f"{command} --json"] = done.stdout
        found[f"{command} errors"] = done.stderr
    return found


@pytest.mark.slow
def test_nothing_that_is_written_speaks_of_weights(told: dict[str, str]) -> None:
    for command, text in told.items():
        assert text or command.endswith("errors"), command
        spoken = [match.group() for match in WORDS.finditer(text)]
        assert not spoken, command


def flat(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every leaf of a JSON value by its path."""
    if isinstance(value, dict | list):
        entries = value.items() if isinstance(value, dict) else enumerate(value)
        for key, entry in entries:
            yield from flat(entry, f"{path}/{key}")
    else:
        yield path, value


def money(plan: dict[str, Any]) -> set[float]:
    """Return every amount of the tables of money, their sums and differences, and of what helps."""
    cost = plan["cost_gbp"]
    today = cost["today"]
    years = {year: entry["total"] for year, entry in cost.items() if year != "today"}
    parts = [gbp for _, gbp in flat({name: cost[name] for name in years})]
    pairs = [later - now for now, later in combinations([today, *years.values()], 2)]
    found = {today, *years.values(), *parts, *pairs}
    return found | {abs(gbp) for gbp in found} | {abs(one["gbp"]) for one in plan["helps"]}


@pytest.mark.slow
def test_every_pound_of_a_plan_is_one_of_its_tables(told: dict[str, str]) -> None:
    plan = json.loads(told["plan --json"])
    known = {words.gbp(gbp) for gbp in money(plan)}
    for command in ("plan", "solve"):
        written = set(POUNDS.findall(told[command]))
        assert len(written) >= 4
        assert written <= known, command


@pytest.mark.slow
def test_what_helps_costs_no_more_than_people_do(told: dict[str, str]) -> None:
    plan = json.loads(told["plan --json"])
    most = max(entry["total"] for year, entry in plan["cost_gbp"].items() if year != "today")

    assert plan["helps"]
    assert all(abs(one["gbp"]) < most for one in plan["helps"])


@pytest.mark.slow
def test_every_pound_of_the_line_is_the_cost_of_a_standard(told: dict[str, str]) -> None:
    line = json.loads(told["caseload --json"])["line"]
    written = POUNDS.findall(told["caseload"])

    assert written == [words.gbp(row["cost_gbp"]) for row in line]
    plan = json.loads(told["plan --json"])
    (chosen,) = (row for row in line if row["chosen"])
    year = json.loads(told["caseload --json"])["financial_year"]
    assert chosen["cost_gbp"] == pytest.approx(plan["cost_gbp"][year]["total"], rel=1e-6)


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_twice_every_weight_changes_no_number_that_is_written(
    told: dict[str, str], twice: Path, command: str
) -> None:
    usual = dict(flat(json.loads(told[f"{command} --json"])))
    doubled = dict(flat(json.loads(piped(command, twice, "--json").stdout)))
    numbers = {
        path: number
        for path, number in usual.items()
        if isinstance(number, float | int) and not FREE.search(path) and path not in MADE_OF
    }

    assert len(numbers) > 50
    assert {path: doubled[path] for path in numbers} == pytest.approx(numbers, rel=1e-5, abs=1e-3)
    if command == "plan":
        assert doubled["/objective"] > usual["/objective"]
