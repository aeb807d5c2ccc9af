"""Plans in place, week by week, and the work that follows from them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burdens.problem.calendar import WEEKS_A_YEAR

if TYPE_CHECKING:
    from burdens.problem.demand import Flow, Shares
    from burdens.problem.inputs import Inputs

CENSUS = (1, 15)  # SEN2 counts plans on a Thursday in the middle of January


@dataclass(frozen=True)
class Stock:
    """Plans in place.

    Attributes
    ----------
    plans
        Plans at the start of each week, from the census (or a year before the plan, whichever
        is earlier) to the plan's end.
    requests, final, lag
        Requests, the share of them that lead to a plan, and after how many weeks.
    transfer_share
        Plans with a phase transfer due in a year.
    """

    plans: dict[int, float]
    requests: Flow
    final: float
    lag: int
    transfer_share: float

    def new_in(self, week: int) -> float:
        """Give the new plans of a week."""
        return self.requests.week(week - self.lag) * self.final

    def reviews_due(self, week: int) -> float:
        """Plans whose yearly review falls due in the year around a week [reviews a year].

        The law asks for a review of every plan within each 12 months, so those of the last 12
        months have none yet; a plan in phase transfer has its review there.
        """
        new = sum(self.new_in(week - back) for back in range(1, WEEKS_A_YEAR + 1))
        return max(0.0, self.plans[week] * (1 - self.transfer_share) - new)


def stock(inputs: Inputs, requests: Flow, shares: Shares) -> Stock | None:
    """Project the plans of the last census; None where no number of plans is known."""
    count = inputs.figure("plans")
    if count is None:
        return None
    lag = inputs.weeks("needs_assessment", "final")
    ceased = _ceased_share(inputs, count) / WEEKS_A_YEAR
    census = _census_week(inputs)
    plans = {census: count}
    for week in range(census, inputs.calendar.weeks):
        new = requests.week(week - lag) * shares.final
        plans[week + 1] = plans[week] * (1 - ceased) + new
    for week in range(census - 1, -1, -1):
        new = requests.week(week - lag) * shares.final
        plans[week] = max(0.0, plans[week + 1] - new) / (1 - ceased)
    return Stock(plans, requests, shares.final, lag, _transfer_share(inputs, count))


def arrivals_of_reviews(inputs: Inputs, stock: Stock) -> tuple[float, ...]:
    """Spread the reviews evenly over the school days of each year [cases by bucket]."""
    open_days = inputs.calendar.spread(in_school_holidays=0.0)
    weekly = tuple(stock.reviews_due(week) * share for week, share in enumerate(open_days))
    return inputs.calendar.by_bucket(weekly)


def _census_week(inputs: Inputs) -> int:
    year = inputs.scenario.figures["plans"].year
    return 0 if year is None else inputs.calendar.week_of(dt.date(year, *CENSUS))


def _ceased_share(inputs: Inputs, plans: float) -> float:
    ceased = inputs.figure("plans_ceased")
    if ceased is not None and plans > 0:
        return min(ceased / plans, 1.0)
    share = inputs.value("volumes.ceased_share")
    inputs.stand_in("Plans ceased in a year", f"England's {share:.1%} of plans", ["plans_ceased"])
    return share


def _transfer_share(inputs: Inputs, plans: float) -> float:
    due = inputs.figure("phase_transfers_due")
    if due and plans > 0:
        return min(due / plans, 1.0)
    share = inputs.value("volumes.phase_transfer_share")
    inputs.stand_in(
        "Phase transfers due in a year", f"{share:.1%} of plans", ["phase_transfers_due"]
    )
    return share
