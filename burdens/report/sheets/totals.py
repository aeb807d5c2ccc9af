"""Sheets of totals: live formulas over the rows of the sheet Burden, with their values beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burdens.report.sheets.book import (
    FIRST,
    Column,
    Formula,
    at,
    column_sum,
    gbp,
    yes,
)
from burdens.report.sheets.charts import by_measure_chart, by_year_chart
from burdens.report.words import plain
from burdens.words import HALF_A_POUND

if TYPE_CHECKING:
    import pandas as pd

    from burdens.assessment import Assessment
    from burdens.report.sheets.book import Book

ADMINISTRATION = {"provision": '"no"'}
COST = {"nature": '"cost"'}
SAVING = {"nature": '"saving"'}
MONEY = ("one_off", "recurring", "gross", "savings", "net", "accounting")


def added(column: str, **where: str) -> str:
    """Add up a column of the sheet Burden where other columns have these values."""
    asked = "".join(f",burden_{name},{value}" for name, value in where.items())
    return f"SUMIFS(burden_{column}{asked})"


def net_of(column: str, **where: str) -> str:
    """Subtract what is saved from what is spent, where other columns of Burden have these values."""
    return f"{added(column, **COST, **where)}-{added(column, **SAVING, **where)}"


def _six(row: pd.Series[Any], number: int, key: dict[str, str], first: int) -> list[Formula]:
    """Return one-off, recurring, gross, savings, net and accounting net of a year or a measure.

    Parameters
    ----------
    number
        The row of the sheet, from 0.
    key
        The column of Burden that is asked for, and the cell that holds its value.
    first
        The column of the first of the six, from 0.
    """
    one_off, recurring, gross, savings = (at(first + step, number) for step in range(4))
    where = {**ADMINISTRATION, **key}
    return [
        Formula(added("modelled", **COST, kind='"one_off"', **where), row["one_off_gbp"]),
        Formula(added("modelled", **COST, kind='"recurring"', **where), row["recurring_gbp"]),
        Formula(f"{one_off}+{recurring}", row["gross_gbp"]),
        Formula(added("modelled", **SAVING, **where), row["savings_gbp"]),
        Formula(f"{gross}-{savings}", row["net_gbp"]),
        Formula(net_of("accounting", **where), row["accounting_net_gbp"]),
    ]


def provision_of(where: dict[str, str], net: float) -> Formula:
    """Return what provision costs, less what it spares: beside administration, never in it."""
    return Formula(net_of("modelled", provision='"yes"', **where), net)


def years(book: Book, assessment: Assessment) -> None:
    """Write the years with their total and a chart; name their columns ``years_...``."""
    sheet = book.sheet(
        "Years",
        "By financial year",
        f"Administration only, in {assessment.price_year} prices but for cash. Modelled unless "
        "named otherwise. Low and high: every assumption at that end at once, so wider than is "
        "likely. Provision stands beside, in no other column.",
    )
    table = assessment.by_year
    columns = [
        Column("Financial year"),
        Column("Repeats the last full year", width=12),
        *(gbp(title) for title in ("One-off", "Recurring", "Gross", "Savings", "Net")),
        *(gbp(title) for title in ("Net, accounting", "Net, low", "Net, high", "Net, cash")),
        gbp("Provision, apart"),
    ]
    rows = []
    for number, (_, row) in enumerate(table.iterrows(), FIRST):
        cash = f"{at(6, number)}*SUMIFS(price_factor,price_year,{at(0, number)})"
        rows.append(
            [
                row["financial_year"],
                yes(row["continued"]),
                *_six(row, number, {"year": at(0, number)}, 2),
                row["low_net_gbp"],
                row["high_net_gbp"],
                Formula(cash, row["cash_net_gbp"]),
                provision_of({"year": at(0, number)}, row["provision_gbp"]),
            ]
        )
    after = sheet.table(columns, rows)
    money = ["one_off", "recurring", "gross", "savings", "net", "accounting", "low", "high", "cash"]
    sheet.name_columns("years", ["year", "", *money, "provision"], len(rows))
    named = [f"{name}_gbp" for name in MONEY[:5]]
    named += [f"{name}_net_gbp" for name in ("accounting", "low", "high", "cash")]
    named.append("provision_gbp")
    sums = [column_sum(2 + n, len(rows), table[name].sum()) for n, name in enumerate(named)]
    sheet.row(after, columns, ["All years", "", *sums], total=True)
    by_year_chart(sheet, len(rows), after + 2)


def measures(book: Book, assessment: Assessment) -> None:
    """Write what each measure costs in all years, with a chart."""
    sheet = book.sheet(
        "Measures",
        "By measure, all years",
        f"Administration only, modelled, in {assessment.price_year} prices; provision stands beside "
        "it. Standard error: of the sampling that shares the cost among measures. Break-even: the "
        "share of the assumed savings that would pay for the cost.",
    )
    columns = [
        Column("Measure", width=26),
        Column("Title", width=34),
        *(gbp(title) for title in ("One-off", "Recurring", "Gross", "Savings", "Net")),
        gbp("Net, accounting"),
        gbp("Provision, apart"),
        gbp("Standard error"),
        Column("Break-even", "share", 11),
    ]
    table = assessment.by_measure
    rows = []
    for number, (_, row) in enumerate(table.iterrows(), FIRST):
        key = {"measure": at(0, number)}
        money = _six(row, number, key, 2)
        apart = provision_of(key, row["provision_gbp"])
        numbers = [row["standard_error_gbp"], row["break_even"]]
        rows.append([row["measure"], row["title"], *money, apart, *numbers])
    after = sheet.table(columns, rows)
    named = [*(f"{name}_gbp" for name in MONEY[:5]), "accounting_net_gbp", "provision_gbp"]
    sums = [column_sum(2 + n, len(rows), table[name].sum()) for n, name in enumerate(named)]
    sheet.row(after, columns, ["All measures", "", *sums, None, None], total=True)
    by_measure_chart(
        sheet, len(rows), after + 2, saves=bool((table["net_gbp"] < -HALF_A_POUND).any())
    )


def provision(book: Book, assessment: Assessment) -> None:
    """Write the spending on provision, apart from administration."""
    sheet = book.sheet(
        "Provision",
        "Spending on provision, left out of every total",
        f"Top-ups, places, transport: cost minus saving, in {assessment.price_year} prices.",
    )
    columns = [
        Column("Measure", width=26),
        Column("Title", width=40),
        Column("Financial year"),
        gbp("Cost minus saving"),
    ]
    titles = {measure.id: plain(measure.title) for measure in assessment.measures}
    rows = []
    for number, (_, row) in enumerate(assessment.provision.iterrows(), FIRST):
        cost = provision_of({"measure": at(0, number), "year": at(2, number)}, row["gbp"])
        title = titles.get(row["measure"], "")
        rows.append([row["measure"], title, row["financial_year"], cost])
    after = sheet.table(columns, rows)
    total = column_sum(3, len(rows), assessment.provision["gbp"].sum())
    sheet.row(after, columns, ["All", "", "", total], total=True)
