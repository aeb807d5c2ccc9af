"""Plans that leave the count in a year: those ceased, and net exits that nothing published explains."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burdens.authorities import Figures
    from burdens.problem.inputs import Inputs

RECENT = 3  # years of which the median is taken: one published count alone is sometimes wrong


def leaving(plans: Mapping[int, float], new: Mapping[int, float], year: int) -> float | None:
    """Return the plans that left in a calendar year, as a share of the year's mean stock.

    New plans less the change of the stock from January to January: plans ceased and net exits
    together. None where a figure is not published or the stock is zero.
    """
    if not {year, year + 1} <= plans.keys() or year not in new:
        return None
    mean = (plans[year] + plans[year + 1]) / 2
    return (plans[year] + new[year] - plans[year + 1]) / mean if mean > 0 else None


def usual_leaving(figures: Figures) -> float | None:
    """Return the share that leaves, the median of the last three years that tell it."""
    plans, new = figures.series("plans"), figures.series("new_plans")
    known = [share for year in sorted(new) if (share := leaving(plans, new, year)) is not None]
    return median(known[-RECENT:]) if known else None


def leaving_share(inputs: Inputs, count: float) -> tuple[float, tuple[str, ...]]:
    """Return the share of plans that leaves in a year, and a note on what it is made of.

    It is a mean of the authority's own share and of England's (``volumes.leaving_share``), or
    the user's number where they have replaced that value; plans ceased that are typed in count
    for as many as they differ from the published ones. It lies within 0 and 1.

    Parameters
    ----------
    count
        Plans at the last count.
    """
    value = inputs.evidence["volumes.leaving_share"]
    own = None if inputs.own is None else usual_leaving(inputs.own)
    if value.overridden:
        share, why = value.central, "as replaced under overrides"
    elif own is None:
        share, why = value.central, "England's share, as the authority's own is not published"
    else:
        weight = inputs.value("growth.own_weight")
        share = weight * own + (1 - weight) * value.central
        why = (
            f"from its own {own:.1%} ({weight:.0%}) and England's {value.central:.1%} "
            f"({1 - weight:.0%})"
        )
    ceased = inputs.figure("plans_ceased")
    share = min(max(share + _typed_more(inputs, ceased, count), 0.0), 1.0)
    return share, (f"Plans: {share:.1%} leave in a year, {why}{_split(share, ceased, count)}.",)


def _typed_more(inputs: Inputs, ceased: float | None, count: float) -> float:
    """Return how many more plans cease by a number typed in than by the published one [share]."""
    entry = inputs.scenario.figures.get("plans_ceased")
    if ceased is None or entry is None or inputs.own is None or count <= 0:
        return 0.0
    published = inputs.own.series("plans_ceased")
    if not published:
        return 0.0
    year = max(published) if entry.year is None else entry.year
    return (ceased - published[year]) / count if year in published else 0.0


def _split(share: float, ceased: float | None, count: float) -> str:
    """Return how the share divides into plans ceased and net exits."""
    if ceased is None or count <= 0:
        return "; how many are ceased is not known, as figures.plans_ceased is missing"
    of_stock = ceased / count
    net = share - of_stock
    kind = "net exits" if net >= 0 else "net arrivals of plans that are not new"
    return f": {of_stock:.1%} are ceased, and {abs(net):.1%} are {kind}"
