"""The problems with known answers: each answer by another way than the programme."""

from __future__ import annotations

from pathlib import Path

import pytest
from scipy.optimize import linprog

from burdens.checks import Outcome, checks, run
from burdens.errors import FactsError, WorkCancelledError
from tests.truth.cohorts import least_objective
from tests.truth.oracles import densest_window, duties, left_over

HOURS = (6000.0, 7000.0, 8000.0, 9500.0, 11000.0)
# Typed here, from the sources that the files name, and not read from the files.
ANSWERS = {
    "five_weeks": 33.0,
    "densest_window": 700 / 6,
    "backlog": 200.0,
    "earliest_first": 2.0,
    "timeliness": 2.0,
    "caseload": 5.0,
    "no_work": 0.0,
    "technicians": 593_776.5097,
    "technicians_doubled": 593_776.5097,
}
FILES = Path(__file__).parents[2] / "burdens" / "checks" / "files"


def textbook(doubled: float = 1.0) -> float:
    """Solve the technicians as the textbook writes them: five trainees, then five skilled."""
    need = [hours * doubled for hours in HOURS]
    works = [[0.0] * 10 for _ in HOURS]
    stays = [[0.0] * 10 for _ in HOURS]
    for month in range(5):
        works[month][month], works[month][5 + month] = 50 * doubled, -160 * doubled
        stays[month][5 + month] = 1.0
        if month:
            stays[month][5 + month - 1], stays[month][month - 1] = -0.95, -1.0
    answer = linprog(
        [1000.0] * 5 + [2000.0] * 5,
        A_ub=works,
        b_ub=[-hours for hours in need],
        A_eq=stays,
        b_eq=[50.0, 0.0, 0.0, 0.0, 0.0],
    )
    assert answer.status == 0
    return float(answer.fun)


def test_every_check_is_known_here_too() -> None:
    assert {name: check.answer for name, check in checks().items()} == pytest.approx(ANSWERS)


@pytest.mark.truth
@pytest.mark.parametrize("name", ANSWERS)
def test_the_programme_finds_the_known_answer(name: str) -> None:
    outcome = run(checks()[name])
    assert outcome.found == pytest.approx(ANSWERS[name], rel=1e-6, abs=1e-6)
    assert outcome.agrees


@pytest.mark.truth
@pytest.mark.parametrize("name", ["five_weeks", "densest_window", "backlog"])
def test_the_hours_a_week_are_those_of_the_densest_window(name: str) -> None:
    window = densest_window(duties(checks()[name].problem))
    assert window.hours_a_bucket == pytest.approx(ANSWERS[name])


@pytest.mark.truth
def test_the_hours_left_over_are_those_of_working_by_the_earliest_deadline() -> None:
    problem = checks()["earliest_first"].problem
    assert left_over(duties(problem), problem.roles["ep"].productive) == ANSWERS["earliest_first"]


@pytest.mark.truth
@pytest.mark.parametrize("doubled", [1.0, 2.0])
def test_the_technicians_cost_what_the_textbooks_own_equations_say(doubled: float) -> None:
    assert textbook(doubled) == pytest.approx(ANSWERS["technicians"], abs=1e-3)


@pytest.mark.truth
@pytest.mark.parametrize("name", ["timeliness", "caseload", "technicians", "technicians_doubled"])
def test_a_programme_of_every_cohort_by_itself_finds_the_same_least_cost(name: str) -> None:
    """The costs are those of the answer: 2 cases short at 100 and 4 late, 5 people four weeks."""
    costs = {"timeliness": 2 * 100 + 4, "caseload": 5 * 4 * 1000.0}
    assert least_objective(checks()[name].problem) == pytest.approx(costs.get(name, ANSWERS[name]))


def test_another_number_does_not_agree() -> None:
    check = checks()["five_weeks"]
    assert Outcome(check, 33.0000001).agrees
    assert not Outcome(check, 33.001).agrees
    assert not Outcome(checks()["no_work"], 0.001).agrees


def test_a_check_says_how_its_answer_is_known_and_where_from() -> None:
    for check in checks().values():
        assert check.known.endswith(".")
        assert check.source.title
        assert check.source.href or check.source.title.startswith(("Arith", "Common", "W. L. W"))


def test_a_check_can_be_stopped() -> None:
    class Stopped:
        cancelled = True

        def step(self, doing: str, share: float | None = None) -> None: ...

    with pytest.raises(WorkCancelledError):
        run(checks()["five_weeks"], Stopped())


def broken(folder: Path, old: str, new: str) -> FactsError:
    """Read the five weeks with one thing wrong."""
    text = (FILES / "five_weeks.yaml").read_text(encoding="utf-8")
    assert old in text
    (folder / "five_weeks.yaml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        checks(folder)
    return caught.value


def test_a_file_without_its_source_is_refused_with_its_line(tmp_path: Path) -> None:
    (fault,) = broken(tmp_path, "reads: hours_a_week", "reads: something").faults
    assert fault.where.startswith("five_weeks.yaml, line")
    assert fault.field == "reads"


def test_numbers_that_make_no_problem_are_refused_with_their_line(tmp_path: Path) -> None:
    (fault,) = broken(tmp_path, "max_wait: 7", "max_wait: 0").faults
    assert fault.where.startswith("five_weeks.yaml, line")
    assert fault.field == "problem.pathways.0.max_wait"
