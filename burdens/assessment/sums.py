"""Sums of the burden: by year, measure, payer and role, and the ends of its range."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from burdens.assessment.burden import in_plan
from burdens.assessment.duties import Duty
from burdens.assessment.modelled import Modelled
from burdens.assessment.years import Array, Years
from burdens.measures import Measure
from burdens.words import HALF_A_POUND


def ends_by_year(
    lines: pd.DataFrame,
    years: Years,
    modelled: Modelled,
    inside: Iterable[Duty],
    beyond_accounts: Array,
) -> tuple[Array, Array]:
    """Return the net burden of administration by year with all values cheap, and dear [GBP].

    Parameters
    ----------
    beyond_accounts
        By how much the modelled net burden passes the accounting one [GBP], by year; continued
        years carry it over.
    """
    there = np.array(in_plan(lines, inside), dtype=bool)
    administration = ~lines["provision"].to_numpy(dtype=bool)
    cheap, dear = ("gbp_low", "gbp_high"), ("gbp_high", "gbp_low")
    both = []
    for columns, modelled_ends in ((cheap, modelled.low), (dear, modelled.high)):
        everything = _net(lines[administration], columns, years)
        outside = _net(lines[administration & ~there], columns, years)
        amounts = list(zip(modelled.keys, modelled_ends, strict=True))
        work = [sum(gbp for (of, _), gbp in amounts if of == year) for year in years.covered]
        count = len(years.covered)
        later = (everything + beyond_accounts)[count:]
        both.append(np.concatenate([outside[:count] + np.array(work), later]))
    return both[0], both[1]


def _net(lines: pd.DataFrame, columns: tuple[str, str], years: Years) -> Array:
    """Add up costs from one column less savings from the other, by year."""
    saving = lines["nature"] == "saving"
    signed = lines[columns[0]].where(~saving, -lines[columns[1]])
    sums = signed.groupby(lines["financial_year"]).sum()
    return np.array([float(sums.get(name, 0.0)) for name in years.names])


def by_year_of(burden: pd.DataFrame, names: Iterable[str]) -> dict[str, Array]:
    """Return the sums of administration by year, and what provision costs beside them.

    One-off, recurring, gross, savings, net, accounting net and provision [GBP].
    """
    is_provision = burden["provision"].astype(bool)
    table, apart = burden[~is_provision], burden[is_provision]
    cost, saving = table[table["nature"] == "cost"], table[table["nature"] == "saving"]
    years = list(names)

    def by_year(rows: pd.DataFrame, column: str = "modelled_gbp") -> Array:
        sums = rows.groupby("financial_year")[column].sum()
        return np.array([float(sums.get(year, 0.0)) for year in years])

    gross, saved = by_year(cost), by_year(saving)
    return {
        "one_off_gbp": by_year(cost[cost["kind"] == "one_off"]),
        "recurring_gbp": by_year(cost[cost["kind"] == "recurring"]),
        "gross_gbp": gross,
        "savings_gbp": saved,
        "net_gbp": gross - saved,
        "accounting_net_gbp": by_year(cost, "accounting_gbp") - by_year(saving, "accounting_gbp"),
        "provision_gbp": by_year(apart[apart["nature"] == "cost"])
        - by_year(apart[apart["nature"] == "saving"]),
    }


def by_measure_of(
    burden: pd.DataFrame, measures: Iterable[Measure], errors: dict[str, float]
) -> pd.DataFrame:
    """Add up administration by measure; columns as `Assessment.by_measure` says."""
    rows = []
    for measure in measures:
        own = burden[burden["measure"] == measure.id]
        sums = {
            name: float(numbers.sum()) for name, numbers in by_year_of(own, _years(own)).items()
        }
        saved = sums["savings_gbp"]
        rows.append(
            {
                "measure": measure.id,
                "title": measure.title,
                **sums,
                "standard_error_gbp": errors.get(measure.id, 0.0),
                "break_even": sums["gross_gbp"] / saved if saved > HALF_A_POUND else float("nan"),
            }
        )
    columns = ["measure", "title", *SUMS, "standard_error_gbp", "break_even"]
    return pd.DataFrame(rows, columns=columns)


SUMS = (
    "one_off_gbp",
    "recurring_gbp",
    "gross_gbp",
    "savings_gbp",
    "net_gbp",
    "accounting_net_gbp",
    "provision_gbp",
)


def _years(burden: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys(burden["financial_year"]))


def by_payer_of(burden: pd.DataFrame) -> pd.DataFrame:
    """Add up administration by payer and year, provision beside it; as `Assessment.by_payer`."""
    columns = ["payer", "financial_year", "gross_gbp", "savings_gbp", "net_gbp", "provision_gbp"]
    table = burden.assign(
        gross_gbp=_where(burden, nature="cost", provision=False),
        savings_gbp=_where(burden, nature="saving", provision=False),
        provision_gbp=_where(burden, nature="cost", provision=True)
        - _where(burden, nature="saving", provision=True),
    )
    sums = ["gross_gbp", "savings_gbp", "provision_gbp"]
    added = table.groupby(["payer", "financial_year"], sort=False)[sums].sum().reset_index()
    added["net_gbp"] = added["gross_gbp"] - added["savings_gbp"]
    return added[columns]


def _where(burden: pd.DataFrame, *, nature: str, provision: bool) -> pd.Series[float]:
    """Return the modelled cost of some rows, and 0 for the others [GBP]."""
    is_meant = (burden["nature"] == nature) & (burden["provision"].astype(bool) == provision)
    return burden["modelled_gbp"].astype(float).where(is_meant, 0.0)


def provision_of(burden: pd.DataFrame) -> pd.DataFrame:
    """Add up provision by measure and year: cost less saving."""
    table = burden[burden["provision"].astype(bool)]
    signed = table["modelled_gbp"].where(table["nature"] == "cost", -table["modelled_gbp"])
    keys = [table["measure"], table["financial_year"]]
    return signed.groupby(keys, sort=False).sum().reset_index(name="gbp")


def hours_by_role(lines: pd.DataFrame) -> pd.DataFrame:
    """Add up hours by role and year: what is asked less what is spared."""
    table = lines[lines["role"] != ""]
    signed = table["hours"].where(table["nature"] == "cost", -table["hours"])
    hours = signed.groupby([table["role"], table["financial_year"]], sort=False).sum()
    return hours.reset_index(name="hours")
