"""The tables of the new burdens page."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import pandas as pd

from burdens import words
from burdens.measures.payers import payers
from burdens.pages.new_burdens.words import part_year_title
from burdens.pages.tables import table

if TYPE_CHECKING:
    from burdens.assessment import Assessment

ALL = "All years"
PROVISION = "Provision, left out"
AT_THE_END = "end of "  # how the period of work left undone begins
NOTHING_MISSED = "<p>Nothing: all of it can be done within today's hiring limits.</p>"
OF_A_YEAR = {
    "One-off": "one_off_gbp",
    "Recurring": "recurring_gbp",
    "Savings": "savings_gbp",
    "Net": "net_gbp",
    "Accounting": "accounting_net_gbp",
    "Net, cash": "cash_net_gbp",
    PROVISION: "provision_gbp",
}


def tables(assessment: Assessment) -> str:
    """Write the tables: by year, by measure, provision, overheads, what is missed."""
    return "".join(
        [
            by_year(assessment),
            part_years(assessment),
            by_measure(assessment),
            by_payer(assessment),
            provision(assessment),
            overheads(assessment),
            "<h3>What would not be done within today's hiring limits</h3>",
            missed(assessment),
        ]
    )


def by_year(assessment: Assessment) -> str:
    """Write the burden by financial year, and its total."""
    years = assessment.by_year
    rows = [
        (
            f"{row['financial_year']}{' (repeats the year before)' if row['continued'] else ''}",
            *(words.gbp(row[column]) for column in OF_A_YEAR.values()),
        )
        for row in years.to_dict("records")
    ]
    rows.append((ALL, *(words.gbp(float(years[column].sum())) for column in OF_A_YEAR.values())))
    caption = f"Burden by financial year, {assessment.price_year} prices"
    return table(caption, ["Financial year", *OF_A_YEAR], rows)


def part_years(assessment: Assessment) -> str:
    """Write the years of which the plan covers a part; an empty text where there is none."""
    rows = [
        (part_year_title(row), *(words.gbp(row[column]) for column in OF_A_YEAR.values()))
        for row in assessment.part_years.to_dict("records")
    ]
    if not rows:
        return ""
    caption = f"Part years, in no total and beside no grant, {assessment.price_year} prices"
    return table(caption, ["Days", *OF_A_YEAR], rows)


def by_measure(assessment: Assessment) -> str:
    """Write the burden by measure over all years."""
    columns = {
        "One-off": "one_off_gbp",
        "Recurring": "recurring_gbp",
        "Savings": "savings_gbp",
        "Net": "net_gbp",
        "Accounting": "accounting_net_gbp",
        PROVISION: "provision_gbp",
    }
    rows = [
        (
            row["title"],
            *(words.gbp(row[column]) for column in columns.values()),
            _break_even(row["break_even"]),
        )
        for row in assessment.by_measure.to_dict("records")
    ]
    caption = f"Burden by measure, all years, {assessment.price_year} prices"
    return table(caption, ["Measure", *columns, "Savings that would pay for it"], rows)


def _break_even(share: float) -> str:
    return "it saves nothing" if isnan(share) else f"{share:.1f} times those assumed"


def by_payer(assessment: Assessment) -> str:
    """Write who pays, over all years; nothing where there is no burden."""
    columns = ["gross_gbp", "savings_gbp", "net_gbp", "provision_gbp"]
    sums = assessment.by_payer.groupby("payer", sort=False)[columns].sum().reset_index()
    rows = [
        (payers()[row["payer"]].title, *(words.gbp(float(row[column])) for column in columns))
        for row in sums.to_dict("records")
    ]
    if not rows:
        return ""
    caption = f"Who pays, all years, {assessment.price_year} prices"
    return table(caption, ["Payer", "Gross", "Savings", "Net", PROVISION], rows)


def provision(assessment: Assessment) -> str:
    """Write what is spent on provision by measure; an empty text where no measure brings any."""
    if assessment.provision.empty:
        return ""
    titles = {measure.id: measure.title for measure in assessment.measures}
    rows = [
        (
            titles.get(str(measure), str(measure)),
            *(words.gbp(float(years.get(year, 0.0))) for year in assessment.years),
        )
        for measure, years in _pivoted(assessment.provision)
    ]
    caption = (
        "Provision (top-ups, places, transport), left out of every total, "
        f"{assessment.price_year} prices"
    )
    return table(caption, ["Measure", *assessment.years], rows)


def _pivoted(found: pd.DataFrame) -> list[tuple[str, dict[str, float]]]:
    return [
        (str(measure), dict(zip(rows["financial_year"], rows["gbp"], strict=True)))
        for measure, rows in found.groupby("measure", sort=False)
    ]


def overheads(assessment: Assessment) -> str:
    """Write the net burden at other overheads, with and without the area cost adjustment."""
    rows = [
        (f"{row['overheads']:.0%}", f"{row['area_cost']:g}", words.gbp(row["net_gbp"]))
        for row in assessment.overheads.to_dict("records")
    ]
    caption = f"Net burden at other overheads, all years, {assessment.price_year} prices"
    return table(caption, ["Overheads on pay", "Area cost factor", "Net"], rows)


def missed(assessment: Assessment) -> str:
    """Write what is missed within hiring limits beyond what would be missed anyway."""
    missed = assessment.missed
    if missed.empty:
        return NOTHING_MISSED
    ends = missed["period"].str.startswith(AT_THE_END)
    return _late_work(missed[ends]) + _standards(missed[~ends])


def _late_work(found: pd.DataFrame) -> str:
    if found.empty:
        return ""
    years = sorted({str(period) for period in found["period"]})
    rows = []
    for (line, unit), part in found.groupby(["standard", "unit"], sort=False):
        late = dict(zip(part["period"], part["amount"], strict=True))
        rows.append((f"{line} ({unit})", *(_hours(late.get(year, 0.0)) for year in years)))
    heads = ["Work", *(f"End of {year.removeprefix(AT_THE_END)}" for year in years)]
    return table("Work of the new duties past its time and not done", heads, rows)


def _hours(number: float) -> str:
    return words.count(number) if number >= 0.5 else "0"


def _standards(found: pd.DataFrame) -> str:
    rows = [
        (
            row["standard"],
            words.months(*words.days_of(row["period"])),
            f"{words.amount(row['amount'])} {row['unit']}",
            f"{words.amount(row['without_amount'])} {row['unit']}",
        )
        for row in found.to_dict("records")
    ]
    if not rows:
        return ""
    heads = ["Standard", "When", "Short with the measures", "Short without"]
    return table("Standards missed by more than without the measures", heads, rows)
