"""Reads the measure files: those of the tool, and the user's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from burdens.documents import Document, parse_document, read_document
from burdens.errors import FactsError, Fault
from burdens.evidence import Value, value_of
from burdens.facts import check, nearest, read_all
from burdens.measures.faults import fault, faults_of
from burdens.measures.schema import Measure

FOLDER = Path(__file__).parent / "files"


@cache
def measures(folder: Path = FOLDER) -> dict[str, Measure]:
    """Return every measure of the tool by its id.

    Raises
    ------
    FactsError
        With every fault of every file.
    """
    good, faults = read_all(folder, Measure)
    for document, measure in good:
        if document.name != f"{measure.id}.yaml":
            what = f"is {measure.id}, but the file is {document.name}."
            faults.append(fault(document, ("id",), what, "Give both the same name."))
        if measure.alternative_to not in {None, *(other.id for _, other in good)}:
            what = f"no measure is called {measure.alternative_to}."
            faults.append(fault(document, ("alternative_to",), what, "Name one of the tool's."))
        faults.extend(faults_of(document, measure))
    if faults:
        raise FactsError("The measures do not read", faults)
    return {measure.id: measure for _, measure in good}


def read(path: str | Path) -> Measure:
    """Read a measure of the user's own.

    Raises
    ------
    FactsError
        With every fault: file, line, field, what is wrong and what to do.
    """
    file = Path(path)
    return _checked(lambda: read_document(file, FactsError), file.name)


def parse(text: str, name: str = "measure") -> Measure:
    """Read a measure of the user's own from YAML text; `name` stands for the file in messages.

    Raises
    ------
    FactsError
        As `read`.
    """
    return _checked(lambda: parse_document(text, name, FactsError), name)


def _checked(load: Callable[[], Document], name: str) -> Measure:
    try:
        document = load()
    except ValueError as broken:  # a day that no calendar has, which YAML does not place
        unread = Fault(f"holds a value that cannot be read: {broken}.", "Correct it.", name)
        raise FactsError("The measure does not read", [unread]) from broken
    measure, faults = check(document, Measure)
    if measure is not None:
        if measure.id in measures():
            fix = "Give it an id of its own; the tool's measures are switched on by name."
            faults.append(fault(document, ("id",), f"the tool has a measure {measure.id}.", fix))
        if measure.alternative_to not in {None, *measures()}:
            what = f"no measure is called {measure.alternative_to}."
            fix = nearest(str(measure.alternative_to), measures()) or "Leave it out."
            faults.append(fault(document, ("alternative_to",), what, fix))
        faults.extend(faults_of(document, measure))
    if faults or measure is None:
        raise FactsError("The measure does not read", faults)
    return measure


def values_of(*chosen: Measure) -> dict[str, Value]:
    """Return the values that measures bring with them, by id."""
    return {
        fact.id: value_of(fact, measure.sources, measure.id)
        for measure in chosen
        for fact in measure.values
    }
