"""Section 251 outturn: what each authority says it spent."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from burdens.authorities.archive import read_members
from burdens.authorities.cells import Cell, parse_cell
from burdens.authorities.layouts import layouts
from burdens.authorities.repairs import Note
from burdens.errors import Fault, ReleaseError

if TYPE_CHECKING:
    import pandas as pd

_TITLE = "The section 251 table does not read"
_IDENTITY = ("financial_year", "old_la_code", "la_name")

_Cells = dict[tuple[str, int], dict[str, Cell]]


@dataclass(frozen=True)
class Section251:
    """Spending by authority.

    Attributes
    ----------
    figures
        `ep_service_gbp` and `sen_administration_gbp` [GBP, gross, cash], indexed by code and by the year in
        which the financial year begins; a number, the published code, or an empty text for a blank cell.
    notes
        Reported zeros, and cells far from the authority's own median. No cell is changed.
    """

    figures: pd.DataFrame
    notes: tuple[Note, ...]


def read_section_251(path: Path | str) -> Section251:
    """Read a section 251 extract: one row an authority and financial year.

    Parameters
    ----------
    path
        A CSV with the columns `financial_year` (such as 2024-25), `old_la_code`, `la_name` and those that
        ``layouts.yaml`` names, in pounds.

    Raises
    ------
    ReleaseError
        With every fault at once: a missing column, a cell that is no number, a year or code that is none,
        two rows for one authority and year, spending below zero.
    """
    (member,) = read_members(Path(path))
    columns = layouts().section_251_columns
    reader = csv.DictReader(io.StringIO(member.text))
    reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
    lacking = [c for c in (*_IDENTITY, *columns.values()) if c not in reader.fieldnames]
    faults = [
        Fault("the column is missing.", "Add it.", member.name, 1, column) for column in lacking
    ]
    cells: _Cells = {}
    names: dict[str, str] = {}
    for row in reader if not faults else ():
        line, code = reader.line_num, str(row["old_la_code"]).strip()
        year = re.fullmatch(r"(\d{4})[-/]?\d{2}", str(row["financial_year"]).strip())
        if year is None or not re.fullmatch(r"\d{3}", code):
            what = (
                f"'{row['financial_year']}' and '{code}' are no financial year and authority code."
            )
            faults.append(Fault(what, "Write 2024-25 and 878.", member.name, line))
            continue
        key = (code, int(year[1]))
        if key in cells:
            faults.append(
                Fault(f"a second row for {row['la_name']}.", "Keep one.", member.name, line)
            )
        names[code] = str(row["la_name"])
        cells[key] = _spending(row, line, member.name, faults)
    if faults:
        raise ReleaseError(_TITLE, faults)
    import pandas as pd  # noqa: PLC0415  (slow to load, and no plan reads a release)

    keys = sorted(cells)
    frame = pd.DataFrame(
        {figure: [cells[key][figure] for key in keys] for figure in columns},
        index=pd.MultiIndex.from_tuples(keys, names=["code", "year"]),
        dtype=object,
    )
    return Section251(frame, tuple(_notes(cells, names)))


def _spending(row: dict[str, str], line: int, file: str, faults: list[Fault]) -> dict[str, Cell]:
    spending: dict[str, Cell] = {}
    for figure, column in layouts().section_251_columns.items():
        cell = parse_cell(row[column] or "")
        if cell is None or (isinstance(cell, float) and cell < 0):
            what = f"'{row[column]}' is no spending."
            fix = "Write pounds, or one of the codes for a missing number."
            faults.append(Fault(what, fix, file, line, column))
        else:
            spending[figure] = cell
    return spending


def _notes(cells: _Cells, names: dict[str, str]) -> list[Note]:
    series: dict[tuple[str, str], dict[int, float]] = defaultdict(dict)
    for (code, year), spending in sorted(cells.items()):
        for figure, cell in spending.items():
            if isinstance(cell, float):
                series[code, figure][year] = cell
    notes = []
    for (code, figure), years in series.items():
        spent = [number for number in years.values() if number > 0]
        usual = median(spent) if spent else 0.0
        for year, number in years.items():
            reason = _remark(number, usual)
            if reason:
                notes.append(Note(code, names[code], figure, year, number, reason))
    return notes


def _remark(number: float, usual: float) -> str:
    if number == 0:
        return "a reported zero: bought in, or spent on another line; no proof that there is no service"
    times = layouts().implausible_ratio
    if usual / times <= number <= usual * times:
        return ""
    return (
        f"more than {times:g} times off the authority's own median of {usual:,.0f}: growth, a "
        "change of lines or an error; left as it is; use the median of several years"
    )
