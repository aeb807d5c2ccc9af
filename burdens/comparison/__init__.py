"""Scenarios side by side: like for like or not, and what explains the difference."""

from burdens.comparison.basis import TOTALS, Difference, made_equal, unlike
from burdens.comparison.comparison import (
    FEWEST,
    MOST,
    Comparison,
    compare,
    explained_by,
    side_by_side,
)
from burdens.comparison.numbers import ALL, Number, numbers_of
from burdens.comparison.plans import Plans
from burdens.comparison.steps import Explanation, Step, explain, on_the_way

__all__ = [
    "ALL",
    "FEWEST",
    "MOST",
    "TOTALS",
    "Comparison",
    "Difference",
    "Explanation",
    "Number",
    "Plans",
    "Step",
    "compare",
    "explain",
    "explained_by",
    "made_equal",
    "numbers_of",
    "on_the_way",
    "side_by_side",
    "unlike",
]
