"""The form of a pathway file."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from burdens.facts import Fact
from burdens.law.pathway import Kind, Milestone, OpenRule

Read = Literal[True, "secondary", "not read"]
Text = Annotated[str, StringConstraints(min_length=1)]
Sentence = Annotated[str, StringConstraints(pattern=r"\.$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
ShareName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$")]
MonthDay = Annotated[str, StringConstraints(pattern=r"^\d\d-\d\d$")]
Count = Annotated[int, Field(gt=0)]
ValueId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$")]


class ReferenceFact(Fact):
    """Where a limit is laid down."""

    title: Text
    provision: Text
    href: Annotated[str, StringConstraints(pattern=r"^https?://")]
    checked_on: dt.date
    read: Read
    note: Sentence | None = None


class LimitFact(Fact):
    """A limit from a date on, in weeks, days, working days or as a calendar deadline."""

    start: dt.date = Field(alias="from")
    status: Literal["in force", "announced", "proposed"]
    weeks: Count | None = None
    days: Count | None = None
    working_days: Count | None = None
    deadline: MonthDay | None = None
    reference: ReferenceFact

    @model_validator(mode="after")
    def _one_measure(self) -> Self:
        given = [self.weeks, self.days, self.working_days, self.deadline]
        if sum(measure is not None for measure in given) != 1:
            raise ValueError("give one of weeks, days, working_days or deadline")
        if self.deadline is not None:
            dt.date.fromisoformat(f"2001-{self.deadline}")
        return self

    @property
    def whole_weeks(self) -> int | None:
        """The limit in whole weeks, rounded down so that it is never missed by rounding."""
        if self.days is not None:
            return self.days // 7
        return self.weeks if self.working_days is None else self.working_days // 5


class AfterFact(Fact):
    """A task that must be done first, and the least wait after it."""

    task: Slug
    days: Count | None = None
    reference: ReferenceFact | None = None

    @model_validator(mode="after")
    def _lag_has_reference(self) -> Self:
        if (self.days is None) != (self.reference is None):
            raise ValueError("a lag in days and its reference stand together")
        return self

    @property
    def whole_weeks(self) -> int:
        """The wait in whole weeks, rounded up so that it is never cut short."""
        return -(-(self.days or 0) // 7)


class ExcuseFact(Fact):
    """A listed reason for missing a limit."""

    provision: Text
    reason: Sentence
    read: Read


class TaskFact(Fact):
    """One step of a pathway."""

    id: Slug
    milestone: Milestone | None = None
    excused: bool = False
    title: Text
    kind: Kind
    description: Sentence
    share: tuple[ShareName, ...] = ()
    window_weeks: Count | None = None
    values: Annotated[tuple[LimitFact, ...], Field(min_length=1)]
    after: tuple[AfterFact, ...] = ()
    exceptions: tuple[ExcuseFact, ...] = ()


class ArrivalsFact(Fact):
    """How many cases come: counted by a figure, or as follows from the plans in place."""

    figure: Slug | None = None
    season: Slug | None = None
    plans: Literal["reviews", "transfers"] | None = None
    share: ValueId | None = None
    rest_of: ValueId | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.figure is None) == (self.plans is None):
            raise ValueError("give one of figure or plans")
        if (self.figure is None) != (self.season is None):
            raise ValueError("a figure and its season stand together")
        parts = sum(part is not None for part in (self.share, self.rest_of))
        if parts != (self.plans == "transfers"):
            raise ValueError("transfers, and nothing else, have one of share or rest_of")
        return self


class OpenCasesFact(Fact):
    """How the cases open at the start are estimated."""

    rule: OpenRule
    years: ValueId | None = None

    @model_validator(mode="after")
    def _mean_time_has_years(self) -> Self:
        if (self.rule == "mean_time") != (self.years is not None):
            raise ValueError("the rule mean_time, and no other, has years")
        return self


class TimelinessFact(Fact):
    """Published figures that tell which share of cases is on time."""

    task: Slug
    on_time: Slug
    of: Slug | None = None
    late: Slug | None = None
    national_measure: bool = False

    @model_validator(mode="after")
    def _has_a_whole(self) -> Self:
        if (self.of is None) == (self.late is None):
            raise ValueError("give one of of or late")
        return self


class PathwayFact(Fact):
    """One pathway: one file."""

    id: Slug
    title: Text
    clock: Text
    description: Sentence
    arrives_as: ArrivalsFact
    open_at_start: OpenCasesFact | None = None
    timeliness: TimelinessFact | None = None
    counted_as: Slug | None = None
    tasks: Annotated[tuple[TaskFact, ...], Field(min_length=1)]
