"""Values fitted on published figures are what the fit and its back-test give."""

from __future__ import annotations

import numpy as np
import pytest

from burdens.authorities import all_authorities, england
from burdens.evidence import read
from burdens.problem.exits import usual_leaving
from tests.benchmarks.back_test import HORIZONS, england_known_by, errors
from tests.benchmarks.implied_staff import bands

VALUES = read()


def test_england_s_values_are_fitted_on_the_figures_of_their_release_and_no_later() -> None:
    growth, leaves = england_known_by(2025, VALUES["growth.damping"].central)
    assert VALUES["growth.requests"].central == pytest.approx(growth, abs=5e-6)
    assert VALUES["volumes.leaving_share"].central == pytest.approx(leaves, abs=5e-6)
    assert max(england().series("requests")) == 2024
    assert VALUES["growth.requests"].source.title.startswith("Own fit on SEN2 releases")
    assert "2025" in VALUES["growth.requests"].source.title


def test_the_high_growth_is_that_of_the_five_years_before() -> None:
    requests = england().series("requests")
    high = (requests[2024] / requests[2019]) ** (1 / 5) - 1
    assert VALUES["growth.requests"].high == pytest.approx(high, abs=5e-5)


def test_the_range_of_leaving_is_that_of_the_middle_half_of_authorities() -> None:
    shares = [usual_leaving(authority.figures) for authority in all_authorities()]
    low, high = np.quantile([share for share in shares if share is not None], [0.25, 0.75])
    value = VALUES["volumes.leaving_share"]
    assert (value.low, value.high) == pytest.approx((low, high), abs=5e-4)


@pytest.mark.slow
@pytest.mark.parametrize("years", HORIZONS)
@pytest.mark.parametrize("name", ["requests", "plans"])
def test_the_band_of_a_forecast_is_that_of_its_back_test(name: str, years: int) -> None:
    value, tested = VALUES[f"growth.{name}_outturn_after_{years}"], errors(name, years)
    assert (value.low, value.central, value.high) == pytest.approx(tested.band, abs=5e-4)
    for number in (
        f"{len(tested.ratios)} forecasts",
        f"Mean error {tested.mape:.1%}",
        f"no change has {tested.mape_unchanged:.1%}",
        f"bias {tested.bias:+.1%}",
    ):
        assert number in value.note


@pytest.mark.slow
@pytest.mark.parametrize("name", ["ep", "caseworker", "other"])
def test_the_width_of_implied_staff_is_that_of_the_councils_with_both(name: str) -> None:
    """`python -m tests.benchmarks.implied_staff` prints them, where what is implied has changed."""
    value = VALUES[f"implied.observed_ratio.{name}"]
    *band, count = bands()[name]
    assert (value.low, value.central, value.high) == pytest.approx(band, abs=0.006)
    words = {4: "four councils", 5: "five councils", 11: "eleven observations"}
    assert words[count] in value.note
