"""Pay on a day, against the published awards."""

from __future__ import annotations

import datetime as dt

import pytest

from burdens.errors import FactsError
from burdens.evidence import pay_point


def _gbp(scale: str, point: str, on: str) -> float:
    return pay_point(scale, point, on=dt.date.fromisoformat(on)).gbp


@pytest.mark.parametrize(
    ("scale", "point", "day", "pay"),
    [
        ("soulbury-ep", "A8", "2025-09-01", (57_953, 59_808)),
        ("njc", "28", "2025-04-01", (37_938, 39_152)),
        ("afc", "6-mid", "2026-04-01", (40_823, 42_170)),
    ],
)
def test_an_award_counts_from_its_own_day(
    scale: str, point: str, day: str, pay: tuple[float, float]
) -> None:
    day_before = dt.date.fromisoformat(day) - dt.timedelta(days=1)
    assert (_gbp(scale, point, day_before.isoformat()), _gbp(scale, point, day)) == pay


def test_after_the_last_award_the_last_known_pay_stands() -> None:
    point = pay_point("njc", "28", on=dt.date(2028, 1, 1))
    assert (point.gbp, point.start) == (39_152, dt.date(2025, 4, 1))


def test_soulbury_a6_to_a14_are_b1_to_b9() -> None:
    for number in range(6, 15):
        a = _gbp("soulbury-ep", f"A{number}", "2025-10-01")
        assert a == _gbp("soulbury-ep", f"B{number - 5}", "2025-10-01")


def test_the_njc_award_of_2025_is_the_agreed_percentage_on_every_point() -> None:
    for number in range(2, 44):
        old, new = (_gbp("njc", str(number), f"{year}-06-01") for year in (2024, 2025))
        assert new == pytest.approx(old * 1.032, abs=1)


def test_the_soulbury_award_of_2025_is_the_agreed_percentage_on_every_point() -> None:
    points = [f"A{n}" for n in range(1, 15)] + [f"B{n}" for n in range(1, 18)]
    for point in points:
        old, new = (_gbp("soulbury-ep", point, f"{year}-10-01") for year in (2024, 2025))
        assert new == pytest.approx(old * 1.032, abs=1)


def test_a_deleted_point_is_refused_from_the_day_it_went() -> None:
    assert _gbp("njc", "2", "2026-03-31") == 24_413
    with pytest.raises(FactsError, match="deleted on 2026-04-01"):
        _gbp("njc", "2", "2026-04-01")


def test_pay_before_the_first_award_held_is_refused() -> None:
    with pytest.raises(FactsError, match="2021-09-01"):
        _gbp("soulbury-ep", "A1", "2021-08-31")


def test_an_unknown_scale_or_point_suggests_the_nearest() -> None:
    with pytest.raises(FactsError, match="soulbury-ep"):
        _gbp("soulbury", "A8", "2025-10-01")
    with pytest.raises(FactsError, match="Did you mean"):
        _gbp("afc", "6-middle", "2025-10-01")
