"""The sheet of prices: from real to cash, and present value at every discount rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.evidence import deflator, is_forecast
from burdens.report.sheets.book import FIRST, Column, Formula, at, gbp
from burdens.report.words import share

if TYPE_CHECKING:
    from burdens.assessment import Assessment
    from burdens.report.sheets.book import Book, Cell, Sheet

GAP = 3  # rows between two tables of the sheet
INDEX = Column("GDP deflator", "factor")


def prices(book: Book, assessment: Assessment) -> None:
    """Write the factors of each year, and under them the present values that they give.

    The columns are named ``price_...``: ``price_factor`` makes real pounds cash.
    """
    sheet = book.sheet(
        "Prices",
        "Prices and discounting",
        "GDP deflator of HM Treasury, 2024-25 = 100. Discount factors are for real pounds; the "
        "first year reported has the factor 1.",
    )
    rates = [float(rate) for rate in assessment.present_value["rate"]]
    columns = [
        Column("Financial year", width=16),
        INDEX,
        Column("Basis", width=12),
        Column("Cash over real", "factor"),
        Column("Years after the first", "hours"),
        *(Column(f"Discount factor at {share(rate)}", "factor", 16) for rate in rates),
    ]
    count = len(assessment.years)
    values_top = FIRST + count + GAP - 1
    index_top = values_top + len(rates) + GAP
    sheet.table(columns, _years(assessment, rates, values_top + 1, index_top + 1))
    names = ["year", "", "", "factor", "", *(f"discount_{n}" for n in range(len(rates)))]
    sheet.name_columns("price", names, count)
    _present_values(sheet, assessment, values_top)
    year = assessment.price_year
    sheet.table([Column("Real prices of"), INDEX], [[year, deflator(year)]], index_top)


def _years(
    assessment: Assessment, rates: list[float], rates_row: int, index_row: int
) -> list[list[Cell]]:
    """Return the factors of each year; the rows are those of the tables beneath, from 0."""
    base = deflator(assessment.price_year)
    rows: list[list[Cell]] = []
    for after, year in enumerate(assessment.years):
        here = FIRST + after
        index = deflator(year)
        rows.append(
            [
                year,
                index,
                "forecast" if is_forecast(year) else "outturn",
                Formula(f"{at(1, here)}/{at(1, index_row)}", index / base),
                after,
                *(
                    Formula(f"(1+{at(0, rates_row + n)})^-{at(4, here)}", (1 + rate) ** -after)
                    for n, rate in enumerate(rates)
                ),
            ]
        )
    return rows


def _present_values(sheet: Sheet, assessment: Assessment, top: int) -> None:
    names = ("gross", "savings", "net")
    columns = [
        Column("Discount rate", "share"),
        *(gbp(f"Present value, {name}") for name in names),
    ]
    rows = [
        [
            row["rate"],
            *(
                Formula(f"SUMPRODUCT(years_{name},price_discount_{number})", row[f"{name}_gbp"])
                for name in names
            ),
        ]
        for number, (_, row) in enumerate(assessment.present_value.iterrows())
    ]
    sheet.table(columns, rows, top)
