"""What went wrong, where, and what to do: shown on the page, never as a traceback."""

from __future__ import annotations

import secrets
from html import escape
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from traitlets.log import get_logger

from burdens.errors import BurdensError, Fault
from burdens.pages.passage import Passage
from burdens.pages.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

P = ParamSpec("P")
R = TypeVar("R")


class ErrorPanel(Passage):
    """A panel that speaks up when something went wrong; empty otherwise."""

    def __init__(self) -> None:
        super().__init__(live="alert")
        Widget.trouble = self.report

    def clear(self) -> None:
        """Show nothing."""
        self.html = ""

    def show(self, title: str, faults: Sequence[Fault]) -> None:
        """Show faults, and bring the reader here.

        Parameters
        ----------
        title
            What could not be done.
        faults
            What is wrong; a fault's `field` links to the input of that name.
        """
        self.html = problem(title, faults)
        self.call()

    def guard(self, callback: Callable[P, R]) -> Callable[P, R | None]:
        """Let every exception of a callback reach this panel.

        An error of ours is shown in its own words. Any other is written to the log in full,
        under a reference number, and the panel gives the number.
        """

        def guarded(*args: P.args, **kwargs: P.kwargs) -> R | None:
            try:
                return callback(*args, **kwargs)
            except Exception as error:  # noqa: BLE001  (whatever it is, it is shown and logged)
                self.report(error)
            return None

        return guarded

    def report(self, error: Exception) -> None:
        """Show an error: ours in its words, any other as a reference to the log."""
        if isinstance(error, BurdensError):
            self.show(error.title, error.faults)
            return
        reference = secrets.token_hex(4)
        # The log of the kernel is the one that reaches whoever runs the pages.
        get_logger().error("reference %s", reference, exc_info=error)
        self.show("Something went wrong in this tool", [_unexpected(reference)])


def problem(title: str, faults: Sequence[Fault]) -> str:
    """Write faults as HTML."""
    entries = "".join(f"<li>{_entry(fault)}</li>" for fault in faults)
    return f'<div class="burdens-problem"><h2>{escape(title)}</h2><ul>{entries}</ul></div>'


def _entry(fault: Fault) -> str:
    what = escape(fault.what)
    if fault.field and not fault.file and " " not in fault.field:
        what = f'<a href="#{escape(fault.field)}" data-field="{escape(fault.field)}">{what}</a>'
    elif fault.where:
        what = f"{escape(fault.where)}: {what}"
    return f"{what} {escape(fault.fix)}".rstrip()


def _unexpected(reference: str) -> Fault:
    return Fault(
        "The fault is not in what you typed, and your entries are kept.",
        f"Try again; if it comes back, tell whoever runs this page the reference {reference}.",
    )
