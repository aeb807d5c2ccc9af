"""Plans that leave: what new plans and the change of the stock leave over."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdens.authorities import Figures
from burdens.evidence import read
from burdens.problem import Inputs, demand_of
from burdens.problem.exits import leaving, leaving_share, usual_leaving
from burdens.scenario import Scenario

Override = Callable[[Scenario, dict[str, float]], Scenario]
Typed = Callable[..., Scenario]
COUNTS = st.floats(1, 1e6)


@given(COUNTS, st.floats(0, 1e5), st.floats(0, 0.5), st.floats(-0.1, 0.1))
def test_plans_ceased_and_net_exits_explain_the_change_of_the_stock(
    plans: float, new: float, ceased: float, net: float
) -> None:
    """Stock change = new plans - ceased - net exits."""
    later = plans + new - ceased * plans - net * plans
    if later <= 0:
        return
    share = leaving({2024: plans, 2025: later}, {2024: new}, 2024)
    assert share is not None
    assert share * (plans + later) / 2 == pytest.approx((ceased + net) * plans, abs=1e-6 * plans)


@pytest.mark.parametrize(
    ("plans", "new"),
    [
        ({2024: 100.0}, {2024: 10.0}),
        ({2025: 100.0}, {2024: 10.0}),
        ({2024: 100.0, 2025: 110.0}, {2023: 10.0}),
        ({2024: 0.0, 2025: 0.0}, {2024: 0.0}),
    ],
)
def test_an_incomplete_or_empty_year_tells_nothing(
    plans: dict[int, float], new: dict[int, float]
) -> None:
    assert leaving(plans, new, 2024) is None


def test_one_wild_count_does_not_move_the_usual_share() -> None:
    """Newham's plans fell from 2,705 to 1,199 in the year in which 5 % left, before and after."""
    plans = {2021: 1000.0, 2022: 1050.0, 2023: 1100.0, 2024: 500.0}
    figures = Figures(
        {"plans": plans, "new_plans": dict.fromkeys((2021, 2022, 2023), 100.0)}, {}, {}, {}
    )
    assert usual_leaving(figures) == pytest.approx(50 / 1025)
    assert usual_leaving(Figures({}, {}, {}, {})) is None


def test_the_share_is_half_the_authority_s_own_and_half_england_s(devon: Scenario) -> None:
    inputs = Inputs.of(devon)
    assert inputs.own is not None
    own = usual_leaving(inputs.own)
    assert own is not None
    count = devon.figure("plans") or 0.0
    share, (note,) = leaving_share(inputs, count)
    assert share == pytest.approx((own + read()["volumes.leaving_share"].central) / 2)
    ceased = (devon.figure("plans_ceased") or 0.0) / count
    assert f"{ceased:.1%} are ceased, and {ceased - share:.1%} are net arrivals" in note


def test_more_ceased_plans_typed_in_leave_on_top(devon: Scenario, typed: Typed) -> None:
    count = devon.figure("plans") or 0.0
    before, _ = leaving_share(Inputs.of(devon), count)
    more = (devon.figure("plans_ceased") or 0.0) + 0.03 * count
    after, _ = leaving_share(Inputs.of(typed(devon, plans_ceased=more)), count)
    assert after - before == pytest.approx(0.03)


@pytest.mark.parametrize(("ceased", "share"), [(1e9, 1.0), (0.0, None)])
def test_the_share_stays_within_nothing_and_all(
    devon: Scenario, typed: Typed, ceased: float, share: float | None
) -> None:
    found, _ = leaving_share(Inputs.of(typed(devon, plans_ceased=ceased)), 9848)
    assert 0 <= found <= 1
    if share is not None:
        assert found == share


def test_a_share_typed_in_is_used_as_it_is(devon: Scenario, overridden: Override) -> None:
    share, (note,) = leaving_share(
        Inputs.of(overridden(devon, {"volumes.leaving_share": 0.11})), 9848
    )
    assert share == pytest.approx(0.11)
    assert "as replaced under overrides" in note


def test_without_a_history_england_s_share_stands_in_and_is_named(
    devon: Scenario, typed: Typed
) -> None:
    inputs = dataclasses.replace(Inputs.of(typed(devon, plans_ceased=None)), own=None)
    share, (note,) = leaving_share(inputs, 9848)
    assert share == read()["volumes.leaving_share"].central
    assert "England's share" in note
    assert "figures.plans_ceased" in note


def test_in_a_year_of_a_level_flow_the_stock_changes_by_what_comes_less_what_leaves(
    devon: Scenario, overridden: Override
) -> None:
    """The weekly projection gives the share back that it was made with."""
    chosen = overridden(devon, {"growth.requests": 0.0, "volumes.leaving_share": 0.08})
    scenario = chosen.changed(start=dt.date(2025, 1, 13))
    stock = demand_of(Inputs.of(scenario)).stock
    assert stock is not None
    new = sum(stock.new_in(week) for week in range(52))
    share = leaving({2025: stock.plans[0], 2026: stock.plans[52]}, {2025: new}, 2025)
    assert share == pytest.approx(0.08, rel=2e-3)
