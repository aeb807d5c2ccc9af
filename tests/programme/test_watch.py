"""Long work is told of, and stopped between solves and within one."""

from __future__ import annotations

import threading

import pytest

from burdens.assessment import assess
from burdens.errors import WorkCancelledError
from burdens.planning import plan
from burdens.problem import build
from burdens.programme import Session, write_programme
from burdens.scenario import Scenario, new

YEAR = {"horizon_weeks": 52, "run_out_weeks": 20}


class Listener:
    """Hears every step, and cancels at one of them, or after so many looks of the solver."""

    def __init__(self, at: str = "", looks: int | None = None) -> None:
        self.steps: list[tuple[str, float | None]] = []
        self._at, self._looks = at, looks
        self.seen = 0

    @property
    def cancelled(self) -> bool:
        self.seen += 1
        return self._looks is not None and self.seen > self._looks

    def step(self, doing: str, share: float | None = None) -> None:
        self.steps.append((doing, share))
        if self._at and doing.startswith(self._at):
            raise WorkCancelledError


@pytest.fixture(scope="module")
def rutland() -> Scenario:
    scenario = new("Rutland")
    return scenario.changed(measures=[{"measure": "tailored_lists"}], **YEAR)


def test_a_plan_tells_every_step_and_is_the_same_as_one_that_nobody_watches(
    rutland: Scenario,
) -> None:
    listener = Listener()
    watched = plan(rutland, watch=listener)
    assert [doing.split()[0] for doing, _ in listener.steps] == [
        "Turning",
        "Finding",
        "Finding",
        "Putting",
    ]
    assert watched.objective == pytest.approx(plan(rutland).objective)


@pytest.mark.parametrize("looks", [0, 5, 200])
def test_a_solve_is_stopped_while_it_goes_on_and_gives_no_solution(
    rutland: Scenario, looks: int
) -> None:
    programme = write_programme(build(rutland))
    threads = threading.active_count()
    listener = Listener(looks=looks)
    with pytest.raises(WorkCancelledError):
        Session(programme, watch=listener).solve()
    assert listener.seen <= looks + 2  # the solver asked, heard it, and asked no more
    assert threading.active_count() == threads


def test_a_session_that_was_stopped_can_be_solved_by_the_next(rutland: Scenario) -> None:
    programme = write_programme(build(rutland))
    with pytest.raises(WorkCancelledError):
        Session(programme, watch=Listener(looks=50)).solve()
    again, fresh = Session(programme), Session(write_programme(build(rutland)))
    assert again.solve().objective == pytest.approx(fresh.solve().objective)


def test_an_assessment_counts_its_solves_and_stops_between_them(rutland: Scenario) -> None:
    listener = Listener(at="Costing the measures: 3 of")
    with pytest.raises(WorkCancelledError, match="nothing was changed"):
        assess(rutland, watch=listener)
    counted = [doing for doing, _ in listener.steps if doing.startswith("Costing")]
    # One measure has two sets; everything is solved once more, with its savings, and at both ends.
    assert [doing.split(":")[1].split(" comb")[0] for doing in counted] == [
        f" {done} of 6" for done in (0, 0, 1, 2, 3)
    ]
    shares = [share for _, share in listener.steps if share is not None]
    assert shares == sorted(shares)


def test_a_whole_assessment_ends_its_count_at_what_it_said(rutland: Scenario) -> None:
    listener = Listener()
    assess(rutland, watch=listener)
    counts = [doing for doing, _ in listener.steps if doing.startswith("Costing")]
    assert counts[-1].startswith("Costing the measures: 5 of 6")
