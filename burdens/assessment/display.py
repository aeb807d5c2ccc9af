"""An assessment as Python shows it: in a notebook, and in a terminal."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from burdens import words
from burdens.markup import block, folded, listed, paragraph, table

if TYPE_CHECKING:
    import pandas as pd

    from burdens.assessment.assessment import Assessment

ALL = "All years"
FIRST = 10  # of the unconfirmed assumptions, shown at once
YEARLY = {
    "Low": "low_net_gbp",
    "Net": "net_gbp",
    "High": "high_net_gbp",
    "One-off": "one_off_gbp",
    "Recurring": "recurring_gbp",
    "Savings": "savings_gbp",
    "Net, cash": "cash_net_gbp",
}
PART_YEARLY = {
    "One-off": "one_off_gbp",
    "Recurring": "recurring_gbp",
    "Savings": "savings_gbp",
    "Net": "net_gbp",
}
BY_MEASURE = ("one_off_gbp", "recurring_gbp", "savings_gbp", "net_gbp")
RANGE = (
    "Low and high: every assumption at its cheap or dear end at once, so wider than is likely. Net is "
    "one-off and recurring less savings. Provision (top-ups, places, transport) is left out."
)


def html(assessment: Assessment) -> str:
    """Return the burden by year and measure, its range, and what nobody has confirmed."""
    prices = f"{assessment.price_year} prices"
    yearly = ["Financial year", *YEARLY]
    heads = ["Measure", "One-off", "Recurring", "Savings", "Net"]
    named = [*_unconfirmed(assessment)]
    return block(
        _title(assessment),
        table(f"Net additional cost by year, {prices}", yearly, _by_year(assessment)),
        paragraph(RANGE),
        table(
            f"Part years, in no total, {prices}", ["Days", *PART_YEARLY], _part_years(assessment)
        ),
        table(f"By measure, all years, {prices}", heads, _by_measure(assessment)),
        table(
            f"Provision (high needs), in no total, {prices}",
            ["Financial year", "Net"],
            _provision(assessment),
        ),
        paragraph(_limits(assessment)),
        listed(_confirmed(assessment), named[:FIRST]),
        folded(f"The other {len(named) - FIRST} unconfirmed assumptions", named[FIRST:]),
        listed("Before you rely on it", dict.fromkeys(assessment.warnings)),
        paragraph(_provenance(assessment)),
    )


def text(assessment: Assessment) -> str:
    """Return the same in a few lines."""
    sums = {title: float(assessment.by_year[name].sum()) for title, name in YEARLY.items()}
    written = {title: words.gbp(gbp) for title, gbp in sums.items()}
    span = words.span(sums["Low"], sums["High"])
    lines = [
        _title(assessment),
        f"net: {written['Net']} ({span}) over all years, {assessment.price_year} prices",
        ", ".join(
            f"{words.lower(name)} {written[name]}" for name in ("One-off", "Recurring", "Savings")
        ),
        *(f"{row[0]}: {row[-1]}" for row in _by_measure(assessment)),
        *_left_out(assessment),
        _confirmed(assessment),
        f"warnings: {len(assessment.warnings)}, see .warnings",
    ]
    return "\n  ".join(lines)


def _title(assessment: Assessment) -> str:
    years = words.listed(list(dict.fromkeys([assessment.years[0], assessment.years[-1]])))
    return f"New burdens for {assessment.scenario.authority.name}: {years.replace(' and ', ' to ')}"


def _by_year(assessment: Assessment) -> list[tuple[str, ...]]:
    table = assessment.by_year
    rows = [(_year(row), *_pounds(row)) for row in table.to_dict("records")]
    return [*rows, (ALL, *_pounds({name: table[name].sum() for name in YEARLY.values()}))]


def _part_years(assessment: Assessment) -> list[tuple[str, ...]]:
    return [
        (
            f"{words.day(row['first_day'])} to {words.day(row['last_day'])}",
            *(words.gbp(float(row[name])) for name in PART_YEARLY.values()),
        )
        for row in assessment.part_years.to_dict("records")
    ]


def _left_out(assessment: Assessment) -> Iterator[str]:
    if assessment.provision_gbp:
        yield f"provision, in no total: {words.gbp(assessment.provision_gbp)}"


def _year(row: Mapping[Hashable, Any]) -> str:
    again = " (repeats the year before)" if row["continued"] else ""
    return f"{row['financial_year']}{again}"


def _pounds(row: Mapping[Hashable, Any]) -> tuple[str, ...]:
    return tuple(words.gbp(float(row[name])) for name in YEARLY.values())


def _by_measure(assessment: Assessment) -> list[tuple[str, ...]]:
    return [
        (row["title"], *(words.gbp(row[name]) for name in BY_MEASURE))
        for row in assessment.by_measure.to_dict("records")
    ]


def _provision(assessment: Assessment) -> list[tuple[str, str]]:
    yearly: pd.Series[float] = assessment.provision.groupby("financial_year")["gbp"].sum()
    return [(str(year), words.gbp(gbp)) for year, gbp in yearly.items()]


def _limits(assessment: Assessment) -> str:
    spent = words.gbp(float(assessment.within_limits["gbp"].sum()))
    missed = assessment.missed["standard"].nunique()
    left = f"; {missed} limits or duties are then missed by more, see .missed" if missed else ""
    return f"Within today's hiring limits {spent} would be spent{left}."


def _confirmed(assessment: Assessment) -> str:
    return (
        f"{len(assessment.unconfirmed)} of {len(assessment.assumptions)} assumptions are "
        "unconfirmed: judgement (grade D)"
    )


def _unconfirmed(assessment: Assessment) -> Iterator[str]:
    for row in assessment.unconfirmed.to_dict("records"):
        span = f"{row['low']:,.10g} to {row['high']:,.10g}"
        yield (
            f"{row['title']} ({row['id']}): {span} {row['unit']}; moves the cost by "
            f"{words.gbp(abs(float(row['swing_gbp'])))}"
        )


def _provenance(assessment: Assessment) -> str:
    made = {"scenario": assessment.scenario.hash[:12], **assessment.provenance}
    return f"Made from: {'; '.join(f'{name} {text[:12]}' for name, text in made.items())}."
