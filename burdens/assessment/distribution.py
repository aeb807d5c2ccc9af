"""How a national sum falls on authorities: by a key, with a floor, as grants are shared out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from burdens.errors import Fault, ProblemError

LEAST_TO_FIT = 3
ROUNDING = 1e-12  # relative; a tenth of a penny in a thousand million pounds


@dataclass(frozen=True)
class Fit:
    """A straight line through allocations by weight.

    Attributes
    ----------
    slope
        For one more of the weight [GBP].
    intercept
        At a weight of nought [GBP].
    r_squared
        Share of the variance of the allocations that the line explains [share].
    """

    slope: float
    intercept: float
    r_squared: float


def distribute(total: float, weights: Mapping[str, float], floor: float = 0.0) -> dict[str, float]:
    """Share a sum out by weight, with a least amount for each.

    Whoever would get less than the floor gets the floor; the others share the rest in proportion
    to their weights, until nobody is below the floor.

    Parameters
    ----------
    total
        The sum [GBP].
    weights
        The key by authority, such as its plans; none negative.
    floor
        The least for each [GBP].

    Returns
    -------
    The amount by authority [GBP], in the order of `weights`; they add up to `total`.

    Raises
    ------
    ProblemError
        With every weight and amount that is negative or not finite, where the floors come to more
        than the total, and where nobody has a weight to take what is left.
    """
    if faults := list(_faults(total, weights, floor)):
        raise ProblemError("The sum cannot be shared out", faults)
    at_floor: set[str] = set()
    while True:
        rest = total - floor * len(at_floor)
        whole = math.fsum(weight for name, weight in weights.items() if name not in at_floor)
        shares = {
            name: floor if name in at_floor or not whole else rest * (weight / whole)
            for name, weight in weights.items()
        }
        below = {name for name, share in shares.items() if share < floor}
        if not below:
            return shares
        at_floor |= below


def fit(allocations: Mapping[str, float], weights: Mapping[str, float]) -> Fit:
    """Return the least-squares line of allocations by weight.

    Parameters
    ----------
    allocations
        Amounts by authority, such as published ones [GBP]; at least three.
    weights
        The key by authority; one for each allocation, not all the same.

    Raises
    ------
    ProblemError
        With every authority without a weight, or where no line can be drawn.
    """
    faults = [
        Fault("has an allocation but no weight.", "Give its weight.", field=name)
        for name in allocations
        if name not in weights
    ]
    if faults:
        raise ProblemError("The allocations cannot be compared", faults)
    key = np.array([weights[name] for name in allocations], dtype=float)
    amounts = np.array(list(allocations.values()), dtype=float)
    if len(key) < LEAST_TO_FIT or _all_equal(key) or _all_equal(amounts):
        fault = Fault("no line can be drawn.", "Give three or more, not all the same.")
        raise ProblemError("The allocations cannot be compared", [fault])
    beside, around = key - key.mean(), amounts - amounts.mean()
    slope = (beside @ around) / (beside @ beside)
    left = around - slope * beside
    intercept = amounts.mean() - slope * key.mean()
    return Fit(float(slope), float(intercept), float(1 - left @ left / (around @ around)))


def _all_equal(numbers: npt.NDArray[np.float64]) -> bool:
    return bool(np.ptp(numbers) <= ROUNDING * np.abs(numbers).max())


def _faults(total: float, weights: Mapping[str, float], floor: float) -> Iterator[Fault]:
    numbers = [("total", total), ("floor", floor), *weights.items()]
    wrong = [(name, number) for name, number in numbers if not 0 <= number < math.inf]
    for name, number in wrong:
        fix = "Give a number of nought or more."
        yield Fault(f"{number:g} is negative or not finite.", fix, field=name)
    if wrong:
        return
    floors = floor * len(weights)
    if math.isclose(floors, total, rel_tol=ROUNDING):
        return
    if floors > total:
        what = f"{len(weights)} floors of {_pounds(floor)} come to more than {_pounds(total)}."
        yield Fault(what, "Lower the floor, or raise the total.", field="floor")
    elif not any(weights.values()):
        fix = "Give at least one authority a weight above nought."
        yield Fault("nobody has a weight, so nobody can take what is left.", fix, field="weights")


def _pounds(amount: float) -> str:
    return f"£{amount:,.2f}".removesuffix(".00")
