"""How wide staff that is only implied is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.evidence import read
from burdens.problem.implied import implied_range

ROLES = st.sampled_from(["ep", "caseworker", "salt", "send_manager", "nobody"])


@given(ROLES, st.floats(0, 1e4))
def test_a_range_holds_its_centre_and_scales_with_it(role: str, implied: float) -> None:
    low, central, high = implied_range(role, implied)
    assert 0 <= low <= central == implied <= high
    unit = implied_range(role, 1.0)
    assert (low, high) == pytest.approx((implied * unit[0], implied * unit[2]))


def test_the_ends_are_the_ratios_of_the_role_and_of_all_where_it_has_none() -> None:
    for role, name in (("ep", "ep"), ("caseworker", "caseworker"), ("salt", "other")):
        value = read()[f"implied.observed_ratio.{name}"]
        low, _, high = implied_range(role, 10.0)
        assert (low, high) == pytest.approx((10 * value.low, 10 * max(1.0, value.high)))


def test_a_ratio_typed_in_makes_the_range_narrow() -> None:
    sure = read().with_overrides({"implied.observed_ratio.caseworker": (0.95, 1.0, 1.05)})
    assert implied_range("caseworker", 100, sure) == pytest.approx((95, 100, 105))
