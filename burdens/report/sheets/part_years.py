"""The sheet of the part years: in no total, and with no grant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.report.sheets.book import FIRST, Column, Formula, at, gbp

if TYPE_CHECKING:
    from burdens.assessment import Assessment
    from burdens.report.sheets.book import Book


def part_years(book: Book, assessment: Assessment) -> None:
    """Write the years of which the plan covers a part, with the days that it covers."""
    sheet = book.sheet(
        "PartYears",
        "Part years, in no total",
        "Financial years at either end of which the plan covers these days only. Administration, "
        f"modelled, in {assessment.price_year} prices but for cash; no grant is compared with them.",
    )
    titles = ("One-off", "Recurring", "Gross", "Savings", "Net", "Net, cash", "Provision, apart")
    columns = [
        Column("Part of financial year", width=16),
        Column("First day", "day", 14),
        Column("Last day", "day", 14),
        *(gbp(title) for title in titles),
    ]
    rows = []
    for number, row in enumerate(assessment.part_years.to_dict("records"), FIRST):
        one_off, recurring, gross, savings = (at(3 + step, number) for step in range(4))
        rows.append(
            [
                *(row["financial_year"], row["first_day"], row["last_day"]),
                *(row["one_off_gbp"], row["recurring_gbp"]),
                Formula(f"{one_off}+{recurring}", row["gross_gbp"]),
                row["savings_gbp"],
                Formula(f"{gross}-{savings}", row["net_gbp"]),
                *(row["cash_net_gbp"], row["provision_gbp"]),
            ]
        )
    sheet.table(columns, rows)
