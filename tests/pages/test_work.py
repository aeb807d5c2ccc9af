from __future__ import annotations

import asyncio
import subprocess
import threading
from typing import TYPE_CHECKING, Any

import pytest
from jupyter_client.manager import start_new_kernel

from burdens.pages import ErrorPanel, WorkforcePage
from burdens.pages.progress import Progress
from burdens.pages.work import Run, Work
from burdens.scenario import new
from tests.pages.small_planner import SmallPlanner

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.plans import Plan
    from burdens.scenario import Scenario

SOON = 5.0  # s, a bound for a thread that has nothing to do


async def ended(progress: Progress) -> None:
    """Let the loop turn until no work goes on."""
    still = asyncio.Event()
    progress.observe(lambda change: change["new"] or still.set(), "running")
    if progress.running:
        await asyncio.wait_for(still.wait(), SOON)


class Desk:
    """Somebody who waits for long work, and what they are told."""

    def __init__(self) -> None:
        self.panel = ErrorPanel()
        self.progress = Progress("Work out the plan")
        self.work = Work(self.progress, self.panel.guard)
        self.told: list[Any] = []
        self.threads: list[str] = []

    def run(self, work: Callable[[Run], Any]) -> None:
        self.work.run(work, self._done, lambda: self.told.append("cancelled"))

    async def wait(self) -> None:
        """Let the loop turn until the work has ended."""
        await ended(self.progress)

    def _done(self, result: Any) -> None:
        self.threads.append(threading.current_thread().name)
        self.told.append(result)


class Slow:
    """Work that goes on until it is let go, and hears of a cancel at its next step."""

    def __init__(self) -> None:
        self.begun, self.let_go = threading.Event(), threading.Event()
        self.thread = ""

    def __call__(self, watch: Run) -> str:
        self.thread = threading.current_thread().name
        watch.step("First half", 0.25)
        self.begun.set()
        self.let_go.wait(SOON)
        watch.step("Second half", 0.75)
        return "a plan"

    async def wait_until_begun(self) -> None:
        await asyncio.to_thread(self.begun.wait, SOON)


def threads() -> list[str]:
    return [one.name for one in threading.enumerate() if one.name.startswith("burdens")]


def fails(_: Run) -> None:
    raise RuntimeError("a name nobody should see")


def test_without_an_event_loop_the_work_is_done_at_once() -> None:
    desk = Desk()
    steps = []
    desk.progress.observe(lambda change: steps.append(change["new"]), "doing")
    desk.run(lambda watch: watch.step("Adding up") or threading.current_thread().name)
    assert desk.told == [threading.main_thread().name]
    assert "Adding up" in steps
    assert not desk.progress.running


def test_in_an_event_loop_another_thread_works_and_the_loops_thread_shows() -> None:
    desk, slow = Desk(), Slow()

    async def page() -> None:
        desk.run(slow)
        await slow.wait_until_begun()
        await asyncio.sleep(0.2)  # the loop turns while the work goes on
        assert (desk.progress.running, desk.progress.doing) == (True, "First half")
        assert desk.progress.share == 0.25
        slow.let_go.set()
        await desk.wait()

    asyncio.run(page())
    assert slow.thread == "burdens-work"
    assert desk.told == ["a plan"]
    assert desk.threads == [threading.main_thread().name]
    assert not desk.progress.running
    assert threads() == []


def test_work_that_is_cancelled_gives_nothing_and_leaves_no_thread() -> None:
    desk, slow = Desk(), Slow()

    async def page() -> None:
        desk.run(slow)
        await slow.wait_until_begun()
        desk.progress._came(None, "cancel", [])  # noqa: SLF001  (the browser's part)
        assert desk.progress.stopping
        slow.let_go.set()
        await desk.wait()
        desk.run(lambda _: "the next")
        await desk.wait()

    asyncio.run(page())
    assert desk.told == ["cancelled", "the next"]
    assert desk.panel.html == ""
    assert threads() == []


def test_a_result_that_came_as_somebody_cancelled_is_not_shown() -> None:
    desk = Desk()

    def cancelled_at_the_end(_: Run) -> str:
        desk.work.cancel()
        return "a plan"

    desk.run(cancelled_at_the_end)
    assert desk.told == ["cancelled"]


def test_work_asked_for_while_cancelled_work_stops_begins_after_it() -> None:
    desk, slow = Desk(), Slow()

    async def page() -> None:
        desk.run(slow)
        await slow.wait_until_begun()
        desk.work.cancel()
        desk.run(lambda _: "the next")
        slow.let_go.set()
        await desk.wait()
        await desk.wait()

    asyncio.run(page())
    assert desk.told == ["cancelled", "the next"]
    assert not desk.work.running
    assert threads() == []


def test_work_that_waits_for_its_turn_is_cancelled_too() -> None:
    desk, slow = Desk(), Slow()

    async def page() -> None:
        desk.run(slow)
        await slow.wait_until_begun()
        desk.work.cancel()
        desk.run(lambda _: "the next")
        desk.work.cancel()
        slow.let_go.set()
        await desk.wait()

    asyncio.run(page())
    assert desk.told == ["cancelled"]


def test_a_second_press_starts_nothing_while_work_goes_on() -> None:
    desk, slow = Desk(), Slow()
    pressed = []
    desk.progress.on_press(lambda: pressed.append(1))

    async def page() -> None:
        desk.run(slow)
        desk.progress.click()
        desk.run(lambda _: "another")
        slow.let_go.set()
        await desk.wait()

    asyncio.run(page())
    assert pressed == []
    assert desk.told == ["a plan"]


@pytest.mark.parametrize("looped", [True, False])
def test_an_error_of_the_work_reaches_the_panel(*, looped: bool) -> None:
    desk = Desk()

    async def page() -> None:
        desk.run(fails)
        await desk.wait()

    if looped:
        asyncio.run(page())
    else:
        desk.run(fails)
    assert "Something went wrong" in desk.panel.html
    assert "nobody should see" not in desk.panel.html
    assert (desk.told, desk.progress.running) == ([], False)
    assert threads() == []


class Planner(SmallPlanner):
    """Gives a plan once it is let go; what would help most at once."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self.slow = Slow()

    def plan(self, scenario: Scenario, *, watch: Run) -> Plan:
        self.asked.append(scenario)
        self.slow(watch)
        return self._plan

    async def run(self, page: WorkforcePage, meanwhile: Callable[[], object]) -> None:
        """Press the button, do something while the work goes on, and wait for its end."""
        self.slow.begun.clear()
        self.slow.let_go.clear()
        page.progress.click()
        await self.slow.wait_until_begun()
        meanwhile()
        self.slow.let_go.set()
        await ended(page.progress)
        await ended(page.most_help.progress)


def nothing() -> None:
    return None


@pytest.fixture
def planner(plan: Plan) -> Planner:
    return Planner(plan)


@pytest.fixture
def page(planner: Planner) -> WorkforcePage:
    return WorkforcePage("Devon", begin=new, planner=planner)


def test_an_entry_changed_while_work_goes_on_makes_its_result_stale(
    page: WorkforcePage, planner: Planner
) -> None:
    def change() -> None:
        page.form.staff.fill({"staff.ep.in_post": "30"})

    asyncio.run(planner.run(page, change))
    assert page.scenario is not None
    assert page.scenario.staff["ep"].in_post is None
    assert "You have changed something" in page.results.stale.html
    asyncio.run(planner.run(page, nothing))
    assert planner.asked[1].staff["ep"].in_post == 30
    assert page.results.stale.html == ""


def test_a_cancelled_run_keeps_the_entries_and_the_plan_before_it(
    page: WorkforcePage, planner: Planner, plan: Plan
) -> None:
    asyncio.run(planner.run(page, nothing))
    shown = page.results.headlines.html
    page.form.staff.fill({"staff.ep.in_post": "30"})
    stale = page.results.stale.html
    asyncio.run(planner.run(page, lambda: page.progress._came(None, "cancel", [])))  # noqa: SLF001
    assert "Cancelled: nothing was changed." in page.status.html
    assert page.results.headlines.html == shown
    assert page.results.stale.html == stale != ""
    assert page.form.staff.text("staff.ep.in_post") == "30"
    assert page.plan is not None
    assert page.plan.needs is plan.needs
    asyncio.run(planner.run(page, nothing))
    assert "is ready" in page.status.html


def test_another_authority_stops_the_work_for_the_one_before(
    page: WorkforcePage, planner: Planner
) -> None:
    def kent() -> None:
        page.start.field.value = new("Kent").authority.code

    asyncio.run(planner.run(page, kent))
    assert page.plan is None
    assert "there is no plan" in page.results.headlines.html


IN_A_CELL = """
import threading
from burdens.pages import ErrorPanel
from burdens.pages.progress import Progress
from burdens.pages.work import Work

told = []
progress = Progress("Go")
work = Work(progress, ErrorPanel().guard)
progress.on_press(lambda: work.run(lambda _: threading.current_thread().name, told.append, list))
progress.click()
print(told)
"""


def test_a_press_in_a_cell_has_its_result_for_the_next_line() -> None:
    manager, client = start_new_kernel(kernel_name="python3", stderr=subprocess.DEVNULL)
    said: list[str] = []
    client.execute_interactive(
        IN_A_CELL, timeout=60, output_hook=lambda told: said.append(str(told["content"]))
    )
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    assert "['MainThread']" in "".join(said)
