"""What the law asks for: pathways of tasks, each with a clock and its reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt

Kind = Literal["statutory", "guidance", "convention"]


@dataclass(frozen=True)
class Reference:
    """Where a clock is laid down, and whether its words were read.

    Attributes
    ----------
    title, provision
        The instrument or page, and the place in it.
    href
        Its address.
    checked_on
        The day it was last looked up.
    read
        True: the words themselves; "secondary": quoted by another; or "not read".
    note
        What a user of the clock must know, if anything.
    """

    title: str
    provision: str
    href: str
    checked_on: dt.date
    read: Literal[True, "secondary", "not read"]
    note: str = ""


@dataclass(frozen=True)
class Excuse:
    """A listed reason for which an authority need not comply with a time limit."""

    provision: str
    reason: str
    read: Literal[True, "secondary", "not read"]


@dataclass(frozen=True)
class Task:
    """One step of a pathway, as the law stands on the date asked for.

    Attributes
    ----------
    weeks
        Whole weeks from the start of the clock within which it must be done, days rounded
        down; None where a calendar deadline stands instead.
    statutory
        True where the limit is law; False for guidance or a planning convention.
    deadline
        (month, day) before which it must be done, or None.
    window_weeks
        Weeks before a calendar deadline in which the work is planned, or None.
    after
        (task, lag) pairs: not before that task is done and `lag` whole weeks have passed,
        days rounded up.
    since
        The day from which this limit has applied.
    reference
        Where the limit is laid down.
    excuses
        Listed reasons for missing it.
    share
        Names of the shares whose product is the part of the pathway's cases that need it:
        ``assessed``, ``issued``, ``not_issued`` and ``amended`` of the authority's figures, or ids
        of the evidence. All cases need it where none is named.
    """

    id: str
    title: str
    description: str
    kind: Kind
    weeks: int | None
    deadline: tuple[int, int] | None
    window_weeks: int | None
    after: tuple[tuple[str, int], ...]
    since: dt.date
    reference: Reference
    excuses: tuple[Excuse, ...] = ()
    share: tuple[str, ...] = ()

    @property
    def statutory(self) -> bool:
        """Whether the limit is law, not guidance or convention."""
        return self.kind == "statutory"


@dataclass(frozen=True)
class Pathway:
    """A kind of case: the event that starts its clock, and its tasks in order."""

    id: str
    title: str
    clock: str
    description: str
    tasks: tuple[Task, ...]

    def task(self, name: str) -> Task:
        """Return the task of this name.

        Raises
        ------
        KeyError
            Where the pathway has no such task.
        """
        return {task.id: task for task in self.tasks}[name]
