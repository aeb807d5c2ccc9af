"""Numbers, names and texts as they stand in a report."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from burdens.measures.payers import payers
from burdens.scenario import roles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MONEY = "money"
NOTHING = "–"
EXACT_BELOW = 10_000  # pounds
LONGEST = 32_000  # characters; a cell of a workbook holds 32,767
# What XML 1.0 cannot hold, and breaks of lines: a field is one run of text.
UNFIT = re.compile(" *[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+ *")


def plain(text: object) -> str:
    """Return a text that any document can hold: no control characters, not too long."""
    clean = UNFIT.sub(" ", str(text)).strip()
    return clean if len(clean) <= LONGEST else f"{clean[:LONGEST]} …"


def known(number: float | None) -> bool:
    """Whether there is a number at all."""
    return number is not None and not math.isnan(number)


def pounds(number: float | None) -> str:
    """Write pounds no more exactly than they are known, such as £1,234 or −£57,000.

    From £10,000 on to the nearest thousand; a dash where there is no number.
    """
    if number is None or math.isnan(number):
        return NOTHING
    whole = round(number, -3) if abs(number) >= EXACT_BELOW else round(number)
    sign = "−" if whole < 0 else ""
    return f"{sign}£{abs(whole):,.0f}"


def figure(number: float | None, places: int = 0) -> str:
    """Write a number, such as 1,234 or 0.5; a dash where there is none."""
    if number is None or math.isnan(number):
        return NOTHING
    written = f"{abs(number):,.{places}f}"
    is_zero = not written.strip("0.,")
    return f"−{written}" if number < 0 and not is_zero else written


def quantity(number: float | None) -> str:
    """Write how many, such as 1,234, 0.23 or 3; a dash where there is no number."""
    if number is None or math.isnan(number) or abs(number) >= 10:
        return figure(number)
    return figure(number, 2).rstrip("0").rstrip(".")


def short(number: float) -> str:
    """Write an assumption with no more digits than it has, such as 0.15, 2 or 1,250."""
    return f"{number:,.6g}" if abs(number) < 1e6 else f"{number:,.0f}"


def share(number: float | None) -> str:
    """Write a share, such as 29%, 3.5% or 0.12%; a dash where there is none."""
    if number is None or math.isnan(number):
        return NOTHING
    written = f"{100 * number:.{1 if abs(number) >= 0.01 else 2}f}"
    return f"{written.rstrip('0').rstrip('.')}%"


def span(years: Sequence[str]) -> str:
    """Write financial years from the first to the last, such as 2027-28 to 2029-30."""
    return f"{years[0]} to {years[-1]}" if len(years) > 1 else "".join(years)


def phases(shares: Sequence[float]) -> str:
    """Write the share of each year from the start, such as 50%, 50%."""
    return ", ".join(share(part) for part in shares)


def role_title(role: str) -> str:
    """Return the title of a role; what is no role is money."""
    if role in ("", MONEY):
        return "Money"
    entry = roles().get(role)
    return entry.title if entry else role


def payer_title(payer: str) -> str:
    """Return the title of who pays."""
    entry = payers().get(payer)
    return entry.title if entry else payer


def made_with(provenance: Mapping[str, str]) -> dict[str, str]:
    """Return what a result was made with, without what every report says elsewhere."""
    elsewhere = {"scenario", "evidence"}
    return {name: value for name, value in provenance.items() if name not in elsewhere}


def ids(joined: str) -> list[str]:
    """Return the ids that are joined with commas."""
    return [part.strip() for part in joined.split(",") if part.strip()]
