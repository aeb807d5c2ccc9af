"""Who watches long work: hears what is being done, and may have it stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import highspy

from burdens.errors import WorkCancelledError


class Watch(Protocol):
    """Somebody who waits for long work.

    Attributes
    ----------
    cancelled
        Whether the work is to stop; read from other threads, and by the solver many times a second.
    """

    @property
    def cancelled(self) -> bool:
        """Whether the work is to stop."""

    def step(self, doing: str, share: float | None = None) -> None:
        """Hear what is done from here on.

        Parameters
        ----------
        doing
            A phrase, such as ``Finding the staff that the work needs``.
        share
            How much of the whole is done [0 to 1]; None where nobody can know.

        Raises
        ------
        WorkCancelledError
            Where the work is to stop.
        """


class Unwatched:
    """Nobody: work that goes on to its end."""

    cancelled = False

    def step(self, doing: str, share: float | None = None) -> None:
        """Tell nobody."""


UNWATCHED: Watch = Unwatched()


def go_on(watch: Watch) -> None:
    """Stop here where the watch says so.

    Raises
    ------
    WorkCancelledError
        Where it does.
    """
    if watch.cancelled:
        raise WorkCancelledError


def stop_when_cancelled(solver: Any, watch: Watch) -> None:
    """Make HiGHS ask before every iteration whether it is to stop.

    Parameters
    ----------
    solver
        A `highspy.Highs`.
    """
    if watch is UNWATCHED:
        return
    kinds = highspy.cb.HighsCallbackType
    solver.setCallback(_stops(watch), None)
    for kind in (kinds.kCallbackIpmInterrupt, kinds.kCallbackSimplexInterrupt):
        solver.startCallback(kind)


def _stops(watch: Watch) -> Callable[..., None]:
    def asked(_kind: Any, _message: str, _out: Any, answer: Any, _of: Any) -> None:
        answer.user_interrupt = watch.cancelled

    return asked
