"""The problems with known answers: each answer by another way than the programme."""

from __future__ import annotations

from pathlib import Path

import pytest
from scipy.optimize import linprog

from burdens.errors import FactsError
from burdens.known_problems import Outcome, known_problems, solve
from tests.truth.least import least_objective
from tests.truth.oracles import densest_window, duties, overdue_hours

HOURS = (6000.0, 7000.0, 8000.0, 9500.0, 11000.0)
# Typed here, from the sources that the files name, and not read from the files.
ANSWERS = {
    "five_weeks": 33.0,
    "five_weeks_in_turn": 6.0 + 5 + 6 + 2,
    "five_weeks_kept": 6.0 + 5 + 6 + 2,
    "densest_window": 700 / 6,
    "backlog": 200.0,
    "earliest_first": 2.0 + 2,
    "kept_short": 2.0,
    "caseload": 5.0,
    "no_work": 0.0,
    "technicians": 593_776.5097,
    "technicians_doubled": 593_776.5097,
}
FILES = Path(__file__).parents[2] / "burdens" / "known_problems" / "files"


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


def test_every_known_problem_is_known_here_too() -> None:
    answers = {name: known.answer for name, known in known_problems().items()}
    assert answers == pytest.approx(ANSWERS)
    assert list(answers) == list(ANSWERS)


@pytest.mark.truth
@pytest.mark.parametrize("name", ANSWERS)
def test_the_programme_finds_the_known_answer(name: str) -> None:
    outcome = solve(known_problems()[name])
    assert outcome.found == pytest.approx(ANSWERS[name], rel=1e-6, abs=1e-6)
    assert outcome.agrees


@pytest.mark.truth
@pytest.mark.parametrize("name", ["five_weeks", "densest_window", "backlog"])
def test_the_hours_a_week_are_those_of_the_densest_window(name: str) -> None:
    window = densest_window(duties(known_problems()[name].problem))
    assert window.hours_a_bucket == pytest.approx(ANSWERS[name])


@pytest.mark.truth
@pytest.mark.parametrize("name", ["five_weeks_in_turn", "five_weeks_kept", "earliest_first"])
def test_the_lateness_is_what_working_on_what_is_due_first_leaves(name: str) -> None:
    problem = known_problems()[name].problem
    (role,) = problem.roles.values()
    each = max(hours for task in problem.pathways[0].tasks for hours in task.hours.values())
    late = overdue_hours(problem, role.productive, [0])[0] / each
    assert late == pytest.approx(ANSWERS[name])


@pytest.mark.truth
@pytest.mark.parametrize("doubled", [1.0, 2.0])
def test_the_technicians_cost_what_the_textbooks_own_equations_say(doubled: float) -> None:
    assert textbook(doubled) == pytest.approx(ANSWERS["technicians"], abs=1e-3)


@pytest.mark.truth
@pytest.mark.parametrize(
    ("name", "objective"),
    [
        ("five_weeks_kept", 19 * 100_000.0),
        ("kept_short", (2 * 10 + 2) * 100_000.0),
        ("earliest_first", 4 * 100_000.0),
        ("caseload", 5 * 4 * 1000.0),
        ("technicians", 593_776.5097),
        ("technicians_doubled", 593_776.5097),
    ],
)
def test_a_programme_of_every_cohort_by_itself_finds_the_same(name: str, objective: float) -> None:
    """Free to overtake: late cases at their weights, 5 people for four weeks, or the textbook."""
    assert least_objective(known_problems()[name].problem) == pytest.approx(objective)


def test_another_number_does_not_agree() -> None:
    known = known_problems()["five_weeks"]
    assert Outcome(known, 33.0000001).agrees
    assert not Outcome(known, 33.001).agrees
    assert not Outcome(known_problems()["no_work"], 0.001).agrees


def test_a_known_problem_tells_how_its_answer_is_known_and_where_from() -> None:
    for known in known_problems().values():
        assert known.known.endswith(".")
        assert known.source.title
        assert known.source.href or known.source.title.startswith(("Arith", "Common", "W. L. W"))


def broken(folder: Path, old: str, new: str) -> FactsError:
    """Read the five weeks with one thing wrong."""
    text = (FILES / "five_weeks.yaml").read_text(encoding="utf-8")
    assert old in text
    (folder / "five_weeks.yaml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        known_problems(folder)
    return caught.value


def test_a_file_without_its_reading_is_refused_with_its_line(tmp_path: Path) -> None:
    (fault,) = broken(tmp_path, "reads: needed_hours_a_week", "reads: something").faults
    assert fault.where.startswith("five_weeks.yaml, line")
    assert fault.field == "reads"


def test_numbers_that_make_no_problem_are_refused_with_their_line(tmp_path: Path) -> None:
    first, *_ = broken(tmp_path, "due: 2", "due: -1").faults
    assert first.where.startswith("five_weeks.yaml, line")
    assert first.field == "problem.pathways.0.tasks.0.due"
