"""The tables of the form: one mapping a row, each number written out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.report.words import (
    MONEY,
    figure,
    payer_title,
    plain,
    pounds,
    quantity,
    role_title,
    share,
)

if TYPE_CHECKING:
    import pandas as pd

    from burdens.assessment import Assessment

Row = dict[str, str]
ALL_YEARS = "All years"
SIX = ("one_off", "recurring", "gross", "savings", "net", "cash")


def by_year(assessment: Assessment) -> list[Row]:
    """Give the years, and their total."""
    names = {name: "cash_net_gbp" if name == "cash" else f"{name}_gbp" for name in SIX}
    return _with_total(assessment.by_year, names)


def ways(assessment: Assessment) -> list[Row]:
    """Give accounting, modelled with its range, and within hiring limits, by year."""
    spent = assessment.within_limits.rename(columns={"gbp": "limits_gbp"})
    table = assessment.by_year.merge(spent, on="financial_year", how="left")
    names = {
        "accounting": "accounting_net_gbp",
        "modelled": "net_gbp",
        "low": "low_net_gbp",
        "high": "high_net_gbp",
        "limits": "limits_gbp",
    }
    return _with_total(table, names)


def _with_total(table: pd.DataFrame, names: dict[str, str]) -> list[Row]:
    rows = [
        {"year": str(row["financial_year"]), **_money(row, names)} for _, row in table.iterrows()
    ]
    return [
        *rows,
        {"year": ALL_YEARS, **_money(table[list(names.values())].sum(skipna=False), names)},
    ]


def _money(row: pd.Series[float], names: dict[str, str]) -> Row:
    return {name: pounds(float(row[column])) for name, column in names.items()}


def by_measure(assessment: Assessment) -> list[Row]:
    """Give the measures over all years."""
    names = ("one_off", "recurring", "gross", "savings", "net", "accounting_net")
    return [
        {
            "title": plain(row["title"]),
            **{name: pounds(row[f"{name}_gbp"]) for name in names},
            "break_even": share(row["break_even"]),
        }
        for _, row in assessment.by_measure.iterrows()
    ]


def lines(assessment: Assessment, **where: str) -> list[Row]:
    """Give the accounting lines of administration that fit, added up over all years.

    Parameters
    ----------
    where
        Column and value, such as ``nature="saving"``.
    """
    table = assessment.lines
    chosen = table[~table["provision"].astype(bool)]
    for name, value in where.items():
        chosen = chosen[chosen[name] == value]
    titles = {measure.id: measure.title for measure in assessment.measures}
    keys = ["measure", "line", "title", "role"]
    added = chosen.groupby(keys, sort=False)[["count", "hours", "gbp"]].sum()
    return [
        {
            "measure": plain(titles.get(row["measure"], row["measure"])),
            "line": plain(row["title"]),
            "role": role_title(row["role"]),
            "count": quantity(row["count"]),
            "hours": figure(row["hours"]) if row["role"] not in ("", MONEY) else figure(None),
            "amount": pounds(row["gbp"]),
        }
        for row in added.reset_index().to_dict("records")
    ]


def by_role(assessment: Assessment) -> list[Row]:
    """Give hours and posts by role and year."""
    return [
        {
            "role": role_title(row["role"]),
            "year": row["financial_year"],
            "hours": figure(row["hours"]),
            **{name: figure(row[f"{name}_fte"], 1) for name in ("needed", "hired", "unfilled")},
        }
        for _, row in assessment.by_role.iterrows()
    ]


def by_payer(assessment: Assessment) -> list[Row]:
    """Give who pays, by year."""
    return [
        {
            "payer": payer_title(row["payer"]),
            "year": row["financial_year"],
            **{name: pounds(row[f"{name}_gbp"]) for name in ("gross", "savings", "net")},
        }
        for _, row in assessment.by_payer.iterrows()
    ]


def present_value(assessment: Assessment) -> list[Row]:
    """Give the present values by discount rate."""
    return [
        {
            "rate": share(row["rate"]),
            **{name: pounds(row[f"{name}_gbp"]) for name in ("gross", "savings", "net")},
        }
        for _, row in assessment.present_value.iterrows()
    ]


def overheads(assessment: Assessment) -> list[Row]:
    """Give the net cost by overheads, one column without and one with area cost."""
    table = assessment.overheads
    rows: list[Row] = []
    for overhead, group in table.groupby("overheads", sort=True):
        nets = {float(row["area_cost"]): row["net_gbp"] for _, row in group.iterrows()}
        factor, adjusted = max(nets.items(), key=lambda item: abs(item[0] - 1))
        is_adjusted = factor != 1
        rows.append(
            {
                "overheads": share(float(str(overhead))),
                "plain": pounds(nets.get(1.0)),
                "factor": figure(factor, 2) if is_adjusted else "none",
                "adjusted": pounds(adjusted if is_adjusted else None),
            }
        )
    return rows


def grant(assessment: Assessment) -> list[Row]:
    """Give the grant beside the cost; nothing where none is offered."""
    if not assessment.scenario.assessment.grant:
        return []
    return [
        {
            "year": row["financial_year"],
            "offer": pounds(row["offer_gbp"]),
            "cost": pounds(row["cash_net_gbp"]),
            "share": share(row["funded_share"]),
            "verdict": row["verdict"],
            "per_plan": pounds(row["per_plan_gbp"]),
        }
        for _, row in assessment.grant.iterrows()
    ]


def provision(assessment: Assessment) -> list[Row]:
    """Give the spending on provision by measure and year."""
    titles = {measure.id: measure.title for measure in assessment.measures}
    return [
        {
            "measure": plain(titles.get(row["measure"], row["measure"])),
            "year": row["financial_year"],
            "amount": pounds(row["gbp"]),
        }
        for _, row in assessment.provision.iterrows()
    ]


def missed(assessment: Assessment) -> list[Row]:
    """Give the standards that the plan with the measures misses within hiring limits."""
    return [
        {
            "standard": plain(row["standard"]),
            "period": plain(row["period"]),
            "amount": f"{quantity(row['amount'])} {plain(row['unit'])}",
            "without": quantity(row["without_amount"]),
        }
        for _, row in assessment.missed.iterrows()
    ]
