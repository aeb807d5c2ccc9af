"""A small burden with known numbers, so that what a page says of it can be worked out by hand."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pandas as pd

from burdens.assessment import Assessment
from burdens.measures import measures

if TYPE_CHECKING:
    from burdens.scenario import Scenario

YEARS = ("2027-28", "2028-29", "2029-30")
NAN = float("nan")
DIGITAL, LISTS = "digital_ehcps", "tailored_lists"
BUILD, BUY = "tailored_lists.build_hours", "digital_ehcps.likelihood_of_buying"
EMPTY = {
    "lines": ["measure", "line", "title", "role", "gbp"],
    "burden": ["role", "nature", "provision", "financial_year", "modelled_gbp"],
    "present_value": ["rate", "gross_gbp", "savings_gbp", "net_gbp"],
}


def _by_year() -> pd.DataFrame:
    rows = [
        # one-off, recurring, savings; net is what is left.
        (900_000.0, 600_000.0, 100_000.0),
        (300_000.0, 800_000.0, 200_000.0),
        (0.0, 800_000.0, 200_000.0),
    ]
    return pd.DataFrame(
        {
            "financial_year": year,
            "continued": year == YEARS[-1],
            "one_off_gbp": one_off,
            "recurring_gbp": recurring,
            "gross_gbp": one_off + recurring,
            "savings_gbp": savings,
            "net_gbp": one_off + recurring - savings,
            "accounting_net_gbp": 0.9 * (one_off + recurring - savings),
            "low_net_gbp": -60_000.0,
            "high_net_gbp": 5_000_000.0,
            "cash_net_gbp": 1.02 * (one_off + recurring - savings),
            "provision_gbp": 30_000.0 if year == YEARS[0] else 0.0,
        }
        for year, (one_off, recurring, savings) in zip(YEARS, rows, strict=True)
    )


def _part_years() -> pd.DataFrame:
    money = {
        "one_off_gbp": 7_000.0,
        "recurring_gbp": 1_500.0,
        "gross_gbp": 8_500.0,
        "savings_gbp": 300.0,
        "net_gbp": 8_200.0,
        "accounting_net_gbp": 7_400.0,
        "provision_gbp": 600.0,
        "cash_net_gbp": 8_210.0,
    }
    days = {"first_day": dt.date(2027, 3, 27), "last_day": dt.date(2027, 3, 31)}
    return pd.DataFrame([{"financial_year": "2026-27", **days, **money}])


def _by_payer() -> pd.DataFrame:
    columns = ["payer", "financial_year", "gross_gbp", "savings_gbp", "net_gbp", "provision_gbp"]
    rows = [
        ("general_fund", YEARS[0], 1_500_000.0, 100_000.0, 1_400_000.0, 0.0),
        ("general_fund", YEARS[1], 1_100_000.0, 200_000.0, 900_000.0, 0.0),
        ("general_fund", YEARS[2], 800_000.0, 200_000.0, 600_000.0, 0.0),
        ("high_needs", YEARS[0], 0.0, 0.0, 0.0, 30_000.0),
    ]
    return pd.DataFrame(rows, columns=columns)


def _by_measure() -> pd.DataFrame:
    rows = [(DIGITAL, 1_000_000.0, 500_000.0, 2.5), (LISTS, 2_400_000.0, 0.0, NAN)]
    titles = {name: one.title for name, one in measures().items()}
    return pd.DataFrame(
        {
            "measure": name,
            "title": titles[name],
            "one_off_gbp": 0.0,
            "recurring_gbp": gross,
            "gross_gbp": gross,
            "savings_gbp": savings,
            "net_gbp": gross - savings,
            "accounting_net_gbp": 0.9 * (gross - savings),
            "provision_gbp": 30_000.0 if name == DIGITAL else 0.0,
            "standard_error_gbp": 0.0,
            "break_even": share,
        }
        for name, gross, savings, share in rows
    )


def _by_role() -> pd.DataFrame:
    rows = [
        ("caseworker", YEARS[0], 50.0, 12.0, 2.0, 10.0),
        ("caseworker", YEARS[1], 51.0, 10.0, 10.0, 0.0),
        ("send_manager", YEARS[0], NAN, 3.0, NAN, NAN),
        ("ep", YEARS[2], 20.0, -1.5, -1.0, 0.0),
    ]
    columns = ["role", "financial_year", "without_fte", "needed_fte", "hired_fte", "unfilled_fte"]
    return pd.DataFrame(rows, columns=columns).assign(hours=1000.0)


def _missed() -> pd.DataFrame:
    rows = [
        ("Appeal: respond to the appeal", "2027-10-04 to 2027-12-26", 79.7, "cases", 66.2),
        ("Tailored lists: Lists", "end of 2027-28", 2094.0, "hours, caseworker", 0.0),
        ("Tailored lists: Lists", "end of 2028-29", 5389.0, "hours, caseworker", 0.0),
    ]
    columns = ["standard", "period", "amount", "unit", "without_amount"]
    return pd.DataFrame(rows, columns=columns)


def _assumptions(scenario: Scenario) -> pd.DataFrame:
    values = scenario.evidence_values()
    reasons = {one.value: one.reason for one in scenario.overrides}
    rows = [
        {
            "id": name,
            "title": values[name].title,
            "unit": values[name].unit,
            "low": values[name].low,
            "central": values[name].central,
            "high": values[name].high,
            "grade": values[name].grade,
            "confirmed": values[name].overridden,
            "reason": reasons.get(name, ""),
            "swing_gbp": swing,
        }
        for name, swing in ((BUILD, 2_000_000.0), (BUY, 400_000.0))
    ]
    return pd.DataFrame(rows)


def _grant(scenario: Scenario, by_year: pd.DataFrame) -> pd.DataFrame:
    offers = {one.financial_year: one.gbp for one in scenario.assessment.grant}
    rows: list[dict[str, Any]] = []
    for year, cost in zip(by_year["financial_year"], by_year["cash_net_gbp"], strict=True):
        offer = offers.get(year, NAN)
        verdict = "part funded" if year in offers else "no offer"
        rows.append(
            {
                "financial_year": year,
                "offer_gbp": offer,
                "cash_net_gbp": cost,
                "funded_share": offer / cost,
                "verdict": verdict,
                "per_plan_gbp": (offer - cost) / 10_000,
            }
        )
    return pd.DataFrame(rows)


def small_burden(scenario: Scenario) -> Assessment:
    """Return the burden of two measures in three years."""
    by_year = _by_year()
    applied = tuple(measures()[name] for name in (DIGITAL, LISTS))
    return Assessment(
        scenario=scenario,
        measures=applied,
        price_year="2026-27",
        years=YEARS,
        continued=YEARS[-1:],
        by_year=by_year,
        part_years=_part_years(),
        by_payer=_by_payer(),
        provision=pd.DataFrame(
            {"measure": [DIGITAL], "financial_year": [YEARS[0]], "gbp": [30_000.0]}
        ),
        by_measure=_by_measure(),
        by_role=_by_role(),
        overheads=pd.DataFrame({"overheads": [0.0], "area_cost": [1.0], "net_gbp": [2_500_000.0]}),
        within_limits=pd.DataFrame({"financial_year": YEARS[:2], "gbp": [500_000.0, 700_000.0]}),
        missed=_missed(),
        assumptions=_assumptions(scenario),
        grant=_grant(scenario, by_year),
        warnings=["No caseload standard is set: none.", "A <b>warning</b>.", "A <b>warning</b>."],
        provenance={"burdens": "0.1.0"},
        **{name: pd.DataFrame(columns=columns) for name, columns in EMPTY.items()},
    )
