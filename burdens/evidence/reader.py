"""Reads the values, and puts the user's own in their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from burdens.errors import FactsError, Fault
from burdens.evidence.schema import SourceFact, TopicFact, ValueFact
from burdens.evidence.value import Source, Value, wrong
from burdens.facts import nearest, read_all

if TYPE_CHECKING:
    from burdens.documents import Document

FOLDER = Path(__file__).parent / "values"

Numbers = float | tuple[float, float, float]


class Evidence(Mapping[str, Value]):
    """Every value by its id; it does not change.

    Parameters
    ----------
    version
        The ISO date on which the evidence was last checked.
    values
        The values, by id.
    """

    def __init__(self, version: str, values: Mapping[str, Value]) -> None:
        self._version = version
        self._values = dict(values)

    @property
    def version(self) -> str:
        """The ISO date on which the evidence was last checked."""
        return self._version

    def __getitem__(self, key: str) -> Value:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def with_values(self, values: Mapping[str, Value]) -> Evidence:
        """Return the evidence with more values, such as those of measures."""
        return Evidence(self._version, {**self._values, **values})

    def __repr__(self) -> str:
        return f"Evidence(version={self._version!r}, {len(self)} values)"

    def with_overrides(self, overrides: Mapping[str, Numbers]) -> Evidence:
        """Return the evidence with the user's own numbers in the places named.

        Parameters
        ----------
        overrides
            From a value's id to one number, which then has no range, or to
            (low, central, high) [each in the value's unit].

        Raises
        ------
        FactsError
            With every unknown id and its nearest known ones, and every number that is not
            finite, out of order or impossible for the unit.
        """
        values, faults = dict(self._values), []
        for key, numbers in overrides.items():
            if key not in values:
                fix = nearest(key, values) or "`burdens evidence` lists the ids."
                faults.append(Fault("no value has this id.", fix, field=key))
                continue
            low, central, high = numbers if isinstance(numbers, tuple) else (numbers,) * 3
            what = wrong(values[key].unit, low, central, high)
            if what is None:
                values[key] = values[key].replaced(low, central, high)
            else:
                faults.append(Fault(what, f"Give it in {values[key].unit}.", field=key))
        if faults:
            raise FactsError("The overrides do not fit the evidence", faults)
        return Evidence(self._version, values)


@cache
def read(folder: Path = FOLDER) -> Evidence:
    """Read every file of values.

    Raises
    ------
    FactsError
        With every fault of every file: an unknown, missing or repeated field, an id given
        twice, a range out of order, a source that is not listed.
    """
    good, found = _files(folder)
    faults = [*found]
    values: dict[str, Value] = {}
    for document, topic in good:
        for index, fact in enumerate(topic.values):
            faults.extend(_faults(document, index, fact, topic, values))
            if fact.source in topic.sources:
                values[fact.id] = value_of(fact, topic.sources, topic.topic)
    if faults:
        raise FactsError("The evidence does not read", faults)
    return Evidence(max(topic.checked_on for _, topic in good).isoformat(), values)


def topics(folder: Path = FOLDER) -> dict[str, str]:
    """Return the title of every topic, by its name, in order of the files.

    Raises
    ------
    FactsError
        As `read`.
    """
    read(folder)
    return {topic.topic: topic.title for _, topic in _files(folder)[0]}


@cache
def _files(folder: Path) -> tuple[list[tuple[Document, TopicFact]], list[Fault]]:
    return read_all(folder, TopicFact)


def value_of(fact: ValueFact, sources: Mapping[str, SourceFact], topic: str) -> Value:
    """Return a value as written, with its source in full."""
    source = sources[fact.source]
    point = fact.pay_point
    return Value(
        id=fact.id,
        title=fact.title,
        unit=fact.unit,
        low=fact.low,
        central=fact.central,
        high=fact.high,
        grade=fact.grade,
        source=Source(source.title, source.href, source.date),
        note=fact.note,
        topic=topic,
        pay_point=(point.scale, point.point) if point else None,
        price_year=fact.price_year or "",
    )


def _faults(
    document: Document, index: int, fact: ValueFact, topic: TopicFact, known: Mapping[str, Value]
) -> Iterator[Fault]:
    def fault(field: str, what: str, fix: str = "Correct the file.") -> Fault:
        line = document.line(("values", index, field))
        return Fault(what, fix, document.name, line, f"{fact.id}: {field}")

    if fact.id in known:
        yield fault("id", "is given twice.")
    if fact.source not in topic.sources:
        yield fault(
            "source", f"no source is called {fact.source}.", nearest(fact.source, topic.sources)
        )
    what = wrong(fact.unit, fact.low, fact.central, fact.high)
    if what is not None:
        yield fault("central", what)
