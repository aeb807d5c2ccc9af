"""What a pound of one financial year is worth in another: HM Treasury's GDP deflator.

The index is 100 in 2024-25: outturn of the Office for National Statistics (series L8GG), then the
forecast of the Office for Budget Responsibility. Past the last forecast its growth goes on.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from burdens.errors import FactsError, Fault

FILE = Path(__file__).parent / "deflators.csv"
YEAR = re.compile(r"(\d{4})-(\d\d)")


@dataclass(frozen=True)
class _Published:
    """A year as published: index (2024-25 = 100), growth on the year before, forecast or not."""

    index: float
    growth: float
    forecast: bool


def deflator(year: str) -> float:
    """Return the price level of a financial year [index, 2024-25 = 100].

    Parameters
    ----------
    year
        The financial year, such as ``"2026-27"``. Past the last one published, the last
        published growth goes on.

    Raises
    ------
    FactsError
        Where the year is not written so, or is before the first one held.
    """
    first = _first_of(year)
    years = _years()
    last = max(years)
    if first <= last:
        return years[first].index
    return float(years[last].index * (1 + years[last].growth) ** (first - last))


def reprice(amount: float, from_year: str, to_year: str) -> float:
    """Return an amount in the prices of another financial year [GBP].

    Parameters
    ----------
    amount
        In prices of `from_year` [GBP].
    from_year, to_year
        Financial years, such as ``"2026-27"``.

    Raises
    ------
    FactsError
        As for `deflator`.
    """
    return amount * deflator(to_year) / deflator(from_year)


def is_published(year: str) -> bool:
    """Whether the index of a financial year is published, as outturn or as forecast.

    Raises
    ------
    FactsError
        As for `deflator`.
    """
    return _first_of(year) in _years()


def is_forecast(year: str) -> bool:
    """Whether the index of a financial year is a forecast, published or carried on.

    Raises
    ------
    FactsError
        As for `deflator`.
    """
    published = _years().get(_first_of(year))
    return published is None or published.forecast


def _first_of(year: str) -> int:
    """Return the calendar year in which a financial year begins."""
    match = YEAR.fullmatch(year)
    if match is None or (int(match[1]) + 1) % 100 != int(match[2]):
        raise _error(f"{year} is no financial year.", "Write it as 2026-27.")
    first = int(match[1])
    if first < min(_years()):
        earliest = min(_years())
        fix = f"The first is {earliest}-{(earliest + 1) % 100:02d}."
        raise _error(f"no GDP deflator is held for {year}.", fix)
    return first


@cache
def _years() -> dict[int, _Published]:
    """Read the years by the calendar year in which each begins."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {
            int(row["financial_year"][:4]): _Published(
                index=float(row["index"]),
                growth=float(row["growth"]) / 100,
                forecast=row["basis"] == "forecast",
            )
            for row in csv.DictReader(file)
        }


def _error(what: str, fix: str) -> FactsError:
    return FactsError("There is no such price level", [Fault(what, fix, FILE.name)])
