"""The first sheet: the headline, as formulas over the others, and what nobody has confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.report.sheets.book import FIRST, Column, Formula, Link, at, gbp
from burdens.report.sheets.rows import ASSUMPTION
from burdens.report.words import ids, plain, share, span

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from burdens.assessment import Assessment
    from burdens.report.sheets.book import Book, Sheet

Row = tuple[str, Formula, str]


def summary(book: Book, assessment: Assessment) -> None:
    """Write the headline, two checks, and the unconfirmed assumptions by name."""
    scenario = assessment.scenario
    sheet = book.sheet(
        "Summary",
        plain(f"New burdens: {scenario.authority.name}"),
        plain(scenario.title or "") or f"Financial years {span(assessment.years)}",
    )
    columns = [
        Column(f"{span(assessment.years)}, {assessment.price_year} prices", width=76),
        gbp("All years"),
        Column("Where from", width=64),
    ]
    after = sheet.table(columns, [*_headline(assessment), *_checks(assessment)])
    _unconfirmed(sheet, assessment, after + 1)


def _headline(assessment: Assessment) -> Iterator[Row]:
    table = assessment.by_year
    for title, name, column in (
        ("Net additional cost (modelled: the headline)", "net", "net_gbp"),
        ("Gross cost", "gross", "gross_gbp"),
        ("of which one-off", "one_off", "one_off_gbp"),
        ("of which recurring", "recurring", "recurring_gbp"),
        ("Savings", "savings", "savings_gbp"),
        ("Net cost, every assumption at its low end at once", "low", "low_net_gbp"),
        ("Net cost, every assumption at its high end at once", "high", "high_net_gbp"),
        ("Net cost in cash of each year", "cash", "cash_net_gbp"),
        ("Net cost, accounting", "accounting", "accounting_net_gbp"),
    ):
        yield title, Formula(f"SUM(years_{name})", table[column].sum()), "Sheet Years"
    spent = Formula("SUM(limits_gbp)", assessment.within_limits["gbp"].sum())
    yield "Spent within today's hiring limits, years of the plan", spent, "Sheet Limits"
    for number, (_, row) in enumerate(assessment.present_value.iterrows()):
        value = Formula(f"SUMPRODUCT(years_net,price_discount_{number})", row["net_gbp"])
        yield (
            f"Present value of the net cost at {share(row['rate'])}",
            value,
            "Sheets Years, Prices",
        )
    apart = Formula(
        'SUMIFS(burden_modelled,burden_provision,"yes",burden_nature,"cost")'
        '-SUMIFS(burden_modelled,burden_provision,"yes",burden_nature,"saving")',
        assessment.provision["gbp"].sum(),
    )
    yield "Spending on provision, left out of all above", apart, "Sheet Provision"


def _checks(assessment: Assessment) -> Iterator[Row]:
    """Compare the same total by two ways; each check should be 0."""
    burden, lines = assessment.burden, assessment.lines
    ours = _net(burden, "accounting_gbp") - _net(lines, "gbp")
    yield (
        "Check: accounting net of Burden minus that of Lines",
        Formula(f"{_net_of('burden_accounting')}-({_net_of('lines_central')})", ours),
        "Should be 0. Sheets Burden, Lines",
    )
    years, measures = assessment.by_year["net_gbp"], assessment.by_measure["net_gbp"]
    last = FIRST + max(len(assessment.by_measure), 1) - 1
    area = f"Measures!{at(6, FIRST)}:{at(6, last)}"
    yield (
        "Check: net cost of all years minus that of all measures",
        Formula(f"SUM(years_net)-SUM({area})", float(years.sum() - measures.sum())),
        "Should be 0. Sheets Years, Measures",
    )


def _net(table: pd.DataFrame, column: str) -> float:
    saved = table["nature"] == "saving"
    return float(table[column].where(~saved, -table[column]).sum())


def _net_of(column: str) -> str:
    nature = f"{column.split('_', maxsplit=1)[0]}_nature"
    return f'SUMIFS({column},{nature},"cost")-SUMIFS({column},{nature},"saving")'


def _unconfirmed(sheet: Sheet, assessment: Assessment, top: int) -> None:
    """Name every assumption of grade D that nobody has confirmed, and lead to it."""
    table = assessment.unconfirmed
    columns = [
        Column("Unconfirmed assumptions of grade D: judgement, not evidence"),
        Column("Swing", "gbp"),
        Column("Used by", width=64),
    ]
    places = list(assessment.assumptions["id"])
    after = sheet.table(
        columns,
        [
            (
                Link(plain(row["title"]), f"{ASSUMPTION}!A{FIRST + 1 + places.index(row['id'])}"),
                row["swing_gbp"],
                ", ".join(ids(row["used_by"])),
            )
            for _, row in table.iterrows()
        ],
        top,
    )
    number = Formula('COUNTIFS(assumption_grade,"D",assumption_confirmed,"no")', len(table))
    columns[1] = Column("", "hours")
    sheet.row(after, columns, ["How many there are", number, ""], total=True)
