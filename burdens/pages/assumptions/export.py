"""The values as a table to download: CSV, and a workbook."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING, Any

from burdens import evidence
from burdens.pages.assumption import GRADES
from burdens.pages.assumptions.filters import topics
from burdens.pages.assumptions.used import uses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from burdens.evidence import Value

    Overrides = Mapping[str, Mapping[str, Any]]

# The columns: title, width [characters] in the workbook.
COLUMNS = {
    "Value": 34,
    "Id": 34,
    "Topic": 24,
    "Unit": 16,
    "Low": 10,
    "Central": 10,
    "High": 10,
    "Prices of": 10,
    "Grade": 8,
    "Grade in words": 16,
    "Unconfirmed": 12,
    "Replaced by": 12,
    "Reason": 30,
    "Replaced by whom": 18,
    "Note": 50,
    "Where it is used": 40,
    "Source": 34,
    "Address of the source": 34,
    "Date of the source": 14,
}
NUMBERS = ("Low", "Central", "High", "Replaced by")
FILTER = "What the list was filtered by"


def rows_of(values: Iterable[Value], overrides: Overrides) -> Iterator[dict[str, Any]]:
    """Give one row a value [numbers in the value's own unit], by the titles of `COLUMNS`."""
    titles = topics()
    for value in values:
        one = overrides.get(value.id, {})
        cells = (
            value.title,
            value.id,
            titles[value.topic],
            value.unit,
            value.low,
            value.central,
            value.high,
            value.price_year,
            value.grade,
            GRADES[value.grade].partition(",")[0],
            "yes" if value.unconfirmed and not one.get("reason") else "no",
            one.get("to"),
            one.get("reason", ""),
            one.get("by") or "",
            value.note,
            " ".join(use.words for use in uses()[value.id]),
            value.source.title,
            value.source.href,
            value.source.date,
        )
        yield dict(zip(COLUMNS, cells, strict=True))


def csv_bytes(rows: Iterable[Mapping[str, Any]], filtered: str) -> bytes:
    """Write rows as CSV that spreadsheets open; each says what the list was filtered by."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*COLUMNS, FILTER])
    writer.writeheader()
    for row in rows:
        writer.writerow({**{name: _inert(cell) for name, cell in row.items()}, FILTER: filtered})
    return out.getvalue().encode("utf-8-sig")


def _inert(cell: Any) -> Any:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@")) else cell


def workbook_bytes(rows: Iterable[Mapping[str, Any]], filtered: str) -> bytes:
    """Write rows as a workbook with one sheet; its note says what the list was filtered by."""
    from burdens.report.sheets.book import FIRST, Book, Column  # noqa: PLC0415  (as downloads do)

    every = list(rows)
    checked = evidence.read().version
    book = Book("Assumptions", dt.date.fromisoformat(checked))
    note = f"{len(every)} values. Filtered by: {filtered}. Evidence checked on {checked}."
    sheet = book.sheet("Assumptions", "Assumptions", note)
    columns = [
        Column(title, "value" if title in NUMBERS else "text", width)
        for title, width in COLUMNS.items()
    ]
    sheet.table(columns, [list(row.values()) for row in every])
    sheet.paper.autofilter(FIRST - 1, 0, FIRST - 1 + max(len(every), 1), len(columns) - 1)
    return book.content()
