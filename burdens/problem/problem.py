"""The Problem: the numbers of a plan, and nothing else.

It is the seam between the domain and the mathematics: immutable, written to JSON and read back
without loss, so that any other solver can check ours. Every duration in it (`due`, lags, `age`,
`max_wait`) is counted in buckets; with `bucket_weeks` 1 that is weeks. Prices are discounted to
the start already.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from burdens.errors import Fault, ProblemError
from burdens.problem.unreadable import faults_from

Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Share = Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)]
Part = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Buckets = Annotated[int, Field(ge=0)]


class Numbers(BaseModel):
    """Immutable numbers; an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Assistance(Numbers):
    """Work that one role may do for another under supervision.

    Attributes
    ----------
    role
        Whose work it is.
    share
        Most of that role's work that may be done by the assistants [share of hours].
    supervision
        Hours of that role for one hour of assistance [h per h].
    """

    role: str
    share: Part
    supervision: Part = 0.0


class Role(Numbers):
    """One role's people: what they can do, cost, and how many can come and go.

    Attributes
    ----------
    productive
        Hours for this work [h per FTE], by bucket.
    staff0
        Staff in post at the start [FTE].
    implied
        Where nobody typed them: low, central and high number that published figures imply [FTE];
        None where they were typed.
    cost_week
        Pay with on-costs and overheads, discounted to the start [GBP per FTE], by bucket.
    posts
        Establishment [FTE], by month; None where nothing limits or asks for staff in post.
    vacancy_weight
        Policy weight of a vacant post [per FTE and month].
    temporary_cap
        Most temporary posts beside the establishment [FTE], by month; None is none.
    temporary_cost
        Cost of a temporary post on top of pay [GBP per FTE and month].
    fixed_term
        Whether contracts in temporary posts end when the post is given up; otherwise only
        turnover ends them.
    hire_cap
        Most that can be appointed [FTE], by month; None is no limit.
    hire_cost
        Cost of one appointment [GBP per FTE].
    lead
        From appointment to first day in post [months]; with 2.5, half of those appointed start
        after two months and half after three.
    ramp
        Share of productive time a newcomer costs in the 1st, 2nd, ... month in post; more than
        1 means that colleagues' time goes into supervision too.
    attrition
        Share of staff who leave [share a month].
    absent
        Staff in post who are away, beyond usual leave and sickness [FTE], by bucket; None is none.
    assists
        Whose work this role may do under supervision; None where it does only its own.
    relief
        Hours of work that something else spares the role [h], by bucket; None is none.
    agency_cap
        Most agency work that can be bought [h], by bucket.
    agency_cost
        Price of agency work [GBP per h of casework].
    shortfall_weight
        Policy weight of supervision that nobody has time for [per h].
    """

    productive: tuple[Amount, ...]
    staff0: Amount
    implied: tuple[Amount, Amount, Amount] | None = None
    cost_week: tuple[Amount, ...]
    posts: tuple[Amount, ...] | None = None
    vacancy_weight: Amount = 0.0
    temporary_cap: tuple[Amount, ...] | None = None
    temporary_cost: Amount = 0.0
    fixed_term: bool = False
    hire_cap: tuple[Amount, ...] | None = None
    hire_cost: Number = 0.0
    lead: Amount = 0.0
    ramp: tuple[Annotated[float, Field(ge=0, le=2)], ...] = ()
    attrition: Part = 0.0
    absent: tuple[Amount, ...] | None = None
    assists: Assistance | None = None
    relief: tuple[Amount, ...] | None = None
    agency_cap: tuple[Amount, ...]
    agency_cost: Amount = 0.0
    shortfall_weight: Amount


class Task(Numbers):
    """One task of a pathway.

    Attributes
    ----------
    id
        Name within the pathway.
    due
        Offset of its deadline from the clock's start [buckets].
    stage
        Whether a statute sets the deadline; a working convention is no stage.
    share
        Fraction of the pathway's cases that ever need it.
    after
        Predecessors, each with its least lag [buckets].
    hours
        Work for one case [h], by role.
    """

    id: str
    due: Buckets
    stage: bool
    share: Share
    after: tuple[tuple[str, Buckets], ...] = ()
    hours: dict[str, Amount] = Field(default_factory=dict)


class Waiting(Numbers):
    """Open cases at the start that wait for one task.

    Attributes
    ----------
    task
        The task they wait for; every task before it is done.
    age
        Time since their clock started [buckets]; at least 1.
    cases
        How many.
    """

    task: str
    age: Annotated[int, Field(ge=1)]
    cases: Amount


class Pathway(Numbers):
    """One kind of case with a clock.

    Attributes
    ----------
    arrivals
        Cases whose clock starts [cases], by bucket.
    opening
        Cases open at the start.
    run_in
        Cases whose clocks started just before the start, the latest last, as they lie on the desk
        of a council that keeps up [cases], by bucket. Only what is needed to keep up reads it;
        empty is an empty desk.
    kept
        Share of the cases not yet late in the kept lane, whose limits come first; the rest, and
        cases late at the start, wait in turn [0 to 1]. None is 0 without a lane for it.
    kept_factor
        Weight of an overdue case in the kept lane over one in the waiting lane.
    tasks
        The tasks, each after its predecessors; the last of them ends a case.
    overdue
        Policy weight of an overdue case [per case and bucket], added for each age that it has
        passed [buckets past the limit].
    open_weight
        Policy weight of a task not yet done [per case and bucket]; far below any wage.
    let_off
        Share of cases that no standard or clock covers, by bucket of arrival: those that the law
        excuses, or beyond a target below 100 %; None is none.
    max_wait
        Limit for the cases let off [buckets]; None where nobody is let off.
    exceptions
        Share of cases in which a listed reason excuses the clock, for reporting both ways.
    """

    id: str
    arrivals: tuple[Amount, ...]
    opening: tuple[Waiting, ...] = ()
    run_in: tuple[Amount, ...] = ()
    kept: Part | None = None
    kept_factor: Amount = 1.0
    tasks: Annotated[tuple[Task, ...], Field(min_length=1)]
    overdue: tuple[tuple[Buckets, Amount], ...] = ()
    open_weight: Amount = 0.0
    let_off: tuple[Part, ...] | None = None
    max_wait: Buckets | None = None
    exceptions: Annotated[float, Field(ge=0, lt=1)] = 0.0

    @property
    def stages(self) -> tuple[int, ...]:
        """Distinct due offsets of the statutory tasks [buckets], in order."""
        return tuple(sorted({task.due for task in self.tasks if task.stage}))

    @property
    def last(self) -> Task:
        """The task that ends a case."""
        return self.tasks[-1]

    @property
    def clocked(self) -> tuple[Task, ...]:
        """The tasks whose lateness counts: those with a clock, and those no other waits for."""
        awaited = {name for task in self.tasks for name, _ in task.after}
        return tuple(task for task in self.tasks if task.stage or task.id not in awaited)

    def before(self, task_id: str) -> frozenset[str]:
        """Return every task that must be done before this one."""
        task = next(task for task in self.tasks if task.id == task_id)
        names = {name for name, _ in task.after}
        return frozenset(names.union(*(self.before(name) for name in names)))


class Caseload(Numbers):
    """Cases per member of staff.

    Attributes
    ----------
    role
        Who holds the cases.
    cases
        Plans and live assessments [cases], by bucket.
    standard
        Most cases one FTE should hold, by bucket; None where no standard is set.
    weight
        Policy weight of one case above it [per case and bucket].
    """

    role: str
    cases: tuple[Amount, ...]
    standard: tuple[Annotated[float, Field(gt=0, allow_inf_nan=False)] | None, ...]
    weight: Amount


class Published(Numbers):
    """The timeliness that is published, and what it counts.

    Attributes
    ----------
    pathway, task
        The task whose completion is counted, such as the final plan of a needs assessment.
    within
        Time from the clock's start within which it counts as on time [buckets].
    year
        Calendar year of the newest published figure; None where none is published.
    on_time
        Share on time in that year, exceptions included; None where none is published.
    """

    pathway: str
    task: str
    within: Buckets
    year: int | None = None
    on_time: Part | None = None


class Problem(Numbers):
    """A plan's numbers.

    Attributes
    ----------
    weeks, reported_weeks
        Horizon with run-out, and the part of it that is reported [weeks].
    bucket_weeks
        Length of a bucket [weeks].
    start
        The Monday on which bucket 0 begins.
    months
        Month number of each bucket, from 0.
    years
        Financial year of each month, such as 2027 for 2027-28.
    roles, pathways, caseload
        Their numbers.
    published
        The timeliness measure that is published; None where the Problem has none.
    on_time_by
        Bucket by whose start the backlog is to be cleared; None is a year from the start.
    counted_from
        First bucket in which overdue cases have a weight; later than 0 only where a Problem asks
        what a date takes.
    discount
        Worth at the start of a later pound, by bucket, as already counted in `cost_week`; divide
        by it for the price of the day. None where prices are not discounted.
    titles
        Words for people: of each role, of each pathway by its id, of each task by
        ``pathway.task``.
    notes
        What was estimated, assumed or missing, for the reader of a plan.
    """

    weeks: Annotated[int, Field(ge=1)]
    reported_weeks: Annotated[int, Field(ge=1)]
    bucket_weeks: Annotated[int, Field(ge=1)]
    start: date
    months: tuple[Buckets, ...]
    years: tuple[int, ...]
    roles: dict[str, Role]
    pathways: tuple[Pathway, ...]
    caseload: Caseload | None = None
    published: Published | None = None
    on_time_by: Annotated[int, Field(ge=1)] | None = None
    counted_from: Buckets = 0
    discount: tuple[Annotated[float, Field(gt=0, allow_inf_nan=False)], ...] | None = None
    titles: dict[str, str] = Field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def buckets(self) -> int:
        """Number of buckets, run-out included."""
        return len(self.months)

    def title(self, name: str) -> str:
        """Return the title of a role, pathway or ``pathway.task``; its id where none is known."""
        return self.titles.get(name, name)

    @property
    def reported_buckets(self) -> int:
        """Number of buckets that are reported."""
        return self.reported_weeks // self.bucket_weeks

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        from burdens.problem.check import faults_of  # noqa: PLC0415  # it reads finished models

        if found := faults_of(self):
            raise ProblemError("These numbers make no Problem", found)
        return self

    def to_json(self) -> str:
        """Return it as JSON, which `Problem.from_json` reads back without loss."""
        return self.model_dump_json(by_alias=True, indent=1)

    @classmethod
    def from_json(cls, text: str, name: str = "problem") -> Self:
        """Return the Problem that `to_json` wrote.

        Raises
        ------
        ProblemError
            With every number that does not fit.
        """
        try:
            return cls.of(json.loads(text), name)
        except json.JSONDecodeError as broken:
            fault = Fault(f"not JSON: {broken.msg}.", "Write it again.", name, broken.lineno)
            raise ProblemError("The Problem does not read", [fault]) from broken

    @classmethod
    def of(cls, numbers: Mapping[str, Any], name: str | None = None) -> Self:
        """Return a Problem made of its fields, as in JSON; `name` is that of their file.

        Raises
        ------
        ProblemError
            With every number that does not fit.
        """
        try:
            return cls.model_validate(numbers)
        except ValidationError as broken:
            raise ProblemError("The Problem does not read", faults_from(broken, name)) from broken

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the Problem of a JSON file; see `from_json`."""
        return cls.from_json(path.read_text(encoding="utf-8"), path.name)

    def changed(self, **fields: Any) -> Self:
        """Return a checked copy with these fields replaced."""
        return type(self).model_validate({**dict(self), **fields})
