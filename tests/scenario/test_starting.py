"""Starting a scenario from published figures."""

from __future__ import annotations

import csv
import datetime as dt
import statistics
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from burdens import authorities, scenario
from burdens.errors import ScenarioError, UnknownAuthorityError
from burdens.scenario.starting import next_start

START = dt.date(2027, 4, 5)
PARTS = ("mediations_on_requests", "mediations_on_assessments", "mediations_other")


def published(code: str) -> dict[int, dict[str, str]]:
    """Read the shipped table with nothing of ours: year to row."""
    table = Path(authorities.__file__).parent / "figures.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["code"] == code]
    return {int(row["year"]): row for row in rows}


def test_figures_are_those_published_with_year_and_source() -> None:
    made, rows = scenario.new("Devon", start=START), published("878")
    assert made.figures["requests"].value == float(rows[2024]["requests"])
    assert made.figures["requests"].year == 2024
    assert made.figures["plans"].value == float(rows[2025]["plans"])
    assert made.figures["plans"].year == 2025
    assert "DfE" in made.figures["plans"].source
    assert made.authority.model_dump() == {"code": "878", "name": "Devon", "release": "2025"}


def test_mediations_are_the_sum_of_the_three_published_kinds() -> None:
    made, row = scenario.new("878", start=START), published("878")[2024]
    assert made.figures["mediations"].value == sum(float(row[part]) for part in PARTS)


def test_spending_is_the_median_of_the_last_three_years() -> None:
    made, rows = scenario.new("Devon", start=START), published("878")
    spent = [
        float(row["ep_service_gbp"]) for _, row in sorted(rows.items()) if row["ep_service_gbp"]
    ]
    assert made.figures["ep_service_gbp"].value == statistics.median(spent[-3:])


def without(authority: authorities.Authority, name: str, *years: int) -> authorities.Authority:
    cells = {key: dict(series) for key, series in authority.figures.cells.items()}
    for year in years or tuple(cells[name]):
        cells[name][year] = "x"
    return replace(authority, figures=replace(authority.figures, cells=cells))


def test_a_figure_missing_in_the_newest_year_is_taken_from_the_year_before_and_warned_of() -> None:
    made = scenario.new(without(authorities.find("Devon"), "requests", 2024), start=START)
    assert made.figures["requests"].year == 2023
    assert "'x' for 2024" in made.figures["requests"].source
    assert [w for w in made.warnings if "2023" in w and "figures.requests" in w]


def test_a_figure_missing_in_every_year_stays_null_and_is_warned_of() -> None:
    made = scenario.new(without(authorities.find("Devon"), "requests"), start=START)
    assert made.figures["requests"].value is None
    assert [w for w in made.warnings if "figures.requests" in w and "Missing" in w]


def test_mediations_are_null_only_where_every_kind_is_missing() -> None:
    devon = authorities.find("Devon")
    one = without(devon, PARTS[0], 2024)
    made = scenario.new(one, start=START)
    row = published("878")[2024]
    assert made.figures["mediations"].value == sum(float(row[part]) for part in PARTS[1:])
    assert PARTS[0] in made.figures["mediations"].source.split("not published")[1]
    for part in PARTS:
        devon = without(devon, part)
    assert scenario.new(devon, start=START).figures["mediations"].value is None


def test_figures_nobody_publishes_are_null_and_named_together() -> None:
    made = scenario.new("Devon", start=START)
    (warning,) = [w for w in made.warnings if "Published nowhere" in w]
    for name in ("reassessments", "orders_to_assess", "orders_to_make_plan"):
        assert made.figures[name].value is None
        assert name in warning


def test_numbers_of_the_users_own_take_the_place_of_published_ones() -> None:
    made = scenario.new("Devon", start=START, figures={"requests": 99, "reassessments": 7})
    assert made.figure("requests") == 99
    assert made.figure("reassessments") == 7
    assert made.figures["requests"].source == "typed in"


def test_an_unknown_figure_of_the_users_own_suggests_the_nearest() -> None:
    with pytest.raises(ScenarioError, match="Did you mean requests"):
        scenario.new("Devon", start=START, figures={"request": 99})


@pytest.mark.parametrize("caseload", [0, -1, float("nan"), float("inf")])
def test_an_impossible_caseload_standard_is_refused(caseload: float) -> None:
    with pytest.raises(ScenarioError, match=r"standards\.caseload\.cases_per_caseworker"):
        scenario.new("Devon", start=START, caseload=caseload)


def test_an_unknown_authority_suggests_the_nearest_names() -> None:
    with pytest.raises(UnknownAuthorityError, match="Devon"):
        scenario.new("Devn")


@pytest.mark.parametrize(
    ("today", "start"),
    [
        (dt.date(2026, 11, 24), dt.date(2027, 4, 5)),
        (dt.date(2027, 3, 31), dt.date(2027, 4, 5)),
        (dt.date(2027, 4, 1), dt.date(2028, 4, 3)),
        (dt.date(2023, 12, 31), dt.date(2024, 4, 1)),
    ],
)
def test_a_plan_starts_on_the_first_monday_of_the_next_financial_year(
    today: dt.date, start: dt.date
) -> None:
    assert next_start(today) == start


@pytest.mark.slow
def test_every_authority_makes_a_scenario_that_reads_back() -> None:
    for authority in authorities.all_authorities():
        made = scenario.new(authority, start=START)
        assert scenario.parse(made.to_yaml()) == made


def test_a_new_scenario_does_not_wait_for_pandas() -> None:
    """pandas takes longer to import than all that a new scenario needs."""
    program = "import sys, burdens; burdens.new('Devon').to_yaml(); print('pandas' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout == "False\n"
