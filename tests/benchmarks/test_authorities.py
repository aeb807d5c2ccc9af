"""Authorities of England can be planned, and no gap in their figures goes unsaid.

Every thirteenth one here, to keep a run short; `python -m tests.benchmarks.authorities` plans them all.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from tests.benchmarks.authorities import plan_authorities
from tests.benchmarks.summary import summary

pytestmark = pytest.mark.slow
AUTHORITIES = 12


@pytest.fixture(scope="module")
def planned(show: Callable[[str], None]) -> pd.DataFrame:
    """Plan them, once."""
    table = plan_authorities(step=13)
    show(summary(table))
    return table


def test_each_has_an_optimal_plan(planned: pd.DataFrame) -> None:
    failed = planned[planned["status"] != "optimal"]
    assert failed[["authority", "status"]].to_dict("records") == []
    assert len(planned) == planned["code"].nunique() == AUTHORITIES


def test_every_missing_figure_that_shapes_a_plan_is_named_in_its_warnings(
    planned: pd.DataFrame,
) -> None:
    unnamed = planned[planned["unnamed"] != ""]
    assert unnamed[["authority", "unnamed"]].to_dict("records") == []


def test_no_staff_cost_or_share_is_missing_or_out_of_range(planned: pd.DataFrame) -> None:
    shares = planned[["first_quarter_on_time", "last_quarter_on_time"]]
    assert ((shares >= -1e-6) & (shares <= 1 + 1e-6)).all(axis=None)
    people = planned.filter(regex="_(in_post|keep_up|catch_up|peak|end)$")
    assert (people >= -1e-6).all(axis=None)
    assert (planned["first_year_gbp"] > 0).all()


def test_no_path_of_posts_falls(planned: pd.DataFrame) -> None:
    assert (planned["posts_fall"] == 0).all()
