"""Posts that the measures add, which of them can be filled, and what is then spent: as tables."""

from __future__ import annotations

from collections.abc import Iterable
from math import isnan

import pandas as pd

from burdens.assessment.accounting import Accounts
from burdens.assessment.burden import in_plan
from burdens.assessment.duties import Duty
from burdens.assessment.limits import WithinLimits
from burdens.assessment.modelled import Modelled
from burdens.plans import financial_year

NEGLIGIBLE_FTE = 1e-4
ROLES = [
    "role",
    "financial_year",
    "hours",
    "without_fte",
    "needed_fte",
    "hired_fte",
    "unfilled_fte",
]


def roles_table(
    accounts: Accounts, hours: pd.DataFrame, modelled: Modelled, limits: WithinLimits
) -> pd.DataFrame:
    """Return the posts that the measures add, and how many of them can be filled."""
    added = dict(zip(modelled.keys, modelled.staff, strict=True))
    hired = dict(zip(limits.keys, limits.staff, strict=True))
    years = {financial_year(year): year for year in accounts.years.covered}
    worked = {
        (years[row["financial_year"]], row["role"]): row["hours"]
        for row in hours.to_dict("records")
        if row["financial_year"] in years
    }
    others = [
        (year, role)
        for (year, role), posts in added.items()
        if year in accounts.years.covered and abs(posts) > NEGLIGIBLE_FTE
    ]
    rows = []
    for year, role in dict.fromkeys([*worked, *others]):
        asked = worked.get((year, role), 0.0)
        needed, filled = asked / accounts.hours_a_post(role), float("nan")
        if (year, role) in hired:
            needed, filled = added[year, role], hired[year, role]
        # A plan may hire a little more or later than the need of a year: no post is half unfilled.
        unfilled = filled if isnan(filled) else max(needed - max(filled, 0.0), 0.0)
        without = modelled.established.get(role, {}).get(year, float("nan"))
        rows.append((role, financial_year(year), asked, without, needed, filled, unfilled))
    return pd.DataFrame(rows, columns=ROLES)


def limits_table(
    accounts: Accounts, lines: pd.DataFrame, inside: Iterable[Duty], limits: WithinLimits
) -> pd.DataFrame:
    """Return what would really be spent on administration each year within hiring limits [GBP].

    What is no work of the plan's roles is spent as it is accounted.
    """
    table = lines[~lines["provision"].astype(bool) & ~pd.Series(in_plan(lines, inside), dtype=bool)]
    signed = table["gbp"].where(table["nature"] == "cost", -table["gbp"])
    other = signed.groupby(table["financial_year"]).sum()
    rows = []
    for year in accounts.years.covered:
        work = sum(
            float(gbp) for (of, _), gbp in zip(limits.keys, limits.cost, strict=True) if of == year
        )
        name = financial_year(year)
        rows.append({"financial_year": name, "gbp": work + float(other.get(name, 0.0))})
    return pd.DataFrame(rows, columns=["financial_year", "gbp"])
