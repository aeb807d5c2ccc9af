"""What is worked out from a result by a button of its own."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from burdens.pages import ErrorPanel, Passage
from burdens.pages.follow_up import FollowUp, Labels
from tests.pages.test_work import Slow, ended, threads

if TYPE_CHECKING:
    from burdens.programme import Watch

LABELS = Labels("Go on", "Going on.", "Gone on.", "Nothing to go on from.")


class Desk:
    """A follow-up, and where its outcome is written."""

    def __init__(self) -> None:
        self.panel, self.outcome = ErrorPanel(), Passage()
        self.follow_up = FollowUp(LABELS, self.panel.guard, self.outcome)

    @property
    def says(self) -> str:
        return str(self.follow_up.status.html)


def shown(result: Any) -> str:
    return f"<p>{result}</p>"


def fails(_: Watch) -> None:
    raise RuntimeError("a name nobody should see")


def test_nothing_is_worked_out_before_anything_is_on_offer() -> None:
    desk = Desk()
    desk.follow_up.progress.click()
    assert desk.says == "<p>Nothing to go on from.</p>"
    assert desk.outcome.html == ""


def test_what_comes_of_it_is_written_and_said() -> None:
    desk = Desk()
    desk.follow_up.offer(lambda _: "an outcome", shown)
    assert desk.outcome.html == ""
    desk.follow_up.progress.click()
    assert desk.outcome.html == "<p>an outcome</p>"
    assert desk.says == "<p>Gone on.</p>"


def test_another_offer_and_a_withdrawal_take_the_outcome_away() -> None:
    desk = Desk()
    desk.follow_up.offer(lambda _: "an outcome", shown)
    desk.follow_up.start()
    desk.follow_up.offer(lambda _: "another", shown)
    assert (desk.outcome.html, desk.says) == ("", "")
    desk.follow_up.start()
    assert desk.outcome.html == "<p>another</p>"
    desk.follow_up.withdraw()
    assert (desk.outcome.html, desk.says) == ("", "")


def test_work_that_is_stopped_says_so_and_can_begin_again() -> None:
    desk, slow = Desk(), Slow()

    async def page() -> None:
        desk.follow_up.offer(slow, shown)
        desk.follow_up.start()
        await slow.wait_until_begun()
        desk.follow_up.stop()
        slow.let_go.set()
        await ended(desk.follow_up.progress)
        assert "Stopped before the end" in desk.says
        desk.follow_up.start()
        await ended(desk.follow_up.progress)

    asyncio.run(page())
    assert desk.outcome.html == "<p>a plan</p>"
    assert threads() == []


def test_an_outcome_of_an_offer_that_was_replaced_is_never_shown() -> None:
    desk, slow = Desk(), Slow()

    async def page() -> None:
        desk.follow_up.offer(slow, shown)
        desk.follow_up.start()
        await slow.wait_until_begun()
        desk.follow_up.offer(lambda _: "the newer", shown)
        desk.follow_up.start()
        slow.let_go.set()
        await ended(desk.follow_up.progress)
        await ended(desk.follow_up.progress)

    asyncio.run(page())
    assert desk.outcome.html == "<p>the newer</p>"
    assert desk.says == "<p>Gone on.</p>"
    assert threads() == []


def test_an_error_reaches_the_panel_and_leaves_no_word_of_work() -> None:
    desk = Desk()
    desk.follow_up.offer(fails, shown)
    desk.follow_up.start()
    assert "Something went wrong" in desk.panel.html
    assert desk.says == ""
