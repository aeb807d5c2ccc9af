"""What stands beside the headline: hiring limits, standards, overheads, the grant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.report.sheets.book import FIRST, Column, Formula, at, column_sum, gbp
from burdens.report.words import known

if TYPE_CHECKING:
    from burdens.assessment import Assessment
    from burdens.report.sheets.book import Book


def limits(book: Book, assessment: Assessment) -> None:
    """Write what would really be spent at today's hiring limits."""
    sheet = book.sheet(
        "Limits",
        "Within hiring limits",
        f"The plan with the measures minus the plan without, in {assessment.price_year} prices: "
        "what would be spent on administration if no more people can be hired than today. See "
        "Standards for what would then not be done.",
    )
    columns = [Column("Financial year", width=16), gbp("Spent")]
    table = assessment.within_limits
    rows = table[["financial_year", "gbp"]].values.tolist()
    after = sheet.table(columns, rows)
    total = column_sum(1, len(rows), table["gbp"].sum())
    sheet.row(after, columns, ["Years of the plan", total], total=True)
    sheet.name_columns("limits", ["", "gbp"], len(rows))


def standards(book: Book, assessment: Assessment) -> None:
    """Write what the plan with the measures misses beyond the plan without them."""
    sheet = book.sheet(
        "Standards",
        "Standards missed within hiring limits",
        "What the plan with the measures misses, and what is missed without them.",
    )
    columns = [
        Column("Standard", width=50),
        Column("Period", width=28),
        Column("Missed", "count"),
        Column("Unit", width=20),
        Column("Without the measures", "count", 16),
    ]
    names = ["standard", "period", "amount", "unit", "without_amount"]
    sheet.table(columns, assessment.missed[names].values.tolist())


def overheads(book: Book, assessment: Assessment) -> None:
    """Write the net cost at other overheads, with and without an area cost adjustment."""
    sheet = book.sheet(
        "Overheads",
        "Overheads and area cost",
        f"Net cost of all years, modelled, administration, in {assessment.price_year} prices.",
    )
    columns = [
        Column("Overheads on pay", "share", 16),
        Column("Area cost factor", "factor", 16),
        gbp("Net"),
    ]
    names = ["overheads", "area_cost", "net_gbp"]
    sheet.table(columns, assessment.overheads[names].values.tolist())


def grant(book: Book, assessment: Assessment) -> None:
    """Write the grant offered beside the cost in cash."""
    sheet = book.sheet(
        "Grant",
        "The grant offered, and the cost",
        "Cash of each whole year; administration, modelled. No grant is compared with a part year.",
    )
    columns = [
        Column("Financial year", width=16),
        *(gbp(title) for title in ("Offer", "Net cost", "Offer minus cost")),
        Column("Share funded", "share"),
        Column("Verdict", width=16),
        gbp("For each plan"),
        Column("Source of the offer", width=60),
    ]
    sources = {one.financial_year: one.source for one in assessment.scenario.assessment.grant}
    rows = []
    for number, (_, row) in enumerate(assessment.grant.iterrows(), FIRST):
        offer, cost = row["offer_gbp"], row["cash_net_gbp"]
        rows.append(
            [
                row["financial_year"],
                offer,
                Formula(f"SUMIFS(years_cash,years_year,{at(0, number)})", cost),
                Formula(f"{at(1, number)}-{at(2, number)}", offer - cost) if known(offer) else None,
                row["funded_share"],
                row["verdict"],
                row["per_plan_gbp"],
                sources.get(row["financial_year"], ""),
            ]
        )
    sheet.table(columns, rows)
