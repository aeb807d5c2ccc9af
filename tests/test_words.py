from __future__ import annotations

import datetime as dt

import pytest

from burdens import words


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.6, "60%"), (0.9963, "99.6%"), (0.9999, "just under 100%"), (1.0, "100%"), (0, "0%")],
)
def test_a_share_that_is_not_all_never_reads_as_all(number: float, text: str) -> None:
    assert words.share(number) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(940_400, "£940,000"), (999_600, "£1.00 million"), (3_250_000, "£3.25 million")],
)
def test_pounds_are_written_as_a_committee_reads_them(number: float, text: str) -> None:
    assert words.gbp(number) == text


@pytest.mark.parametrize(
    ("number", "text"), [(0.0, "£0"), (1e-7, "£0"), (-1e-7, "£0"), (0.01, "under £10")]
)
def test_what_rounding_leaves_over_is_no_money(number: float, text: str) -> None:
    assert words.gbp(number) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(1527.6, "1,528"), (9.96, "10"), (3.42, "3.4"), (0.05, "0.1"), (0.02, "under 0.1")],
)
def test_what_is_missing_never_reads_as_nothing(number: float, text: str) -> None:
    assert words.amount(number) == text


@pytest.mark.parametrize(
    ("date", "year"),
    [
        (dt.date(2027, 3, 31), "2026-27"),
        (dt.date(2027, 4, 1), "2027-28"),
        (dt.date(2099, 4, 1), "2099-00"),
    ],
)
def test_a_financial_year_begins_in_april(date: dt.date, year: str) -> None:
    assert words.financial_year(date) == year


def test_a_span_within_one_month_names_it_once() -> None:
    first = dt.date(2027, 6, 1)
    assert words.months(first, dt.date(2027, 6, 30)) == "June 2027"
    assert words.months(first, dt.date(2028, 4, 2)) == "June 2027 to April 2028"


def test_a_list_ends_with_and() -> None:
    assert words.listed(["a", "b", "c"]) == "a, b and c"
    assert words.listed(["a"]) == "a"


def test_initials_stay_in_a_sentence() -> None:
    assert words.several("SEND manager") == "SEND managers"
    assert words.several("Caseworker") == "caseworkers"
