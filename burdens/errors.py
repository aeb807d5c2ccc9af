"""Errors: what is wrong, where, and what to do. Collected first, reported once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong.

    Parameters
    ----------
    what
        What is wrong, in plain words.
    fix
        What to do about it.
    file, line, field
        Where it is, as far as known.
    """

    what: str
    fix: str = ""
    file: str | None = None
    line: int | None = None
    field: str | None = None

    @property
    def where(self) -> str:
        """The place of the fault, such as ``devon.burdens.yaml, line 12, staff.ep``."""
        place = [self.file, f"line {self.line}" if self.line else None, self.field]
        return ", ".join(part for part in place if part)

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        fix = f" {self.fix}" if self.fix else ""
        return f"{where}{self.what}{fix}"


class BurdensError(Exception):
    """The base of every error this package raises on purpose.

    Parameters
    ----------
    title
        What could not be done.
    faults
        Every fault found; at least one.
    """

    def __init__(self, title: str, faults: Iterable[Fault]) -> None:
        self.title = title
        self.faults = tuple(faults)
        lines = [f"{title}:", *(f"  - {fault}" for fault in self.faults)]
        super().__init__("\n".join(lines))


class FactsError(BurdensError):
    """A file of law, evidence or measures does not read."""


class ReleaseError(BurdensError):
    """A DfE release does not read."""


class UnknownAuthorityError(BurdensError):
    """No authority has this name or code."""


class ScenarioError(BurdensError):
    """A scenario does not read, or asks for something impossible."""


class ProblemError(BurdensError):
    """Numbers that make no Problem: missing, negative, not finite or out of order."""


class NotOptimalError(BurdensError):
    """The solver stopped without an optimal answer, so there is no plan."""


class InfeasibleError(NotOptimalError):
    """No answer keeps every bound of a programme."""


class WorkCancelledError(BurdensError):
    """Long work was stopped before it was done, because somebody asked; there is no result."""

    def __init__(self) -> None:
        fault = Fault("It was stopped before it was done.", "Start it again whenever you like.")
        super().__init__("Cancelled: nothing was changed", [fault])


class OutputError(BurdensError):
    """A file could not be written; nothing half-written is left behind."""


class TemplateError(BurdensError):
    """A form's template does not fit."""
