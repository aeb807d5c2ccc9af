"""Long work reports its steps, and can be stopped between solves and within one."""

from __future__ import annotations

import threading

import pytest

from burdens.errors import WorkCancelledError
from burdens.planning import plan
from burdens.problem import Problem, build
from burdens.programme import Live, optimise, write_programme
from burdens.scenario import Scenario, new

YEAR = {"horizon_weeks": 52, "run_out_weeks": 20}


class Listener:
    """Hears every step, and cancels at one of them, or after so many looks of the solver."""

    def __init__(self, at: str | None = None, looks: int | None = None) -> None:
        self.steps: list[str] = []
        self._at, self._looks = at, looks
        self.seen = 0

    @property
    def cancelled(self) -> bool:
        self.seen += 1
        return self._looks is not None and self.seen > self._looks

    def step(self, doing: str, share: float | None = None) -> None:
        assert share is None or 0 <= share <= 1
        self.steps.append(doing)
        if self._at is not None and doing.startswith(self._at):
            raise WorkCancelledError


@pytest.fixture(scope="module")
def rutland() -> Scenario:
    return new("Rutland").changed(**YEAR)


@pytest.fixture(scope="module")
def problem(rutland: Scenario) -> Problem:
    return build(rutland)


def test_a_plan_reports_its_steps_and_is_the_same_as_one_that_nobody_watches(
    rutland: Scenario,
) -> None:
    listener = Listener()
    watched = plan(rutland, watch=listener)

    assert [doing.split()[0] for doing in listener.steps] == ["Turning", "Finding", "Finding"]
    assert watched.summary() == plan(rutland).summary()


@pytest.mark.parametrize("step", ["Turning", "Finding the best", "Finding what"])
def test_a_plan_is_stopped_at_any_step(rutland: Scenario, step: str) -> None:
    listener = Listener(at=step)
    with pytest.raises(WorkCancelledError):
        plan(rutland, watch=listener)
    assert listener.steps[-1].startswith(step)


@pytest.mark.parametrize("looks", [0, 5, 50])
def test_a_solve_is_stopped_while_it_goes_on_and_has_no_solution(
    problem: Problem, looks: int
) -> None:
    arrays = write_programme(problem).arrays
    threads = threading.active_count()
    listener = Listener(looks=looks)
    with pytest.raises(WorkCancelledError):
        Live(watch=listener).solve(arrays)
    assert listener.seen <= looks + 2  # the solver asked, heard it, and asked no more
    assert threading.active_count() == threads


def test_a_live_programme_that_was_stopped_can_be_solved_again(problem: Problem) -> None:
    listener = Listener(looks=5)
    live = Live(watch=listener)
    with pytest.raises(WorkCancelledError):
        live.solve(write_programme(problem).arrays)
    listener._looks = None  # noqa: SLF001  # nobody stops it now

    solved = live.solve(write_programme(problem).arrays)
    assert solved.objective == pytest.approx(optimise(problem).objective, rel=1e-9)
