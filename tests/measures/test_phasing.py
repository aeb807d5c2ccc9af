"""The shares of the years of a phased measure add up to 1, to what rounding leaves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.measures import wrong_phasing

YEARS = st.integers(1, 10)


@given(YEARS, st.integers(6, 17))
def test_an_equal_split_adds_up_however_many_decimals_are_typed(years: int, decimals: int) -> None:
    assert not wrong_phasing((round(1 / years, decimals),) * years)


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=10))
def test_shares_of_a_whole_add_up(parts: list[int]) -> None:
    assert not wrong_phasing(tuple(part / sum(parts) for part in parts))


@given(YEARS, st.sampled_from([-1, 1]), st.floats(0.0001, 0.09))
def test_a_ten_thousandth_too_much_or_too_little_is_refused_with_its_sum(
    years: int, sign: int, off: float
) -> None:
    shares = [1 / years] * years
    shares[0] += sign * off
    assert wrong_phasing(tuple(shares)) == f"the phasing adds up to {1 + sign * off:g}, not to 1"


@pytest.mark.parametrize("shares", [(1.00002,), (0.99998,)])
def test_a_sum_that_is_refused_never_reads_as_1(shares: tuple[float, ...]) -> None:
    assert "adds up to 1," not in wrong_phasing(shares)
    assert "adds up to" in wrong_phasing(shares)
