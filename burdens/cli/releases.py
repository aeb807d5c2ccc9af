"""What a release holds, what was wrong in it, and what is missing."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from burdens.cli.grid import Grid

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import Console

    from burdens.authorities import Release


def missing(release: Release) -> dict[str, dict[str, Any]]:
    """Return for each figure its newest year, how many authorities have it, and who lacks it.

    A figure that no authority has in any year has no year.
    """
    present = _present(release)
    found: dict[str, dict[str, Any]] = {}
    for figure in release.figures.columns:
        cells = release.figures[figure]
        there = cells[[isinstance(cell, float) and not math.isnan(cell) for cell in cells]]
        if there.empty:
            found[str(figure)] = {"year": None, "authorities": 0, "missing": {}}
            continue
        year = max(there.index.get_level_values("year"))
        newest = cells.xs(year, level="year")
        have = set(there.xs(year, level="year").index)
        codes = {code: newest.get(code) for code in present.index if code not in have}
        found[str(figure)] = {
            "year": int(year),
            "authorities": len(have),
            "missing": {
                str(present.loc[code, "name"]): cell if isinstance(cell, str) else ""
                for code, cell in codes.items()
            },
        }
    return found


def _present(release: Release) -> pd.DataFrame:
    """Return the authorities that still exist in the newest year."""
    years = release.authorities["year"]
    present: pd.DataFrame = release.authorities[years == years.max()]
    return present


def data_of(release: Release) -> dict[str, Any]:
    """Return what was read as one object for JSON."""
    return {
        "release": release.name,
        "layout": release.layout,
        "files": list(release.files),
        "ignored": list(release.ignored),
        "absent": list(release.absent),
        "authorities": len(_present(release)),
        "repairs": [asdict(repair) for repair in release.repairs],
        "notes": [asdict(note) for note in release.notes],
        "figures": missing(release),
    }


def show(console: Console, release: Release) -> None:
    """Write what was read, repaired and missing."""
    console.print(
        f"Release {release.name} ({release.layout}): {len(release.files)} files read, "
        f"{len(_present(release))} authorities.",
        markup=False,
    )
    for title, names in (
        ("Not there", release.absent),
        ("Of no use here", release.ignored),
    ):
        if names:
            console.print(f"{title}: {', '.join(names)}.", markup=False)
    rows = [
        (name, str(row["year"] or "never"), str(row["authorities"]), _names(row["missing"]))
        for name, row in missing(release).items()
    ]
    heads = ["figure", "newest year", "authorities", "missing (code published in its place)"]
    console.print(Grid("Figures", heads, rows))
    console.print(
        Grid(
            "Repaired: wrong as published, and provably so",
            ["authority", "figure", "year", "published", "used", "why"],
            [
                (r.name, r.figure, str(r.year), str(r.published), str(r.used), r.reason)
                for r in release.repairs
            ],
        )
    )
    console.print(
        Grid(
            "To know: used as published",
            ["authority", "figure", "year", "published", "why"],
            [(n.name, n.figure, str(n.year), str(n.published), n.reason) for n in release.notes],
        )
    )


def _names(lacking: dict[str, str]) -> str:
    """Name the first few, and count the rest."""
    named = [f"{name} ({code})" if code else name for name, code in list(lacking.items())[:4]]
    more = len(lacking) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")
