"""Sheets that hold rows as they are: what the totals of the other sheets add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.report.sheets.book import FIRST, Column, gbp, yes
from burdens.report.words import ids
from burdens.scenario import kinds

if TYPE_CHECKING:
    from burdens.assessment import Assessment
    from burdens.report.sheets.book import Book

ASSUMPTION = "Assumptions"


def burden(book: Book, assessment: Assessment) -> None:
    """Write the tidy rows that every total adds up; name their columns ``burden_...``."""
    sheet = book.sheet(
        "Burden",
        "The burden, row by row",
        f"Pounds in {assessment.price_year} prices; savings are positive numbers. "
        "Every total of the workbook adds up these rows.",
    )
    columns = [
        Column("Measure", width=24),
        Column("Kind"),
        Column("Nature", width=10),
        Column("Role"),
        Column("Payer"),
        Column("Provision", width=10),
        Column("Financial year"),
        gbp("Accounting"),
        gbp("Modelled"),
    ]
    names = ["measure", "kind", "nature", "role", "payer", "provision", "year"]
    rows = assessment.burden.to_dict("records")
    sheet.table(
        columns,
        [
            (
                *(row[key] for key in ("measure", "kind", "nature", "role", "payer")),
                yes(row["provision"]),
                row["financial_year"],
                row["accounting_gbp"],
                row["modelled_gbp"],
            )
            for row in rows
        ],
    )
    sheet.name_columns("burden", [*names, "accounting", "modelled"], len(rows))
    sheet.paper.autofilter(FIRST - 1, 0, FIRST - 1 + len(rows), len(columns) - 1)


def lines(book: Book, assessment: Assessment) -> None:
    """Write the accounting lines, each with the ids of the assumptions behind it."""
    sheet = book.sheet(
        "Lines",
        "The lines of each measure: count, hours and pounds",
        "Accounting cost: hours at the cost of a productive hour, money at its price, in "
        f"{assessment.price_year} prices. Look the ids up on the sheet Assumptions.",
    )
    columns = [
        Column("Measure", width=24),
        Column("Line", width=24),
        Column("What", width=40),
        *(Column(title) for title in ("Kind", "Nature", "Role", "Payer")),
        Column("Provision", width=10),
        Column("Financial year"),
        Column("Count", "count"),
        Column("Hours", "hours"),
        *(gbp(title) for title in ("Low", "Central", "High", "Mean")),
        Column("Assumptions (ids)", width=44),
    ]
    keys = ("measure", "line", "title", "kind", "nature", "role", "payer")
    numbers = ("count", "hours", "gbp_low", "gbp", "gbp_high", "gbp_mean")
    rows = assessment.lines.to_dict("records")
    sheet.table(
        columns,
        [
            (
                *(row[key] for key in keys),
                yes(row["provision"]),
                row["financial_year"],
                *(row[key] for key in numbers),
                ", ".join(ids(row["values"])),
            )
            for row in rows
        ],
    )
    names = ["measure", "", "", "kind", "nature", "role", "payer", "provision", "year", "", "hours"]
    sheet.name_columns("lines", [*names, "low", "central", "high", "mean", ""], len(rows))
    sheet.paper.autofilter(FIRST - 1, 0, FIRST - 1 + len(rows), len(columns) - 1)


def assumptions(book: Book, assessment: Assessment) -> None:
    """Write every assumption with its range, grade and source."""
    sheet = book.sheet(
        ASSUMPTION,
        "Assumptions, those that move the answer most first",
        "Grades: A official, B survey or research, C one authority, D judgement. Swing: accounting "
        "net cost at the high value minus at the low one, all years.",
    )
    columns = [
        Column("Id", width=26),
        Column("Assumption", width=34),
        Column("Unit", width=16),
        *(Column(title, "value", 11) for title in ("Low", "Central", "High")),
        Column("Grade", width=8),
        Column("Source", width=30),
        Column("Address", width=30),
        Column("Date", width=12),
        Column("Note", width=44),
        Column("Used by", width=28),
        Column("Confirmed", width=11),
        Column("Reason given", width=22),
        gbp("Swing"),
    ]
    keys = ("id", "title", "unit", "low", "central", "high", "grade", "source", "href", "date")
    rows = assessment.assumptions.to_dict("records")
    sheet.table(
        columns,
        [
            (
                *(row[key] for key in keys),
                row["note"],
                ", ".join(ids(row["used_by"])),
                bool(row["confirmed"]),
                row["reason"],
                row["swing_gbp"],
            )
            for row in rows
        ],
    )
    names = ["id", *[""] * 5, "grade", *[""] * 5, "confirmed", "", "swing"]
    sheet.name_columns("assumption", names, len(rows))
    sheet.paper.autofilter(FIRST - 1, 0, FIRST - 1 + len(rows), len(columns) - 1)


def figures(book: Book, assessment: Assessment) -> None:
    """Write the published figures the scenario starts from."""
    sheet = book.sheet(
        "Figures",
        "The figures the scenario starts from",
        "As published, or as typed in; an empty cell is a figure that is not known.",
    )
    columns = [
        Column("Figure", width=34),
        Column("What", width=50),
        Column("Unit", width=16),
        Column("Value", "value", 14),
        Column("Year", "value", 10),
        Column("Source", width=60),
    ]
    known = kinds()
    sheet.table(
        columns,
        [
            (
                name,
                known[name].title if name in known else "",
                known[name].unit if name in known else "",
                entry.value,
                entry.year,
                entry.source,
            )
            for name, entry in assessment.scenario.figures.items()
        ],
    )
