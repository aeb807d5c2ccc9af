"""Observed staff beside what the tool implies, for the councils that have published both.

What is implied is taken at the spending of the year of the observation, in its own prices.
"""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd

from burdens.authorities import all_authorities, observed_staffing
from burdens.authorities.observed import Observed
from burdens.evidence import deflator
from burdens.problem import build
from burdens.scenario import new

START = dt.date(2027, 4, 5)
QUANTILES = (0.1, 0.5, 0.9)
LINES = {
    "ep": "ep_service_gbp",
    "caseworker": "sen_administration_gbp",
    "send_manager": "sen_administration_gbp",
}
FIRST_SPENDING = 2018


def financial_year_of(date: str) -> int:
    """Give the year in which the financial year of a date begins; a year alone is one's start."""
    year, _, month = date.partition("-")
    return int(year) - (1 if month and int(month) < 4 else 0)


def newest(rows: tuple[Observed, ...]) -> Observed | None:
    """Give the newest dated stock: a number of staff, or of cases for each of them."""
    dated = [
        row
        for row in rows
        if row.date
        and financial_year_of(row.date) >= FIRST_SPENDING
        and row.kind == "stock"
        and (row.in_post is not None or row.cases_each)
    ]
    return dated[-1] if dated else None


def table() -> pd.DataFrame:
    """Give observed over implied, one row for each council and role."""
    found = []
    for council in all_authorities():
        for roles, rows in observed_staffing(council.code).items():
            row = newest(rows)
            if row is None or not set(roles) <= LINES.keys():
                continue
            series = council.figures.series(LINES[roles[0]])
            year = min(financial_year_of(row.date), max(series))
            scenario = new(council, start=START).changed(bucket_weeks=2)
            used = scenario.figures[LINES[roles[0]]]
            assert used.value is not None
            staff = {name: role.staff0 for name, role in build(scenario).roles.items()}
            # A council's caseworkers and managers are not told apart where the plan has no managers.
            implied = sum(staff.get(role, 0.0) for role in roles)
            scale = series[year] / used.value * _price(2024) / _price(year)
            plans = council.figures.series("plans")
            observed = row.in_post
            if observed is None:
                observed = plans[min(year + 1, max(plans))] / (row.cases_each or 1)
            if implied:
                ratio = observed / (implied * scale)
                found.append(
                    (council.name, " ".join(roles), row.date, observed, implied * scale, ratio)
                )
    columns = ["council", "roles", "date", "observed", "implied", "ratio"]
    return pd.DataFrame(found, columns=columns)


def _price(year: int) -> float:
    return deflator(f"{year}-{(year + 1) % 100:02d}")


def bands() -> dict[str, tuple[float, float, float, int]]:
    """Give low, middle and high of the ratio and how many it rests on, by role and for all."""
    rows = table()
    parts = {
        "ep": rows[rows["roles"] == "ep"],
        "caseworker": rows[rows["roles"].str.contains("caseworker")].drop_duplicates(
            "council", keep="last"
        ),
        "other": rows.drop_duplicates(["council", "roles"]),
    }
    return {
        name: (*(float(q) for q in np.quantile(part["ratio"], QUANTILES)), len(part))
        for name, part in parts.items()
    }


if __name__ == "__main__":
    print(table().round(2).to_string())  # noqa: T201
    print(bands())  # noqa: T201
