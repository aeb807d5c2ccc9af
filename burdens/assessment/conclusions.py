"""What follows from the burden: cash, part years, present value, overheads, grant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from burdens.assessment.accounting import Accounts, swings
from burdens.assessment.duties import Duty
from burdens.assessment.prices import present_value, to_cash
from burdens.assessment.years import Array, Years
from burdens.evidence import read as read_evidence
from burdens.problem import price_year
from burdens.scenario import Scenario
from burdens.words import HALF_A_POUND

RATE, OVERHEADS = "discount.rate", "on_costs.overheads"


def years_table(years: Years, sums: Mapping[str, Array], ends: tuple[Array, Array]) -> pd.DataFrame:
    """Return the sums of each whole year beside its range and its cash."""
    return pd.DataFrame(
        {
            "financial_year": years.names,
            "continued": [year in years.continued for year in years.all],
            **sums,
            "low_net_gbp": ends[0],
            "high_net_gbp": ends[1],
            "cash_net_gbp": _cash(years, sums),
        }
    )


def part_years_table(years: Years, sums: Mapping[str, Array]) -> pd.DataFrame:
    """Return the sums of the part years, with the days that the plan covers."""
    return pd.DataFrame(
        {
            "financial_year": years.of_parts.names,
            "first_day": [part.first for part in years.parts],
            "last_day": [part.last for part in years.parts],
            **sums,
            "cash_net_gbp": _cash(years.of_parts, sums),
        }
    )


def _cash(years: Years, sums: Mapping[str, Array]) -> list[float]:
    return [
        to_cash(float(net), name, price_year())
        for net, name in zip(sums["net_gbp"], years.names, strict=True)
    ]


def present_values(accounts: Accounts, by_year: pd.DataFrame) -> pd.DataFrame:
    """Return present values at the rate in force and at the one recommended instead."""
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


def overheads_table(accounts: Accounts, burden: pd.DataFrame) -> pd.DataFrame:
    """Return the net burden at each level of overheads, with and without the area cost adjustment.

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
    """Return every value that the measures rest on, the one that moves the burden most first."""
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
    """Return a grant offered beside the burden of administration in cash."""
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
