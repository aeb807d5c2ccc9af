"""The headline cards of the new burdens page."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

from burdens import words
from burdens.pages.card import card
from burdens.pages.new_burdens.words import part_year_title, role_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from burdens.assessment import Assessment

SLIGHT = 0.05  # FTE, less than what is written
ALL = "All years"


def cards(assessment: Assessment) -> str:
    """Write the cards as a list: cost in cash and real, its ends, posts, and what is left out."""
    shown = [
        _cash(assessment),
        _real(assessment),
        _ends(assessment),
        _kinds(assessment),
        *_posts(assessment),
        _limits(assessment),
        *_part_years(assessment),
        _provision(assessment),
    ]
    return f'<ul class="burdens-cards">{"".join(shown)}</ul>'


def _yearly(table: pd.DataFrame, column: str) -> list[tuple[str, str]]:
    rows = [(str(row["financial_year"]), words.gbp(row[column])) for _, row in table.iterrows()]
    return [*rows, (ALL, words.gbp(float(table[column].sum())))]


def _cash(assessment: Assessment) -> str:
    note = "More than is spent now, savings taken off, in the money of each year. Provision is left out."
    return card("Net additional cost, cash", _yearly(assessment.by_year, "cash_net_gbp"), note)


def _real(assessment: Assessment) -> str:
    title = f"Net additional cost, {assessment.price_year} prices"
    note = (
        "The least cost at which the new duties are done, every post filled. Provision is left out."
    )
    return card(title, _yearly(assessment.by_year, "net_gbp"), note)


def _ends(assessment: Assessment) -> str:
    table = assessment.by_year
    low, high = "low_net_gbp", "high_net_gbp"
    pairs = [
        (str(row["financial_year"]), words.span(row[low], row[high])) for _, row in table.iterrows()
    ]
    total = words.span(float(table[low].sum()), float(table[high].sum()))
    note = (
        "Net, with every assumption at once at the end that costs least, and at the end that costs "
        f"most, so wider than is likely; {assessment.price_year} prices."
    )
    return card("From low to high", [*pairs, (ALL, total)], note)


def _kinds(assessment: Assessment) -> str:
    table = assessment.by_year
    pairs = [
        ("One-off", words.gbp(float(table["one_off_gbp"].sum()))),
        ("Recurring", words.gbp(float(table["recurring_gbp"].sum()))),
        ("Gross", words.gbp(assessment.gross_gbp)),
        ("Savings", words.gbp(-assessment.savings_gbp)),
        ("Net", words.gbp(assessment.net_gbp)),
    ]
    note = f"All years together; {assessment.price_year} prices. Provision is left out."
    return card("Gross cost and savings", pairs, note)


def _posts(assessment: Assessment) -> list[str]:
    table = assessment.by_role.to_dict("records")
    by_role: dict[str, list[dict[Any, Any]]] = {}
    for row in table:
        by_role.setdefault(str(row["role"]), []).append(row)
    return [card for role, rows in by_role.items() for card in _role(role, rows)]


def _role(role: str, rows: list[dict[Any, Any]]) -> Iterator[str]:
    most = max(rows, key=lambda row: row["needed_fte"])
    if most["needed_fte"] > SLIGHT:
        yield _needed(role, rows, most)
    least = min(rows, key=lambda row: row["needed_fte"])
    if least["needed_fte"] < -SLIGHT:
        note = "Full-time equivalents made needless in the year that spares most."
        pairs = [(f"Spared, {least['financial_year']}", words.fte(-least["needed_fte"]))]
        yield card(f"Fewer {words.several(role_title(role))}", pairs, note)


def _needed(role: str, rows: list[dict[Any, Any]], most: dict[Any, Any]) -> str:
    pairs = [(f"Needed, {most['financial_year']}", words.fte(most["needed_fte"]))]
    if not isnan(most["without_fte"]):
        pairs.append(("Beside those that keep up without", words.fte(most["without_fte"])))
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
        "hired for is then not done: see the tables. Provision is left out."
    )
    return card("Within today's hiring limits", _yearly(assessment.within_limits, "gbp"), note)


def _part_years(assessment: Assessment) -> list[str]:
    if assessment.part_years.empty:
        return []
    pairs = [
        (part_year_title(row), words.gbp(row["net_gbp"]))
        for row in assessment.part_years.to_dict("records")
    ]
    note = (
        f"Net, {assessment.price_year} prices, in the days that the plan covers. In no total, and "
        "not compared with a grant."
    )
    return [card("Part years, in no total", pairs, note)]


def _provision(assessment: Assessment) -> str:
    title = "Provision, left out of every total"
    if assessment.provision.empty:
        note = "No measure brings any. Provision: top-ups, places, transport."
        return card(title, [(ALL, "none")], note)
    yearly = assessment.provision.groupby("financial_year")[["gbp"]].sum().reset_index()
    note = (
        "Net spending on top-ups, places, transport (high needs), in "
        f"{assessment.price_year} prices. No other card holds it."
    )
    return card(title, _yearly(yearly, "gbp"), note)
