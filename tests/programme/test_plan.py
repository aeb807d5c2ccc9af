"""A plan's tables agree with each other, with its Problem and with what is written."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pandas as pd
import pytest

import burdens
from burdens.errors import NotOptimalError, OutputError
from burdens.problem import Problem, build
from burdens.programme import Plan, requirement_of, solve
from burdens.programme.build import write_programme
from burdens.programme.solve import Session

START = dt.date(2027, 4, 5)


@pytest.fixture(scope="module")
def rutland() -> Plan:
    return burdens.plan(burdens.new("Rutland", start=START, caseload=150))


@pytest.fixture(scope="module")
def problem() -> Problem:
    return build(burdens.new("Rutland", start=START))


def test_staff_in_post_are_those_before_less_leavers_and_with_starters(rutland: Plan) -> None:
    for name, rows in rutland.staffing.groupby("role"):
        lead = rutland.problem.roles[name].lead
        staff = rows["in_post_fte"].to_numpy()
        started = rows["hires_fte"].shift(lead, fill_value=0.0).to_numpy()
        left = rows["leavers_fte"].to_numpy()
        assert staff[0] == pytest.approx(rutland.problem.roles[name].staff0 + started[0])
        assert staff[1:] == pytest.approx(staff[:-1] - left[1:] + started[1:], abs=1e-6)


def test_nobody_works_more_hours_than_there_are(rutland: Plan) -> None:
    table = rutland.capacity
    there = table["available_hours"] + table["agency_hours"] + table["short_hours"]
    assert (table["worked_hours"] <= there + 1e-4).all()


def test_hours_by_task_add_up_to_hours_worked(rutland: Plan) -> None:
    by_task = rutland.hours.groupby("role")["hours"].sum()
    worked = rutland.capacity.groupby("role")["worked_hours"].sum()
    pd.testing.assert_series_equal(by_task, worked, check_names=False)


def test_no_work_is_pretended_to_be_done_without_capacity(rutland: Plan) -> None:
    assert rutland.capacity["short_hours"].sum() == pytest.approx(0.0, abs=1e-6)


def test_pay_is_the_full_cost_of_the_staff_in_post(rutland: Plan) -> None:
    problem, discount = rutland.problem, rutland.problem.discount
    assert discount is not None
    for role, numbers in problem.roles.items():
        rows = rutland.staffing[rutland.staffing["role"] == role]
        staff = rows["in_post_fte"].to_list()
        expected = sum(
            staff[problem.months[t]] * numbers.cost_week[t] / discount[t]
            for t in range(problem.reported_buckets)
        )
        cost = rutland.cost
        paid = cost[(cost["role"] == role) & (cost["kind"] == "pay")]["gbp"].sum()
        assert paid == pytest.approx(expected)


def test_arrivals_come_to_an_end_or_stay_open(rutland: Plan) -> None:
    cases = rutland.cases[rutland.cases["pathway"] == "mediation"]
    opened = sum(
        group.cases
        for pathway in rutland.problem.pathways
        if pathway.id == "mediation"
        for group in pathway.opening
    )
    met = rutland.hours[rutland.hours["pathway"] == "mediation"]["hours"].sum()
    each = next(
        task.hours["caseworker"]
        for pathway in rutland.problem.pathways
        if pathway.id == "mediation"
        for task in pathway.tasks
    )
    still = cases["open_cases"].iloc[-1]
    assert cases["arrived_cases"].sum() + opened == pytest.approx(met / each + still, rel=1e-6)


def test_overdue_cases_are_among_the_open_ones(rutland: Plan) -> None:
    assert (rutland.cases["overdue_cases"] <= rutland.cases["open_cases"] + 1e-6).all()


def test_a_target_is_reported_without_and_with_exceptions(rutland: Plan) -> None:
    final = rutland.timeliness[rutland.timeliness["stage"] == "final"]
    assert (final["on_time_including_exceptions"] <= final["on_time"] + 1e-9).all()
    assert final["target"].tolist() == pytest.approx([1.0] * len(final))


def test_a_standard_is_met_from_the_start_where_nothing_falls_short_of_it(rutland: Plan) -> None:
    missed = set(rutland.shortfalls["standard"])
    for standard, date in rutland.first_met.items():
        assert (date == START) == (standard not in missed)


def test_a_caseload_standard_is_reported_every_month(rutland: Plan) -> None:
    assert (rutland.caseload["standard"] == 150).all()
    each = rutland.caseload["cases"] / rutland.caseload["caseworkers_fte"]
    assert each.tolist() == pytest.approx(rutland.caseload["per_caseworker"].tolist())


def test_the_summary_is_one_json_object_with_every_promised_field(rutland: Plan) -> None:
    read = json.loads(json.dumps(rutland.summary(), allow_nan=False))
    assert list(read) == [
        "status",
        "authority",
        "start",
        "weeks",
        "fte",
        "cost_gbp",
        "timeliness",
        "caseload",
        "shortfalls",
        "first_met",
        "binding",
        "objective",
        "warnings",
        "provenance",
    ]
    assert set(read["fte"]["ep"]) == {"in_post", "needed_peak", "needed_mean", "end"}
    year = read["cost_gbp"]["2027-28"]
    assert sum(year["by_role"].values()) == pytest.approx(year["total"])
    assert sum(year["by_kind"].values()) == pytest.approx(year["total"])


def test_tables_are_written_whole_into_a_new_folder_and_never_over_another(
    rutland: Plan, tmp_path: Path
) -> None:
    folder = tmp_path / "plan"
    rutland.write(folder)
    assert {path.stem for path in folder.iterdir()} == set(rutland.tables)
    read = pd.read_csv(folder / "staffing.csv")
    assert read["in_post_fte"].tolist() == pytest.approx(rutland.staffing["in_post_fte"].tolist())

    with pytest.raises(OutputError, match="is there already"):
        rutland.write(folder)
    with pytest.raises(OutputError, match="cannot be written"):
        rutland.write(tmp_path / "nowhere" / "plan")
    assert [path.name for path in tmp_path.iterdir()] == ["plan"]


@pytest.mark.parametrize(
    "options", [{"time_limit": 0.0}, {"solver": "simplex", "simplex_iteration_limit": 5}]
)
def test_a_solver_that_is_stopped_early_gives_no_plan(
    problem: Problem, options: dict[str, str | float | int]
) -> None:
    with pytest.raises(NotOptimalError, match="no plan to show"):
        Session(write_programme(problem), options).solve()


def test_solving_prints_nothing(problem: Problem, capfd: pytest.CaptureFixture[str]) -> None:
    Session(write_programme(problem)).solve()
    assert capfd.readouterr() == ("", "")


def test_the_need_does_not_depend_on_who_is_in_post_or_can_be_hired(problem: Problem) -> None:
    scarce = problem.changed(
        roles={
            name: role.model_copy(update={"staff0": 0.1, "hire_cap": (0.0,) * len(problem.years)})
            for name, role in problem.roles.items()
        }
    )
    assert requirement_of(scarce) == requirement_of(problem)


def test_with_the_staff_it_asks_for_a_plan_misses_nothing(problem: Problem) -> None:
    asked = Session(write_programme(requirement_of(problem))).solve()
    plan = solve(requirement_of(problem))
    assert plan.shortfalls.empty
    assert set(plan.first_met.values()) == {START}
    assert plan.objective == pytest.approx(asked.objective)


def test_one_establishment_a_year_costs_no_less_than_staff_month_by_month(
    problem: Problem,
) -> None:
    level = solve(problem.changed(level=True))
    monthly = solve(problem)
    assert level.objective >= monthly.objective * (1 - 1e-9)


def test_the_need_never_falls_from_year_to_year(rutland: Plan) -> None:
    for _, rows in rutland.staffing.groupby("role"):
        assert (rows["needed_fte"].diff().dropna() >= -1e-6).all()
