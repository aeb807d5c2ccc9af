"""Published figures that jump: a fault at the source more often than a fact."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from burdens.authorities.layouts import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Jump:
    """A figure that differs from both its neighbours in time.

    Attributes
    ----------
    year, value
        Its year and the figure.
    neighbours
        The year and figure before and after it; of the newest figure, the two before it.
    """

    year: int
    value: float
    neighbours: tuple[tuple[int, float], tuple[int, float]]


def jump_in(own: Mapping[int, float], england: Mapping[int, float], year: int) -> Jump | None:
    """Return the jump of a figure in a year; None where there is none or too little is known.

    It jumps where it is above both neighbours, or below both, by more than a share after
    England's change between the years, and by more than so many standard errors of a count; both
    thresholds are those of ``figures.yaml``.

    Parameters
    ----------
    own, england
        The figure by year, of the authority and of England.
    """
    if year not in own:
        return None
    around = (year - 1, year + 1) if year + 1 in own else (year - 1, year - 2)
    if not all(other in own for other in around):
        return None
    off = [_off(own, england, year, other) for other in around]
    if not (min(off) > 0 or max(off) < 0):
        return None
    first, second = sorted(around)
    return Jump(year, own[year], ((first, own[first]), (second, own[second])))


def _off(own: Mapping[int, float], england: Mapping[int, float], year: int, other: int) -> float:
    """Return the share by which a figure is off a neighbour; 0 within the thresholds."""
    both = england.get(year, 0.0) > 0 and england.get(other, 0.0) > 0
    expected = own[other] * (england[year] / england[other] if both else 1.0)
    difference, known = own[year] - expected, catalogue()
    if expected <= 0 or abs(difference) <= known.jump_errors * sqrt(own[year] + expected):
        return 0.0
    share = difference / expected
    return share if abs(share) > known.jump_share else 0.0
