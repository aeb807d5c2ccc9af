"""What follows from the burden: cash, present value, posts, overheads, grant, England."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from burdens.assessment.accounting import Accounts, swings
from burdens.assessment.duties import Duty
from burdens.assessment.limits import WithinLimits
from burdens.assessment.modelled import Modelled
from burdens.assessment.prices import present_value, to_cash
from burdens.assessment.years import Array, Years
from burdens.evidence import read as read_evidence
from burdens.problem import PRICE_YEAR
from burdens.programme import financial_year
from burdens.scenario import Scenario
from burdens.words import HALF_A_POUND

RATE, OVERHEADS = "discount.rate", "on_costs.overheads"


def years_table(years: Years, sums: Mapping[str, Array], ends: tuple[Array, Array]) -> pd.DataFrame:
    """Put the sums of each year beside its range and its cash."""
    names = years.names
    cash = [
        to_cash(float(net), name, PRICE_YEAR)
        for net, name in zip(sums["net_gbp"], names, strict=True)
    ]
    return pd.DataFrame(
        {
            "financial_year": names,
            "continued": [year in years.continued for year in years.all],
            **sums,
            "low_net_gbp": ends[0],
            "high_net_gbp": ends[1],
            "cash_net_gbp": cash,
        }
    )


def present_values(accounts: Accounts, by_year: pd.DataFrame) -> pd.DataFrame:
    """Discount at the rate in force and at the one recommended instead."""
    value = accounts.inputs.evidence[RATE]
    return pd.DataFrame(
        {
            "rate": rate,
            **{
                name: present_value(by_year[name].tolist(), rate)
                for name in ("gross_gbp", "savings_gbp", "net_gbp")
            },
        }
        for rate in dict.fromkeys((value.central, value.low))
    )


def roles_table(
    accounts: Accounts, hours: pd.DataFrame, modelled: Modelled, limits: WithinLimits
) -> pd.DataFrame:
    """Say which posts the measures need, and how many of them can be filled."""
    needed = dict(zip(modelled.keys, modelled.staff, strict=True))
    hired = dict(zip(limits.keys, limits.staff, strict=True))
    covered = {financial_year(year): year for year in accounts.years.covered}
    rows = []
    for row in hours.to_dict("records"):
        if row["financial_year"] not in covered:
            continue
        key = (covered[row["financial_year"]], row["role"])
        inside = key in hired
        posts = needed[key] if inside else row["hours"] / accounts.hours_a_post(row["role"])
        filled = hired[key] if inside else float("nan")
        # A plan may hire a little more or later than the need of a year: no post is half unfilled.
        unfilled = max(posts - max(filled, 0.0), 0.0) if inside else float("nan")
        rows.append({**row, "needed_fte": posts, "hired_fte": filled, "unfilled_fte": unfilled})
    columns = ["role", "financial_year", "hours", "needed_fte", "hired_fte", "unfilled_fte"]
    return pd.DataFrame(rows, columns=columns)


def overheads_table(accounts: Accounts, burden: pd.DataFrame) -> pd.DataFrame:
    """Give the net burden at each level of overheads, with and without the area cost adjustment.

    Staff cost is scaled as pay is; recruitment is a small part of it.
    """
    value, published = accounts.inputs.evidence[OVERHEADS], read_evidence()[OVERHEADS]
    now = (1 + value.central) * accounts.area_cost
    table = burden[~burden["provision"].astype(bool)]
    signed = table["modelled_gbp"].where(table["nature"] == "cost", -table["modelled_gbp"])
    staff = float(signed[table["role"] != "money"].sum())
    money = float(signed[table["role"] == "money"].sum())
    rows = [
        {
            "overheads": share,
            "area_cost": area,
            "net_gbp": money + staff * (1 + share) * area / now,
        }
        for area in dict.fromkeys((1.0, accounts.area_cost))
        for share in dict.fromkeys(
            (published.low, published.central, published.high, value.central)
        )
    ]
    return pd.DataFrame(rows, columns=["overheads", "area_cost", "net_gbp"])


def limits_table(
    accounts: Accounts, burden: pd.DataFrame, limits: WithinLimits, roles: Iterable[str]
) -> pd.DataFrame:
    """Give what would really be spent each year within hiring limits [GBP]."""
    table = burden[~burden["provision"].astype(bool) & ~burden["role"].isin(set(roles))]
    signed = table["accounting_gbp"].where(table["nature"] == "cost", -table["accounting_gbp"])
    other = signed.groupby(table["financial_year"]).sum()
    rows = []
    for year in accounts.years.covered:
        work = sum(
            float(gbp) for (of, _), gbp in zip(limits.keys, limits.cost, strict=True) if of == year
        )
        name = financial_year(year)
        rows.append({"financial_year": name, "gbp": work + float(other.get(name, 0.0))})
    return pd.DataFrame(rows, columns=["financial_year", "gbp"])


ASSUMPTIONS = [
    "id",
    "title",
    "unit",
    "low",
    "central",
    "high",
    "grade",
    "source",
    "href",
    "date",
    "note",
    "used_by",
    "confirmed",
    "reason",
    "swing_gbp",
]


def assumptions_table(accounts: Accounts, duties: Sequence[Duty]) -> pd.DataFrame:
    """List every value the measures rest on, the one that moves the burden most first."""
    evidence, scenario = accounts.inputs.evidence, accounts.inputs.scenario
    used: dict[str, list[str]] = {}
    for duty in duties:
        for name in duty.assumptions:
            place = f"{duty.measure.id}.{duty.line.id}"
            if place not in used.setdefault(name, []):
                used[name].append(place)
    reasons = {override.value: override.reason for override in scenario.overrides}
    moved = swings(accounts, duties)
    rows = [
        {
            "id": name,
            "title": evidence[name].title,
            "unit": evidence[name].unit,
            "low": evidence[name].low,
            "central": evidence[name].central,
            "high": evidence[name].high,
            "grade": evidence[name].grade,
            "source": evidence[name].source.title,
            "href": evidence[name].source.href,
            "date": evidence[name].date,
            "note": evidence[name].note,
            "used_by": ", ".join(places),
            "confirmed": evidence[name].overridden,
            "reason": reasons.get(name, ""),
            "swing_gbp": moved[name],
        }
        for name, places in sorted(used.items(), key=lambda item: -abs(moved[item[0]]))
    ]
    return pd.DataFrame(rows, columns=ASSUMPTIONS)


def grant_table(scenario: Scenario, by_year: pd.DataFrame) -> pd.DataFrame:
    """Compare a grant offered with the burden in cash."""
    offers = {grant.financial_year: grant.gbp for grant in scenario.assessment.grant}
    plans = scenario.figure("plans") or float("nan")
    rows: list[dict[str, Any]] = []
    for row in by_year.to_dict("records"):
        cost, offer = row["cash_net_gbp"], offers.get(row["financial_year"])
        rows.append(
            {
                "financial_year": row["financial_year"],
                "offer_gbp": np.nan if offer is None else offer,
                "cash_net_gbp": cost,
                "funded_share": offer / cost
                if offer is not None and cost > HALF_A_POUND
                else np.nan,
                "verdict": _verdict(offer, cost),
                "per_plan_gbp": np.nan if offer is None else (offer - cost) / plans,
            }
        )
    return pd.DataFrame(rows)


def _verdict(offer: float | None, cost: float) -> str:
    if offer is None:
        return "no offer"
    if cost - offer <= HALF_A_POUND:
        return "funded"
    return "part funded" if offer > HALF_A_POUND else "unfunded"


def national(accounts: Accounts, net: float) -> dict[str, float]:
    """Scale the net burden up to England by plans."""
    plans = accounts.inputs.figure("plans")
    share = plans / accounts.inputs.england("plans") if plans else float("nan")
    return {"net_gbp": net / share, "share_of_england": share}
