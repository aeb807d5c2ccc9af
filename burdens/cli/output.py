"""Where a command writes: answers on standard output, all else on standard error."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

from burdens.errors import Fault, OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from rich.console import Console

STANDARD_OUTPUT, STANDARD_ERROR = 1, 2
UNBOUND_WIDTH = 120


def claim_standard_output() -> TextIO:
    """Return standard output for one writer; what anyone else prints goes to standard error.

    A solver may print from C at any time, even while the process ends, so the claim is for good.
    """
    sys.stdout.flush()
    claimed = os.fdopen(os.dup(STANDARD_OUTPUT), "w", encoding="utf-8")
    os.dup2(STANDARD_ERROR, STANDARD_OUTPUT)
    return claimed


def write_json(to: TextIO, answer: Any) -> None:
    """Write one JSON object, whole, and a line end; dates as ISO text."""
    text = json.dumps(answer, ensure_ascii=False, allow_nan=False, indent=1, default=_plain)
    to.write(f"{text}\n")
    to.flush()


def _plain(value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"no JSON form for {type(value).__name__}")


def answers() -> Console:
    """Return the console for answers: as wide as the terminal, or 120 characters into a file."""
    from rich.console import Console  # noqa: PLC0415  # slow to load, and not always needed

    bound = sys.stdout.isatty() or "COLUMNS" in os.environ
    width = None if bound else UNBOUND_WIDTH
    return Console(width=width, highlight=False, emoji=False)


def tell(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(f"{text}\n")


def warn(warnings: Iterable[str]) -> None:
    """Write warnings to standard error, one a line."""
    for warning in warnings:
        tell(f"Warning: {warning}")


class Working:
    """Writes on standard error what is being done, where somebody is watching.

    Parameters
    ----------
    show
        Takes the words to show.
    text
        What all of it is, such as ``Planning Devon``.
    """

    cancelled = False  # an interrupt of the terminal ends the program by itself

    def __init__(self, show: Callable[[str], None], text: str) -> None:
        self._show, self._text = show, text

    def step(self, doing: str, share: float | None = None) -> None:
        """Write what is done from here on."""
        done = "" if share is None else f" ({share:.0%})"
        self._show(f"{self._text}: {doing[0].lower()}{doing[1:]}{done} ...")


@contextmanager
def working(text: str) -> Iterator[Working]:
    """Write on standard error that work goes on, where somebody is watching."""
    if not sys.stderr.isatty():
        yield Working(lambda _: None, text)
        return
    from rich.console import Console  # noqa: PLC0415  # slow to load, and not always needed

    with Console(stderr=True).status(f"{text} ...") as status:
        yield Working(status.update, text)


def check_place(*paths: Path | None) -> None:
    """Check before long work that a file or folder can be written after it.

    Raises
    ------
    OutputError
        With every folder that does not exist or cannot be written.
    """
    faults = [fault for path in paths if path is not None and (fault := _unusable(path))]
    if faults:
        raise OutputError("Nothing was done", faults)


def _unusable(path: Path) -> Fault | None:
    if not path.parent.is_dir():
        return Fault(f"there is no folder {path.parent}.", "Make it, or choose another.", str(path))
    if not os.access(path.parent, os.W_OK):
        return Fault("the folder cannot be written.", "Choose another.", str(path))
    if path.suffix and path.is_dir():
        return Fault("is a folder.", "Choose the name of a file.", str(path))
    return None
