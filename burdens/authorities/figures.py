"""The figures of one authority, year by year, and why a figure is missing."""

from __future__ import annotations

import datetime as dt
import difflib
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from burdens.authorities.layouts import catalogue, layouts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burdens.authorities.cells import Cell


@dataclass(frozen=True)
class Figure:
    """One published number.

    Attributes
    ----------
    value
        In the unit of the figure (``figures.yaml``).
    year
        Calendar year of a flow; January of it for plans; the beginning of a financial year.
    source
        Who published it, and in which file.
    note
        What is known to be odd about it; empty mostly.
    """

    value: float
    year: int
    source: str
    note: str = ""


@dataclass(frozen=True)
class Figures:
    """All figures of one authority (or of England).

    Attributes
    ----------
    cells
        Figure name to year to cell: a number, or the code published in place of one.
    newest
        The newest year for which each figure is published for anybody.
    remarks
        Repairs and notes by figure and year.
    sources
        Figure name to source.
    """

    cells: Mapping[str, Mapping[int, Cell]]
    newest: Mapping[str, int]
    remarks: Mapping[tuple[str, int], str]
    sources: Mapping[str, str]

    def series(self, name: str) -> dict[int, float]:
        """Give every year that has a number, oldest first.

        Raises
        ------
        KeyError
            For a name that is no figure, with the nearest names.
        """
        _check(name)
        cells = self.cells.get(name, {})
        return {year: cell for year, cell in sorted(cells.items()) if isinstance(cell, float)}

    def latest(self, name: str) -> Figure | None:
        """Give the number of the latest year that has one; None where no year has."""
        series = self.series(name)
        return self._figure(name, max(series), series[max(series)]) if series else None

    def median(self, name: str, years: int = 3) -> Figure | None:
        """Give the median of the latest published years, dated with the last of them."""
        recent = list(self.series(name).items())[-years:]
        if not recent:
            return None
        middle = float(median(number for _, number in recent))
        over = "median of " + ", ".join(str(year) for year, _ in recent)
        remarks = [self.remarks.get((name, year), "") for year, _ in recent]
        note = "; ".join([over, *dict.fromkeys(remark for remark in remarks if remark)])
        return Figure(middle, recent[-1][0], self.sources.get(name, ""), note)

    def missing(self, name: str) -> str | None:
        """Say why the figure of the newest year is missing; None where it is there."""
        _check(name)
        if name not in self.newest:
            return "not in this release"
        year = self.newest[name]
        cell = self.cells.get(name, {}).get(year)
        if isinstance(cell, float):
            return None
        if cell is None:
            why = f"not published for {year}"
        else:
            meaning = layouts().missing_codes[cell]
            why = f"published as '{cell}' for {year}: {meaning}"
        remark = self.remarks.get((name, year), "")
        return f"{why} ({remark})" if remark else why

    def _figure(self, name: str, year: int, value: float) -> Figure:
        note = self.remarks.get((name, year), "")
        return Figure(value, year, self.sources.get(name, ""), note)


def source_of(name: str, release: str, file: str = "") -> str:
    """Describe where a figure of a release comes from."""
    facts = catalogue()
    title = facts.sources[facts.figures[name].source]["title"].format(release=release)
    return f"{title}, {file}" if file else title


def census_day(year: int) -> dt.date:
    """Return the day of a year on which plans are counted."""
    return dt.date(year, *catalogue().census_day)


def _check(name: str) -> None:
    names = catalogue().figures
    if name not in names:
        near = ", ".join(difflib.get_close_matches(name, names)) or ", ".join(names)
        raise KeyError(f"no figure is called '{name}'; perhaps {near}")
