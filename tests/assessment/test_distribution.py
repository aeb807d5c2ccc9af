"""Sharing a sum out: what must hold for every key and every floor."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from burdens.assessment.distribution import distribute, fit
from burdens.errors import ProblemError

WEIGHTS = st.dictionaries(
    st.text(min_size=1, max_size=3),
    st.floats(0, 1e6, allow_subnormal=False),
    min_size=1,
    max_size=30,
).filter(lambda weights: sum(weights.values()) > 1e-3)
TOTAL = st.floats(1, 1e9)
SHARE = st.floats(0, 1)


@given(WEIGHTS, TOTAL, SHARE)
def test_the_parts_add_up_and_none_is_below_the_floor(
    weights: dict[str, float], total: float, share: float
) -> None:
    floor = share * total / len(weights)
    parts = distribute(total, weights, floor)

    assert list(parts) == list(weights)
    assert math.fsum(parts.values()) == pytest.approx(total, rel=1e-9)
    assert min(parts.values()) >= floor


@given(WEIGHTS, TOTAL, SHARE)
def test_who_weighs_more_never_gets_less(
    weights: dict[str, float], total: float, share: float
) -> None:
    parts = distribute(total, weights, share * total / len(weights))
    in_order = [parts[name] for name in sorted(weights, key=lambda name: weights[name])]
    for less, more in pairwise(in_order):
        assert less <= more * (1 + 1e-12)


@given(WEIGHTS, TOTAL, SHARE)
def test_above_the_floor_the_pounds_for_one_of_the_weight_are_the_same(
    weights: dict[str, float], total: float, share: float
) -> None:
    floor = share * total / len(weights)
    parts = distribute(total, weights, floor)
    rates = [parts[name] / weights[name] for name in parts if parts[name] > floor * (1 + 1e-9)]
    assert rates == pytest.approx([max(rates, default=0)] * len(rates), rel=1e-6)


@given(WEIGHTS, TOTAL)
def test_a_higher_floor_never_gives_more_to_those_above_it(
    weights: dict[str, float], total: float
) -> None:
    low, high = (total / len(weights) * share for share in (0.2, 0.6))
    before, after = distribute(total, weights, low), distribute(total, weights, high)
    above = [name for name in weights if after[name] > high]
    assert all(after[name] <= before[name] * (1 + 1e-9) for name in above)


@given(WEIGHTS, TOTAL, SHARE)
def test_water_poured_by_bisection_comes_to_the_same(
    weights: dict[str, float], total: float, share: float
) -> None:
    """Another method: the rate at which max(floor, rate x weight) adds up to the total."""
    floor = share * total / len(weights)
    low, high = 0.0, total / sum(weights.values())
    for _ in range(200):
        rate = (low + high) / 2
        over = math.fsum(max(floor, rate * weight) for weight in weights.values()) > total
        low, high = (low, rate) if over else (rate, high)
    parts = distribute(total, weights, floor)
    for name, weight in weights.items():
        assert parts[name] == pytest.approx(max(floor, low * weight), rel=1e-6, abs=1e-6 * total)


def test_the_floor_can_pull_a_second_one_down_to_it() -> None:
    """100 by 1 : 5 : 14 is 5 : 25 : 70; with a floor of 24 the first gets 24 and 20 are left."""
    assert distribute(100, {"a": 1, "b": 5, "c": 14}, 24) == {"a": 24, "b": 24, "c": 52}


def test_where_the_floors_are_the_whole_everybody_has_the_floor() -> None:
    assert distribute(300, {"a": 1, "b": 7, "c": 0}, 100) == {"a": 100, "b": 100, "c": 100}


@given(WEIGHTS, st.floats(0.01, 1e12))
@example({"a": 1.0, "b": 1.0, "c": 1.0}, 981_711_583.453781)
def test_an_equal_split_is_a_floor_that_leaves_nothing_over(
    weights: dict[str, float], total: float
) -> None:
    """Three thirds of £981,711,583.453781 come to a ten-millionth of a pound more than it."""
    floor = total / len(weights)
    for keys in (weights, dict.fromkeys(weights, 0.0)):
        parts = distribute(total, keys, floor)
        assert list(parts.values()) == pytest.approx([floor] * len(weights), rel=1e-9)


@given(st.integers(1, 200), st.floats(0.01, 1e12))
def test_a_floor_above_the_equal_split_is_refused(count: int, total: float) -> None:
    with pytest.raises(ProblemError, match="come to more than"):
        distribute(total, named((1.0,) * count), total / count * (1 + 1e-9))


@given(st.integers(3, 50), st.floats(0.01, 1e12))
def test_no_line_is_drawn_through_equal_splits_that_only_rounding_tells_apart(
    count: int, total: float
) -> None:
    up = [math.nextafter(total / count, math.inf), *[total / count] * (count - 1)]
    with pytest.raises(ProblemError, match="no line can be drawn"):
        fit(named(tuple(up)), named(tuple(range(count))))


def test_every_faulty_number_is_named_at_once() -> None:
    with pytest.raises(ProblemError) as caught:
        distribute(-1, {"Devon": -2, "Kent": math.nan, "Leeds": 1}, math.inf)
    assert [fault.field for fault in caught.value.faults] == ["total", "floor", "Devon", "Kent"]


def test_floors_that_come_to_more_than_the_total_are_refused() -> None:
    with pytest.raises(ProblemError, match=r"3 floors of £40 come to more than £100\."):
        distribute(100, {"a": 1, "b": 1, "c": 1}, 40)


def test_floors_a_penny_too_high_are_named_with_their_pence() -> None:
    with pytest.raises(ProblemError, match=r"3 floors of £33\.34 come to more than £100\."):
        distribute(100, {"a": 1, "b": 1, "c": 1}, 33.34)


def test_a_rest_that_nobody_can_take_is_refused() -> None:
    with pytest.raises(ProblemError, match="nobody has a weight"):
        distribute(100, {"a": 0, "b": 0}, 10)


def named(numbers: tuple[float, ...]) -> dict[str, float]:
    return {f"authority {index}": number for index, number in enumerate(numbers)}


@pytest.mark.truth
def test_the_line_through_anscombe_s_first_quartet_is_the_published_one() -> None:
    """Anscombe, "Graphs in Statistical Analysis", 1973: y = 3.00 + 0.500 x, R2 = 0.67."""
    x = (10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5)
    y = (8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68)
    line = fit(named(y), named(x))
    assert line.intercept == pytest.approx(3.00, abs=0.005)
    assert line.slope == pytest.approx(0.500, abs=0.0005)
    assert line.r_squared == pytest.approx(0.67, abs=0.005)


def test_allocations_without_a_weight_are_named() -> None:
    with pytest.raises(ProblemError) as caught:
        fit({"Devon": 1, "Kent": 2, "Leeds": 3}, {"Leeds": 1})
    assert [fault.field for fault in caught.value.faults] == ["Devon", "Kent"]


@pytest.mark.parametrize(
    ("allocations", "weights"),
    [
        ({"a": 1, "b": 2}, {"a": 1, "b": 2}),
        ({"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 1, "c": 1}),
        ({"a": 2, "b": 2, "c": 2}, {"a": 1, "b": 2, "c": 3}),
    ],
)
def test_no_line_is_drawn_where_there_is_none(
    allocations: dict[str, float], weights: dict[str, float]
) -> None:
    with pytest.raises(ProblemError, match="no line can be drawn"):
        fit(allocations, weights)
