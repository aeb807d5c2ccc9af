"""One published SEN2 file, read by column name into figures."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burdens.authorities.cells import Cell, parse_cell, year_of
from burdens.authorities.layouts import FileLayout, layouts
from burdens.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burdens.authorities.archive import Member

ENGLAND = "England"

Key = tuple[str, str, int]
"""Level (`national`, `regional`, `authority`), its key (England, region, code), year."""


@dataclass(frozen=True)
class Place:
    """How a release names an authority in its newest row."""

    code: str
    new_code: str
    name: str
    region: str
    year: int


@dataclass
class Sheet:
    """What one file says.

    Attributes
    ----------
    rows
        Figure to cell, by level, key and year.
    parts
        The sum of the rows by age, by the same keys: the proof of a repair.
    places
        Authorities by code.
    below_zero
        Derived cells published below zero: key, figure, number.
    faults
        Everything that makes the file unreadable.
    """

    name: str
    layout: FileLayout
    rows: dict[Key, dict[str, Cell]] = field(default_factory=dict)
    parts: dict[Key, dict[str, float]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    below_zero: list[tuple[Key, str, float]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True)
class _Row:
    line: int
    fields: dict[str, str]
    key: Key


def header_of(member: Member) -> list[str]:
    """Give the column names of a file, lower case."""
    try:
        first = next(csv.reader(io.StringIO(member.text)), [])
    except csv.Error:
        return []
    return [name.strip().lower() for name in first]


def read_sheet(member: Member, layout: FileLayout) -> Sheet:
    """Read every total row of a file.

    Faults are collected in the sheet, not raised, so that a release reports all of its files at once.
    """
    sheet = Sheet(member.name, layout)
    header = header_of(member)
    sheet.faults += _header_faults(sheet, header)
    if sheet.faults:
        return sheet
    resolved: set[str] = set()
    seen: set[Key] = set()
    for row in _rows(sheet, member, header):
        if not _is_total(row.fields, layout):
            _add_part(sheet, row, header)
            continue
        if row.key in seen:
            what = f"a second total row for {row.fields['la_name'] or row.key[1]}, {row.key[2]}."
            sheet.faults.append(Fault(what, "Keep one.", sheet.name, row.line))
            continue
        seen.add(row.key)
        _remember_place(sheet, row)
        for figure in layout.figures:
            for column, year in layout.columns(figure, row.key[2], header):
                if column in row.fields:
                    resolved.add(figure)
                    _read_figure(sheet, row, column, figure, year)
    sheet.faults += _unresolved(sheet, seen, resolved)
    return sheet


def _header_faults(sheet: Sheet, header: list[str]) -> list[Fault]:
    layout, facts = sheet.layout, layouts()
    plain = [column for column in layout.figures.values() if "{" not in column]
    wanted = dict.fromkeys([*facts.identity, *layout.total, *plain])
    faults = []
    for column in wanted:
        if column not in header:
            fix = "Use the file as published; nothing may be renamed or left out."
            faults.append(Fault("the column is missing.", fix, sheet.name, 1, column))
        elif header.count(column) > 1:
            fix = "Keep the right one."
            faults.append(Fault("two columns have this name.", fix, sheet.name, 1, column))
    return faults


def _unresolved(sheet: Sheet, seen: set[Key], resolved: set[str]) -> list[Fault]:
    if not seen and sheet.faults:
        return []
    if not seen:
        what = f"holds no total row (looked for labels that begin {', '.join(layouts().total_labels)})."
        return [Fault(what, "Use the file as published.", sheet.name)]
    missing = [figure for figure in sheet.layout.figures if figure not in resolved]
    fix = "Use the file as published; nothing may be renamed or left out."
    patterns = [sheet.layout.figures[figure] for figure in missing]
    return [Fault("the column is missing.", fix, sheet.name, 1, pattern) for pattern in patterns]


def _rows(sheet: Sheet, member: Member, header: list[str]) -> Iterator[_Row]:
    reader = csv.reader(io.StringIO(member.text))
    next(reader, None)
    while True:
        try:
            values = next(reader, None)
        except csv.Error as broken:
            fix = "The file may be cut short: download it again."
            sheet.faults.append(Fault(f"{broken}.", fix, sheet.name, reader.line_num))
            return
        if values is None:
            return
        if not any(values):
            continue
        if len(values) != len(header):
            what = f"{len(values)} fields where the header has {len(header)}."
            fix = "The file may be cut short: download it again."
            sheet.faults.append(Fault(what, fix, sheet.name, reader.line_num))
            continue
        fields = dict(zip(header, values, strict=True))
        key = _key(sheet, fields, reader.line_num)
        if key is not None:
            yield _Row(reader.line_num, fields, key)


def _key(sheet: Sheet, fields: dict[str, str], line: int) -> Key | None:
    level = layouts().levels.get(fields["geographic_level"].strip().lower())
    if level is None:
        return None
    year = year_of(fields["time_period"])
    if year is None:
        what = f"'{fields['time_period']}' is no year."
        fix = "Write 2024, or 202425 for January 2025."
        sheet.faults.append(Fault(what, fix, sheet.name, line, "time_period"))
        return None
    if level == "national":
        return level, ENGLAND, year
    if level == "regional":
        return level, fields["region_name"].strip(), year
    code = fields["old_la_code"].strip()
    if not re.fullmatch(r"\d{3}", code):
        what = f"'{code}' is no authority code."
        fix = "Codes have three digits, such as 878."
        sheet.faults.append(Fault(what, fix, sheet.name, line, "old_la_code"))
        return None
    return level, code, year


def _is_total(fields: dict[str, str], layout: FileLayout) -> bool:
    labels = [fields[column].strip().lower() for column in layout.total]
    if len(labels) > 1 and len(set(labels)) == 1:
        return True
    return all(label.startswith(layouts().total_labels) for label in labels)


def _add_part(sheet: Sheet, row: _Row, header: list[str]) -> None:
    if (
        len(sheet.layout.total) < 2
        or "age" not in row.fields[sheet.layout.total[0]].lower().split()
    ):
        return
    sums = sheet.parts.setdefault(row.key, {})
    for figure in sheet.layout.figures:
        for column, _ in sheet.layout.columns(figure, row.key[2], header):
            cell = parse_cell(row.fields.get(column, ""))
            if isinstance(cell, float):
                sums[figure] = sums.get(figure, 0.0) + cell


def _remember_place(sheet: Sheet, row: _Row) -> None:
    level, code, year = row.key
    known = sheet.places.get(code)
    if level == "authority" and (known is None or known.year < year):
        new_code, name, region = (
            row.fields[column].strip() for column in ("new_la_code", "la_name", "region_name")
        )
        sheet.places[code] = Place(code, new_code, name, region, year)


def _read_figure(sheet: Sheet, row: _Row, column: str, figure: str, year: int) -> None:
    level, place, _ = row.key
    key = (level, place, year)
    cell = parse_cell(row.fields[column])
    if cell is None:
        what = f"'{row.fields[column]}' is neither a number nor a known code."
        fix = f"Codes are {', '.join(code for code in layouts().missing_codes if code)}."
        sheet.faults.append(Fault(what, fix, sheet.name, row.line, column))
        return
    if isinstance(cell, float) and cell < 0:
        if figure not in layouts().derived:
            what = f"{cell:g} is below zero; a count cannot be."
            sheet.faults.append(
                Fault(what, "Correct it, or write x.", sheet.name, row.line, column)
            )
            return
        sheet.below_zero.append((key, figure, cell))
        cell = 0.0
    sheet.rows.setdefault(key, {})[figure] = cell
