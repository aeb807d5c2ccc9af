"""Numbers, dates and lists as an officer would write them."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MILLION = " million"
HALF_A_POUND = 0.5  # GBP; sums that differ by no more are the same in whole pounds
HALF_A_PENNY = 0.005  # GBP; what is less is rounding


def fte(number: float) -> str:
    """Write full-time equivalents, such as 12.3."""
    return f"{number:,.1f}"


def share(number: float) -> str:
    """Write a share as a percentage, such as 46% or 99.6%; what is not all never reads 100%."""
    if 0.995 <= number < 0.9995:
        return f"{100 * number:.1f}%"
    if 0.9995 <= number < 1 - 1e-9:
        return "just under 100%"
    return f"{100 * number:.0f}%"


def gbp(number: float) -> str:
    """Write pounds, such as £940,000, £3.25 million or −£2,400; what is some never reads nought."""
    if HALF_A_PENNY < abs(number) < 5:
        return "under £10"
    size = abs(rounded(number))
    sign = "−" if rounded(number) < 0 else ""
    if size >= 1e6:
        places = 2 if size < 1e7 else 1 if size < 1e8 else 0
        return f"{sign}£{size / 1e6:,.{places}f}{MILLION}"
    return f"{sign}£{size:,.0f}"


def span(low: float, high: float) -> str:
    """Write pounds from low to high, such as £1.20 to £3.25 million."""
    first, last = gbp(low), gbp(high)
    both = first.endswith(MILLION) and last.endswith(MILLION)
    return f"{first.removesuffix(MILLION) if both else first} to {last}"


def rounded(number: float) -> float:
    """Round pounds to what a committee can use: two or three figures [GBP]."""
    size = abs(number)
    steps = [(99_950_000, -6), (9_995_000, -5), (999_500, -4), (9_950, -3), (995, -2)]
    return float(round(number, next((places for least, places in steps if size >= least), -1)))


def count(number: float) -> str:
    """Write a number of cases, such as 1,204."""
    return f"{number:,.0f}"


def amount(number: float) -> str:
    """Write how much is missing, such as 253, 3.4 or under 0.1; what is some never reads nought."""
    if number < 0.05:
        return "under 0.1"
    return f"{number:,.1f}" if number < 9.95 else count(number)


def number(value: float) -> str:
    """Write a number to one decimal where it has any, such as 33 or 29.1."""
    return f"{value:,.1f}".removesuffix(".0")


def exact(value: float) -> str:
    """Write a number to three decimals where it has any, such as 200 or 116.667."""
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def day(date: dt.date) -> str:
    """Write a date, such as 5 April 2027."""
    return f"{date.day} {date:%B %Y}"


def month(date: dt.date) -> str:
    """Write a month, such as April 2027."""
    return f"{date:%B %Y}"


def months(first: dt.date, last: dt.date) -> str:
    """Write a span of months, such as June 2027 to April 2028."""
    return month(first) if month(first) == month(last) else f"{month(first)} to {month(last)}"


def financial_year(date: dt.date) -> str:
    """Write the financial year of a date, such as 2027-28."""
    first = date.year if date.month >= 4 else date.year - 1
    return f"{first}-{(first + 1) % 100:02d}"


def listed(parts: Sequence[str]) -> str:
    """Join with commas and a last "and"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def lower(title: str) -> str:
    """Put a title into a sentence; initials such as SEND stay."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def several(title: str) -> str:
    """Name more than one of a role, such as caseworkers."""
    return f"{lower(title)}s"


def several_title(title: str) -> str:
    """Name more than one of a role at the start of a sentence, such as Caseworkers."""
    return f"{title}s"


def days_of(period: str) -> tuple[dt.date, dt.date]:
    """Give the first and last day of a period: two days, or a month."""
    if " to " in period:
        first, last = (dt.date.fromisoformat(day) for day in period.split(" to "))
        return first, last
    name, year = period.split()
    number = list(calendar.month_name).index(name)
    days = calendar.monthrange(int(year), number)[1]
    return dt.date(int(year), number, 1), dt.date(int(year), number, days)
