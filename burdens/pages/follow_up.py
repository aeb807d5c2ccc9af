"""What is worked out from a result that is shown, by a button of its own.

>>> labels = Labels("Explain it", "Explaining it.", "It is explained.", "There is nothing yet.")
>>> follow_up = FollowUp(labels, guard, Passage())
>>> follow_up.offer(lambda watch: explain(result, watch), show=written)
>>> follow_up.start()
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from burdens.pages.layout import part
from burdens.pages.passage import Passage
from burdens.pages.progress import Progress
from burdens.pages.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.programme import Watch

STOPPED = "Stopped before the end. Choose the button to begin again."


class Labels(NamedTuple):
    """What stands on the button, and what is said while it works, once it is done, and before."""

    button: str
    doing: str
    done: str
    nothing: str


class Offer(NamedTuple):
    """What can be worked out now, and what writes the outcome as HTML."""

    work: Callable[[Watch], Any]
    show: Callable[[Any], str]


class FollowUp:
    """A button, how far its work is, and what came of it.

    Parameters
    ----------
    labels
        What is said.
    guard
        Lets what goes wrong reach the error panel.
    outcome
        Where what comes of it is written.

    Attributes
    ----------
    progress, status
        The button with how far the work is; what was done.
    part
        All of it, to be shown.
    """

    def __init__(self, labels: Labels, guard: Callable[..., Any], outcome: Passage) -> None:
        self._labels = labels
        self._offer: Offer | None = None
        self.progress = Progress(labels.button)
        self.progress.on_press(guard(self.start))
        self._worker = Work(self.progress, guard)
        self.status, self._outcome = Passage(live="status"), outcome
        self.part = part(self.progress, self.status, outcome)

    def offer(self, work: Callable[[Watch], Any], show: Callable[[Any], str]) -> None:
        """Take up what can be worked out now; what came of anything before is shown no more."""
        self.withdraw()
        self._offer = Offer(work, show)

    def withdraw(self) -> None:
        """Show nothing, with nothing to be worked out."""
        self._offer = None
        self._worker.cancel()
        self._outcome.html = ""
        self._say("")

    def stop(self) -> None:
        """Stop the work; it can be begun again."""
        self._worker.cancel()

    def start(self) -> None:
        """Work it out."""
        offer = self._offer
        if offer is None:
            self._say(self._labels.nothing)
            return
        self._say(self._labels.doing)
        self._worker.run(
            offer.work,
            done=lambda result: self._show(offer, result),
            cancelled=lambda: self._end(offer, STOPPED),
            failed=lambda: self._end(offer, ""),
        )

    def _show(self, offer: Offer, result: Any) -> None:
        self._outcome.html = offer.show(result)
        self._say(self._labels.done)

    def _end(self, offer: Offer, words: str) -> None:
        """Speak of an end without an outcome, unless something else is on offer by now."""
        if self._offer is offer:
            self._say(words)

    def _say(self, words: str) -> None:
        self.status.html = f"<p>{escape(words)}</p>" if words else ""
