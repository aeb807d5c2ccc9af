"""Published pay scales, by the day each award took effect."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from burdens.errors import FactsError, Fault
from burdens.facts import nearest

FILE = Path(__file__).parent / "pay_scales.csv"


@dataclass(frozen=True)
class PayPoint:
    """Basic pay at a point of a scale.

    Attributes
    ----------
    start
        The day the award took effect.
    until
        The day the point was deleted, or None.
    gbp
        Basic pay [GBP a year], full time, outside London.
    status
        "read", "derived" or "computed".
    grade
        As for values.
    """

    scale: str
    point: str
    start: dt.date
    until: dt.date | None
    gbp: float
    status: str
    grade: str
    source: str


def pay_point(scale: str, point: str, *, on: dt.date) -> PayPoint:
    """Return the pay of a point on a day: of the latest award in force on it.

    Parameters
    ----------
    scale
        "soulbury-ep" (points A1 to A14, B1 to B17), "njc" (2 to 43) or "afc" (band and
        step: "5-entry", "6-mid", "8a-top").
    point
        The point's name.
    on
        The day; an award that starts that day counts. After the last known award the last
        known pay stands.

    Raises
    ------
    FactsError
        Where the scale or point is unknown (the nearest are named), not yet in force on the
        day, or already deleted.
    """
    scales = _scales()
    if scale not in scales:
        fix = nearest(scale, scales) or f"Choose one of {', '.join(scales)}."
        raise _error(f"no pay scale is called {scale}.", fix)
    if point not in scales[scale]:
        fix = nearest(point, scales[scale]) or f"Choose one of {', '.join(scales[scale])}."
        raise _error(f"{scale} has no point {point}.", fix)
    awards = scales[scale][point]
    begun = [award for award in awards if award.start <= on]
    if not begun:
        first = awards[0].start.isoformat()
        raise _error(f"no pay is held for {scale} {point} on {on}.", f"The first is of {first}.")
    last = begun[-1]
    if last.until is not None and on >= last.until:
        raise _error(f"{scale} {point} was deleted on {last.until}.", "Choose another point.")
    return last


@cache
def _scales() -> dict[str, dict[str, list[PayPoint]]]:
    scales: dict[str, dict[str, list[PayPoint]]] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            award = _award(row)
            scales.setdefault(award.scale, {}).setdefault(award.point, []).append(award)
    for points in scales.values():
        for awards in points.values():
            awards.sort(key=lambda award: award.start)
    return scales


def _award(row: dict[str, str]) -> PayPoint:
    return PayPoint(
        scale=row["scale"],
        point=row["point"],
        start=dt.date.fromisoformat(row["from"]),
        until=dt.date.fromisoformat(row["until"]) if row["until"] else None,
        gbp=float(row["gbp"]),
        status=row["status"],
        grade=row["grade"],
        source=row["source"],
    )


def _error(what: str, fix: str) -> FactsError:
    return FactsError("There is no such pay", [Fault(what, fix, FILE.name)])
