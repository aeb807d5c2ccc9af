"""The form of a known problem's file, and of the invented duties."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from burdens.facts import Fact
from burdens.known_problems.readings import READINGS

Text = Annotated[str, StringConstraints(min_length=1)]
Sentence = Annotated[str, StringConstraints(pattern=r"\.$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Count = Annotated[int, Field(ge=0)]


class SourceFact(Fact):
    """Where an answer is known from; the address is empty where it needs none."""

    title: Text
    href: Annotated[str, StringConstraints(pattern=r"^(https?://\S+)?$")]
    read: Literal[True, "secondary", "not read"]


class KnownProblemFact(Fact):
    """One known problem: one file."""

    id: Slug
    place: Annotated[int, Field(ge=1)]
    title: Text
    known: Sentence
    source: SourceFact
    reads: Annotated[str, StringConstraints(pattern=f"^({'|'.join(READINGS)})$")]
    answer: float
    problem: dict[str, Any]


class DutyFact(Fact):
    """One invented duty."""

    id: Slug
    title: Text
    more_hours: Count
    fewer_weeks: Count


class DutiesFact(Fact):
    """The file of invented duties."""

    duties: Annotated[tuple[DutyFact, ...], Field(min_length=1)]
