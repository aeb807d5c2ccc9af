"""A button for long work, how far the work is, and a button to cancel it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets

from burdens.pages.widget import STATIC, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Progress(Widget):
    """A button that starts long work; below it, while work goes on, how far it is.

    While work goes on the button says that it cannot be pressed, but keeps the focus. How long it
    has taken is counted in the browser, and spoken only where a reader goes to it.

    Parameters
    ----------
    label
        The words on the button.

    Attributes
    ----------
    running, stopping
        Whether work goes on, and whether it has been told to stop.
    doing
        A phrase of what is being done.
    share
        How much is done [0 to 1]; None where nobody knows.
    """

    _esm = STATIC / "progress.js"
    label = traitlets.Unicode().tag(sync=True)
    running = traitlets.Bool(default_value=False).tag(sync=True)
    stopping = traitlets.Bool(default_value=False).tag(sync=True)
    doing = traitlets.Unicode().tag(sync=True)
    share = traitlets.Float(None, allow_none=True).tag(sync=True)

    def __init__(self, label: str) -> None:
        super().__init__(label=label)
        self._pressed: list[Callable[[], object]] = []
        self._cancelled: list[Callable[[], object]] = []

    def on_press(self, callback: Callable[[], object]) -> None:
        """Call this when the button is pressed and no work goes on."""
        self._pressed.append(callback)

    def on_cancel(self, callback: Callable[[], object]) -> None:
        """Call this when the work that goes on is to stop."""
        self._cancelled.append(callback)

    def click(self) -> None:
        """Press the button."""
        if not self.running:
            for callback in self._pressed:
                callback()

    def begin(self, doing: str) -> None:
        """Show that work goes on."""
        self.doing, self.share, self.stopping = doing, None, False
        self.running = True

    def stop(self, doing: str) -> None:
        """Show that the work has been told to stop."""
        self.stopping, self.doing, self.share = True, doing, None

    def end(self) -> None:
        """Show that no work goes on."""
        self.running = self.stopping = False
        self.doing, self.share = "", None

    def _came(self, _widget: object, message: Any, buffers: Sequence[Any]) -> None:  # noqa: ARG002
        if message == "press":
            self.click()
        elif message == "cancel" and self.running:
            for callback in self._cancelled:
                callback()
