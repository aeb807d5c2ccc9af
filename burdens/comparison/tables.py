"""A comparison as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from burdens.comparison.comparison import Comparison

NUMBERS = [
    "number",
    "role",
    "period",
    "unit",
    "scenario",
    "value",
    "low",
    "high",
    "difference",
    "difference_share",
]


def numbers(comparison: Comparison) -> pd.DataFrame:
    """Return the numbers that can be compared, with the difference from the first scenario."""
    rows = []
    for line, by_name in comparison.lines.items():
        first = by_name.get(comparison.first)
        for name, number in by_name.items():
            less = number.value - first.value if first else None
            share = less / first.value if first and less is not None and first.value else None
            value = (number.value, number.low, number.high)
            rows.append((*line, number.unit, name, *value, less, share))
    return pd.DataFrame(rows, columns=NUMBERS)


def what_differs(comparison: Comparison) -> pd.DataFrame:
    """Return what the scenarios do not have in common, and the entries that differ."""
    names = list(comparison.scenarios)
    rows = [
        (one.what, *(one.said[name] for name in names), one.why)
        for one in (*comparison.unlike, *comparison.entries)
    ]
    return pd.DataFrame(rows, columns=["what", *names, "note"])


def first_met(comparison: Comparison) -> pd.DataFrame:
    """Return the first day on which each standard is met; empty where it is not."""
    rows = [
        (standard, name, day)
        for standard, days in comparison.first_met.items()
        for name, day in days.items()
    ]
    return pd.DataFrame(rows, columns=["standard", "scenario", "first_met"])


def steps(comparison: Comparison) -> pd.DataFrame:
    """Return how much each step adds to each number, as far as worked out."""
    rows = [
        (one.first, one.other, step.title, number, role, effect)
        for one in comparison.explanations
        for step in one.steps
        for (number, role), effect in step.effects.items()
    ]
    return pd.DataFrame(rows, columns=["from", "to", "step", "number", "role", "effect"])
