"""The form of a measure file: what a policy changes, from when, and what it rests on."""

from __future__ import annotations

import datetime as dt
import math
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, field_validator, model_validator

from burdens.evidence import SourceFact, ValueFact
from burdens.facts import Fact

Text = Annotated[str, StringConstraints(min_length=1)]
Sentence = Annotated[str, StringConstraints(pattern=r"\.$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
ValueId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$")]
Weeks = Annotated[int, Field(ge=0, le=520)]

Stock = Literal["authority", "share_of_england", "plan", "staff"]
Flow = Literal[
    "request",
    "refusal",
    "assessment",
    "new_plan",
    "annual_review",
    "amendment",
    "phase_transfer",
    "mediation",
    "appeal",
]
Each = Literal[Stock, Flow]
Payer = Literal["general_fund", "high_needs", "health", "social_care"]
Kind = Literal["one_off", "recurring"]
Status = Literal["in force", "tested", "proposed", "superseded", "withdrawn", "hypothetical"]
GIVEN_UP: tuple[Status, ...] = ("superseded", "withdrawn")
PHASES_ADD_UP_TO = 1.0
ROUNDING = 1e-5  # share; ten shares, each rounded to six decimals, are off by less
Phasing = Annotated[
    tuple[Annotated[float, Field(ge=0, le=1)], ...], Field(min_length=1, max_length=10)
]


class PolicyFact(Fact):
    """Where a measure is laid down or proposed, and whether its words were read."""

    title: Text
    provision: Text
    href: Annotated[str, StringConstraints(pattern=r"^https?://")]
    checked_on: dt.date
    read: Literal[True, "secondary", "not read"]
    note: Sentence | None = None


class Line(Fact):
    """One line of a measure: work, posts or money that it brings or saves.

    Attributes
    ----------
    kind
        `one_off`: each unit of a stock once, as the phases reach it; `recurring`: every year.
    saving
        True where the line is spared, not spent.
    each
        What the line is counted by: a stock (`plan`: plans in place; `staff`: FTE in post;
        `share_of_england`: the authority's share of England's plans) or a flow of cases.
    times
        Values multiplied into the count.
    hours
        Hours for one unit by role; the values of a role are multiplied.
    posts
        Role of the posts that the count gives [FTE]; a recurring line, paid at the role's cost.
        As a saving, the hours which those posts work.
    money
        Values multiplied to pounds for one unit; one of them is in GBP, with a price year.
    payer
        Who pays; left out, the payer of the role.
    optimism_bias
        Share to be added to `money` for optimism bias.
    within_weeks
        Time in which the work must be done once it comes up [weeks].
    after_weeks
        Time from the unit to the work or the saving [weeks].
    over_weeks
        Time over which a phase of a one-off line is spread evenly [weeks].
    phasing
        Share of its cases that each year from the start brings in; adds up to 1. None is the
        measure's, as for what is spread over plans; a system that is bought once has ``[1]``.
    provision
        True for spending on provision, shown apart from administration.
    """

    id: Slug
    title: Text
    kind: Kind
    saving: bool = False
    each: Each
    times: tuple[ValueId, ...] = ()
    hours: dict[Slug, Annotated[tuple[ValueId, ...], Field(min_length=1)]] | None = None
    posts: Slug | None = None
    money: Annotated[tuple[ValueId, ...], Field(min_length=1)] | None = None
    payer: Payer | None = None
    optimism_bias: ValueId | None = None
    within_weeks: Annotated[Weeks, Field(ge=1)] = 12
    after_weeks: Weeks = 0
    over_weeks: Annotated[Weeks, Field(ge=1)] = 52
    phasing: Phasing | None = None
    provision: bool = False

    @field_validator("phasing")
    @classmethod
    def _phases_add_up(cls, phasing: tuple[float, ...] | None) -> tuple[float, ...] | None:
        return None if phasing is None else _adding_up(phasing)

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        given = [self.hours, self.posts, self.money]
        if sum(part is not None for part in given) != 1:
            raise ValueError("give one of hours, posts or money")
        if self.kind == "one_off" and self.each not in Stock.__args__:  # type: ignore[attr-defined]
            raise ValueError(f"a one-off line is counted by a stock, not by each {self.each}")
        if self.posts is not None and (self.kind == "one_off" or self.each in Flow.__args__):  # type: ignore[attr-defined]
            raise ValueError("posts recur, and are counted by a stock")
        if self.money is not None and self.payer is None:
            raise ValueError("money needs a payer")
        if self.optimism_bias is not None and self.money is None:
            raise ValueError("optimism bias is added to money only")
        return self

    @property
    def values(self) -> tuple[str, ...]:
        """The ids of every value it uses, in order."""
        used = [*self.times, *(self.money or ())]
        for names in (self.hours or {}).values():
            used += names
        if self.optimism_bias:
            used.append(self.optimism_bias)
        return tuple(dict.fromkeys(used))


class Measure(Fact):
    """One measure: one file.

    Attributes
    ----------
    duty
        What authorities must do, and how it differs from now.
    vintage
        The policy it comes from, such as ``2023 Improvement Plan``.
    start
        Day from which it applies; None where nobody has set one: the start of the plan.
    phasing
        Share of its cases that each year from the start brings in; adds up to 1. Lines may have
        their own.
    by_default
        Whether a new scenario switches it on; never where its department has given it up.
    alternative_to
        A measure that it would replace; to have both on counts twice.
    lead_department
        Who must assess and fund it.
    sources, values
        Its own evidence; the ids of values begin with the measure's id.
    """

    id: Slug
    title: Text
    objective: Sentence
    duty: Sentence
    vintage: Text
    status: Status
    status_note: Sentence
    policy: PolicyFact
    lead_department: Text
    start: dt.date | None = None
    phasing: Phasing = (1.0,)
    by_default: bool = False
    alternative_to: Slug | None = None
    lines: Annotated[tuple[Line, ...], Field(min_length=1)]
    sources: dict[str, SourceFact] = Field(default_factory=dict)
    values: tuple[ValueFact, ...] = ()

    @property
    def is_given_up(self) -> bool:
        """Whether its department has superseded or withdrawn it."""
        return self.status in GIVEN_UP

    def phasing_of(self, line: Line) -> tuple[float, ...]:
        """Return the share of a line's cases that each year from the start brings in."""
        return line.phasing or self.phasing

    @field_validator("phasing")
    @classmethod
    def _phases_add_up(cls, phasing: tuple[float, ...]) -> tuple[float, ...]:
        return _adding_up(phasing)

    @model_validator(mode="after")
    def _is_off_where_given_up(self) -> Self:
        if self.is_given_up and self.by_default:
            raise ValueError(f"a measure that is {self.status} cannot be on by default")
        return self


def _adding_up(phasing: tuple[float, ...]) -> tuple[float, ...]:
    if what := wrong_phasing(phasing):
        raise ValueError(what)
    return phasing


def wrong_phasing(phasing: tuple[float, ...]) -> str:
    """Return what is wrong with the shares of the years, or an empty text."""
    total = math.fsum(phasing)
    if abs(total - PHASES_ADD_UP_TO) > ROUNDING:
        return f"the phasing adds up to {total:g}, not to 1"
    return ""
