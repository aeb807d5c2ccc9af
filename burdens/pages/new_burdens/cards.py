"""The headline cards of the new burdens page."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

from burdens import words
from burdens.pages.card import card
from burdens.pages.new_burdens.words import role_title

if TYPE_CHECKING:
    import pandas as pd

    from burdens.assessment import Assessment

SLIGHT = 0.05  # FTE, less than what is written
ALL = "All years"


def cards(assessment: Assessment) -> str:
    """Write the cards as a list: cost in cash and real, its range, posts, England."""
    found = [
        _cash(assessment),
        _real(assessment),
        _range(assessment),
        _parts(assessment),
        *_posts(assessment),
        _limits(assessment),
        *_provision(assessment),
        _england(assessment),
    ]
    return f'<ul class="burdens-cards">{"".join(found)}</ul>'


def _yearly(table: pd.DataFrame, column: str) -> list[tuple[str, str]]:
    rows = [(str(row["financial_year"]), words.gbp(row[column])) for _, row in table.iterrows()]
    return [*rows, (ALL, words.gbp(float(table[column].sum())))]


def _cash(assessment: Assessment) -> str:
    note = "More than is spent now, savings taken off, in the money of each year."
    return card("Net additional cost, cash", _yearly(assessment.by_year, "cash_net_gbp"), note)


def _real(assessment: Assessment) -> str:
    title = f"Net additional cost, {assessment.price_year} prices"
    note = "The least cost at which the new duties are done, every post filled."
    return card(title, _yearly(assessment.by_year, "net_gbp"), note)


def _range(assessment: Assessment) -> str:
    table = assessment.by_year
    low, high = "low_net_gbp", "high_net_gbp"
    pairs = [
        (str(row["financial_year"]), words.span(row[low], row[high])) for _, row in table.iterrows()
    ]
    total = words.span(float(table[low].sum()), float(table[high].sum()))
    note = (
        "Net, with every assumption at the end that costs least, and at the end that costs most; "
        f"{assessment.price_year} prices."
    )
    return card("From low to high", [*pairs, (ALL, total)], note)


def _parts(assessment: Assessment) -> str:
    table = assessment.by_year
    pairs = [
        ("One-off", words.gbp(float(table["one_off_gbp"].sum()))),
        ("Recurring", words.gbp(float(table["recurring_gbp"].sum()))),
        ("Gross", words.gbp(assessment.gross_gbp)),
        ("Savings", words.gbp(-assessment.savings_gbp)),
        ("Net", words.gbp(assessment.net_gbp)),
    ]
    note = f"All years together; {assessment.price_year} prices."
    return card("Gross cost and savings", pairs, note)


def _posts(assessment: Assessment) -> list[str]:
    table = assessment.by_role.to_dict("records")
    found = dict.fromkeys(str(row["role"]) for row in table)
    return [_role(role, [row for row in table if row["role"] == role]) for role in found]


def _role(role: str, rows: list[dict[Any, Any]]) -> str:
    most = max(rows, key=lambda row: row["needed_fte"])
    pairs = [(f"Needed, {most['financial_year']}", words.fte(most["needed_fte"]))]
    note = "Full-time equivalents in the year that needs most."
    planned = [row for row in rows if not isnan(row["unfilled_fte"])]
    if planned:
        short = max(planned, key=lambda row: row["unfilled_fte"])
        year = f", {short['financial_year']}" if short["unfilled_fte"] > SLIGHT else ""
        pairs.append((f"Cannot be filled{year}", words.fte(short["unfilled_fte"])))
        note += " Unfilled is against today's hiring limits."
    else:
        note += " The role is not in the plan, so whether they can be hired is not known."
    return card(f"More {words.several(role_title(role))}", pairs, note)


def _limits(assessment: Assessment) -> str:
    note = (
        f"What would really be spent, in {assessment.price_year} prices. Work that nobody can be "
        "hired for is then not done: see the tables."
    )
    return card("Within today's hiring limits", _yearly(assessment.within_limits, "gbp"), note)


def _provision(assessment: Assessment) -> list[str]:
    if assessment.provision.empty:
        return []
    yearly = assessment.provision.groupby("financial_year")[["gbp"]].sum().reset_index()
    note = "Net spending on provision (high needs). It stands apart: no cost above holds it."
    return [card("Provision, beside the cost", _yearly(yearly, "gbp"), note)]


def _england(assessment: Assessment) -> str:
    net, share = assessment.national["net_gbp"], assessment.national["share_of_england"]
    if isnan(share):
        pairs = [(ALL, "not known")]
    else:
        pairs = [(ALL, words.gbp(net)), ("This authority's share", f"{100 * share:.2g}%")]
    note = "The net cost scaled up by plans: a first idea of the national sum, not an estimate."
    return card("If all of England were alike", pairs, note)
