"""Forecasts as they would have been made in an earlier year, beside what came of them.

A forecast of a year sees only what was published before it: flows of the calendar year before its
first January, and the plans of that January. The arithmetic of growth and of leaving is that of the
package; plans are carried on by whole years here, where the package goes by weeks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from burdens.authorities import Authority, Figures, all_authorities, england
from burdens.evidence import Evidence, read
from burdens.problem.exits import usual_leaving
from burdens.problem.growth import Growth, believed, blended, log_growth, mean_rate

HORIZONS = (1, 2, 3)
FIRST_ORIGIN = 2021  # two years of requests and two counts of plans are published by then
LAST_JANUARY = 2025
QUANTILES = (0.1, 0.5, 0.9)


@dataclass(frozen=True)
class Errors:
    """What came of the forecasts of one horizon.

    Attributes
    ----------
    ratios
        Outturn over forecast, by authority and origin.
    unchanged
        Outturn over the last known number.
    """

    ratios: np.ndarray
    unchanged: np.ndarray

    @property
    def mape(self) -> float:
        """Mean size of the error of a forecast [share of the outturn]."""
        return float(np.mean(np.abs(1 / self.ratios - 1)))

    @property
    def mape_unchanged(self) -> float:
        """The same, where nothing had been taken to change."""
        return float(np.mean(np.abs(1 / self.unchanged - 1)))

    @property
    def bias(self) -> float:
        """Mean error of a forecast [share of the outturn]; positive is too high."""
        return float(np.mean(1 / self.ratios - 1))

    @property
    def band(self) -> tuple[float, float, float]:
        """Quantiles of outturn over forecast: low, middle, high."""
        low, middle, high = np.quantile(self.ratios, QUANTILES)
        return float(low), float(middle), float(high)


def known_by(figures: Figures, january: int) -> Figures:
    """Leave only what was published by a January: its plans, and flows of the year before."""
    cells = {
        name: {year: cell for year, cell in series.items() if year < january + (name == "plans")}
        for name, series in figures.cells.items()
    }
    return replace(figures, cells=cells)


def england_known_by(january: int, damping: float) -> tuple[float, float]:
    """Give England's mean growth of requests and share of plans that leave, as known then."""
    figures = known_by(england(), january)
    growth = log_growth(figures.series("requests"))
    leaves = usual_leaving(figures)
    assert growth is not None
    assert leaves is not None
    return mean_rate(growth, damping), leaves


def evidence_by(january: int, evidence: Evidence | None = None) -> Evidence:
    """Give the evidence with England's growth and leaving as they were known by a January."""
    known = read() if evidence is None else evidence
    growth, leaves = england_known_by(january, known["growth.damping"].central)
    fitted = {"growth.requests": growth, "volumes.leaving_share": leaves}
    return known.with_values(
        {name: replace(known[name], central=number) for name, number in fitted.items()}
    )


@dataclass(frozen=True)
class Fit:
    """How a forecast is made."""

    damping: float
    own_weight: float
    most_own: float

    @classmethod
    def shipped(cls) -> Fit:
        known = read()
        names = ("growth.damping", "growth.own_weight", "growth.most_own")
        return cls(*(known[name].central for name in names))

    def growth(self, own: Figures, january: int) -> Growth:
        of_england, _ = england_known_by(january, self.damping)
        observed = log_growth(known_by(own, january).series("requests"))
        trusted = believed(observed, self.most_own)
        rate = None if trusted is None else mean_rate(trusted, self.damping)
        return Growth(january - 1, blended(rate, of_england, self.own_weight), self.damping)

    def leaves(self, own: Figures, january: int) -> float:
        _, of_england = england_known_by(january, self.damping)
        share = usual_leaving(known_by(own, january))
        if share is None:
            return of_england
        return self.own_weight * share + (1 - self.own_weight) * of_england


def middle(year: int) -> dt.date:
    return dt.date(year, 7, 2)


def forecast_plans(fit: Fit, own: Figures, january: int, years: int) -> float | None:
    """Carry the plans of a January on by some years; None where a figure is missing."""
    known = known_by(own, january)
    plans, new = known.series("plans").get(january), known.series("new_plans").get(january - 1)
    if plans is None or new is None:
        return None
    growth, leaves = fit.growth(own, january), fit.leaves(own, january)
    for ahead in range(years):
        coming = new * growth.factor(middle(january - 1), middle(january + ahead))
        plans = (plans * (1 - leaves / 2) + coming) / (1 + leaves / 2)
    return plans


def forecast_requests(fit: Fit, own: Figures, january: int, years: int) -> float | None:
    last = known_by(own, january).series("requests").get(january - 1)
    if not last:
        return None
    growth = fit.growth(own, january)
    return last * growth.factor(middle(january - 1), middle(january - 1 + years))


def pairs(
    name: str, fit: Fit, years: int, councils: tuple[Authority, ...]
) -> Iterator[tuple[float, float, float]]:
    """Give forecast, last known number and outturn, for each authority and origin."""
    forecast = {"plans": forecast_plans, "requests": forecast_requests}[name]
    offset = 0 if name == "plans" else 1
    for january in range(FIRST_ORIGIN, LAST_JANUARY + 1 - years):
        for council in councils:
            series: Mapping[int, float] = council.figures.series(name)
            outturn = series.get(january - offset + years)
            made = forecast(fit, council.figures, january, years)
            if made and outturn:
                yield made, series[january - offset], outturn


@cache
def errors(name: str, years: int, fit: Fit | None = None) -> Errors:
    """Back-test one horizon [years] over every authority and every origin."""
    found = np.array(list(pairs(name, fit or Fit.shipped(), years, all_authorities())))
    made, last, outturn = found.T
    return Errors(outturn / made, outturn / last)
