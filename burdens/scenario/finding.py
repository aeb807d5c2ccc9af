"""What is wrong with a scenario's data, before it is known where in which file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from burdens.errors import Fault

Path = tuple[str | int, ...]
LineOf = Callable[[Path], int | None]


class Finding(NamedTuple):
    """One thing wrong: the path of its field, what it is, and what to do."""

    path: Path
    what: str
    fix: str


def nowhere(_: Path) -> None:
    """Return no line: for a scenario that does not come from a file."""


def faults(
    found: Iterable[Finding], file: str | None = None, line: LineOf = nowhere
) -> list[Fault]:
    """Place findings in a file, in the order of its lines."""
    placed = [
        Fault(what, fix, file, line(path), ".".join(str(part) for part in path) or None)
        for path, what, fix in found
    ]
    return sorted(placed, key=lambda fault: fault.line or 0)
