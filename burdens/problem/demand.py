"""How many cases arrive, week by week."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burdens.problem.calendar import DAYS_A_WEEK, MONTHS_A_YEAR, WEEKS_A_YEAR, Calendar
from burdens.problem.inputs import stand_in

if TYPE_CHECKING:
    from burdens import law
    from burdens.problem.growth import Growth
    from burdens.problem.inputs import Inputs

MONTHS_A_QUARTER = 3


@dataclass(frozen=True)
class Flow:
    """Cases that arrive at a yearly rate, with growth and season.

    Attributes
    ----------
    calendar
        The plan's time.
    annual
        Cases in the year whose middle is `middle` [cases a year].
    middle
        Middle of the year of the figure.
    growth
        Growth by year.
    season
        Relative rate in each month, January first; only its pattern counts, as each 52 weeks are
        brought to mean 1.
    """

    calendar: Calendar
    annual: float
    middle: dt.date
    growth: Growth
    season: tuple[float, ...]
    _means: dict[int, float] = field(default_factory=dict, compare=False, repr=False)
    _weeks: dict[int, float] = field(default_factory=dict, compare=False, repr=False)

    def mean_week(self, week: int = 0) -> float:
        """Return the cases of a mean week at the time of a week, season apart [cases]."""
        return self.annual * self.growth.factor(self.middle, self._day(week)) / WEEKS_A_YEAR

    def week(self, week: int) -> float:
        """Return the cases of one week; weeks before the start are negative."""
        if week not in self._weeks:
            mean = self._mean(week // WEEKS_A_YEAR)
            season = self._raw(week) / mean if mean > 0 else 1.0
            self._weeks[week] = self.mean_week(week) * season
        return self._weeks[week]

    @property
    def arrivals(self) -> tuple[float, ...]:
        """Cases by bucket."""
        return self.calendar.by_bucket(tuple(map(self.week, range(self.calendar.weeks))))

    def _day(self, week: int) -> dt.date:
        return self.calendar.monday(week) + dt.timedelta(days=DAYS_A_WEEK // 2)

    def _raw(self, week: int) -> float:
        return self.season[self._day(week).month - 1]

    def _mean(self, year: int) -> float:
        if year not in self._means:
            weeks = range(year * WEEKS_A_YEAR, (year + 1) * WEEKS_A_YEAR)
            self._means[year] = sum(map(self._raw, weeks)) / WEEKS_A_YEAR
        return self._means[year]


def flow_of(inputs: Inputs, arrives_as: law.Arrivals, growth: Growth) -> Flow | None:
    """Return the flow of the cases that a figure counts; None where it is missing.

    All of them grow as requests do, for want of anything better.
    """
    name, season = arrives_as.figure, arrives_as.season
    if name is None or season is None:
        return None
    annual = inputs.figure(name)
    if annual is None:
        return None
    return Flow(inputs.calendar, annual, inputs.middle(name), growth, season_of(inputs, season))


def season_of(inputs: Inputs, season: str) -> tuple[float, ...]:
    """Return the relative rate in each month, January first, from quarters or months.

    Raises
    ------
    KeyError
        Where the evidence has neither.
    """
    quarterly = f"seasonality.{season}.q1" in inputs.evidence
    return tuple(
        inputs.value(
            f"seasonality.{season}.q{(month - 1) // MONTHS_A_QUARTER + 1}"
            if quarterly
            else f"seasonality.{season}.{month:02d}"
        )
        for month in range(1, MONTHS_A_YEAR + 1)
    )


@dataclass(frozen=True)
class Shares:
    """What becomes of requests and reviews.

    Attributes
    ----------
    assess
        Requests that lead to an assessment.
    issue
        Assessments that lead to a plan.
    amend
        Annual reviews that lead to an amended plan.
    """

    assess: float
    issue: float
    amend: float

    @property
    def final(self) -> float:
        """Requests that lead to a plan."""
        return self.assess * self.issue


def shares(inputs: Inputs) -> tuple[Shares, tuple[str, ...]]:
    """Return the shares that the figures tell, with a note where England's stand in."""
    assess, of_assess = inputs.share(
        "Share of requests assessed", ("decided_to_assess",), ("refused", "requests_withdrawn")
    )
    issue, of_issue = inputs.share(
        "Share of assessments that lead to a plan",
        ("assessments_issued",),
        ("assessments_not_issued", "assessments_withdrawn"),
    )
    amend, of_amend = _amend(inputs)
    return Shares(assess, issue, amend), (*of_assess, *of_issue, *of_amend)


def _amend(inputs: Inputs) -> tuple[float, tuple[str, ...]]:
    names = ("reviews_amended", "reviews_ceased", "reviews_maintained")
    numbers = [inputs.figure(name) for name in names]
    missing = [name for name, number in zip(names, numbers, strict=True) if number is None]
    known = [number for number in numbers if number is not None]
    if missing or not sum(known):
        value = inputs.value("volumes.amend_share")
        what = "Share of reviews that amend the plan"
        return value, (stand_in(what, f"{value:.1%}", missing or ["reviews_amended"]),)
    return known[0] / sum(known), ()
