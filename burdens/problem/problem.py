"""The Problem: the numbers of a plan, and nothing else.

It is the seam between the domain and the mathematics: immutable, written to JSON and read back
without loss, so that any other solver can check ours. Every duration in it (`due`, lags, `age`,
`max_wait`) is counted in buckets; with `bucket_weeks` 1 that is weeks.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from burdens.errors import Fault, ProblemError

Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Share = Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)]
Buckets = Annotated[int, Field(ge=0)]


class Numbers(BaseModel):
    """Immutable numbers; an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Role(Numbers):
    """One role's people: what they can do, cost, and how many can come and go.

    Attributes
    ----------
    productive
        Hours for this work [h per FTE], by bucket.
    staff0
        Staff in post at the start [FTE].
    cost_week
        Pay with on-costs and overheads, discounted to the start [GBP per FTE], by bucket.
    hire_cap
        Most that can be appointed [FTE], by month; None is no limit.
    hire_cost
        Cost of one appointment [GBP per FTE].
    lead
        From appointment to first day in post [months].
    ramp
        Share of productive time a newcomer costs in the 1st, 2nd, ... month in post; more than
        1 means that colleagues' time goes into supervision too.
    attrition
        Share of staff who leave [share a month].
    post_cost
        Cost of one more post in an establishment than in the year before [GBP per FTE].
    relief
        Hours of work that something else spares the role [h], by bucket; None is nothing.
    agency_cap
        Most agency work that can be bought [h], by bucket.
    agency_cost
        Price of agency work [GBP per h].
    shortfall_weight
        Weight of an hour of work with no capacity at all [GBP per h].
    """

    productive: tuple[Amount, ...]
    staff0: Amount
    cost_week: tuple[Amount, ...]
    hire_cap: tuple[Amount, ...] | None = None
    hire_cost: Number = 0.0
    lead: Buckets = 0
    ramp: tuple[Annotated[float, Field(ge=0, le=2)], ...] = ()
    attrition: Annotated[float, Field(ge=0, le=1)] = 0.0
    post_cost: Amount = 0.0
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
        True where a statute sets the deadline; a working convention is no stage.
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


class Target(Numbers):
    """On-time share wanted for the cohorts that start in a period.

    Attributes
    ----------
    stage
        Number of the statutory stage, from 1, in order of due offset.
    from_, to
        First bucket of the period, and the first after it.
    on_time
        Wanted share of all cohort cases, exceptions included.
    weight
        Weight of one case short of it [GBP per case].
    exceptions
        Share of cases in which a listed reason excuses the clock; already taken off `on_time`,
        kept so that timeliness can be reported both ways.
    """

    stage: Annotated[int, Field(ge=1)]
    from_: Buckets = Field(alias="from")
    to: Annotated[int, Field(ge=1)]
    on_time: Annotated[float, Field(ge=0, le=1)]
    weight: Amount
    exceptions: Annotated[float, Field(ge=0, lt=1)] = 0.0


class Pathway(Numbers):
    """One kind of case with a clock.

    Attributes
    ----------
    arrivals
        Cases whose clock starts [cases], by bucket.
    opening
        Cases open at the start.
    tasks
        The tasks; the last of them ends a case.
    late_weight
        Weight of a late case being open [GBP per case and bucket].
    max_wait
        Nobody should wait longer for an end task [buckets].
    wait_weight
        Weight of a case past `max_wait` [GBP per case and bucket].
    targets
        Timeliness wanted.
    """

    id: str
    arrivals: tuple[Amount, ...]
    opening: tuple[Waiting, ...] = ()
    tasks: Annotated[tuple[Task, ...], Field(min_length=1)]
    late_weight: Amount
    max_wait: Annotated[int, Field(ge=1)]
    wait_weight: Amount
    targets: tuple[Target, ...] = ()

    @property
    def stages(self) -> tuple[int, ...]:
        """Distinct due offsets of the statutory tasks [buckets], in order."""
        return tuple(sorted({task.due for task in self.tasks if task.stage}))

    @property
    def last(self) -> Task:
        """The task that ends a case."""
        return self.tasks[-1]

    def before(self, task_id: str) -> frozenset[str]:
        """Every task that must be done before this one."""
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
        Weight of one case above it [GBP per case and bucket].
    """

    role: str
    cases: tuple[Amount, ...]
    standard: tuple[Annotated[float, Field(gt=0, allow_inf_nan=False)] | None, ...]
    weight: Amount


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
    level
        True where each role has one establishment a financial year, paid for as a whole.
    lasting
        True where an establishment, once paid for, is kept: it never falls from year to year.
    roles, pathways, caseload
        Their numbers.
    discount
        Worth at the start of a later pound, by bucket, as already counted in `cost_week`; divide
        by it for the price of the day. None where prices are not discounted.
    notes
        What was estimated, assumed or missing, for the reader of a plan.
    """

    weeks: Annotated[int, Field(ge=1)]
    reported_weeks: Annotated[int, Field(ge=1)]
    bucket_weeks: Annotated[int, Field(ge=1)]
    start: date
    months: tuple[Buckets, ...]
    years: tuple[int, ...]
    level: bool = False
    lasting: bool = False
    roles: dict[str, Role]
    pathways: tuple[Pathway, ...]
    caseload: Caseload | None = None
    discount: tuple[Annotated[float, Field(gt=0, allow_inf_nan=False)], ...] | None = None
    notes: tuple[str, ...] = ()

    @property
    def buckets(self) -> int:
        """Number of buckets, run-out included."""
        return len(self.months)

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
        """Write as JSON; `Problem.from_json` gives the same Problem back."""
        return self.model_dump_json(by_alias=True, indent=1)

    @classmethod
    def from_json(cls, text: str, name: str = "problem") -> Self:
        """Read what `to_json` wrote.

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
        """Make one of its fields, as in JSON; `name` is that of the file they stand in.

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
        """Read a Problem's JSON file; see `from_json`."""
        return cls.from_json(path.read_text(encoding="utf-8"), path.name)

    def changed(self, **fields: Any) -> Self:
        """Give a checked copy with these fields replaced."""
        return type(self).model_validate({**dict(self), **fields})


def faults_from(broken: ValidationError, file: str | None = None) -> list[Fault]:
    """Turn pydantic's errors into faults, one a field."""
    return [
        Fault(f"{error['msg']}.", "", file, None, ".".join(str(part) for part in error["loc"]))
        for error in broken.errors()
    ]
