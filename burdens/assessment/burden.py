"""The burden by measure, kind, payer and year: accounts and solutions brought together."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from burdens.assessment.duties import Duty
from burdens.assessment.modelled import Modelled
from burdens.assessment.years import Array, Years
from burdens.plans import financial_year
from burdens.scenario import roles

GROUP = ["measure", "kind", "nature", "role", "payer", "provision"]
BURDEN = [*GROUP, "financial_year", "accounting_gbp", "modelled_gbp"]
MONEY = "money"


def burden_of(
    lines: pd.DataFrame, years: Years, modelled: Modelled, inside: Iterable[Duty]
) -> pd.DataFrame:
    """Return modelled beside accounting cost; columns as `Assessment.burden` says.

    Money, and work of roles that the plan does not hold, is modelled as it is accounted. The
    modelled cost of other work falls on one-off and recurring, payer and provision as the
    accounting cost of the same measure, role and year does.
    """
    table = lines.assign(in_plan=in_plan(lines, inside), role=lines["role"].replace("", MONEY))
    keys = [*GROUP, "financial_year", "in_plan"]
    sums = table.groupby(keys, sort=False)["gbp"].sum().reset_index(name="accounting_gbp")
    sums["modelled_gbp"] = sums["accounting_gbp"]
    work = sums["in_plan"]
    rest = sums[~work]
    parts = [rest] if len(rest) else []
    parts += _costs(sums[work & (sums["nature"] == "cost")], years, modelled)
    parts += _savings(sums[work & (sums["nature"] == "saving")], years, modelled)
    if not parts:
        return pd.DataFrame(columns=BURDEN)
    both = pd.concat(parts, ignore_index=True)
    groups = both.groupby([*GROUP, "financial_year"], sort=False)
    return groups[["accounting_gbp", "modelled_gbp"]].sum().reset_index()[BURDEN]


def in_plan(lines: pd.DataFrame, inside: Iterable[Duty]) -> list[bool]:
    """Return for each line whether it is work of a role that the plan holds."""
    ids = {(duty.measure.id, duty.line.id, duty.role) for duty in inside}
    return [key in ids for key in zip(lines["measure"], lines["line"], lines["role"], strict=True)]


def _costs(accounted: pd.DataFrame, years: Years, modelled: Modelled) -> list[pd.DataFrame]:
    return [
        _spread(accounted[accounted["measure"] == name], years, modelled.keys, share, name)
        for name, share in modelled.gross.shares.items()
    ]


def _savings(accounted: pd.DataFrame, years: Years, modelled: Modelled) -> list[pd.DataFrame]:
    """Attribute what is spared to measures as their accounted savings are."""
    if accounted.empty:
        return []
    return [_spread(accounted, years, modelled.keys, modelled.saved, None)]


def _spread(
    accounted: pd.DataFrame,
    years: Years,
    keys: tuple[tuple[int, str], ...],
    amounts: Array,
    measure: str | None,
) -> pd.DataFrame:
    """Spread amounts by year and role over the groups that account for them."""
    parts = [accounted.assign(modelled_gbp=0.0)]
    for (year, role), amount in zip(keys, amounts, strict=True):
        if year not in years.covered or not amount:
            continue
        weights = _weights(accounted, financial_year(year), role, measure)
        weights["modelled_gbp"] = amount * weights.pop("weight")
        parts += [
            weights.assign(financial_year=name, accounting_gbp=0.0)
            if name == financial_year(year)
            else weights[weights["kind"] == "recurring"].assign(
                financial_year=name, accounting_gbp=0.0
            )
            for name in [financial_year(year), *_repeats(year, years)]
        ]
    return pd.concat(parts, ignore_index=True)


def _repeats(year: int, years: Years) -> list[str]:
    """Name the later years that repeat a year."""
    return [financial_year(later) for later in years.continued] if year == years.covered[-1] else []


def _weights(accounted: pd.DataFrame, year: str, role: str, measure: str | None) -> pd.DataFrame:
    """Return the groups on which an amount falls, with weights that add up to 1."""
    of_role = accounted[accounted["role"] == role]
    of_year = of_role[of_role["financial_year"] == year]
    for rows in (of_year, of_role):
        total = rows["accounting_gbp"].sum()
        if total > 0:
            sums = rows.groupby(GROUP, sort=False)["accounting_gbp"].sum() / total
            return sums.reset_index(name="weight")
    # An assistant may be added for another role's work: nothing accounts for that.
    names = [measure] if measure else list(accounted["measure"].unique())
    nature = accounted["nature"].iloc[0] if len(accounted) else "cost"
    others = [(name, "recurring", nature, role, roles()[role].payer, False) for name in names]
    return pd.DataFrame(others, columns=GROUP).assign(weight=1 / len(names))
