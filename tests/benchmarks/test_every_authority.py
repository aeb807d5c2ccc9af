"""Every authority of England can be planned, and no gap in its figures goes unsaid."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from tests.benchmarks.authorities import plan_every_authority
from tests.benchmarks.summary import summary

pytestmark = [pytest.mark.slow, pytest.mark.benchmark]
AUTHORITIES = 153


@pytest.fixture(scope="module")
def every_authority(show: Callable[[str], None]) -> pd.DataFrame:
    """Plan them all, once."""
    table = plan_every_authority()
    show(summary(table))
    return table


def test_every_authority_has_an_optimal_plan(every_authority: pd.DataFrame) -> None:
    failed = every_authority[every_authority["status"] != "optimal"]
    assert failed[["authority", "status"]].to_dict("records") == []
    assert len(every_authority) == every_authority["code"].nunique() == AUTHORITIES


def test_every_missing_figure_that_shapes_a_plan_is_named_in_its_warnings(
    every_authority: pd.DataFrame,
) -> None:
    unnamed = every_authority[every_authority["unnamed"] != ""]
    assert unnamed[["authority", "unnamed"]].to_dict("records") == []


def test_no_staff_cost_or_share_is_missing_or_out_of_range(every_authority: pd.DataFrame) -> None:
    shares = every_authority[["first_quarter_on_time", "last_quarter_on_time"]]
    assert ((shares >= -1e-6) & (shares <= 1 + 1e-6)).all(axis=None)
    people = every_authority.filter(regex="_(in_post|needed_mean|end)$")
    assert (people >= -1e-6).all(axis=None)
    assert (every_authority["first_year_gbp"] > 0).all()
