"""Which figures a plan starts from, as the data file says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal, cast

from burdens.authorities.layouts import FigureKind, catalogue
from burdens.documents import read_document
from burdens.errors import FactsError
from burdens.facts import Fact, check

FILE = Path(__file__).with_name("figures.yaml")
Year = Literal["calendar", "january", "financial"]


class Published(Fact):
    """A figure taken as published, and whether its earlier years are read too."""

    needed: bool
    fitted: bool = False


class Median(Fact):
    """A figure taken as the median of the newest published years [years]."""

    years: int
    needed: bool


class Described(Fact):
    """A figure that no publication holds under this name."""

    title: str
    unit: str
    year: Year


class Sum(Described):
    """A figure added up from published ones."""

    needed: bool
    of: tuple[str, ...]


class FiguresFact(Fact):
    """The file of figures."""

    published: dict[str, Published]
    sums: dict[str, Sum]
    medians: dict[str, Median]
    unpublished: dict[str, Described]


@dataclass(frozen=True)
class Kind:
    """What a figure of a scenario is.

    Attributes
    ----------
    name, title, unit
        Its name in the file, in words, and its unit.
    year
        What its year means: a calendar year, the January of a year, or the financial year that
        begins in it.
    needed
        Whether a plan is poorer without it.
    published
        Whether anybody publishes it.
    parts
        The published figures it is added up from, if any.
    median_years
        How many years it is the median of [years].
    elsewhere
        Whether it stands in another publication than the SEN2 release.
    fitted
        Whether a plan reads its earlier years too.
    """

    name: str
    title: str
    unit: str
    year: Year
    needed: bool
    published: bool = True
    parts: tuple[str, ...] = ()
    median_years: int = 1
    elsewhere: bool = False
    fitted: bool = False


@cache
def kinds() -> dict[str, Kind]:
    """Return every figure a plan starts from, by name.

    Raises
    ------
    FactsError
        Where the file does not read.
    """
    fact, faults = check(read_document(FILE, FactsError), FiguresFact)
    if fact is None:
        raise FactsError("The figures do not read", faults)
    known = catalogue().figures
    found = [
        replace(_published(known[name], name, entry.needed), fitted=entry.fitted)
        for name, entry in fact.published.items()
    ]
    found += [
        Kind(name, entry.title, entry.unit, entry.year, entry.needed, parts=entry.of)
        for name, entry in fact.sums.items()
    ]
    found += [
        _published(known[name], name, entry.needed, entry.years)
        for name, entry in fact.medians.items()
    ]
    found += [
        Kind(name, entry.title, entry.unit, entry.year, needed=False, published=False)
        for name, entry in fact.unpublished.items()
    ]
    return {kind.name: kind for kind in found}


def _published(known: FigureKind, name: str, needed: bool, median_years: int = 1) -> Kind:
    year = cast("Year", known.year)
    elsewhere = known.source != "sen2"
    return Kind(
        name,
        known.title,
        known.unit,
        year,
        needed,
        median_years=median_years,
        elsewhere=elsewhere,
    )
