"""Answers as tables for people."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.markup import escape
from rich.table import Table

from burdens.scenario import roles
from burdens.scenario.remarks import no_caseload_standard

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd
    from rich.console import Console

    from burdens.evidence import Value
    from burdens.programme import Plan
    from burdens.scenario import Scenario

TWENTY_WEEKS = ("needs_assessment", "final")


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """Make a table: numbers to the right, text to the left, the first column never cut."""
    made, cells = Table(title=title, title_justify="left", title_style="bold"), list(rows)
    for index, column in enumerate(columns):
        numbers = all(row[index][:1].isdigit() or row[index][:1] in {"-", ""} for row in cells)
        made.add_column(column, justify="right" if numbers else "left", no_wrap=index == 0)
    for row in cells:
        made.add_row(*(escape(cell) for cell in row))
    return made


def show_plan(console: Console, scenario: Scenario, plan: Plan) -> None:
    """Show a plan: people, timeliness, cost, caseload, and what stands in the way."""
    console.print(
        f"{scenario.authority.name}, {scenario.start} to {scenario.end} "
        f"({scenario.horizon_weeks} weeks). Scenario {scenario.hash[:12]}."
    )
    console.print(_people(plan.staffing))
    console.print(_timeliness(plan.timeliness))
    console.print(_cost(plan.cost))
    if scenario.standards.caseload is None:
        console.print(no_caseload_standard())
    console.print(_caseload(plan.caseload))
    if plan.first_met:
        console.print(
            table(
                "Standards",
                ["standard", "first met"],
                [(name, str(day or "not within the plan")) for name, day in plan.first_met.items()],
            )
        )
    console.print("What stands in the way:", style="bold")
    for sentence in plan.binding or ["Nothing: every standard is met."]:
        console.print(f"- {sentence}", markup=False)


def _people(staffing: pd.DataFrame) -> Table:
    rows = []
    for role, months in staffing.sort_values("month").groupby("role", sort=False):
        rows.append(
            (
                roles()[str(role)].title,
                f"{months['in_post_fte'].iloc[0]:,.1f}",
                f"{months['needed_fte'].max():,.1f}",
                f"{months['in_post_fte'].iloc[-1]:,.1f}",
                f"{months['hires_fte'].sum():,.1f}",
                f"{months['agency_fte'].max():,.1f}",
            )
        )
    heads = ["role", "in post", "most needed", "in post at the end", "appointed", "most agency"]
    return table("People [FTE]", heads, rows)


def _timeliness(timeliness: pd.DataFrame) -> Table:
    pathway, stage = TWENTY_WEEKS
    chosen = timeliness[(timeliness["pathway"] == pathway) & (timeliness["stage"] == stage)]
    rows = [
        (
            f"{row['period_start']} to {row['period_end']}",
            f"{row['cohort_cases']:,.0f}",
            _share(row["on_time"]),
            _share(row["on_time_including_exceptions"]),
            _share(row["target"]),
        )
        for row in chosen.sort_values("period_start").to_dict("records")
    ]
    heads = ["requests received", "requests", "on time", "with exceptions", "standard"]
    return table("Plans within 20 weeks", heads, rows)


def _share(share: float) -> str:
    """Write a share in per cent, rounded down: 99.96 % is not all."""
    return "-" if math.isnan(share) else f"{math.floor(share * 1000 + 1e-6) / 10:.1f} %"


def _cost(cost: pd.DataFrame) -> Table:
    by_kind = cost.pivot_table(
        index="financial_year", columns="kind", values="gbp", aggfunc="sum", fill_value=0.0
    )
    names = [str(kind) for kind in by_kind.columns]
    rows = [
        (str(year), *(f"{kinds[name]:,.0f}" for name in names), f"{kinds.sum():,.0f}")
        for year, kinds in by_kind.iterrows()
    ]
    return table("Cost [GBP, real]", ["financial year", *names, "all"], rows)


def _caseload(caseload: pd.DataFrame) -> Table:
    ordered = caseload.sort_values("month")
    rows = [
        (
            str(row["month"]),
            f"{row['cases']:,.0f}",
            f"{row['caseworkers_fte']:,.1f}",
            f"{row['per_caseworker']:,.0f}",
            "none" if math.isnan(row["standard"]) else f"{row['standard']:,.0f}",
        )
        for row in (*ordered.head(1).to_dict("records"), *ordered.tail(1).to_dict("records"))
    ]
    heads = ["month", "cases", "caseworkers [FTE]", "cases per caseworker", "standard"]
    return table("Caseload at the start and at the end", heads, rows)


def evidence_data(version: str, values: Iterable[Value]) -> dict[str, Any]:
    """Give the evidence as one object for JSON."""
    return {"version": version, "values": [asdict(value) for value in values]}


def show_evidence(console: Console, version: str, values: Sequence[Value]) -> None:
    """Show values by topic."""
    console.print(f"Evidence checked on {version}: {len(values)} values.")
    for topic in dict.fromkeys(value.topic for value in values):
        rows = [
            (
                value.id,
                f"{value.central:g}",
                f"{value.low:g} to {value.high:g}",
                value.unit,
                value.grade,
                value.source.title,
            )
            for value in values
            if value.topic == topic
        ]
        console.print(table(topic, ["value", "central", "range", "unit", "grade", "source"], rows))
