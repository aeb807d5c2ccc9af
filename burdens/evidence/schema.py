"""The form of a file of values."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field, StringConstraints

from burdens.evidence.value import Grade
from burdens.facts import Fact

Text = Annotated[str, StringConstraints(min_length=1)]
Sentence = Annotated[str, StringConstraints(pattern=r"\.$")]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$")]


class SourceFact(Fact):
    """Where values were read; the address is empty only for a judgement."""

    title: Text
    href: Annotated[str, StringConstraints(pattern=r"^(https?://\S+)?$")]
    date: Text


class PayPointFact(Fact):
    """The published pay point a salary stands on."""

    scale: Text
    point: Text


class ValueFact(Fact):
    """One value; see `burdens.evidence.Value`."""

    id: Id
    title: Text
    unit: Text
    low: float
    central: float
    high: float
    grade: Grade
    source: Text
    note: Sentence
    pay_point: PayPointFact | None = None
    price_year: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d$")] | None = None


class TopicFact(Fact):
    """One topic: one file."""

    topic: Text
    title: Text
    checked_on: dt.date
    sources: dict[str, SourceFact]
    values: Annotated[tuple[ValueFact, ...], Field(min_length=1)]
