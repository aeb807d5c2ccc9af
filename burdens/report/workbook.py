"""The workbook: every number of an assessment, from the headline down to its sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from burdens.documents import write_whole_bytes
from burdens.report.sheets import (
    about,
    comparisons,
    part_years,
    people,
    prices,
    rows,
    summary,
    totals,
)
from burdens.report.sheets.book import Book

if TYPE_CHECKING:
    from burdens.assessment import Assessment

SHEETS = (
    summary.summary,
    totals.years,
    part_years.part_years,
    totals.measures,
    about.duties,
    people.role_rows,
    people.payer_rows,
    totals.provision,
    comparisons.limits,
    comparisons.standards,
    comparisons.overheads,
    comparisons.grant,
    prices.prices,
    rows.burden,
    rows.lines,
    rows.assumptions,
    rows.figures,
    about.about,
)


def workbook_bytes(assessment: Assessment) -> bytes:
    """Return the workbook as the content of an Excel file; equal assessments give equal bytes."""
    scenario = assessment.scenario
    book = Book(f"New burdens: {scenario.authority.name}", scenario.evidence)
    for sheet in SHEETS:
        sheet(book, assessment)
    return book.content()


def write_workbook(assessment: Assessment, path: str | Path) -> None:
    """Write the workbook entirely or not at all.

    Raises
    ------
    OutputError
        Where the file cannot be written, or is open elsewhere.
    """
    write_whole_bytes(Path(path), workbook_bytes(assessment))
