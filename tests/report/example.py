"""A small assessment whose totals were added up by hand.

Two measures over three years. Administration comes to £420,000, £270,000 and £220,000.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import Any

import pandas as pd

from burdens.assessment import Assessment
from burdens.measures import Line, Measure, PolicyFact
from burdens.scenario import Scenario, new

NO_NUMBER = float("nan")
YEARS = ("2027-28", "2028-29", "2029-30")
TITLES = {"lists": "Tailored lists", "passports": "Digital passports"}
# HM Treasury, GDP deflators, March 2026 release; 2024-25 = 100.
DEFLATORS = {"2026-27": 105.3095, "2027-28": 107.3546, "2028-29": 109.3571, "2029-30": 111.3959}
NET = dict(zip(YEARS, (420_000.0, 270_000.0, 220_000.0), strict=True))
CASH = {year: NET[year] * DEFLATORS[year] / DEFLATORS["2026-27"] for year in YEARS}


WORK = Line(id="work", title="Work", kind="recurring", each="plan", hours={"ep": ("a.b",)})
TRAINING = WORK.model_copy(update={"id": "training", "title": "Training", "phasing": (1.0,)})


@cache
def scenario(title: str = "Our first look") -> Scenario:
    """Return a scenario with a grant offer and one value replaced."""
    offer = {"financial_year": "2027-28", "gbp": 300_000.0, "source": "Letter of 3 March 2027"}
    return new("Devon", start=dt.date(2027, 4, 5)).changed(
        title=title,
        assessment={"years": 3, "area_cost": 1.1, "grant": [offer]},
        overrides=[{"value": "on_costs.overheads", "to": 0.29, "reason": "As in our accounts"}],
    )


def measure(name: str, title: str, **fields: Any) -> Measure:
    """Return a measure of a line."""
    policy = PolicyFact(
        title="SEND and alternative provision improvement plan: roadmap",
        provision="testing, from 2023",
        href="https://www.gov.uk/government/publications/roadmap",
        checked_on=dt.date(2026, 11, 24),
        read="secondary",
    )
    parts: dict[str, Any] = {
        "objective": f"What {name} are for.",
        "duty": f"What authorities must do about {name}. Now they need not.",
        "vintage": "2023 Improvement Plan",
        "status": "tested",
        "status_note": "Tested since January 2024.",
        "policy": policy,
        "lead_department": "Department for Education",
        "start": dt.date(2027, 4, 5),
        "lines": (WORK,),
    }
    return Measure(id=name, title=title, **{**parts, **fields})


BURDEN = [
    # measure, kind, nature, role, payer, provision, year, accounting, modelled
    ("lists", "one_off", "cost", "caseworker", "general_fund", False, 0, 28_000, 30_000),
    ("lists", "recurring", "cost", "caseworker", "general_fund", False, 0, 90_000, 100_000),
    ("lists", "recurring", "cost", "caseworker", "general_fund", False, 1, 180_000, 200_000),
    ("lists", "recurring", "cost", "caseworker", "general_fund", False, 2, 180_000, 200_000),
    ("lists", "recurring", "saving", "ep", "general_fund", False, 1, 25_000, 20_000),
    ("lists", "recurring", "saving", "ep", "general_fund", False, 2, 25_000, 20_000),
    ("passports", "one_off", "cost", "money", "general_fund", False, 0, 250_000, 250_000),
    ("passports", "one_off", "cost", "money", "general_fund", False, 1, 50_000, 50_000),
    ("passports", "recurring", "cost", "money", "high_needs", False, 0, 40_000, 40_000),
    ("passports", "recurring", "cost", "money", "high_needs", False, 1, 40_000, 40_000),
    ("passports", "recurring", "cost", "money", "high_needs", False, 2, 40_000, 40_000),
    ("passports", "recurring", "cost", "money", "high_needs", True, 1, 15_000, 15_000),
    ("passports", "recurring", "saving", "money", "high_needs", True, 2, 60_000, 60_000),
]


def _burden() -> pd.DataFrame:
    columns = ["measure", "kind", "nature", "role", "payer", "provision", "financial_year"]
    rows = [(*row[:6], YEARS[row[6]], *map(float, row[7:])) for row in BURDEN]
    return pd.DataFrame(rows, columns=[*columns, "accounting_gbp", "modelled_gbp"])


def _lines() -> pd.DataFrame:
    rows = []
    for name, kind, nature, role, payer, apart, year, accounting, _ in BURDEN:
        people = role != "money"
        rows.append(
            {
                "measure": name,
                "line": f"{nature}_{kind}",
                "title": f"{'Spared' if nature == 'saving' else 'More'} work on {name}",
                "kind": kind,
                "nature": nature,
                "role": role if people else "",
                "payer": payer,
                "provision": apart,
                "financial_year": YEARS[year],
                "count": 1234.5,
                "hours": accounting / 40 if people else 0.0,
                "gbp_low": accounting * 0.5,
                "gbp": float(accounting),
                "gbp_high": accounting * 2.0,
                "gbp_mean": accounting * 1.1,
                "values": f"{name}.hours, {name}.share",
            }
        )
    return pd.DataFrame(rows)


def _by_year() -> pd.DataFrame:
    columns = ["financial_year", "continued", "one_off_gbp", "recurring_gbp", "gross_gbp"]
    columns += ["savings_gbp", "net_gbp", "accounting_net_gbp", "low_net_gbp", "high_net_gbp"]
    columns.append("provision_gbp")
    rows = [
        (YEARS[0], False, 280_000.0, 140_000.0, 420_000.0, 0.0, 420_000.0, 408_000.0, 301_234.0, 612_345.0, 0.0),
        (YEARS[1], False, 50_000.0, 240_000.0, 290_000.0, 20_000.0, 270_000.0, 245_000.0, 190_000.0, 400_000.0, 15_000.0),
        (YEARS[2], True, 0.0, 240_000.0, 240_000.0, 20_000.0, 220_000.0, 195_000.0, -10_500.0, 350_000.0, -60_000.0),
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).assign(cash_net_gbp=list(CASH.values()))


def _part_years() -> pd.DataFrame:
    """Return a part year before the first whole one, as if the plan began five days before it."""
    money = ["one_off_gbp", "recurring_gbp", "gross_gbp", "savings_gbp", "net_gbp"]
    money += ["accounting_net_gbp", "provision_gbp", "cash_net_gbp"]
    first, last = dt.date(2027, 3, 27), dt.date(2027, 3, 31)
    row = (7_000.0, 1_500.0, 8_500.0, 300.0, 8_200.0, 8_000.0, 2_200.0, 8_200.0)
    columns = ["financial_year", "first_day", "last_day", *money]
    return pd.DataFrame([("2026-27", first, last, *row)], columns=columns)


def _by_measure() -> pd.DataFrame:
    columns = ["measure", "title", "one_off_gbp", "recurring_gbp", "gross_gbp", "savings_gbp"]
    columns += [
        "net_gbp",
        "accounting_net_gbp",
        "provision_gbp",
        "standard_error_gbp",
        "break_even",
    ]
    rows = [
        ("lists", "", 30_000.0, 500_000.0, 530_000.0, 40_000.0, 490_000.0, 428_000.0, 0.0, 0.0, 0.6),
        ("passports", "", 300_000.0, 120_000.0, 420_000.0, 0.0, 420_000.0, 420_000.0, -45_000.0, 1_500.0, NO_NUMBER),
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _by_role() -> pd.DataFrame:
    columns = ["role", "financial_year", "hours", "without_fte"]
    columns += ["needed_fte", "hired_fte", "unfilled_fte"]
    rows = [
        ("caseworker", YEARS[0], 2_950.0, 40.0, 2.4, 1.5, 0.9),
        ("caseworker", YEARS[1], 4_500.0, 41.0, 3.7, 2.5, 1.2),
        ("caseworker", YEARS[2], 4_500.0, 42.0, 3.7, 3.7, 0.0),
        ("ep", YEARS[1], -625.0, 20.0, -0.5, -0.2, 0.0),
        ("ep", YEARS[2], -625.0, 20.0, -0.5, -0.4, 0.0),
    ]
    return pd.DataFrame(rows, columns=columns)


def _by_payer() -> pd.DataFrame:
    rows = [
        ("general_fund", YEARS[0], 380_000.0, 0.0, 380_000.0, 0.0),
        ("general_fund", YEARS[1], 250_000.0, 20_000.0, 230_000.0, 0.0),
        ("general_fund", YEARS[2], 200_000.0, 20_000.0, 180_000.0, 0.0),
        ("high_needs", YEARS[0], 40_000.0, 0.0, 40_000.0, 0.0),
        ("high_needs", YEARS[1], 40_000.0, 0.0, 40_000.0, 15_000.0),
        ("high_needs", YEARS[2], 40_000.0, 0.0, 40_000.0, -60_000.0),
    ]
    columns = ["payer", "financial_year", "gross_gbp", "savings_gbp", "net_gbp", "provision_gbp"]
    return pd.DataFrame(rows, columns=columns)


def _present_value() -> pd.DataFrame:
    def worth(rate: float, first: float, second: float, third: float) -> float:
        return first + second / (1 + rate) + third / (1 + rate) ** 2

    rows = [
        {
            "rate": rate,
            "gross_gbp": worth(rate, 420_000, 290_000, 240_000),
            "savings_gbp": worth(rate, 0, 20_000, 20_000),
            "net_gbp": worth(rate, 420_000, 270_000, 220_000),
        }
        for rate in (0.035, 0.03)
    ]
    return pd.DataFrame(rows)


ASSUMED = [
    # id, title, low, central, high, grade, confirmed, reason, swing
    ("lists.hours", "Hours for one tailored list <draft> & review", 1, 3, 8, "D", False, "", 650_000),
    ("passports.price", "Price of a digital passport system", 1e5, 3e5, 6e5, "C", False, "", 310_000),
    ("lists.share", "Share of plans that get a list", 0.5, 0.8, 1, "D", False, "", -90_000),
    ("passports.hours", "Hours of training", 2, 2, 2, "D", True, "We timed it in 2026", 0),
    ("on_costs.overheads", "Overheads on pay with on-costs", 0.29, 0.29, 0.29, "B", True, "As in our accounts", 0),
]  # fmt: skip


def _assumptions() -> pd.DataFrame:
    columns = ["id", "title", "low", "central", "high", "grade", "confirmed", "reason", "swing_gbp"]
    table = pd.DataFrame(ASSUMED, columns=columns)
    return table.assign(
        unit="hours for each list",
        source="Judgement made here, after the roadmap of 2023",
        href="https://www.gov.uk/government/publications/roadmap",
        date="2023-07-01",
        note="No measured hours were found.",
        used_by="lists.cost_recurring, lists.cost_one_off",
    )


def _grant() -> pd.DataFrame:
    columns = ["financial_year", "offer_gbp", "cash_net_gbp", "funded_share", "verdict"]
    rows = [
        (YEARS[0], 300_000.0, CASH[YEARS[0]], 300_000 / CASH[YEARS[0]], "part funded", -13.0),
        (YEARS[1], NO_NUMBER, CASH[YEARS[1]], NO_NUMBER, "no offer", NO_NUMBER),
        (YEARS[2], NO_NUMBER, CASH[YEARS[2]], NO_NUMBER, "no offer", NO_NUMBER),
    ]
    return pd.DataFrame(rows, columns=[*columns, "per_plan_gbp"])


def _missed() -> pd.DataFrame:
    rows = [
        ("Final plan within 20 weeks", "2027-04-05 to 2028-04-02", 310.0, "cases", 250.0),
        ("No more than 200 cases a caseworker", "2028", 12.0, "cases", 0.0),
    ]
    columns = ["standard", "period", "amount", "unit", "without_amount"]
    return pd.DataFrame(rows, columns=columns)


def _overheads() -> pd.DataFrame:
    nets = {0.0: 760_000.0, 0.29: 910_000.0, 0.45: 1_002_000.0}
    rows = [(share, area, net * area) for area in (1.0, 1.1) for share, net in nets.items()]
    return pd.DataFrame(rows, columns=["overheads", "area_cost", "net_gbp"])


def example(titles: dict[str, str] = TITLES, title: str = "Our first look") -> Assessment:
    """Return the assessment.

    Parameters
    ----------
    titles
        Of the two measures.
    title
        Of the scenario.
    """
    by_measure = _by_measure()
    return Assessment(
        scenario=scenario(title),
        measures=(
            measure("lists", titles["lists"], phasing=(0.5, 0.5), lines=(WORK, TRAINING)),
            measure("passports", titles["passports"], start=dt.date(2027, 9, 1)),
        ),
        price_year="2026-27",
        years=YEARS,
        continued=YEARS[2:],
        lines=_lines(),
        burden=_burden(),
        by_year=_by_year(),
        part_years=_part_years(),
        provision=pd.DataFrame(
            [("passports", YEARS[1], 15_000.0), ("passports", YEARS[2], -60_000.0)],
            columns=["measure", "financial_year", "gbp"],
        ),
        by_measure=by_measure.assign(title=by_measure["measure"].map(titles)),
        by_role=_by_role(),
        by_payer=_by_payer(),
        present_value=_present_value(),
        overheads=_overheads(),
        within_limits=pd.DataFrame(
            zip(YEARS, (150_000.0, 210_000.0), strict=False),
            columns=["financial_year", "gbp"],
        ),
        missed=_missed(),
        assumptions=_assumptions(),
        grant=_grant(),
        warnings=["No caseload standard is set."],
        provenance={"burdens": "0.1.0", "pulp": "3.3.2", "scenario": "its hash"},
    )


def empty() -> Assessment:
    """Return an assessment of no measure: the same tables without rows, and years of no cost."""
    full = example()
    tables = {
        name: value.iloc[:0]
        for name, value in vars(full).items()
        if isinstance(value, pd.DataFrame) and name not in {"by_year", "present_value"}
    }
    money = [name for name in full.by_year if name.endswith("_gbp")]
    worth = full.present_value.assign(gross_gbp=0.0, savings_gbp=0.0, net_gbp=0.0)
    years = full.by_year.assign(**dict.fromkeys(money, 0.0))
    return replace(full, measures=(), by_year=years, present_value=worth, **tables)
