"""Facts kept in files: the strict schema every such file obeys, and its faults with lines."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from burdens.documents import Document, read_document
from burdens.errors import FactsError, Fault

if TYPE_CHECKING:
    from pathlib import Path


class Fact(BaseModel):
    """The base of a file's schema: no unknown field, no silent conversion, no change."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


F = TypeVar("F", bound=Fact)


def nearest(word: str, known: Iterable[str], count: int = 3) -> str:
    """Say which known words come nearest, as ``Did you mean ...?``, or nothing."""
    close = difflib.get_close_matches(word, sorted(known), n=count, cutoff=0.5)
    return f"Did you mean {' or '.join(close)}?" if close else ""


def check(document: Document, schema: type[F]) -> tuple[F | None, list[Fault]]:
    """Check a document against a schema; give the fact, or every fault with its line."""
    try:
        return schema.model_validate(_plain(document.data)), []
    except ValidationError as broken:
        return None, [_fault(dict(error), document, schema) for error in broken.errors()]


def read_all(folder: Path, schema: type[F]) -> tuple[list[tuple[Document, F]], list[Fault]]:
    """Read every YAML file of a folder, in order of name; collect the faults of all."""
    good: list[tuple[Document, F]] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            document = read_document(path, FactsError)
        except FactsError as broken:
            faults.extend(broken.faults)
            continue
        fact, found = check(document, schema)
        faults.extend(found)
        if fact is not None:
            good.append((document, fact))
    if not good and not faults:
        faults.append(Fault("holds no facts.", "Give it YAML files.", str(folder)))
    return good, faults


def _plain(data: Any) -> Any:
    """Turn what the YAML reader gives into plain Python, lists into tuples."""
    if isinstance(data, Mapping):
        return {_plain(key): _plain(value) for key, value in data.items()}
    if isinstance(data, str):
        return str(data)
    if isinstance(data, Sequence):
        return tuple(_plain(item) for item in data)
    if isinstance(data, bool | dt.date) or data is None:
        return data
    return int(data) if isinstance(data, int) else float(data)


def _fault(error: Mapping[str, Any], document: Document, schema: type[Fact]) -> Fault:
    path = tuple(error["loc"])
    what, fix = f"{error['msg'][0].lower()}{error['msg'][1:]}.", "Correct the value."
    if error["type"] == "missing":
        what, fix = "is missing.", "Add the field."
    if error["type"] == "extra_forbidden":
        known = schema.model_fields if len(path) == 1 else ()
        what, fix = "is not a recognised field.", nearest(str(path[-1]), known) or "Remove it."
    field = ".".join(str(part) for part in path)
    return Fault(what, fix, document.name, document.line(path), field)
