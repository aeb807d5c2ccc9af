"""School holidays, against the calendar."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from burdens.errors import FactsError
from burdens.evidence import SchoolHoliday, school_holidays

D = dt.date


def test_the_holidays_of_2026_stand_where_a_usual_calendar_has_them() -> None:
    assert school_holidays(D(2026, 2, 1), D(2026, 12, 31)) == (
        SchoolHoliday("Spring half-term", D(2026, 2, 16), D(2026, 2, 20)),
        SchoolHoliday("Easter", D(2026, 3, 30), D(2026, 4, 10)),
        SchoolHoliday("Summer half-term", D(2026, 5, 25), D(2026, 5, 29)),
        SchoolHoliday("Summer", D(2026, 7, 22), D(2026, 9, 2)),
        SchoolHoliday("Autumn half-term", D(2026, 10, 26), D(2026, 10, 30)),
        SchoolHoliday("Christmas", D(2026, 12, 21), D(2027, 1, 1)),
    )


def test_by_default_the_years_to_2032_are_covered_with_six_holidays_each() -> None:
    found = school_holidays()
    for year in range(2026, 2033):
        assert sum(holiday.first.year == year for holiday in found) == 6


def test_every_easter_holiday_holds_good_friday_and_easter_monday() -> None:
    good_fridays = [D(2026, 4, 3), D(2027, 3, 26), D(2028, 4, 14), D(2029, 3, 30), D(2030, 4, 19)]
    easters = [h for h in school_holidays() if h.name == "Easter"]
    for friday, easter in zip(good_fridays, easters, strict=False):
        assert easter.first < friday < friday + dt.timedelta(days=3) <= easter.last


def test_a_holiday_that_began_before_the_span_is_given() -> None:
    assert school_holidays(D(2026, 1, 1), D(2026, 1, 1))[0].name == "Christmas"


def test_holidays_do_not_overlap() -> None:
    found = school_holidays()
    assert all(a.last < b.first for a, b in pairwise(found))


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(FactsError, match="before"):
        school_holidays(D(2026, 2, 1), D(2026, 1, 1))
