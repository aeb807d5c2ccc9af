"""The values of the evidence, as a table and as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from burdens.cli.grid import Grid

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from burdens.evidence import Value


def data_of(version: str, values: Iterable[Value]) -> dict[str, Any]:
    """Return the evidence as one object for JSON."""
    return {"version": version, "values": [asdict(value) for value in values]}


def show(console: Console, version: str, values: Sequence[Value]) -> None:
    """Write values by topic."""
    console.print(f"Evidence checked on {version}: {len(values)} values.")
    heads = ["value", "central", "range", "unit", "grade", "source"]
    for topic in dict.fromkeys(value.topic for value in values):
        rows = [
            (
                value.id,
                f"{value.central:g}",
                f"{value.low:g} to {value.high:g}",
                value.unit,
                value.grade,
                value.source.title,
            )
            for value in values
            if value.topic == topic
        ]
        console.print(Grid(topic, heads, rows))
