"""The GDP deflator, against what the Treasury and others publish."""

from __future__ import annotations

import csv
from itertools import pairwise

import pytest

from burdens.errors import FactsError
from burdens.evidence import deflator, is_forecast, reprice
from burdens.evidence.deflators import FILE, is_published


@pytest.mark.truth
@pytest.mark.parametrize(("year", "index"), [("2020-21", 85.10), ("2024-25", 100.0)])
def test_a_year_s_index_is_the_published_one(year: str, index: float) -> None:
    """2020-21 = 85.10 is quoted from the release of March 2026 by a third reader."""
    assert deflator(year) == pytest.approx(index, abs=0.005)


@pytest.mark.truth
def test_each_published_growth_is_the_step_of_the_index() -> None:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["financial_year"] for row in rows][::20] == ["2010-11", "2030-31"]
    for before, row in pairwise(rows):
        step = deflator(row["financial_year"]) / deflator(before["financial_year"]) - 1
        assert 100 * step == pytest.approx(float(row["growth"]), abs=2e-4), row["financial_year"]


def test_the_forecast_begins_after_the_last_outturn_of_march_2026() -> None:
    assert not is_forecast("2024-25")
    assert is_forecast("2025-26")


def test_past_the_forecast_its_last_growth_goes_on() -> None:
    """Growth of 2.016 % in 2030-31, the last year of the release."""
    assert deflator("2033-34") == pytest.approx(113.6416 * 1.02016**3)
    assert is_published("2030-31")
    assert not is_published("2031-32")
    assert is_forecast("2031-32")


def test_repricing_there_and_back_changes_nothing() -> None:
    there = reprice(1_000, "2017-18", "2029-30")
    assert there > 1_000
    assert reprice(there, "2029-30", "2017-18") == pytest.approx(1_000)


def test_a_year_before_the_first_is_refused_with_the_first() -> None:
    with pytest.raises(FactsError, match=r"held for 2009-10\. The first is 2010-11"):
        deflator("2009-10")


@pytest.mark.parametrize("year", ["2026", "2026-28", "2026/27", "26-27", ""])
@pytest.mark.parametrize("ask", [deflator, is_forecast, is_published])
def test_a_year_written_otherwise_is_refused_with_the_form(ask: object, year: str) -> None:
    assert callable(ask)
    with pytest.raises(FactsError, match="Write it as 2026-27"):
        ask(year)
