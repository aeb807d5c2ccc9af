"""Figures that jump against their neighbours in time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.authorities import england, find, jump_in

LEVEL = dict.fromkeys(range(2019, 2026), 1.0)
COUNTS = st.lists(st.floats(0, 1e6), min_size=3, max_size=7)


def by_year(numbers: list[float]) -> dict[int, float]:
    return dict(enumerate(numbers, start=2019))


def test_newham_s_plans_of_january_2025_jump() -> None:
    plans = find("Newham").figures.series("plans")
    jump = jump_in(plans, england().series("plans"), 2025)
    assert jump is not None
    assert (jump.value, jump.neighbours) == (1199, ((2023, 2618), (2024, 2705)))
    for year in (2021, 2022, 2023, 2024):
        assert jump_in(plans, england().series("plans"), year) is None


@pytest.mark.parametrize(
    ("numbers", "jumps"),
    [
        ([1000, 1310, 1000], True),
        ([1000, 1290, 1000], False),
        ([1000, 690, 1000], True),
        ([1000, 710, 1000], False),
        ([1000, 1310, 1250], False),  # one neighbour agrees
        ([1000, 1500, 2000], False),  # a rise is no jump
        ([10, 14, 10], False),  # as chance would have it
        ([0, 1310, 0], False),  # no share can be told
    ],
)
def test_a_figure_jumps_beyond_three_tenths_against_both(numbers: list[float], jumps: bool) -> None:
    assert (jump_in(by_year(numbers), LEVEL, 2020) is not None) == jumps


def test_the_newest_figure_has_the_two_before_it_for_neighbours() -> None:
    jump = jump_in(by_year([1000, 1000, 2000]), LEVEL, 2021)
    assert jump is not None
    assert jump.neighbours == ((2019, 1000), (2020, 1000))
    assert jump_in(by_year([2000, 1000, 2000]), LEVEL, 2021) is None


def test_what_all_england_did_is_no_jump() -> None:
    own = by_year([1000, 1600, 1000])
    assert jump_in(own, LEVEL, 2020) is not None
    assert jump_in(own, by_year([100, 160, 100]), 2020) is None


@pytest.mark.parametrize("year", [2018, 2019, 2022, 1900])
def test_a_year_without_two_neighbours_tells_nothing(year: int) -> None:
    assert jump_in(by_year([1000, 5000, 1000]), {}, year) is None


@given(COUNTS, st.floats(1, 3))
def test_numbers_that_england_s_growth_explains_jump_as_level_ones_do(
    numbers: list[float], factor: float
) -> None:
    """A level council in a level England, and the same one where both grow by a factor a year."""
    level = {2019 + place: 1e5 * (1 + share / 1e7) for place, share in enumerate(numbers)}
    rising = {year: factor ** (year - 2019) for year in level}
    grown = {year: level[year] * rising[year] for year in level}
    for year in level:
        assert jump_in(level, {}, year) is None
        assert jump_in(grown, rising, year) is None


@given(COUNTS)
def test_a_figure_that_jumps_is_above_both_its_neighbours_or_below_both(
    numbers: list[float],
) -> None:
    own = by_year(numbers)
    for year in own:
        jump = jump_in(own, {}, year)
        if jump is not None:
            around = [value for _, value in jump.neighbours]
            assert own[year] > 1.3 * max(around) or own[year] < 0.7 * min(around)
