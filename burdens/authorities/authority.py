"""The authorities of England with their figures, as shipped."""

from __future__ import annotations

import csv
import difflib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from burdens.authorities.cells import Cell, read_cell, walk
from burdens.authorities.figures import Figures, source_of
from burdens.authorities.layouts import catalogue
from burdens.authorities.sheet import ENGLAND
from burdens.errors import FactsError, Fault, UnknownAuthorityError

if TYPE_CHECKING:
    from burdens.authorities.release import Release
    from burdens.authorities.repairs import Note, Repair

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Authority:
    """A local authority with duties for special educational needs.

    Attributes
    ----------
    code
        The three-digit DfE code.
    name, region
        As DfE writes them.
    kind
        Such as ``Shire county`` or ``Unitary authority``.
    figures
        Everything published about it.
    new_code
        The nine-character code in the DfE release (ONS may have replaced it).
    """

    code: str
    name: str
    region: str
    kind: str
    figures: Figures
    new_code: str


@cache
def all_authorities() -> tuple[Authority, ...]:
    """Return every present authority, by code, with the shipped figures.

    Raises
    ------
    FactsError
        Where a shipped table is missing.
    """
    rows = _table("authorities.csv")
    figures = _shipped()
    return tuple(
        Authority(
            code=row["code"],
            name=row["name"],
            region=row["region"],
            kind=row["kind"],
            figures=figures[row["code"]],
            new_code=row["new_code"],
        )
        for row in rows
    )


@cache
def england() -> Figures:
    """Return England's figures: the national rows, and the authorities' sum of their spending."""
    return _shipped()[ENGLAND]


def history(code: str) -> Figures | None:
    """Return everything published about one authority, or ``England``; None for another code."""
    return _shipped().get(code)


def figures_of(release: Release, code: str) -> Figures:
    """Return the figures of one authority (or ``England``) in a release read by `read_release`.

    Raises
    ------
    UnknownAuthorityError
        Where the release has no such code.
    """
    own = release.national if code == ENGLAND else release.figures
    cells: dict[str, dict[int, Cell]] = defaultdict(dict)
    for key, year, figure, cell in walk(own):
        if key == code:
            cells[figure][year] = cell
    if not cells:
        near = difflib.get_close_matches(code, list(release.authorities.index), n=5)
        fix = f"Nearest: {', '.join(near)}." if near else "Give a three-digit code."
        raise UnknownAuthorityError("No such authority", [Fault(f"'{code}' is not in it.", fix)])
    newest: dict[str, int] = {}
    for _, year, figure, cell in (*walk(release.figures), *walk(release.national)):
        if isinstance(cell, float):
            newest[figure] = max(year, newest.get(figure, year))
    remarks: dict[tuple[str, int], str] = {}
    findings: list[Repair | Note] = [*release.repairs, *release.notes]
    for found in findings:
        if found.code == code:
            _add_remark(remarks, found.figure, found.year, found.reason)
    sources = {f: source_of(f, release.name, file) for f, file in release.sources.items()}
    return Figures(dict(cells), newest, remarks, sources)


def _add_remark(remarks: dict[tuple[str, int], str], figure: str, year: int, reason: str) -> None:
    known = remarks.get((figure, year))
    remarks[figure, year] = f"{known}; {reason}" if known else reason


def _table(name: str) -> list[dict[str, str]]:
    try:
        with (_HERE / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    except OSError as broken:
        fault = Fault("is missing from the package.", "Install burdens again.", name)
        raise FactsError("The table of authorities does not read", [fault]) from broken


@cache
def _shipped() -> dict[str, Figures]:
    cells: dict[str, dict[str, dict[int, Cell]]] = defaultdict(lambda: defaultdict(dict))
    newest: dict[str, int] = {}
    read = cache(read_cell)  # most numbers are small, and so often the same
    for row in (*_table("figures.csv"), *_table("england.csv")):
        own, year = cells[row.pop("code")], int(row.pop("year"))
        for figure, text in row.items():
            if not text or (cell := read(text)) is None:
                continue
            own[figure][year] = cell
            if isinstance(cell, float) and year > newest.get(figure, 0):
                newest[figure] = year
    remarks: dict[str, dict[tuple[str, int], str]] = defaultdict(dict)
    for row in _table("repairs.csv"):
        _add_remark(remarks[row["code"]], row["figure"], int(row["year"]), row["reason"])
    release = str(newest["plans"])
    files = {row["figure"]: row["file"] for row in _table("sources.csv")}
    sources = {f: source_of(f, release, files.get(f, "")) for f in catalogue().figures}
    return {code: Figures(own, newest, remarks[code], sources) for code, own in cells.items()}
