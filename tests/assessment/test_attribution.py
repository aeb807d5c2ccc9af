"""Shapley shares against games whose answers are published, and against their axioms."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.assessment.attribution import A_LITTLE, EXACT_UP_TO, over_years, shapley
from tests.truth.problems import by_chance

# S. C. Littlechild and G. Owen, "A simple expression for the Shapley value in a special case",
# Management Science 20 (1973): a runway is paid for by those who need so much of it.
RUNWAYS = {"a": 8.0, "b": 11.0, "c": 13.0, "d": 18.0}
SHARES = {"a": 2.0, "b": 3.0, "c": 4.0, "d": 9.0}


def longest(needs: dict[str, float], members: frozenset[str]) -> np.ndarray:
    return np.array([max((needs[name] for name in members), default=0.0)])


@pytest.mark.truth
def test_the_airport_game_is_shared_as_published() -> None:
    found = shapley(list(RUNWAYS), lambda members: longest(RUNWAYS, members))
    assert {name: share.item() for name, share in found.shares.items()} == pytest.approx(SHARES)
    assert set(found.standard_errors.values()) == {0.0}


@pytest.mark.truth
def test_the_glove_game_is_shared_as_published() -> None:
    def pairs(members: frozenset[str]) -> np.ndarray:
        return np.array([float("right" in members and bool(members & {"left", "other left"}))])

    found = shapley(["left", "other left", "right"], pairs).shares
    assert found["left"].item() == pytest.approx(1 / 6)
    assert found["right"].item() == pytest.approx(4 / 6)


values = st.lists(st.floats(0, 100), min_size=8, max_size=8)


@by_chance(50)
@given(values)
def test_shares_are_the_mean_over_all_orders(worth: list[float]) -> None:
    names = ["a", "b", "c"]
    sets = [frozenset(n for k, n in enumerate(names) if bits >> k & 1) for bits in range(8)]
    table = dict(zip(sets, worth, strict=True))
    found = shapley(names, lambda members: np.array([table[members]])).shares
    added = dict.fromkeys(names, 0.0)
    for order in permutations(names):
        for place, name in enumerate(order):
            before = frozenset(order[:place])
            added[name] += (table[before | {name}] - table[before]) / 6
    assert {n: v.item() for n, v in found.items()} == pytest.approx(added, abs=1e-9)


MANY = {f"m{number}": float(number + 1) for number in range(EXACT_UP_TO + 3)}


def test_sampled_shares_add_up_to_the_total() -> None:
    found = shapley(list(MANY), lambda members: longest(MANY, members))
    assert sum(share.item() for share in found.shares.values()) == pytest.approx(max(MANY.values()))


def test_sampled_shares_lie_within_their_stated_error_of_the_published_formula() -> None:
    """The airport formula: each stretch of runway is paid for by all who need it."""
    found = shapley(list(MANY), lambda members: longest(MANY, members))
    needs, count = sorted(MANY.values()), len(MANY)
    exact, owed = {}, 0.0
    for place, need in enumerate(needs):
        owed += (need - (needs[place - 1] if place else 0.0)) / (count - place)
        exact[f"m{place}"] = owed
    for name, share in found.shares.items():
        assert found.standard_errors[name] > 0
        assert share.item() == pytest.approx(exact[name], abs=5 * found.standard_errors[name])


def test_sampled_shares_of_what_merely_adds_up_are_exact() -> None:
    found = shapley(list(MANY), lambda members: np.array([sum(MANY[name] for name in members)]))
    assert {name: share.item() for name, share in found.shares.items()} == pytest.approx(MANY)
    assert max(found.standard_errors.values()) == pytest.approx(0, abs=1e-9)


def test_each_set_is_worked_out_once() -> None:
    asked: list[frozenset[str]] = []

    def value(members: frozenset[str]) -> np.ndarray:
        asked.append(members)
        return longest(RUNWAYS, members)

    shapley(list(RUNWAYS), value)
    assert len(asked) == len(set(asked)) == 2 ** len(RUNWAYS)


@by_chance(50)
@given(
    st.lists(st.floats(1, 1e4), min_size=3, max_size=3),
    st.lists(st.floats(1, 1e4), min_size=3, max_size=3),
    st.lists(st.lists(st.floats(10, 1e3), min_size=3, max_size=3), min_size=3, max_size=3),
)
def test_shares_over_years_have_both_sums_and_the_proportions_of_the_work(
    bears: list[float], years: list[float], hours: list[list[float]]
) -> None:
    """Which is what proportional fitting is: margins as wanted, cross ratios as they were."""
    names = ["a", "b", "c"]
    shares = np.array(bears) * sum(years) / sum(bears)
    found = over_years(
        {name: np.array([share]) for name, share in zip(names, shares, strict=True)},
        np.array(years)[:, None],
        {name: np.array(row)[:, None] for name, row in zip(names, hours, strict=True)},
    )
    matrix = np.array([found[name][:, 0] for name in names])
    seed = np.array(hours) + A_LITTLE * np.mean(hours)
    assert matrix.sum(axis=0) == pytest.approx(years)
    assert matrix.sum(axis=1) == pytest.approx(shares, rel=1e-6)
    for i, j in ((0, 1), (1, 2)):
        crossed = matrix[i, i] * matrix[j, j] / (matrix[i, j] * matrix[j, i])
        assert crossed == pytest.approx(seed[i, i] * seed[j, j] / (seed[i, j] * seed[j, i]))


def test_nothing_falls_on_a_year_before_the_work_begins() -> None:
    """The late one bears its 60 in the last year; the early one the rest of each."""
    found = over_years(
        {"early": np.array([90.0]), "late": np.array([60.0])},
        np.array([[40.0], [30.0], [80.0]]),
        {"early": np.array([[5.0], [5.0], [5.0]]), "late": np.array([[0.0], [0.0], [7.0]])},
    )
    assert found["late"].ravel().tolist() == pytest.approx([0, 0, 60])
    assert found["early"].ravel().tolist() == pytest.approx([40, 30, 20])


def test_what_is_put_off_past_the_last_work_is_borne_by_whose_it_is() -> None:
    found = over_years(
        {"once": np.array([50.0])}, np.array([[45.0], [5.0]]), {"once": np.array([[9.0], [0.0]])}
    )
    assert found["once"].ravel().tolist() == pytest.approx([45, 5])
