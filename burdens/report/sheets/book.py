"""A workbook being made: its formats, its named columns, and tables that start in one place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from textwrap import wrap
from typing import Any, Literal

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from burdens.report.words import known, plain

Form = Literal["text", "gbp", "count", "hours", "value", "share", "factor", "day"]
HEADING, NOTE, HEADER, FIRST = 0, 1, 3, 4  # rows, from 0
A4 = 9
LINE = 13.5  # height of a line of text [points]
MOST_LINES = 30
LEFT_OVER = 1e-6  # pounds, hours or posts
NUMBERS: dict[str, str] = {
    "gbp": "£#,##0;-£#,##0",
    "count": "#,##0.0",
    "hours": "#,##0",
    "value": "General",
    "share": "0.0%",
    "factor": "0.0000",
    "day": "d mmm yyyy",
}
FONT = {"font_name": "Arial", "font_size": 10, "valign": "top"}
BLUE, PALE = "#1F3864", "#DCE6F1"


@dataclass(frozen=True)
class Formula:
    """A formula without its equals sign, and its value for readers that do not calculate."""

    text: str
    value: float


@dataclass(frozen=True)
class Link:
    """A text that leads to a cell of another sheet."""

    text: str
    place: str


@dataclass(frozen=True)
class Column:
    """A column: its title, how its cells look, and its width [characters]."""

    title: str
    form: Form = "text"
    width: float = 14


Cell = Formula | Link | str | float | bool | dt.date | None


def gbp(title: str) -> Column:
    """Return a column of pounds."""
    return Column(title, "gbp", 16)


class Book:
    """A workbook in memory.

    Parameters
    ----------
    title
        Its title, a property of the file.
    created
        The day its file says it was made, so that equal results give equal files.
    """

    def __init__(self, title: str, created: dt.date) -> None:
        self._bytes = BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "nan_inf_to_errors": False,
        }
        self.workbook = xlsxwriter.Workbook(self._bytes, options)
        midnight = dt.datetime.combine(created, dt.time())
        self.workbook.set_properties({"title": plain(title)[:255], "created": midnight})
        self.workbook.set_calc_mode("auto")
        self._formats: dict[tuple[str, bool], Any] = {}
        header = {"bold": True, "bg_color": PALE, "bottom": 1, "text_wrap": True}
        self.header = self._format(**header, font_color=BLUE, align="left", indent=1)
        self.number_header = self._format(**header, font_color=BLUE, align="right")
        self.heading = self._format(bold=True, font_size=14, font_color=BLUE)
        self.note = self._format(italic=True, font_color="#404040")
        self.link = self._format(
            font_color="#0B5394", underline=1, text_wrap=True, align="left", indent=1
        )

    def _format(self, **options: Any) -> Any:
        return self.workbook.add_format({**FONT, **options})

    def form(self, form: str, *, total: bool = False) -> Any:
        """Return the format of a cell; a total is bold under a line."""
        if (form, total) not in self._formats:
            options: dict[str, Any] = {"bold": True, "top": 1} if total else {}
            if form in NUMBERS:
                options["num_format"] = NUMBERS[form]
            else:
                options.update(text_wrap=True, align="left", indent=1)
            self._formats[form, total] = self._format(**options)
        return self._formats[form, total]

    def sheet(self, name: str, title: str, note: str) -> Sheet:
        """Add a sheet with its heading and one line that explains it."""
        return Sheet(self, name, title, note)

    def content(self) -> bytes:
        """Close the workbook and give its bytes."""
        self.workbook.close()
        return self._bytes.getvalue()


class Sheet:
    """One sheet, ready to print on A4: a heading, a note, and tables."""

    def __init__(self, book: Book, name: str, title: str, note: str) -> None:
        self.book, self.name = book, name
        self._widths: list[float] = []
        self.paper = book.workbook.add_worksheet(name)
        self.paper.write_string(HEADING, 0, title, book.heading)
        self.paper.write_string(NOTE, 0, note, book.note)
        self.paper.hide_gridlines(2)
        self.paper.set_landscape()
        self.paper.set_paper(A4)
        self.paper.fit_to_pages(1, 0)
        self.paper.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        self.paper.set_footer("&L&A&RPage &P of &N")

    def table(
        self, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], top: int = HEADER
    ) -> int:
        """Write a table; the first of a sheet keeps its header in view and on every page.

        Parameters
        ----------
        top
            Row of the header, from 0.

        Returns
        -------
        The row after the table, from 0; an empty table has one empty row.
        """
        if top == HEADER:
            self.paper.freeze_panes(FIRST, 1)
            self.paper.repeat_rows(HEADER)
            self._widths = [column.width for column in columns]
            for number, width in enumerate(self._widths):
                self.paper.set_column(number, number, width)
        for number, column in enumerate(columns):
            form = self.book.header if column.form == "text" else self.book.number_header
            self.paper.write_string(top, number, column.title, form)
        self._height(top, [column.title for column in columns])
        row = top + 1
        for cells in rows:
            self.row(row, columns, cells)
            row += 1
        return max(row, top + 2)

    def row(
        self, row: int, columns: Sequence[Column], cells: Sequence[Cell], *, total: bool = False
    ) -> None:
        """Write one row of a table."""
        for number, (column, cell) in enumerate(zip(columns, cells, strict=True)):
            self._cell(row, number, cell, self.book.form(column.form, total=total))
        self._height(row, cells)

    def _height(self, row: int, cells: Sequence[Cell]) -> None:
        """Make room for the longest text of a row; not every reader does so itself."""
        texts = [cell.text if isinstance(cell, Link) else cell for cell in cells]
        lines = [
            len(wrap(text, max(1, int(width))))
            for width, text in zip(self._widths, texts, strict=False)
            if isinstance(text, str)
        ]
        self.paper.set_row(row, LINE * min(max([1, *lines]), MOST_LINES))

    def _cell(self, row: int, column: int, cell: Cell, form: Any) -> None:
        """Write one cell; a text is never taken for a formula or an address."""
        if isinstance(cell, Formula):
            self.paper.write_formula(row, column, f"={cell.text}", form, settled(cell.value))
        elif isinstance(cell, Link):
            self.paper.write_url(row, column, f"internal:{cell.place}", self.book.link, cell.text)
        elif isinstance(cell, str):
            self.paper.write_string(row, column, plain(cell), form)
        elif isinstance(cell, bool):
            self.paper.write_string(row, column, yes(cell), form)
        elif isinstance(cell, dt.date):
            self.paper.write_datetime(row, column, cell, form)
        elif cell is not None and known(cell):
            self.paper.write_number(row, column, settled(cell), form)
        else:
            self.paper.write_blank(row, column, None, form)

    def name_columns(self, prefix: str, names: Sequence[str], rows: int) -> None:
        """Name the cells of the first table's columns, for formulas: ``burden_modelled``.

        Parameters
        ----------
        names
            One for each column, in order; an empty one names nothing.
        rows
            How many the table has; an empty table's columns are one empty cell.
        """
        last = FIRST + max(rows, 1)
        for number, name in enumerate(names):
            if name:
                letter = xl_col_to_name(number)
                area = f"={self.name}!${letter}${FIRST + 1}:${letter}${last}"
                self.book.workbook.define_name(f"{prefix}_{name}", area)


def settled(number: float) -> float:
    """Return a number whose nought is nought: no number, and what a solver leaves over, are 0."""
    return number if known(number) and abs(number) > LEFT_OVER else 0.0


def yes(answer: object) -> str:
    """Write yes or no."""
    return "yes" if answer else "no"


def at(column: int, row: int) -> str:
    """Name a cell such as C5; both numbers count from 0."""
    return f"{xl_col_to_name(column)}{row + 1}"


def column_sum(column: int, rows: int, value: float) -> Formula:
    """Add up a column of a sheet's first table."""
    return Formula(f"SUM({at(column, FIRST)}:{at(column, FIRST + max(rows, 1) - 1)})", value)
