"""The tables of the form: one mapping a row, each number written out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import words
from burdens.report.beside import part_year
from burdens.report.words import (
    MONEY,
    figure,
    payer_title,
    phases,
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
    """Return the years, and their total."""
    names = {name: "cash_net_gbp" if name == "cash" else f"{name}_gbp" for name in SIX}
    return _with_total(assessment.by_year, names)


def part_years(assessment: Assessment) -> list[Row]:
    """Return the part years by their days, without a total: they are in none."""
    names = {name: "cash_net_gbp" if name == "cash" else f"{name}_gbp" for name in SIX}
    return [
        {"days": part_year(row), **{name: pounds(row[column]) for name, column in names.items()}}
        for row in assessment.part_years.to_dict("records")
    ]


def timing(assessment: Assessment) -> list[Row]:
    """Return when each measure starts and how it comes in; lines with phasing of their own too."""
    rows: list[Row] = []
    for measure in assessment.measures:
        start = words.day(measure.start) if measure.start else "with the plan"
        rows.append(
            {"title": plain(measure.title), "start": start, "phasing": phases(measure.phasing)}
        )
        rows += [
            {
                "title": plain(f"{measure.title}: {words.lower(line.title)}"),
                "start": start,
                "phasing": phases(measure.phasing_of(line)),
            }
            for line in measure.lines
            if measure.phasing_of(line) != measure.phasing
        ]
    return rows


def ways(assessment: Assessment) -> list[Row]:
    """Return accounting, modelled with its range, and within hiring limits, by year."""
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
    """Return the measures over all years."""
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
    """Return the accounting lines of administration that fit, added up over all years.

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
    """Return hours and posts by role and year; posts spared stand apart, never as negative ones."""
    return [
        {
            "role": role_title(row["role"]),
            "year": row["financial_year"],
            "hours": figure(row["hours"]),
            "without": figure(row["without_fte"], 1),
            **{
                name: figure(posts, 1)
                for name, posts in needed_and_spared(float(row["needed_fte"])).items()
            },
            "hired": figure(posts_on_top(row["hired_fte"]), 1),
            "unfilled": figure(row["unfilled_fte"], 1),
        }
        for _, row in assessment.by_role.iterrows()
    ]


def needed_and_spared(added: float) -> dict[str, float]:
    """Return the posts that measures add, or those that they spare [FTE]; neither is negative."""
    return {
        "needed": posts_on_top(added),
        "spared": posts_on_top(-added),
    }


def posts_on_top(posts: float) -> float:
    """Return the posts that come on top, none where posts go [FTE]; NaN where nobody knows."""
    return 0.0 if posts < 0 else posts


def by_payer(assessment: Assessment) -> list[Row]:
    """Return who pays, by year; provision beside what administration costs."""
    return [
        {
            "payer": payer_title(row["payer"]),
            "year": row["financial_year"],
            **{
                name: pounds(row[f"{name}_gbp"])
                for name in ("gross", "savings", "net", "provision")
            },
        }
        for _, row in assessment.by_payer.iterrows()
    ]


def present_value(assessment: Assessment) -> list[Row]:
    """Return the present values by discount rate."""
    return [
        {
            "rate": share(row["rate"]),
            **{name: pounds(row[f"{name}_gbp"]) for name in ("gross", "savings", "net")},
        }
        for _, row in assessment.present_value.iterrows()
    ]


def overheads(assessment: Assessment) -> list[Row]:
    """Return the net cost by overheads, one column without and one with area cost."""
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
    """Return the grant beside the cost; nothing where none is offered."""
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
    """Return the spending on provision by measure and year."""
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
    """Return the standards that the plan with the measures misses within hiring limits."""
    return [
        {
            "standard": plain(row["standard"]),
            "period": plain(row["period"]),
            "amount": f"{quantity(row['amount'])} {plain(row['unit'])}",
            "without": quantity(row["without_amount"]),
        }
        for _, row in assessment.missed.iterrows()
    ]
