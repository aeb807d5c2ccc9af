"""Plans in place, week by week, and the work that follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burdens.authorities import census_day
from burdens.problem.calendar import WEEKS_A_YEAR
from burdens.problem.exits import leaving_share
from burdens.problem.inputs import stand_in

if TYPE_CHECKING:
    from burdens.problem.demand import Flow, Shares
    from burdens.problem.inputs import Inputs


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
        """Return the new plans of a week."""
        return self.requests.week(week - self.lag) * self.final

    def reviews_due(self, week: int) -> float:
        """Return the plans whose yearly review falls due in the year around a week [reviews].

        The law asks for a review of every plan within each 12 months, so those of the last 12
        months have none yet; a plan in phase transfer has its review there.
        """
        new = sum(self.new_in(week - back) for back in range(1, WEEKS_A_YEAR + 1))
        return max(0.0, self.plans[week] * (1 - self.transfer_share) - new)


def stock(inputs: Inputs, requests: Flow, shares: Shares) -> tuple[Stock | None, tuple[str, ...]]:
    """Return the plans of the last census carried on, and notes; None where no number is known.

    From week to week new plans come in and a share of the plans in place leaves.
    """
    count = inputs.figure("plans")
    if count is None:
        return None, ()
    lag = inputs.needs_assessment.milestone("final").weeks or 0
    share, of_leaving = leaving_share(inputs, count)
    leaves = share / WEEKS_A_YEAR
    census = _census_week(inputs)
    plans = {census: count}
    for week in range(census, inputs.calendar.weeks):
        new = requests.week(week - lag) * shares.final
        plans[week + 1] = plans[week] * (1 - leaves) + new
    for week in range(census - 1, -1, -1):
        new = requests.week(week - lag) * shares.final
        plans[week] = max(0.0, plans[week + 1] - new) / (1 - leaves)
    transfers, of_transfers = _transfer_share(inputs, count)
    return Stock(plans, requests, shares.final, lag, transfers), (*of_leaving, *of_transfers)


def arrivals_of_reviews(inputs: Inputs, stock: Stock) -> tuple[float, ...]:
    """Return the reviews, spread evenly over the school days of each year [cases by bucket]."""
    open_days = inputs.calendar.spread(in_school_holidays=0.0)
    weekly = tuple(stock.reviews_due(week) * share for week, share in enumerate(open_days))
    return inputs.calendar.by_bucket(weekly)


def _census_week(inputs: Inputs) -> int:
    year = inputs.scenario.figures["plans"].year
    return 0 if year is None else inputs.calendar.week_of(census_day(year))


def _transfer_share(inputs: Inputs, plans: float) -> tuple[float, tuple[str, ...]]:
    due = inputs.figure("phase_transfers_due")
    if due and plans > 0:
        return min(due / plans, 1.0), ()
    share = inputs.value("volumes.phase_transfer_share")
    note = stand_in(
        "Phase transfers due in a year", f"{share:.1%} of plans", ["phase_transfers_due"]
    )
    return share, (note,)
