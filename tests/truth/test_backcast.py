"""The change from statements to EHC plans, 2014 to 2018, costed with the values of today.

What authorities were paid for it is known: £646 to £943 a statement, £751 to £1,096 a transfer. What
it was claimed to cost is about £5,080 a statement. The calculation by hand must say where it lies,
and which assumption makes the difference. `-s` prints the tables.
"""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

import burdens
from burdens.assessment import to_cash
from burdens.assessment.accounting import Accounts, lines_of
from burdens.assessment.duties import applied, duties_of
from burdens.assessment.years import years_of
from burdens.evidence import Evidence
from burdens.measures import values_of
from burdens.problem import Inputs, demand_of, problem_of
from tests.truth.backcast.by_hand import (
    NEW_ADVICE,
    PRICE_YEAR,
    all_values,
    by_financial_year,
    history,
    measure,
    parts,
    per_plan,
    swings,
    table,
)

pytestmark = pytest.mark.truth

MIDDLE_YEAR = "2016-17"
FUNDED_A_TRANSFER = (751, 1_096)
CLAIMED_A_STATEMENT = 5_080


@pytest.fixture(scope="module")
def known() -> Evidence:
    return all_values()


def paid(*names: str) -> float:
    return sum(grant["gbp"] for grant in history()["grants"] if grant["name"] in names)


def test_the_grants_come_to_the_ratios_found_before() -> None:
    statements, transferred = (
        history()["statements"]["count"],
        sum(history()["transferred"].values()),
    )
    implementation, all_grants = paid("implementation"), paid("implementation", "reform")
    assert transferred == 203_229
    assert implementation / statements == pytest.approx(646, abs=0.5)
    assert all_grants / statements == pytest.approx(943, abs=0.5)
    assert implementation / transferred == pytest.approx(FUNDED_A_TRANSFER[0], abs=0.5)
    assert all_grants / transferred == pytest.approx(FUNDED_A_TRANSFER[1], abs=0.5)
    assert history()["claimed"]["gbp"] / statements == pytest.approx(CLAIMED_A_STATEMENT, abs=1)


def test_the_phases_of_the_measure_are_the_transfers_by_year_from_september() -> None:
    by_year = history()["transferred"]
    years = [by_year[2014] + by_year[2015] * 2 / 3]
    years += [by_year[year] / 3 + by_year[year + 1] * 2 / 3 for year in (2015, 2016)]
    years += [by_year[2017] / 3 + by_year[2018]]
    shares = [count / sum(by_year.values()) for count in years]
    assert measure().phasing == pytest.approx(shares, abs=1e-6)


def test_the_share_transferred_is_that_of_the_counts(known: Evidence) -> None:
    statements, transferred = (
        history()["statements"]["count"],
        sum(history()["transferred"].values()),
    )
    reviewed = transferred + sum(history()["without_plan"].values())
    share = known["transfer_2014_18.transferred_share"]
    assert (share.central, share.high) == pytest.approx(
        (transferred / statements, reviewed / statements), abs=5e-5
    )


def test_every_transfer_falls_in_a_financial_year_of_the_grants() -> None:
    transferred = history()["transferred"]
    spread = by_financial_year(transferred)
    assert sum(spread.values()) == pytest.approx(sum(transferred.values()))
    assert set(spread) == {grant["financial_year"] for grant in history()["grants"]}


def test_what_was_paid_lies_between_new_advice_for_nobody_and_for_all(known: Evidence) -> None:
    """Whatever the share, which nobody has published: the grants say only where it lay."""
    nobody, everybody = (
        per_plan(known.with_overrides({NEW_ADVICE: share}), MIDDLE_YEAR) for share in (0.0, 1.0)
    )
    low, high = FUNDED_A_TRANSFER
    first, last = ((each - nobody) / (everybody - nobody) for each in FUNDED_A_TRANSFER)
    print(f"\nThe grants paid for new advice in {first:.0%} to {last:.0%} of transfers.")  # noqa: T201
    assert nobody < low < high < everybody


def test_with_the_judgement_made_here_the_cost_is_what_was_paid_and_not_what_was_claimed(
    known: Evidence,
) -> None:
    each = per_plan(known, MIDDLE_YEAR)
    shown = "\n".join(f"{name}: £{gbp:,.0f}" for name, gbp in parts(known).items())
    words = f"£{each:,.0f} a transfer in prices of {MIDDLE_YEAR}\n{shown}\n{table(known)}"
    print(f"\n{words}")  # noqa: T201
    low, high = FUNDED_A_TRANSFER
    assert low <= each <= high, words
    assert max(one.high for one in swings(known, MIDDLE_YEAR)) < CLAIMED_A_STATEMENT / 2, words


def test_new_psychological_advice_makes_the_difference(known: Evidence) -> None:
    found = swings(known, MIDDLE_YEAR)
    words = "\n".join(f"{one.name}: £{one.low:,.0f} to £{one.high:,.0f}" for one in found)
    print(f"\n{words}")  # noqa: T201
    widest, second = found[:2]
    assert widest.name == "share with new psychological advice", words
    assert widest.width > 2 * second.width, words


def test_the_engine_costs_a_transfer_as_the_calculation_by_hand_does(known: Evidence) -> None:
    """England's statements of August 2014, in a scenario that starts on 1 September 2014."""
    lines = accounted_for_england()
    counted = lines[lines["line"] == "draft"].drop_duplicates("financial_year")
    transferred = counted["count"].sum()
    assert transferred == pytest.approx(sum(history()["transferred"].values()), rel=1e-4)
    signed = lines["gbp"].where(lines["nature"] == "cost", -lines["gbp"])
    assert signed.sum() / transferred == pytest.approx(per_plan(known, PRICE_YEAR), rel=1e-6)
    cash = {
        year: to_cash(float(gbp), str(year), PRICE_YEAR)
        for year, gbp in signed.groupby(lines["financial_year"]).sum().items()
    }
    granted = paid("implementation", "reform")
    words = "\n".join(f"{year}: £{gbp / 1e6:,.1f}m" for year, gbp in cash.items())
    print(f"\nIn cash, of £{granted / 1e6:,.1f}m granted:\n{words}")  # noqa: T201
    assert paid("implementation") < sum(cash.values()) < granted


def accounted_for_england() -> pd.DataFrame:
    """Return the account of every statement's transfer, by financial year and the part of 2014-15."""
    published = burdens.new("Devon")
    figures = {
        name: {"value": entry["value"]} for name, entry in published.model_dump()["figures"].items()
    }
    figures["plans"] = {"value": history()["statements"]["count"], "source": "SFR"}
    scenario = published.changed(
        authority={"code": "England", "name": "England", "release": "2014"},
        start=dt.date(2014, 9, 1),
        horizon_weeks=240,
        assessment={"years": 4},
        figures=figures,
        measures=[],
    )
    chosen = applied(scenario, [measure()])
    inputs = Inputs.of(scenario, values_of(*chosen))
    demanded = demand_of(inputs)
    problem = problem_of(inputs, demanded)
    duties, left_out = duties_of(inputs, demanded, problem, chosen)
    assert not left_out
    years = years_of(scenario, problem)
    parts = [lines_of(Accounts(inputs, some), duties) for some in (years.of_parts, years)]
    return pd.concat(parts, ignore_index=True)
