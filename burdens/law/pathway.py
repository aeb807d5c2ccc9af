"""What the law asks for: pathways of tasks, each with a clock and its reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt

Kind = Literal["statutory", "guidance", "convention"]
Milestone = Literal["decision", "advice", "no_plan", "draft", "final"]
OpenRule = Literal["timeliness", "reviews", "evenly", "mean_time"]


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
    milestone
        The step of a case that it is, where published figures tell when cases pass it; else None.
    excused
        Whether the published share of exceptions is of this limit.
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
    milestone: Milestone | None = None
    excused: bool = False
    excuses: tuple[Excuse, ...] = ()
    share: tuple[str, ...] = ()

    @property
    def statutory(self) -> bool:
        """Whether the limit is law, not guidance or convention."""
        return self.kind == "statutory"


@dataclass(frozen=True)
class Arrivals:
    """How many cases of a pathway come, and when.

    Attributes
    ----------
    figure
        The figure of a scenario that counts them [cases a year]; None where they follow from the
        plans in place.
    season
        Whose pattern in the year they have: ``seasonality.<season>`` of the evidence.
    plans
        How they follow from the plans in place: each has its review in the year, or some are due
        for a transfer by a day of the calendar.
    share, rest_of
        Of the transfers: the value of the evidence that is their share of all transfers, or what
        it leaves.
    """

    figure: str | None = None
    season: str | None = None
    plans: Literal["reviews", "transfers"] | None = None
    share: str | None = None
    rest_of: str | None = None


@dataclass(frozen=True)
class OpenCases:
    """How the cases open at the start are estimated.

    Attributes
    ----------
    rule
        ``timeliness``: by the published times to issue; ``reviews``: by the decisions published
        as outstanding; ``evenly``: cases end evenly up to the limit of the first task;
        ``mean_time``: by the mean time that a case is open.
    years
        The value of the evidence that is this mean time [years].
    """

    rule: OpenRule
    years: str | None = None


@dataclass(frozen=True)
class Timeliness:
    """Published figures that tell which share of cases is on time.

    Attributes
    ----------
    task
        The task whose limit they are about.
    on_time
        The figure of cases on time.
    of, late
        The figure of all cases counted, or of the late ones.
    national_measure
        Whether it is the measure by which the department compares authorities.
    """

    task: str
    on_time: str
    of: str | None = None
    late: str | None = None
    national_measure: bool = False


@dataclass(frozen=True)
class Pathway:
    """A kind of case: the event that starts its clock, and its tasks in order.

    Attributes
    ----------
    arrives_as
        How many cases come.
    open_at_start
        How those open at the start are estimated; None where none are taken as open.
    timeliness
        The published figures that tell how many are on time; None where nothing is published.
    counted_as
        The name under which a measure counts its cases.
    """

    id: str
    title: str
    clock: str
    description: str
    tasks: tuple[Task, ...]
    arrives_as: Arrivals
    open_at_start: OpenCases | None = None
    timeliness: Timeliness | None = None
    counted_as: str = ""

    def task(self, name: str) -> Task:
        """Return the task of this name.

        Raises
        ------
        KeyError
            Where the pathway has no such task.
        """
        return {task.id: task for task in self.tasks}[name]

    def milestone(self, name: Milestone) -> Task:
        """Return the task that is a milestone; of several, the first in the file.

        Raises
        ------
        KeyError
            Where no task is.
        """
        return {task.milestone: task for task in reversed(self.tasks)}[name]
