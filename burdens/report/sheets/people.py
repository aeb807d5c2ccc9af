"""Sheets of the people that the measures need, and of who pays for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.report.sheets.book import FIRST, Column, Formula, at, column_sum, gbp
from burdens.report.sheets.totals import (
    ADMINISTRATION,
    COST,
    SAVING,
    added,
    net_of,
    provision_of,
)
from burdens.report.tables import needed_and_spared, posts_on_top
from burdens.report.words import payer_title, role_title

if TYPE_CHECKING:
    from burdens.assessment import Assessment
    from burdens.report.sheets.book import Book


def role_rows(book: Book, assessment: Assessment) -> None:
    """Write the people by role and year, with what they cost."""
    sheet = book.sheet(
        "Roles",
        "By role",
        "Without: posts that keep up without the measures. Needed and spared: posts that the "
        "measures add, or make needless. Hired: added posts that can be filled within today's "
        "hiring limits. Net cost: administration, modelled, in real prices.",
    )
    columns = [
        Column("Role"),
        Column("Title", width=32),
        Column("Financial year"),
        Column("Hours", "hours"),
        *(
            Column(f"{title} [FTE]", "count")
            for title in ("Without", "Needed", "Spared", "Hired", "Unfilled")
        ),
        gbp("Net cost"),
    ]
    table, burden = assessment.by_role, assessment.burden
    ours = burden[~burden["provision"].astype(bool)]
    signed = ours["modelled_gbp"].where(ours["nature"] == "cost", -ours["modelled_gbp"])
    rows = []
    for number, (_, row) in enumerate(table.iterrows(), FIRST):
        here = (ours["role"] == row["role"]) & (ours["financial_year"] == row["financial_year"])
        where = {**ADMINISTRATION, "role": at(0, number), "year": at(2, number)}
        cost = Formula(net_of("modelled", **where), float(signed[here].sum()))
        title = role_title(row["role"])
        posts = [row["hours"], row["without_fte"], *needed_and_spared(row["needed_fte"]).values()]
        filled = [posts_on_top(row["hired_fte"]), row["unfilled_fte"]]
        rows.append([row["role"], title, row["financial_year"], *posts, *filled, cost])
    sheet.table(columns, rows)


def payer_rows(book: Book, assessment: Assessment) -> None:
    """Write who pays, by year; spending on provision stands beside administration."""
    sheet = book.sheet(
        "Payers",
        "By payer",
        f"Administration, modelled, in {assessment.price_year} prices; provision stands beside it.",
    )
    columns = [
        Column("Payer"),
        Column("Title", width=46),
        Column("Financial year"),
        *(gbp(title) for title in ("Gross", "Savings", "Net", "Provision, apart")),
    ]
    table = assessment.by_payer
    rows = []
    for number, (_, row) in enumerate(table.iterrows(), FIRST):
        of = {"payer": at(0, number), "year": at(2, number)}
        where = {**ADMINISTRATION, **of}
        rows.append(
            [
                row["payer"],
                payer_title(row["payer"]),
                row["financial_year"],
                Formula(added("modelled", **COST, **where), row["gross_gbp"]),
                Formula(added("modelled", **SAVING, **where), row["savings_gbp"]),
                Formula(f"{at(3, number)}-{at(4, number)}", row["net_gbp"]),
                provision_of(of, row["provision_gbp"]),
            ]
        )
    after = sheet.table(columns, rows)
    sums = [
        column_sum(3 + step, len(rows), table[name].sum())
        for step, name in enumerate(("gross_gbp", "savings_gbp", "net_gbp", "provision_gbp"))
    ]
    sheet.row(after, columns, ["All payers", "", "", *sums], total=True)
