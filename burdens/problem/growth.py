"""How fast a yearly number grows: fitted on published years, damped, and how far such fits were off."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from math import ceil, exp, floor, inf, log, sqrt
from typing import TYPE_CHECKING

from burdens.errors import Fault, ProblemError
from burdens.problem.calendar import DAYS_A_YEAR
from burdens.words import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burdens.evidence import Evidence
    from burdens.problem.inputs import Inputs

MEAN_OVER = 5  # years after the last published one over which `Growth.rate` is the mean
LARGEST = 700.0  # logarithm past which a number is infinite; no Problem takes such a number
SHOWN = 3  # years of growth named in a note
MIDDLE = (7, 2)
MOST = 10.0  # growth of a year past which numbers mean nothing
REQUESTS = "requests"


@dataclass(frozen=True)
class Growth:
    """Growth by year, each from the middle of a year to the middle of the next.

    Attributes
    ----------
    last
        The newest published year that the fit has seen.
    rate
        Mean growth over the five years after it [share a year].
    damping
        Share of a year's growth that carries on to the next; 1 is the same every year.
    """

    last: int
    rate: float
    damping: float = 1.0

    def of(self, year: int) -> float:
        """Return the growth from the middle of the year before to the middle of a year.

        Years up to the last published one have that of the first year after it.
        """
        return exp(self._log(year - self.last)) - 1

    def factor(self, since: dt.date, until: dt.date) -> float:
        """Return the number at one day over the number at another."""
        logarithm = self._sum(self.years_past(until)) - self._sum(self.years_past(since))
        return exp(logarithm) if logarithm < LARGEST else inf

    def years_past(self, day: dt.date) -> float:
        """Return the time from the middle of the last published year to a day [years].

        `error_band` tells how wide a forecast so far ahead is.
        """
        return (day - dt.date(self.last, *MIDDLE)).days / DAYS_A_YEAR

    def _log(self, ahead: int) -> float:
        """Return the logarithm of the growth of a year so many after the last published one."""
        first = log(1 + self.rate) * MEAN_OVER / damped_sum(self.damping, MEAN_OVER)
        return first * self.damping ** max(0, ahead - 1)

    def _sum(self, years: float) -> float:
        """Return the logarithm of the growth since the middle of the last published year."""
        if years <= 0:
            return years * self._log(0)
        whole = floor(years)
        return sum(self._log(ahead) for ahead in range(1, whole + 1)) + (
            (years - whole) * self._log(ceil(years)) if years > whole else 0.0
        )


def damped_sum(damping: float, years: int) -> float:
    """Return the growth of so many years as a multiple of that of their first."""
    return sum(damping**ahead for ahead in range(years))


def log_growth(series: Mapping[int, float]) -> float | None:
    """Return the logarithm of the growth a year over the last two published years.

    None where fewer than two are published or either is zero.
    """
    years = sorted(series)[-2:]
    if len(years) < 2 or not all(series[year] > 0 for year in years):
        return None
    return log(series[years[1]] / series[years[0]]) / (years[1] - years[0])


def believed(growth: float | None, most: float) -> float | None:
    """Return the growth of an authority within the most that is believed, up or down [log].

    Parameters
    ----------
    growth
        Its logarithm; None where it is not known.
    most
        Most growth of a year that is believed, such as 0.35 for 35 %.
    """
    bound = log(1 + most)
    return None if growth is None else min(max(growth, -bound), bound)


def mean_rate(growth: float, damping: float) -> float:
    """Return the mean growth over the five years after a year of some growth [share a year].

    Parameters
    ----------
    growth
        Logarithm of the growth of the last published year.
    """
    return exp(growth * damping * damped_sum(damping, MEAN_OVER) / MEAN_OVER) - 1


def blended(own: float | None, england: float, own_weight: float) -> float:
    """Return a mean of two rates of growth, of their logarithms; England's where there is one."""
    if own is None:
        return england
    return exp(own_weight * log(1 + own) + (1 - own_weight) * log(1 + england)) - 1


def growth_of(inputs: Inputs) -> tuple[Growth, tuple[str, ...]]:
    """Return the growth of requests that a plan reckons with, and a note that says which.

    It is the user's own number, the same each year, where they have replaced
    ``growth.requests``. Otherwise it is a mean of the authority's growth over its last two
    published years and of England's (``growth.requests``), which dies down.

    Raises
    ------
    ProblemError
        Where a number typed in leaves no requests, or grows past all bounds.
    """
    value = inputs.evidence["growth.requests"]
    if not -1 < value.central <= MOST:
        what = f"growth of {value.central:.0%} a year is not possible."
        fix = f"Write a share between -1 and {MOST:.0f}, such as 0.05 for 5 %."
        raise ProblemError("Requests cannot grow so", [Fault(what, fix, field="overrides")])
    last = max(inputs.national.series(REQUESTS))
    if value.overridden:
        return Growth(last, value.central), (
            f"Requests grow by {value.central:.1%} a year, as replaced under overrides.",
        )
    damping = inputs.value("growth.damping")
    observed = None if inputs.own is None else log_growth(inputs.own.series(REQUESTS))
    trusted = believed(observed, inputs.value("growth.most_own"))
    own = None if trusted is None else mean_rate(trusted, damping)
    rate = blended(own, value.central, inputs.value("growth.own_weight"))
    growth = Growth(last, rate, damping)
    return growth, (_note(inputs, growth, observed, trusted),)


def _note(inputs: Inputs, growth: Growth, observed: float | None, trusted: float | None) -> str:
    years = [growth.last + ahead for ahead in range(1, SHOWN + 1)]
    path = listed([f"{growth.of(year):.1%} in {year}" for year in years])
    name = inputs.scenario.authority.name
    england = Growth(growth.last, inputs.value("growth.requests"), growth.damping)
    theirs = f"England's, {england.of(growth.last + 1):.1%} in {growth.last + 1}"
    if observed is None or trusted is None:
        why = f"from {theirs}, alone, as no two years of {name} are published"
    else:
        weight = inputs.value("growth.own_weight")
        bounded = f", counted as {exp(trusted) - 1:.1%}" if trusted != observed else ""
        why = (
            f"from {name}'s own growth, {exp(observed) - 1:.1%} in its last published year"
            f"{bounded} and dying down ({weight:.0%}), and {theirs} ({1 - weight:.0%})"
        )
    return (
        f"Requests grow by {path}, and less each year after: {why}; fitted on figures to "
        f"{growth.last}. Replace it with an override of growth.requests."
    )


def error_band(evidence: Evidence, name: str, years: float) -> tuple[float, float]:
    """Return the band of a forecast: low and high as multiples of it [times].

    In back-tests over the authorities, eight of ten outturns lay within it. Past the longest
    horizon that could be tested, its logarithm widens as the square root of time.

    Parameters
    ----------
    name
        What is forecast: ``requests`` or ``plans``.
    years
        How far ahead of the last published figure; 0 or less is no band.
    """
    if years <= 0:
        return 1.0, 1.0
    tested = sorted(
        int(key.rsplit("_", 1)[1])
        for key in evidence
        if key.startswith(f"growth.{name}_outturn_after_")
    )
    near = [year for year in tested if year <= years] or tested[:1]
    later = [year for year in tested if year > years]
    low, high = (_reach(evidence, name, near[-1], end) for end in ("low", "high"))
    if years < near[-1]:
        return exp(low * years / near[-1]), exp(high * years / near[-1])
    if not later:
        wider = sqrt(years / near[-1])
        return exp(low * wider), exp(high * wider)
    part = (years - near[-1]) / (later[0] - near[-1])
    beyond = [_reach(evidence, name, later[0], end) for end in ("low", "high")]
    return exp(low + part * (beyond[0] - low)), exp(high + part * (beyond[1] - high))


def _reach(evidence: Evidence, name: str, years: int, end: str) -> float:
    """Return the logarithm of an end of the band; never past the forecast to the other side."""
    value = evidence[f"growth.{name}_outturn_after_{years}"]
    return min(0.0, log(value.low)) if end == "low" else max(0.0, log(value.high))
