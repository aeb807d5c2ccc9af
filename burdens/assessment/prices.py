"""Present values, cash prices and the mean of a range.

Discounting: HM Treasury, Green Book (2026), chapter 6, and the supplementary guidance on
discounting, annex A: the first year has the factor 1. Ranges: Malcolm, Roseboom, Clark and Fazar,
"Application of a technique for research and development program evaluation", Operations Research
7 (1959) 646-669, with the most likely value weighing four times as much as each end.
"""

from __future__ import annotations

from collections.abc import Sequence

from burdens.evidence import reprice


def present_value(amounts: Sequence[float], rate: float) -> float:
    """Return the worth in the first year of amounts a year apart [GBP].

    Parameters
    ----------
    amounts
        Real amounts of successive years, the first undiscounted [GBP].
    rate
        Real discount rate [share a year].
    """
    return float(sum(amount / (1 + rate) ** years for years, amount in enumerate(amounts)))


def to_cash(amount: float, year: str, price_year: str) -> float:
    """Return a real amount in the cash of the year it is spent in [GBP].

    Parameters
    ----------
    amount
        In prices of `price_year` [GBP].
    year, price_year
        Financial years, such as ``"2026-27"``.

    Raises
    ------
    FactsError
        Where there is no GDP deflator for a year.
    """
    return reprice(amount, price_year, year)


def pert_mean(low: float, central: float, high: float) -> float:
    """Return the mean of a range by its ends and its most likely value [in their unit]."""
    return (low + 4 * central + high) / 6
