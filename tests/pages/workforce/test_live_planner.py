"""One live model for a page: a changed entry is solved on from the plan before it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from burdens.errors import WorkCancelledError
from burdens.pages.work import Run
from burdens.pages.workforce.live_planner import WAITS, LivePlanner
from burdens.planning import plan
from burdens.plans import LiveModel
from burdens.programme import UNWATCHED

if TYPE_CHECKING:
    from burdens.plans import Answer
    from burdens.problem import Problem
    from burdens.scenario import Scenario

SOON = 30.0  # s


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[Answer]:
    """Collect every answer of the live model."""
    found: list[Answer] = []
    solve = LiveModel.solve

    def noting(model: LiveModel, problem: Problem, needs: object, **more: object) -> Answer:
        found.append(solve(model, problem, needs, **more))
        return found[-1]

    monkeypatch.setattr(LiveModel, "solve", noting)
    return found


def with_psychologists(scenario: Scenario, fte: float) -> Scenario:
    staff = {role: one.model_dump() for role, one in scenario.staff.items()}
    return scenario.changed(staff={**staff, "ep": {**staff["ep"], "in_post": fte}})


def test_a_changed_entry_is_solved_in_place_and_gives_what_a_new_start_gives(
    short: Scenario, answers: list[Answer]
) -> None:
    planner = LivePlanner()
    first = planner.plan(short, watch=UNWATCHED)
    assert answers[0].rebuilt is not None
    role = first.problem.roles["ep"]
    changed = with_psychologists(short, role.staff0 + 1.5)
    found = planner.plan(changed, watch=UNWATCHED)
    assert [one.rebuilt for one in answers[1:]] == [None]
    anew = plan(changed)
    assert found.objective == pytest.approx(anew.objective, rel=1e-6)
    assert found.headlines.overdue_end == pytest.approx(anew.headlines.overdue_end, abs=1e-3)
    assert found.headlines.posts[0].in_post == pytest.approx(role.staff0 + 1.5)


def test_a_plan_after_what_would_help_is_what_it_was_before(short: Scenario) -> None:
    planner = LivePlanner()
    before = planner.plan(short, watch=UNWATCHED)
    assert before.helps == ()
    helps = planner.helps(short, watch=UNWATCHED)
    again = planner.plan(short, watch=UNWATCHED)
    assert again.objective == pytest.approx(before.objective, rel=1e-6)
    anew = {one.id: one.cases for one in plan(short).helps}
    assert {one.id: one.cases for one in helps} == pytest.approx(anew, abs=1e-2)


def test_the_caseload_line_has_a_row_a_standard_and_fewer_posts_the_looser_it_is(
    short: Scenario,
) -> None:
    planner = LivePlanner()
    line = planner.caseload_line(short, [80.0, 155.5, 250.0], watch=UNWATCHED)
    assert list(line["standard"]) == [80.0, 155.5, 250.0]
    assert list(line["posts_fte"]) == sorted(line["posts_fte"], reverse=True)


class Held(Run):
    """A watch that keeps its work at the first step until it is let go."""

    def __init__(self) -> None:
        super().__init__(lambda _: None)
        self.begun, self.let_go = threading.Event(), threading.Event()

    def step(self, doing: str, share: float | None = None) -> None:
        super().step(doing, share)
        self.begun.set()
        self.let_go.wait(SOON)


def test_work_waits_for_the_live_model_and_can_be_cancelled_as_it_waits(short: Scenario) -> None:
    planner, first = LivePlanner(), Held()
    thread = threading.Thread(target=lambda: planner.plan(short, watch=first))
    thread.start()
    first.begun.wait(SOON)
    told = []

    def hears(run: Run) -> None:
        told.append(run.doing)
        run.cancelled = True

    with pytest.raises(WorkCancelledError):
        planner.helps(short, watch=Run(hears))
    assert told == [WAITS]
    first.let_go.set()
    thread.join(SOON)
    assert not thread.is_alive()


def test_the_model_answers_after_work_that_was_cancelled(short: Scenario) -> None:
    planner = LivePlanner()
    before = planner.plan(short, watch=UNWATCHED)

    def stops(run: Run) -> None:
        run.cancelled = True

    with pytest.raises(WorkCancelledError):
        planner.helps(short, watch=Run(stops))
    again = planner.plan(short, watch=UNWATCHED)
    assert again.objective == pytest.approx(before.objective, rel=1e-6)
