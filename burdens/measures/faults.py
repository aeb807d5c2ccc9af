"""Finds what the form of a measure cannot see: names that do not meet, units, ranges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from burdens import evidence
from burdens.errors import FactsError, Fault
from burdens.evidence import Value, ValueFact, deflator, value_of, wrong
from burdens.facts import nearest

if TYPE_CHECKING:
    from burdens.documents import Document
    from burdens.measures.schema import Line, Measure

Path = tuple[str | int, ...]
LIST = "`burdens evidence` lists the ids."


def faults_of(document: Document, measure: Measure) -> Iterator[Fault]:
    """Find every fault of a measure that has the right form.

    Parameters
    ----------
    document
        The file, for the lines.
    measure
        What it holds.

    Returns
    -------
    iterator of Fault
        Each with file, line, field, what is wrong and what to do.
    """
    known: dict[str, Value] = dict(evidence.read())
    own: dict[str, Value] = {}
    for index, fact in enumerate(measure.values):
        yield from _of_value(document, measure, index, known.keys() | own.keys())
        if fact.source in measure.sources:
            own[fact.id] = value_of(fact, measure.sources, measure.id)
    names = {fact.id for fact in measure.values}
    for index, line in enumerate(measure.lines):
        if [other.id for other in measure.lines].index(line.id) != index:
            what = f"{line.id} is duplicated."
            yield fault(document, ("lines", index, "id"), what, "Give it an id of its own.")
        unknown = set(line.values) - known.keys() - names
        yield from _of_names(document, index, line, unknown, [*known, *names])
        if not set(line.values) - known.keys() - own.keys():
            yield from _of_units(document, index, line, {**known, **own})
    yield from _unused(document, measure)


def fault(document: Document, path: Path, what: str, fix: str) -> Fault:
    """Return a fault with its place in the file."""
    field = ".".join(str(part) for part in path)
    return Fault(what, fix, document.name, document.line(path), field)


def _of_value(document: Document, measure: Measure, index: int, taken: set[str]) -> Iterator[Fault]:
    fact, where = measure.values[index], ("values", index)
    if not fact.id.startswith(f"{measure.id}."):
        what = f"{fact.id} does not begin with {measure.id}."
        yield fault(document, (*where, "id"), what, f"Write {measure.id}.{fact.id}.")
    if fact.id in taken:
        what = f"{fact.id} is duplicated."
        yield fault(document, (*where, "id"), what, "Give it an id of its own.")
    if fact.source not in measure.sources:
        what = f"no source is called {fact.source}."
        fix = nearest(fact.source, measure.sources) or "Add it to sources."
        yield fault(document, (*where, "source"), what, fix)
    if what := wrong(fact.unit, fact.low, fact.central, fact.high) or "":
        yield fault(document, (*where, "low"), f"{fact.id} {what}", "Correct the numbers.")
    yield from _of_price_year(document, fact, where)


def _of_price_year(document: Document, fact: ValueFact, where: Path) -> Iterator[Fault]:
    if fact.unit.startswith("GBP") and fact.price_year is None:
        what = f"{fact.id} is money without its price_year."
        yield fault(document, where, what, 'Add one, such as price_year: "2026-27".')
    if fact.price_year is not None:
        try:
            deflator(fact.price_year)
        except FactsError as broken:
            for one in broken.faults:
                yield fault(document, (*where, "price_year"), one.what, one.fix)


def _of_names(
    document: Document, index: int, line: Line, unknown: set[str], known: list[str]
) -> Iterator[Fault]:
    """Find the roles and values that nothing is called."""
    roles = [name.rsplit(".", 1)[-1] for name in known if name.startswith("pay.salary.")]
    for path, role in _roles(line):
        if role not in roles:
            fix = nearest(role, roles) or f"The roles are {', '.join(sorted(roles))}."
            yield fault(document, ("lines", index, *path), f"no role is called {role}.", fix)
    for path, name in _uses(line):
        if name in unknown:
            what, fix = f"no value has the id {name}.", nearest(name, known) or LIST
            yield fault(document, ("lines", index, *path), what, fix)


def _of_units(
    document: Document, index: int, line: Line, known: Mapping[str, Value]
) -> Iterator[Fault]:
    """Find products that do not come out in hours or in pounds."""
    for role, names in (line.hours or {}).items():
        if sum(known[name].unit.startswith("hours") for name in names) != 1:
            what = f"{line.id}: the work of a {role} needs one value in hours."
            fix = "Name one whose unit begins with hours; the others are shares or numbers."
            yield fault(document, ("lines", index, "hours", role), what, fix)
    for path, name in _uses(line):
        if path[0] != "money" and known[name].unit.startswith("GBP"):
            what = f"{name} is money, and cannot be multiplied into a count or into hours."
            yield fault(document, ("lines", index, *path), what, "Name it under money.")
    priced = [name for name in line.money or () if known[name].unit.startswith("GBP")]
    if line.money is not None and len(priced) != 1:
        what = f"{line.id}: money needs one value in GBP."
        fix = "Name one whose unit begins with GBP; the others are shares or numbers."
        yield fault(document, ("lines", index, "money"), what, fix)


def _unused(document: Document, measure: Measure) -> Iterator[Fault]:
    used = {name for line in measure.lines for name in line.values}
    for index, fact in enumerate(measure.values):
        if fact.id not in used:
            what = f"{fact.id} is used by no line."
            yield fault(document, ("values", index, "id"), what, "Name it in a line or remove it.")


def _roles(line: Line) -> Iterator[tuple[Path, str]]:
    for role in line.hours or {}:
        yield ("hours", role), role
    if line.posts is not None:
        yield ("posts",), line.posts


def _uses(line: Line) -> Iterator[tuple[Path, str]]:
    """Return every use of a value, with its place in the line."""
    for number, name in enumerate(line.times):
        yield ("times", number), name
    for role, names in (line.hours or {}).items():
        for number, name in enumerate(names):
            yield ("hours", role, number), name
    for number, name in enumerate(line.money or ()):
        yield ("money", number), name
    if line.optimism_bias is not None:
        yield ("optimism_bias",), line.optimism_bias
