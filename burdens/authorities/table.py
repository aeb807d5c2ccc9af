"""The table that ships: authorities, their figures and every known fault, from published files."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from burdens.authorities.archive import read_members
from burdens.authorities.cells import walk, write_cell
from burdens.authorities.layouts import catalogue
from burdens.authorities.repairs import Note, Repair
from burdens.authorities.sheet import ENGLAND
from burdens.documents import write_whole
from burdens.errors import Fault, ReleaseError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from burdens.authorities.release import Release
    from burdens.authorities.section_251 import Section251

_FAULTS = ("code", "name", "figure", "year", "published", "used", "reason")


def write_table(release: Release, section_251: Section251, kinds: Path | str, folder: Path) -> None:
    """Write `authorities.csv`, `figures.csv`, `england.csv`, `repairs.csv` and `sources.csv`.

    Parameters
    ----------
    release
        Read by `read_release`.
    section_251
        Read by `read_section_251`.
    kinds
        A CSV with `old_la_code`, `la_type` (ILB, OLB, MD, SC, UA) and, where there is one, the newer
        `entity_description` of ONS.
    folder
        Where the tables go.

    Raises
    ------
    ReleaseError
        Where an authority has no kind.
    OutputError
        Where the folder cannot be written.
    """
    spending = section_251.figures
    sen2 = [name for name, kind in catalogue().figures.items() if kind.source == "sen2"]
    published = (*walk(release.figures[sen2]), *walk(spending))
    first = min(year for _, year, _, _ in published)
    known = release.figures.join(spending, how="outer")
    national = release.national.join(_totals(spending), how="outer")
    notes = [*release.notes, *section_251.notes, *_spending_gaps(spending, release)]
    findings: list[Repair | Note] = [*release.repairs, *notes]
    kept = [found for found in findings if found.year >= first]
    files = {name: release.sources.get(name, "") for name in catalogue().figures}
    tables: dict[str, Iterable[Iterable[str]]] = {
        "authorities.csv": _authorities(release, Path(kinds)),
        "figures.csv": _wide(known, first),
        "england.csv": _wide(national, first),
        "repairs.csv": [_FAULTS, *(_fault_row(found) for found in kept)],
        "sources.csv": [("figure", "file"), *files.items()],
    }
    for name, rows in tables.items():
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(rows)
        write_whole(folder / name, text.getvalue())


def _authorities(release: Release, path: Path) -> list[tuple[str, ...]]:
    (member,) = read_members(path)
    reader = csv.DictReader(io.StringIO(member.text))
    newer = catalogue().kinds_by_description
    kinds = {
        row.get("old_la_code", ""): newer.get(
            row.get("entity_description", ""), row.get("la_type", "")
        )
        for row in reader
    }
    present = release.authorities[release.authorities["year"] == release.authorities["year"].max()]
    titles = catalogue().kinds
    faults = [
        Fault(f"{code} has no known la_type.", f"Write one of {', '.join(titles)}.", path.name)
        for code in present.index
        if kinds.get(code) not in titles
    ]
    if faults:
        raise ReleaseError("The kinds of authorities do not read", faults)
    rows = [
        (str(code), str(row["new_code"]), str(row["name"]), str(row["region"]), titles[kinds[code]])
        for code, row in present.iterrows()
    ]
    return [("code", "new_code", "name", "region", "kind"), *rows]


def _wide(frame: pd.DataFrame, first: int) -> list[list[str]]:
    columns = list(catalogue().figures)
    rows: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    for code, year, figure, cell in walk(frame[columns]):
        if year >= first:
            rows[code, year][figure] = write_cell(cell)
    lines = (
        [code, str(year), *(row.get(figure, "") for figure in columns)]
        for (code, year), row in sorted(rows.items())
    )
    return [["code", "year", *columns], *(line for line in lines if any(line[2:]))]


def _totals(spending: pd.DataFrame) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415  (slow to load, and no plan reads a release)

    sums: dict[int, dict[str, float]] = defaultdict(dict)
    for _, year, figure, cell in walk(spending):
        if isinstance(cell, float):
            sums[year][figure] = sums[year].get(figure, 0.0) + cell
    years = sorted(sums)
    index = pd.MultiIndex.from_tuples([(ENGLAND, year) for year in years], names=["nation", "year"])
    data = {figure: [sums[year].get(figure) for year in years] for figure in spending.columns}
    return pd.DataFrame(data, index=index, dtype=object)


def _spending_gaps(spending: pd.DataFrame, release: Release) -> list[Note]:
    missing: dict[tuple[str, int], list[str]] = defaultdict(list)
    for code, year, figure, cell in walk(spending):
        if not isinstance(cell, float):
            missing[figure, year].append(str(release.authorities.loc[code, "name"]))
    return [
        Note(
            ENGLAND, ENGLAND, figure, year, "", f"the authorities' sum; missing: {', '.join(names)}"
        )
        for (figure, year), names in missing.items()
    ]


def _fault_row(found: Repair | Note) -> Iterable[str]:
    used = write_cell(found.used) if isinstance(found, Repair) else ""
    published = write_cell(found.published)
    return (found.code, found.name, found.figure, str(found.year), published, used, found.reason)
