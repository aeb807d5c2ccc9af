"""Authorities that have ended, those that will or may end, and those that take over."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from burdens.documents import read_document
from burdens.errors import FactsError
from burdens.facts import Fact, check

FILE = Path(__file__).with_name("boundaries.yaml")
Text = Annotated[str, StringConstraints(min_length=1)]
Code = Annotated[str, StringConstraints(pattern=r"^\d{3}$")]
OnsCode = Annotated[str, StringConstraints(pattern=r"^E\d{8}$")]
Status = Literal["decided", "may"]


class SourceFact(Fact):
    """Where a change of boundaries was read."""

    title: Text
    href: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]


class EndedFact(Fact):
    """An authority that has ended."""

    name: Text
    code: Code | None = None
    ons: OnsCode | None = None
    on: dt.date
    successors: Annotated[tuple[Code, ...], Field(min_length=1)]
    source: Text


class SuccessorFact(Fact):
    """An authority that begins."""

    name: Text
    part: Text


class EndingFact(Fact):
    """Authorities that will end, or may."""

    codes: Annotated[tuple[Code, ...], Field(min_length=1)]
    on: dt.date
    status: Status
    note: Text
    successors: tuple[SuccessorFact, ...] = ()
    source: Text


class BoundariesFact(Fact):
    """The file of boundaries."""

    sources: dict[str, SourceFact]
    ended: tuple[EndedFact, ...]
    ending: tuple[EndingFact, ...]
    ons_codes: dict[OnsCode, Code]
    ons_codes_source: Text

    @model_validator(mode="after")
    def _names_its_sources(self) -> Self:
        named = {entry.source for entry in self.ended} | {entry.source for entry in self.ending}
        named.add(self.ons_codes_source)
        if unknown := sorted(named - self.sources.keys()):
            raise ValueError(f"no source is called {', '.join(unknown)}")
        return self


@dataclass(frozen=True)
class Ending:
    """The end of an authority.

    Attributes
    ----------
    on
        First day of those that take over.
    status
        ``decided``, or ``may`` where nothing is decided in the newest source seen.
    note
        What was read, and when.
    successors
        Names of those that take over, each with the districts it is made of; empty where not known.
    source, href
        Title and address of the source.
    """

    on: dt.date
    status: Status
    note: str
    successors: tuple[tuple[str, str], ...]
    source: str
    href: str


@cache
def boundaries() -> BoundariesFact:
    """Return everything the file says.

    Raises
    ------
    FactsError
        Where it does not read.
    """
    fact, faults = check(read_document(FILE, FactsError), BoundariesFact)
    if fact is None:
        raise FactsError("The boundaries do not read", faults)
    return fact


def ending_of(code: str) -> Ending | None:
    """Return when and how an authority will or may end; None where nothing is known of it."""
    known = boundaries()
    for entry in known.ending:
        if code in entry.codes:
            source = known.sources[entry.source]
            successors = tuple((after.name, after.part) for after in entry.successors)
            return Ending(entry.on, entry.status, entry.note, successors, source.title, source.href)
    return None
