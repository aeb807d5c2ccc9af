"""How many cases arrive, week by week."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burdens.problem.calendar import DAYS_A_WEEK, WEEKS_A_YEAR, Calendar

if TYPE_CHECKING:
    from collections.abc import Callable

    from burdens.problem.inputs import Inputs


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
        Growth [share a year].
    season
        Relative rate on a day; only its pattern counts, as each 52 weeks are brought to mean 1.
    """

    calendar: Calendar
    annual: float
    middle: dt.date
    growth: float
    season: Callable[[dt.date], float]
    _means: dict[int, float] = field(default_factory=dict, compare=False, repr=False)

    def mean_week(self, week: int = 0) -> float:
        """Give the cases of a mean week at the time of a week, season apart [cases]."""
        years = self.calendar.years_between(self.middle, week)
        return float(self.annual * (1 + self.growth) ** years) / WEEKS_A_YEAR

    def week(self, week: int) -> float:
        """Give the cases of one week; weeks before the start are negative."""
        return self.mean_week(week) * self._raw(week) / self._mean(week // WEEKS_A_YEAR)

    @property
    def arrivals(self) -> tuple[float, ...]:
        """Cases by bucket."""
        return self.calendar.by_bucket(tuple(map(self.week, range(self.calendar.weeks))))

    def _raw(self, week: int) -> float:
        return self.season(self.calendar.monday(week) + dt.timedelta(days=DAYS_A_WEEK // 2))

    def _mean(self, year: int) -> float:
        if year not in self._means:
            weeks = range(year * WEEKS_A_YEAR, (year + 1) * WEEKS_A_YEAR)
            self._means[year] = sum(map(self._raw, weeks)) / WEEKS_A_YEAR
        return self._means[year]


def requests_like(inputs: Inputs, name: str) -> Flow | None:
    """Give the flow of a figure that grows and swings as requests do; None where it is missing."""
    return _flow(
        inputs, name, lambda day: inputs.value(f"seasonality.requests.q{(day.month + 2) // 3}")
    )


def appeals(inputs: Inputs) -> Flow | None:
    """Give the flow of appeals; None where the figure is missing."""
    return _flow(
        inputs, "appeals", lambda day: inputs.value(f"seasonality.appeals.{day.month:02d}")
    )


def _flow(inputs: Inputs, name: str, season: Callable[[dt.date], float]) -> Flow | None:
    annual = inputs.figure(name)
    if annual is None:
        return None
    growth = inputs.value("growth.requests")
    return Flow(inputs.calendar, annual, inputs.middle(name), growth, season)


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


def shares(inputs: Inputs) -> Shares:
    """Read the shares from the figures; England's stand in, with a note, where one is missing."""
    return Shares(
        assess=inputs.share(
            "Share of requests assessed",
            ("decided_to_assess",),
            ("refused", "requests_withdrawn"),
        ),
        issue=inputs.share(
            "Share of assessments that lead to a plan",
            ("assessments_issued",),
            ("assessments_not_issued", "assessments_withdrawn"),
        ),
        amend=_amend(inputs),
    )


def _amend(inputs: Inputs) -> float:
    names = ("reviews_amended", "reviews_ceased", "reviews_maintained")
    numbers = [inputs.figure(name) for name in names]
    missing = [name for name, number in zip(names, numbers, strict=True) if number is None]
    found = [number for number in numbers if number is not None]
    if missing or not sum(found):
        value = inputs.value("volumes.amend_share")
        inputs.stand_in(
            "Share of reviews that amend the plan", f"{value:.1%}", missing or ["reviews_amended"]
        )
        return value
    return found[0] / sum(found)
