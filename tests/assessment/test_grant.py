"""A grant beside the burden: equal sums pay for each other, whatever rounding leaves."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import burdens
from burdens.assessment.conclusions import grant_table

YEAR = "2027-28"
UNHURRIED = settings(deadline=None)  # the first example reads the facts


def compared(offer: float, cost: float) -> pd.Series:
    """Return the row of a grant offered for a cost [both GBP]."""
    scenario = burdens.new("Devon").changed(
        assessment={"grant": [{"financial_year": YEAR, "gbp": offer}]}
    )
    by_year = pd.DataFrame({"financial_year": [YEAR], "cash_net_gbp": [cost]})
    return grant_table(scenario, by_year).iloc[0]


@UNHURRIED
@given(st.lists(st.floats(0, 1e8), min_size=1, max_size=12))
def test_a_grant_of_the_sum_of_the_costs_funds_them_in_any_order(parts: list[float]) -> None:
    """What is added from the left, from the right and without rounding is one sum."""
    for cost in (sum(parts), sum(reversed(parts))):
        assert compared(math.fsum(parts), cost)["verdict"] == "funded"


@UNHURRIED
@given(st.floats(100, 1e8), st.floats(1, 50))
def test_a_grant_a_pound_or_more_short_funds_a_part(cost: float, short: float) -> None:
    assert compared(cost - short, cost)["verdict"] == "part funded"


def test_no_cost_but_rounding_has_no_share_that_is_funded() -> None:
    row = compared(1000.0, 1e-7)
    assert row["verdict"] == "funded"
    assert math.isnan(row["funded_share"])


def test_half_a_grant_funds_half() -> None:
    assert compared(500.0, 1000.0)["funded_share"] == pytest.approx(0.5)
