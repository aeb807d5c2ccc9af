"""The densest window against an oracle that shares nothing with it, and against working it off."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from burdens.errors import FactsError
from burdens.known_problems import (
    InventedDuty,
    densest,
    invented_duties,
    kept_in_time,
    known_problems,
    least_people,
    longest_wait,
    oldest_first,
    windows_of,
    with_duties,
)
from burdens.problem import Problem, Waiting
from tests.truth.least import least_objective
from tests.truth.oracles import densest_window, duties, overdue_hours
from tests.truth.problems import (
    FORBIDDEN,
    a_fixed_role,
    a_role,
    a_single_task,
    a_small_problem,
    by_bucket,
    by_chance,
)

pytestmark = pytest.mark.truth


@pytest.fixture
def five_weeks() -> Problem:
    return known_problems()["five_weeks"].problem


@st.composite
def weeks_of_work(draw: st.DrawFn) -> Problem:
    """Draw cases of one task, all due within the plan."""
    due = draw(st.integers(0, 4))
    cases = draw(st.lists(st.integers(0, 20).map(float), min_size=1, max_size=8))
    assume(any(cases))
    hours = draw(st.sampled_from((0.5, 1.0, 6.0)))
    pathway = a_single_task((*cases, *by_bucket(0, due)), due, hours)
    return a_small_problem((pathway,), a_role(len(cases) + due))


@by_chance(60)
@given(problem=weeks_of_work())
def test_the_densest_window_is_the_oracles(problem: Problem) -> None:
    found = densest(windows_of(problem))
    assert found.hours_a_week == pytest.approx(densest_window(duties(problem)).hours_a_bucket)


@by_chance(60)
@given(problem=weeks_of_work())
def test_its_hours_are_enough_and_fewer_are_not(problem: Problem) -> None:
    most = densest(windows_of(problem)).hours_a_week
    assert not any(week.late for week in oldest_first(problem, most))
    assert any(week.late for week in oldest_first(problem, most * 0.999))


@by_chance(60)
@given(problem=weeks_of_work(), share=st.sampled_from((0.3, 0.8, 1.0)))
def test_the_late_hours_are_those_of_the_oracle(problem: Problem, share: float) -> None:
    hours = densest(windows_of(problem)).hours_a_week * share
    late = sum(week.late for week in oldest_first(problem, hours))
    overdue = overdue_hours(problem, (hours,) * problem.buckets, [0])[0]
    assert late == pytest.approx(overdue, abs=1e-6)


@by_chance(40)
@given(
    problem=weeks_of_work(),
    kept=st.sampled_from((0.0, 0.25, 0.5, 1.0)),
    share=st.sampled_from((0.3, 0.6, 0.9)),
)
def test_the_waiting_lane_is_no_later_than_keeping_the_kept_lane_in_time_makes_it(
    problem: Problem, kept: float, share: float
) -> None:
    """By a programme of every cohort by itself, in which lateness of the kept lane is forbidden."""
    (pathway,) = problem.pathways
    (each,) = pathway.tasks[0].hours.values()
    hours = densest(windows_of(problem)).hours_a_week * max(share, kept)
    lanes = {"kept": kept, "kept_factor": FORBIDDEN, "overdue": ((0, 1.0),)}
    role = a_fixed_role((hours,) * problem.buckets)
    problem = problem.changed(pathways=[pathway.model_copy(update=lanes)], roles={"ep": role})
    weeks = list(kept_in_time(problem, hours))
    assert all(week.kept_done >= week.kept_due - 1e-6 for week in weeks)
    late = sum(week.late for week in weeks)
    assert late == pytest.approx(least_objective(problem), rel=1e-6, abs=1e-3)
    done = [0.0, *(week.kept_done + week.waiting_done for week in weeks)]
    assert all(after - before <= hours / each + 1e-6 for before, after in itertools.pairwise(done))


def test_a_kept_lane_that_needs_more_hours_than_there_are_is_refused() -> None:
    with pytest.raises(ValueError, match="more hours than there are"):
        list(kept_in_time(known_problems()["kept_short"].problem, 6.0))


@pytest.mark.parametrize(
    ("come", "done", "longest"),
    [
        ([4, 10, 12, 3, 5, 0, 0, 0, 0], [4, 8, 12, 16, 20, 24, 28, 32, 34], 4),
        ([2, 5, 6, 1.5, 2.5, 0, 0, 0, 0], [2, 6, 7, 7, 7, 9.5, 11, 15, 17], 5),
        ([3, 0], [3, 3], 0),
    ],
)
def test_the_longest_wait_is_that_of_the_last_case_of_some_week(
    come: list[float], done: list[float], longest: int
) -> None:
    assert longest_wait(come, done) == longest


def test_the_five_weeks_take_one_and_a_half_people(five_weeks: Problem) -> None:
    found = densest(windows_of(five_weeks))
    assert (found.first, found.last, found.cases, found.weeks) == (2, 5, 22.0, 4)
    assert found.work == 132
    assert least_people(five_weeks) == 1.5


def test_work_is_never_done_before_it_comes(five_weeks: Problem) -> None:
    weeks = list(oldest_first(five_weeks, 1000.0))
    assert [week.done for week in weeks] == [week.come for week in weeks]


def test_what_takes_more_than_a_window_is_refused() -> None:
    with pytest.raises(ValueError, match="new cases"):
        windows_of(known_problems()["backlog"].problem)
    with pytest.raises(ValueError, match="unpack"):
        windows_of(known_problems()["earliest_first"].problem)
    waiting = (Waiting(task="task", age=1, cases=1.0),)
    problem = a_small_problem((a_single_task((1.0, 0.0), 1, 1.0, waiting),), a_role(2))
    with pytest.raises(ValueError, match="new cases"):
        list(oldest_first(problem, 1.0))


def test_made_up_duties_lengthen_the_work_or_shorten_the_time(five_weeks: Problem) -> None:
    """22 cases of 6 and of 7 hours, in four weeks and in three."""
    longer, sooner = invented_duties()
    needs = {
        (): 22 * 6 / 4,
        (longer,): 22 * 7 / 4,
        (sooner,): 22 * 6 / 3,
        (longer, sooner): 22 * 7 / 3,
    }
    for chosen, hours in needs.items():
        changed = with_duties(five_weeks, chosen)
        assert densest(windows_of(changed)).hours_a_week == pytest.approx(hours)


def test_a_duty_changes_a_copy(five_weeks: Problem) -> None:
    duty = InventedDuty("longer", "A case takes one hour more", 1, 0)
    with_duties(five_weeks, [duty])
    assert five_weeks.pathways[0].tasks[0].hours == {"caseworker": 6}


def test_duties_that_do_not_read_are_refused(tmp_path) -> None:  # noqa: ANN001
    file = tmp_path / "duties.yaml"
    file.write_text("duties:\n  - {id: longer, title: More}\n", encoding="utf-8")
    with pytest.raises(FactsError, match="more_hours"):
        invented_duties(file)
