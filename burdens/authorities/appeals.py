"""The report-style table of SEND appeals and appealable decisions, matched by name."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from burdens.authorities.cells import Cell, parse_cell
from burdens.authorities.names import plain, short
from burdens.authorities.repairs import Findings, Note, Repair, Rows
from burdens.authorities.sheet import ENGLAND, Place
from burdens.errors import Fault

if TYPE_CHECKING:
    from burdens.authorities.archive import Member

_HEADINGS = {"appeals registered": "appeals", "total appealable decisions": "appealable_decisions"}


@dataclass(frozen=True)
class _Column:
    index: int
    figure: str
    year: int


def is_appeals_table(member: Member) -> bool:
    """Whether a file is the tribunal's table: its headings stand within its first lines."""
    top = member.text[:4000].lower()
    return all(heading in top for heading in _HEADINGS)


def read_appeals(
    member: Member, rows: Rows, places: dict[str, Place], findings: Findings
) -> list[Fault]:
    """Add appeals [a year] and appealable decisions [a year] to `rows`.

    Rows are matched on the name alone, for the printed codes of some authorities are each other's; a dash is
    a zero here. The columns "in development" (a second method, newest year only) are left out.

    Returns
    -------
    list of Fault
        Cells that are no numbers, or a table without its headings.
    """
    lines = list(csv.reader(io.StringIO(member.text)))
    columns = _columns(lines)
    if {column.figure for column in columns} != set(_HEADINGS.values()):
        what = "the rows of years and of 'Appeals registered' were not found."
        return [Fault(what, "Use the table as published.", member.name)]
    newest = max(column.year for column in columns)
    _note_method(lines, newest, findings)
    ordered = sorted(places.values(), key=lambda place: place.year)
    by_name = {form(place.name): place for form in (short, plain) for place in ordered}
    faults: list[Fault] = []
    for number, line in enumerate(lines, start=1):
        name = re.sub(r"[\d,]+$", "", line[0].strip()).strip() if line else ""
        if name.lower() == "england total":
            cells = _cells(line, columns, member.name, number, faults)
            _store(rows, "national", ENGLAND, cells)
            continue
        is_row = name != name.upper() and any(cell.strip() for cell in line[1:])
        place = by_name.get(plain(name)) or by_name.get(short(name)) if is_row else None
        if place is None:
            if is_row and line[1].strip().isdigit():
                note = Note(
                    "", name, "appeals", newest, "", "the release has no such authority: left out"
                )
                findings.notes.append(note)
            continue
        _store(rows, "authority", place.code, _cells(line, columns, member.name, number, faults))
        _check_code(line[1].strip(), place, newest, rows, findings)
    return faults


def _columns(lines: list[list[str]]) -> list[_Column]:
    for upper, lower in pairwise(lines):
        year, found = None, []
        for index, heading in enumerate(lower):
            if index < len(upper) and re.fullmatch(r"\d{4}", upper[index].strip()):
                year = int(upper[index])
            figure = next(
                (f for text, f in _HEADINGS.items() if heading.lower().startswith(text)), None
            )
            if figure and year:
                found.append(_Column(index, figure, year))
        if found:
            return found
    return []


def _note_method(lines: list[list[str]], newest: int, findings: Findings) -> None:
    if any("in development" in heading.lower() for line in lines[:8] for heading in line):
        reason = (
            f"the table carries two methods for {newest}; the one used here is that of the years before, and "
            "figures of releases that print only the newer method are not comparable with it"
        )
        note = Note(ENGLAND, ENGLAND, "appealable_decisions", newest, "", reason)
        findings.notes.append(note)


def _cells(
    line: list[str], columns: list[_Column], file: str, number: int, faults: list[Fault]
) -> dict[tuple[int, str], Cell]:
    cells: dict[tuple[int, str], Cell] = {}
    for column in columns:
        text = line[column.index].strip() if column.index < len(line) else ""
        cell = 0.0 if text == "-" else parse_cell(text)
        if cell is None or (isinstance(cell, float) and cell < 0):
            what = f"'{text}' is no count ({column.figure}, {column.year})."
            faults.append(Fault(what, "Use the table as published.", file, number))
        else:
            cells[column.year, column.figure] = cell
    return cells


def _store(rows: Rows, level: str, key: str, cells: dict[tuple[int, str], Cell]) -> None:
    for (year, figure), cell in cells.items():
        row = rows.setdefault((level, key, year), {})
        row[figure] = cell


def _check_code(printed: str, place: Place, newest: int, rows: Rows, findings: Findings) -> None:
    if printed in ("", place.code):
        return
    findings.repairs.append(
        Repair(
            place.code, place.name, "old_la_code", newest, printed, place.code,
            "the tribunal's table prints another authority's code; matched by name",
        )
    )  # fmt: skip
    decisions = rows.get(("authority", place.code, newest), {}).get("appealable_decisions")
    if isinstance(decisions, float):
        reason = (
            f"the tribunal's table prints the code {printed} for {place.code}; these decisions look "
            "joined on that code, and may be another authority's"
        )
        findings.notes.append(
            Note(place.code, place.name, "appealable_decisions", newest, decisions, reason)
        )
