from __future__ import annotations

import datetime as dt

import pytest

from burdens.pages.new_burdens.timing import DayField, PhasingField


@pytest.mark.parametrize("text", ["2027-09-01", "1 September 2027", " 1  Sep 2027", "01/09/2027"])
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    entry = DayField(name="from", label="Start")
    entry.value = text
    assert entry.read() == dt.date(2027, 9, 1)
    assert entry.error == ""


@pytest.mark.parametrize("text", ["31 June 2027", "2027-13-01", "September", "9/1/27"])
def test_what_is_no_day_is_named(text: str) -> None:
    entry = DayField(name="from", label="Start", of="Mediation")
    entry.value = text
    assert entry.read() is None
    assert entry.error.startswith(f"Start, Mediation: “{text}” is no day.")


def test_shares_are_read_in_percent() -> None:
    entry = PhasingField(name="phasing", label="Shares")
    for text in ("50, 50", "50;50", "50 %, 50 %"):
        entry.value = text
        assert entry.read() == (0.5, 0.5)
    entry.value = "33.3, 33.3, 33.4"
    assert entry.read() == pytest.approx((0.333, 0.333, 0.334))


def test_more_years_than_a_scenario_takes_are_refused() -> None:
    entry = PhasingField(name="phasing", label="Shares")
    entry.value = ", ".join(["10"] * 9 + ["5", "5"])
    assert entry.read() is None
    assert entry.error == "Shares: at most 10 years can be given."
