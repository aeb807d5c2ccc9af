"""A comparison as files."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burdens.comparison.comparison import Comparison


def write_tables(comparison: Comparison, folder: Path) -> None:
    """Write the numbers, what differs, first dates, steps and scenarios, one file each."""
    names = list(comparison.scenarios)
    comparison.numbers.to_csv(folder / "numbers.csv", index=False)
    differing = [
        (one.what, *(one.said[name] for name in names), one.why)
        for one in (*comparison.unlike, *comparison.entries)
    ]
    _write(folder / "what_differs.csv", ["what", *names, "note"], differing)
    met = [
        (standard, name, day or "")
        for standard, days in comparison.first_met.items()
        for name, day in days.items()
    ]
    _write(folder / "first_met.csv", ["standard", "scenario", "first_met"], met)
    steps = [
        (one.first, one.other, step.title, number, role, effect)
        for one in comparison.explanations
        for step in one.steps
        for (number, role), effect in step.effects.items()
    ]
    _write(folder / "steps.csv", ["from", "to", "step", "number", "role", "effect"], steps)
    for place, scenario in enumerate(comparison.scenarios.values(), start=1):
        scenario.write(folder / f"scenario_{place}.burdens.yaml")


def _write(path: Path, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heads, *rows])
