"""The charts of the workbook, drawn by the reader's own program from the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burdens.report.sheets.book import FIRST, HEADER

if TYPE_CHECKING:
    from burdens.report.sheets.book import Sheet

DARK, LIGHT = "#1F3864", "#E08A1E"
FONT = {"name": "Arial", "size": 10}
SIZE = {"width": 720, "height": 360}
ROW_PIXELS = 40
MONEY = {"num_font": FONT, "num_format": "£#,##0;-£#,##0", "major_gridlines": {"visible": True}}


def by_year_chart(sheet: Sheet, rows: int, top: int) -> None:
    """Stack one-off and recurring cost by year, under the table of the years."""
    if not rows:
        return
    chart = sheet.book.workbook.add_chart({"type": "column", "subtype": "stacked"})
    for column, colour in ((2, LIGHT), (3, DARK)):
        chart.add_series(_series(sheet, rows, column, 0, colour))
    chart.set_title(_title("One-off and recurring cost by financial year (gross)"))
    chart.set_x_axis({"num_font": FONT})
    chart.set_y_axis(MONEY)
    chart.set_legend({"position": "bottom", "font": FONT})
    chart.set_size(SIZE)
    sheet.paper.insert_chart(top, 0, chart)


def by_measure_chart(sheet: Sheet, rows: int, top: int, *, saves: bool) -> None:
    """Draw the net cost of each measure as a bar, in the order of the table.

    Parameters
    ----------
    saves
        Whether any measure saves more than it costs, so that bars go both ways.
    """
    if not rows:
        return
    chart = sheet.book.workbook.add_chart({"type": "bar"})
    chart.add_series(_series(sheet, rows, 6, 1, DARK))
    chart.set_title(_title("Net cost by measure, all years"))
    chart.set_x_axis(MONEY if saves else {**MONEY, "min": 0})
    chart.set_y_axis({"reverse": True, "num_font": FONT, "label_position": "low"})
    chart.set_legend({"none": True})
    chart.set_size({**SIZE, "height": 140 + ROW_PIXELS * rows})
    sheet.paper.insert_chart(top, 0, chart)


def _series(sheet: Sheet, rows: int, column: int, labels: int, colour: str) -> dict[str, Any]:
    last = FIRST + rows - 1
    return {
        "name": [sheet.name, HEADER, column],
        "categories": [sheet.name, FIRST, labels, last, labels],
        "values": [sheet.name, FIRST, column, last, column],
        "fill": {"color": colour},
        "gap": 60,
    }


def _title(words: str) -> dict[str, Any]:
    return {"name": words, "name_font": {**FONT, "size": 12}}
