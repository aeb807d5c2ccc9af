"""Long work off the thread that the page lives on, so that it answers, shows how far it is, and stops.

Only what the work itself does runs in a thread of its own. Everything that touches a widget runs
where the kernel's event loop runs. Without a loop, or in a notebook's cell that waits for the
result, the work is done at once.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import contextvars
import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

import IPython

from burdens.errors import WorkCancelledError

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.pages.progress import Progress

BEGINS = "Starting"
SHOWS = "Showing the result"
STOPS = "Stopping"
TOLD_EVERY = 0.1  # s
GRACE = 2.0  # s that a process which ends gives to its work


class Run:
    """One run of long work: the `burdens.programme.Watch` of what it calls.

    Parameters
    ----------
    tell
        Called in the thread of the work after every step.
    """

    def __init__(self, tell: Callable[[Run], object]) -> None:
        self.cancelled = False
        self.told = True
        self.doing = BEGINS
        self.share: float | None = None
        self._tell = tell

    def step(self, doing: str, share: float | None = None) -> None:
        """Hear what is done from here on.

        Raises
        ------
        WorkCancelledError
            Where the work is to stop.
        """
        if self.cancelled:
            raise WorkCancelledError
        self.doing, self.share = doing, share
        self._tell(self)


class Work:
    """Does the long work of a page, one piece at a time.

    Parameters
    ----------
    progress
        Where it is shown, and where it is cancelled.
    guard
        Lets what goes wrong reach the error panel.
    """

    def __init__(self, progress: Progress, guard: Callable[..., Any]) -> None:
        self._progress, self._guard = progress, guard
        self._now: Run | None = None
        self._next: Callable[[], None] | None = None
        progress.on_cancel(self.cancel)

    @property
    def running(self) -> bool:
        """Whether work goes on."""
        return self._now is not None

    def cancel(self) -> None:
        """Stop the work that goes on, and what waits for its end; it says so once it has."""
        self._next = None
        if self._now is not None:
            self._now.cancelled = True
            self._progress.stop(STOPS)

    def run(
        self,
        work: Callable[[Run], Any],
        done: Callable[[Any], object],
        cancelled: Callable[[], object],
        failed: Callable[[], object] = lambda: None,
    ) -> None:
        """Do something long, then show what came of it; nothing where work goes on already.

        After work that was cancelled and has not stopped yet, it begins once that has.

        Parameters
        ----------
        work
            Takes the watch to be told of every step, and gives the result.
        done
            Shows the result.
        cancelled
            Says that the work was stopped.
        failed
            Called where it went wrong, before the error reaches the panel.
        """
        if self._now is not None:
            if self._now.cancelled:
                self._next = lambda: self.run(work, done, cancelled, failed)
            return
        ended: Future[Any] = Future()
        finish = self._guard(lambda: self._finish(ended, done, cancelled, failed))
        loop = _loop()
        self._progress.begin(BEGINS)
        if loop is None:
            self._now = Run(self._show)
            _do(work, self._now, ended)
            finish()
        else:
            self._start(loop, work, ended, finish)

    def _start(
        self,
        loop: asyncio.AbstractEventLoop,
        work: Callable[[Run], Any],
        ended: Future[Any],
        finish: Callable[[], object],
    ) -> None:
        """Start a thread, which speaks to the page through the loop alone."""
        context = contextvars.copy_context()  # messages to the browser say what they answer

        def on_the_loop(callback: Callable[..., object], *arguments: Any) -> None:
            with contextlib.suppress(RuntimeError):  # the loop has ended, and the page with it
                loop.call_soon_threadsafe(callback, *arguments, context=context)

        def tell(run: Run) -> None:
            if run.told:
                run.told = False
                on_the_loop(loop.call_later, TOLD_EVERY, self._show, run)

        def in_thread() -> None:
            _do(work, run, ended)
            on_the_loop(end)

        def leave() -> None:
            run.cancelled = True
            thread.join(GRACE)

        def end() -> None:
            thread.join()
            atexit.unregister(leave)
            finish()

        run = self._now = Run(tell)
        thread = threading.Thread(target=in_thread, name="burdens-work", daemon=True)
        atexit.register(leave)
        thread.start()

    def _show(self, run: Run) -> None:
        run.told = True
        if self._now is run and not run.cancelled:
            self._progress.doing, self._progress.share = run.doing, run.share

    def _finish(
        self,
        ended: Future[Any],
        done: Callable[[Any], object],
        cancelled: Callable[[], object],
        failed: Callable[[], object],
    ) -> None:
        stopped = self._now is not None and self._now.cancelled
        try:
            if stopped or isinstance(ended.exception(), WorkCancelledError):
                cancelled()
            else:
                result = ended.result()
                self._progress.doing, self._progress.share = SHOWS, None
                done(result)
        except BaseException:
            failed()
            raise
        finally:
            self._now = None
            self._progress.end()
            following, self._next = self._next, None
            if following is not None:
                following()


def _do(work: Callable[[Run], Any], run: Run, ended: Future[Any]) -> None:
    try:
        ended.set_result(work(run))
    except BaseException as error:  # noqa: BLE001  (raised again where the page shows it)
        ended.set_exception(error)


def _loop() -> asyncio.AbstractEventLoop | None:
    """Return the loop that will show the result; None where nobody waits in one."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return None
    return None if _in_a_cell() else loop


def _in_a_cell() -> bool:
    """Whether a notebook's cell runs, whose next line may want the result."""
    kernel = getattr(IPython.get_ipython(), "kernel", None)
    if kernel is None:
        return False
    return bool(kernel.get_parent().get("header", {}).get("msg_type") == "execute_request")
