"""Discounting, price levels and means of ranges, against published tables and worked examples."""

from __future__ import annotations

import pytest

from burdens.assessment.prices import pert_mean, present_value, to_cash
from burdens.evidence import deflator, read

pytestmark = pytest.mark.truth

# HM Treasury, Green Book supplementary guidance: discounting (February 2026), annex A, table A.1,
# 3.5 %, years 0 to 10, as two packages quote it in their tests: workHORSE (University of
# Liverpool) and healthiar. Not read in the guidance itself.
GREEN_BOOK = (1.0, 0.9662, 0.9335, 0.9019, 0.8714, 0.8420, 0.8135, 0.7860, 0.7594, 0.7337, 0.7089)
# The same, table A.2, 1.5 %, years 0 to 5.
GREEN_BOOK_HEALTH = (1.0, 0.9852, 0.9707, 0.9563, 0.9422, 0.9283)


@pytest.mark.parametrize(("year", "factor"), list(enumerate(GREEN_BOOK)))
def test_a_pound_of_a_later_year_is_worth_the_green_book_s_factor(year: int, factor: float) -> None:
    rate = read()["discount.rate"].central
    assert present_value([0.0] * year + [1.0], rate) == pytest.approx(factor, abs=5e-5)


@pytest.mark.parametrize(("year", "factor"), list(enumerate(GREEN_BOOK_HEALTH)))
def test_another_rate_gives_its_own_published_factors(year: int, factor: float) -> None:
    assert present_value([0.0] * year + [1.0], 0.015) == pytest.approx(factor, abs=5e-5)


def test_a_stream_is_worth_the_sum_of_the_factors() -> None:
    amounts = [100.0 * (year + 1) for year in range(len(GREEN_BOOK))]
    by_table = sum(amount * factor for amount, factor in zip(amounts, GREEN_BOOK, strict=True))
    assert present_value(amounts, 0.035) == pytest.approx(by_table, rel=5e-5)
    assert present_value([], 0.035) == 0


@pytest.mark.parametrize(("year", "times"), [("2013-14", 1.3693), ("2018-19", 1.2692)])
def test_council_accounts_of_a_year_are_brought_to_2024_25_as_others_did(
    year: str, times: float
) -> None:
    """From the release of June 2026, one later than ours, in an analysis of council accounts."""
    assert deflator("2024-25") / deflator(year) == pytest.approx(times, rel=2e-4)


@pytest.mark.parametrize(
    ("year", "growth"),
    [
        ("2011-12", 2.13),
        ("2015-16", 0.69),
        ("2020-21", 5.23),
        ("2021-22", 0.24),
        ("2022-23", 7.03),
        ("2024-25", 4.05),
        ("2025-26", 3.24),
        ("2026-27", 2.01),
        ("2029-30", 1.86),
        ("2030-31", 2.02),
    ],
)
def test_a_pound_of_the_year_before_grows_by_the_published_rate(year: str, growth: float) -> None:
    """HM Treasury, March 2026: change on the year before [%], to two places."""
    before = f"{int(year[:4]) - 1}-{year[2:4]}"
    assert to_cash(100.0, year, before) - 100 == pytest.approx(growth, abs=0.0051)


@pytest.mark.parametrize(
    ("low", "central", "high", "mean"),
    [
        # pmlearning.org/project-management-glossary/three-point-estimating: a payment gateway
        (4, 8, 24, 10),
        # pmpandsdlc.blogspot.com/2010/02: a project of usually 12 days
        (10, 12, 26, 14),
    ],
)
def test_the_mean_of_a_range_is_that_of_published_examples(
    low: float, central: float, high: float, mean: float
) -> None:
    assert pert_mean(low, central, high) == pytest.approx(mean)
