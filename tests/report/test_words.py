"""Numbers as a report writes them."""

from __future__ import annotations

import pytest

from burdens.report import words

NO_NUMBER = float("nan")


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1234.4, "£1,234"),
        (-1234.6, "−£1,235"),
        (-0.4, "£0"),
        (0.0, "£0"),
        (9_999.4, "£9,999"),
        (-12_678.0, "−£13,000"),
        (12_345_678.0, "£12,346,000"),
        (NO_NUMBER, "–"),
        (None, "–"),
    ],
)
def test_pounds_are_no_more_exact_than_they_are_known_and_nought_has_no_sign(
    number: float | None, written: str
) -> None:
    assert words.pounds(number) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [(0.29, "29%"), (0.035, "3.5%"), (0.0012, "0.12%"), (5.711, "571.1%"), (1.0, "100%")],
)
def test_a_share_keeps_what_it_needs(number: float, written: str) -> None:
    assert words.share(number) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [(0.231, "0.23"), (3.0, "3"), (1234.5, "1,234"), (0.0, "0"), (-0.001, "0"), (NO_NUMBER, "–")],
)
def test_few_keep_their_decimals_and_many_do_not(number: float, written: str) -> None:
    assert words.quantity(number) == written


def test_a_text_too_long_for_a_cell_is_cut_where_it_shows() -> None:
    assert words.plain("x" * 40_000) == "x" * 32_000 + " …"


def test_half_of_a_broken_character_is_left_out() -> None:
    assert words.plain("a\ud800b\x85c") == "a b c"
