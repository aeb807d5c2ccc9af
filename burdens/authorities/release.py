"""A release of SEN2 statistics, read as published."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from burdens.authorities.appeals import is_appeals_table, read_appeals
from burdens.authorities.archive import Member, read_members
from burdens.authorities.layouts import catalogue, layouts
from burdens.authorities.repairs import (
    Findings,
    Note,
    Parts,
    Repair,
    Rows,
    note_exceptions,
    note_national_gaps,
    note_unrecorded_outcomes,
    repair_regional_totals,
)
from burdens.authorities.sheet import Place, Sheet, header_of, read_sheet
from burdens.errors import Fault, ReleaseError

if TYPE_CHECKING:
    import pandas as pd

_TITLE = "The release does not read"


@dataclass(frozen=True)
class Release:
    """What a release of "Education, health and care plans" says.

    Attributes
    ----------
    name
        The reporting year: the newest January count, else the year after the newest flows.
    layout
        Which generation of files it is.
    figures
        One row per authority code and year (the index), one column per figure. A cell is a number, the
        published code in place of one, or NaN where nothing was published. Flows are of the calendar year,
        plans of January of that year.
    regional, national
        The same, by region and for England, as published.
    authorities
        By code: `name`, `new_code`, `region`, and `year`, the last one published.
    repairs
        Cells that were wrong and are replaced.
    notes
        Things to know about cells that are used as they are.
    files, ignored, absent
        Files read; CSV files of no use here; files of this generation looked for and not there.
    sources
        The file each figure came from.
    """

    name: str
    layout: str
    figures: pd.DataFrame
    regional: pd.DataFrame
    national: pd.DataFrame
    authorities: pd.DataFrame
    repairs: tuple[Repair, ...]
    notes: tuple[Note, ...]
    files: tuple[str, ...]
    ignored: tuple[str, ...]
    absent: tuple[str, ...]
    sources: dict[str, str]


def read_release(path: Path | str) -> Release:
    """Read a DfE release: the zip as published, a folder of its CSV files, or one of them.

    Parameters
    ----------
    path
        Any release from reporting year 2021 on; the layout is told from the columns.

    Raises
    ------
    ReleaseError
        With every fault at once: a damaged zip, no known file, a missing column, a cell that is neither a
        number nor a known code, a count below zero.
    """
    path = Path(path)
    sheets, tables, ignored = _sort(read_members(path))
    faults = [fault for sheet in sheets for fault in sheet.faults]
    if not sheets:
        faults.append(_wrong_release(path, ignored))
    faults += _twice(sheets)
    rows, parts, places = _together(sheets)
    findings = Findings()
    for table in tables:
        faults += read_appeals(table, rows, places, findings)
    if faults:
        raise ReleaseError(_TITLE, faults)
    _find(sheets, rows, parts, places, findings)
    found = [sheet.layout for sheet in sheets]
    generation = layouts().generation(found)
    names = {sheet.layout.name for sheet in sheets}
    sources = {figure: f"{s.layout.name}.csv" for s in sheets for figure in s.layout.figures}
    tribunal = [f for f, kind in catalogue().figures.items() if kind.source == "tribunal"]
    sources |= {figure: Path(table.name).name for table in tables for figure in tribunal}
    return Release(
        name=_reporting_year(rows),
        layout=layouts().generations[generation] if generation else "files of several releases",
        figures=_frame(rows, "authority", ["code", "year"]),
        regional=_frame(rows, "regional", ["region", "year"]),
        national=_frame(rows, "national", ["nation", "year"]),
        authorities=_authorities(places),
        repairs=tuple(findings.repairs),
        notes=tuple(findings.notes),
        files=tuple([sheet.name for sheet in sheets] + [table.name for table in tables]),
        ignored=tuple(ignored),
        absent=tuple(
            dict.fromkeys(
                f"{layout.name}.csv"
                for layout in layouts().files
                if generation in layout.generations and layout.name not in names
            )
        ),
        sources=sources,
    )


def _sort(members: list[Member]) -> tuple[list[Sheet], list[Member], list[str]]:
    sheets, tables, ignored = [], [], []
    for member in members:
        layout = layouts().recognise(member.name, header_of(member))
        if layout is not None:
            sheets.append(read_sheet(member, layout))
        elif is_appeals_table(member):
            tables.append(member)
        else:
            ignored.append(member.name)
    return sheets, tables, ignored


def _wrong_release(path: Path, ignored: list[str]) -> Fault:
    looked = ", ".join(dict.fromkeys(f"{layout.name}.csv" for layout in layouts().files))
    there = f"found only {', '.join(ignored)}" if ignored else "found no CSV file"
    what = f"holds no SEN2 file: looked for {looked}; {there}."
    fix = (
        "Download 'Education, health and care plans' (all data, zip) from "
        "explore-education-statistics.service.gov.uk."
    )
    return Fault(what, fix, path.name)


def _twice(sheets: list[Sheet]) -> list[Fault]:
    seen: dict[str, str] = {}
    faults = []
    for sheet in sheets:
        first = seen.setdefault(sheet.layout.name, sheet.name)
        if first != sheet.name:
            what = f"holds the same subject as {first}."
            faults.append(Fault(what, "Keep the file of one release.", sheet.name))
    return faults


def _together(sheets: list[Sheet]) -> tuple[Rows, Parts, dict[str, Place]]:
    rows: Rows = {}
    parts: Parts = {}
    places: dict[str, Place] = {}
    for sheet in sheets:
        for key, row in sheet.rows.items():
            rows.setdefault(key, {}).update(row)
        for key, sums in sheet.parts.items():
            parts.setdefault(key, {}).update(sums)
        for code, place in sheet.places.items():
            if code not in places or places[code].year < place.year:
                places[code] = place
    return rows, parts, places


def _find(
    sheets: list[Sheet], rows: Rows, parts: Parts, places: dict[str, Place], findings: Findings
) -> None:
    for sheet in sheets:
        for (level, code, year), figure, number in sheet.below_zero:
            if level == "authority":
                reason = (
                    f"published as {number:g}: the other parts make up the whole, so none is left"
                )
                name = places[code].name
                repair = Repair(code, name, figure, year, number, 0.0, reason)
                findings.repairs.append(repair)
    repair_regional_totals(rows, parts, places, findings)
    note_exceptions(rows, places, findings)
    note_unrecorded_outcomes(rows, places, findings)
    note_national_gaps(rows, places, findings)


def _reporting_year(rows: Rows) -> str:
    stocks = [year for (_, _, year), row in rows.items() if "plans" in row]
    flows = [
        year + 1 for (_, _, year), row in rows.items() if "requests" in row or "new_plans" in row
    ]
    years = stocks or flows or [year for _, _, year in rows]
    return str(max(years))


def _frame(rows: Rows, level: str, index: list[str]) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415  (slow to load, and no plan reads a release)

    chosen = {(key, year): row for (own, key, year), row in rows.items() if own == level}
    keys = sorted(chosen)
    names = pd.MultiIndex.from_tuples(keys, names=index)
    columns = [
        name for name, kind in catalogue().figures.items() if kind.source in ("sen2", "tribunal")
    ]
    data = {name: [chosen[key].get(name, float("nan")) for key in keys] for name in columns}
    return pd.DataFrame(data, index=names, columns=columns, dtype=object)


def _authorities(places: dict[str, Place]) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415  (slow to load, and no plan reads a release)

    ordered = [places[code] for code in sorted(places)]
    data = {
        "name": [place.name for place in ordered],
        "new_code": [place.new_code for place in ordered],
        "region": [place.region for place in ordered],
        "year": [place.year for place in ordered],
    }
    return pd.DataFrame(data, index=pd.Index([place.code for place in ordered], name="code"))
