"""The measure that the Department for Education publishes, and what is overdue, by hand."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from burdens.plans import timeliness
from burdens.plans.flow import Flow
from burdens.problem import Problem
from burdens.programme import Lane
from burdens.programme.lanes import Series
from tests.plans.council import START, a_pathway, a_task, council, first_days, with_pathway

WITHIN = 10  # steps of two weeks


def issued_by_hand(problem: Problem, cohorts: dict[tuple[int, int], float]) -> list[Flow]:
    """Return the final plans of one lane, by step of request and of issue."""
    (pathway, _) = problem.pathways
    (final,) = (task for task in pathway.tasks if task.id == "final")
    first = min(start for start, _ in cohorts)
    started = np.zeros(problem.buckets - first)
    done = np.zeros(problem.buckets)
    for (start, end), cases in cohorts.items():
        started[start - first] += cases / final.share
        done[end] += cases
    series = Series.of(first, started)
    nobody = Series.of(first, np.zeros(len(started)))
    lane = Lane(pathway, pathway.id, "waiting", pathway.tasks, series, series, nobody)
    return [Flow(lane, final, np.cumsum(done))]


def test_plans_count_in_the_year_of_their_issue_and_on_time_within_twenty_weeks() -> None:
    """Issued in 2027: 30 after 20 weeks and 10 after 22; in 2028: 20 after 2 weeks."""
    problem = council()
    days = first_days()
    january = next(bucket for bucket, day in enumerate(days) if day >= date(2028, 1, 1))
    flows = issued_by_hand(
        problem, {(-1, 10): 10.0, (2, 2 + WITHIN): 30.0, (january, january + 1): 20.0}
    )

    table = timeliness.on_time(problem, flows)
    years = table[table["period"] == "year"].set_index("start")
    first, second = years.loc[date(2027, 1, 1)], years.loc[date(2028, 1, 1)]

    assert first["issued_cases"] == pytest.approx(40)
    assert first["on_time"] == pytest.approx(30 / 40)
    # A tenth of cases is excused: of the other 36, the 30 on time.
    assert first["on_time_excluding_exceptions"] == pytest.approx(30 / 36)
    assert first["mean_weeks"] == pytest.approx((30 * 20 + 10 * 22) / 40)
    assert (second["issued_cases"], second["on_time"]) == (pytest.approx(20), pytest.approx(1))
    assert second["on_time_excluding_exceptions"] == pytest.approx(1)
    assert second["mean_weeks"] == pytest.approx(2)


def test_a_quarter_in_which_no_plan_is_issued_has_no_rate() -> None:
    problem = council()
    table = timeliness.on_time(problem, issued_by_hand(problem, {(0, 1): 8.0}))
    quarters = table[table["period"] == "quarter"].set_index("start")

    assert quarters.loc[date(2027, 4, 1), "on_time"] == pytest.approx(1)
    later = quarters.drop(date(2027, 4, 1))
    assert (later["issued_cases"] == 0).all()
    assert later[["on_time", "on_time_excluding_exceptions", "mean_weeks"]].isna().all(axis=None)


def test_a_step_that_lies_in_two_quarters_counts_in_both_by_its_days() -> None:
    problem = council()
    days = first_days()
    bucket = next(b for b, day in enumerate(days) if day <= date(2027, 6, 30) < days[b + 1])
    june = (date(2027, 7, 1) - days[bucket]).days
    assert 0 < june < 14

    table = timeliness.on_time(problem, issued_by_hand(problem, {(bucket, bucket): 14.0}))
    counted = table[table["period"] == "quarter"].set_index("start")["issued_cases"]

    assert counted[date(2027, 4, 1)] == pytest.approx(june)
    assert counted[date(2027, 7, 1)] == pytest.approx(14 - june)


def test_a_problem_without_a_published_measure_has_no_rates() -> None:
    problem = council(published=None)

    assert timeliness.issued(problem, []) is None
    assert timeliness.on_time(problem, []).empty


def test_nobody_works_so_every_case_is_open_and_overdue_past_its_limit() -> None:
    """5 cases a step; limits of 2 steps: 3 cohorts are within it, the rest is late."""
    problem = council(pathways=[a_pathway("mediation", 5.0, a_task("meet", 2))], published=None)
    (pathway,) = problem.pathways
    started = Series.of(0, np.array(pathway.arrivals))
    nobody = Series.of(0, np.zeros(problem.buckets))
    lane = Lane(pathway, pathway.id, "waiting", pathway.tasks, started, started, nobody)
    flows = [Flow(lane, pathway.tasks[0], np.zeros(problem.buckets))]

    table = timeliness.cases(problem, flows)
    assert list(table["week"]) == first_days()[: problem.reported_buckets]
    assert (table["arrived_cases"] == 5).all()
    for bucket, row in enumerate(table.to_dict("records")):
        assert row["open_cases"] == pytest.approx(5 * (bucket + 1))
        assert row["overdue_cases"] == pytest.approx(5 * max(bucket - 1, 0))
        assert row["overdue_52_weeks_cases"] == pytest.approx(5 * max(bucket - 27, 0))
    assert timeliness.overdue(problem, flows)["mediation"] == pytest.approx(
        table["overdue_cases"].to_numpy()
    )


@pytest.mark.parametrize(
    ("overdue", "expected"),
    [
        ([0.0, 0.4, 0.0], 0),  # less than half a case is the fluid's, not a child
        ([5.0, 0.0, 0.0], 1),
        ([0.0, 5.0, 0.0], 2),
        ([0.0, 0.0, 5.0], None),
    ],
)
def test_nothing_is_overdue_from_the_step_after_the_last_late_one(
    overdue: list[float], expected: int | None
) -> None:
    problem = council()
    days = first_days()
    table = timeliness.cases(with_pathway(problem, "mediation", arrivals=(0.0,) * 58), [])
    table = table[table["week"] < days[3]].copy()
    table.loc[table["pathway"] == "mediation", "overdue_cases"] = overdue

    found = timeliness.on_time_from(problem, table)

    assert found == (None if expected is None else days[expected])
    assert days[0] == START
