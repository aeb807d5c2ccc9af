"""The programme as arrays: columns, rows and coefficients, written in blocks.

A block is one family of columns or rows for one key, such as the completions of one task in one
lane, with an entry for each bucket, month or year. Two Problems with the same tasks, lanes and
limits give arrays of the same shape, so that a changed number can be changed in the solver.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from burdens.symbols import Description

Array = NDArray[np.float64]
Places = NDArray[np.int64]
Key = tuple[Any, ...]
INFINITE = float("inf")


class Model:
    """Columns, rows and costs of a linear programme that is minimised.

    Parameters
    ----------
    description
        The families of columns and rows that the programme may have; no other is accepted.

    Attributes
    ----------
    columns, rows
        Places of each block, by family and key.
    fixed_cost
        Part of the objective that no decision changes.
    """

    def __init__(self, description: Description) -> None:
        self._description = description
        self.columns: dict[Key, Places] = {}
        self.rows: dict[Key, Places] = {}
        self.fixed_cost = 0.0
        self._columns: list[tuple[Array, ...]] = []
        self._rows: list[tuple[Array, Array]] = []
        self._entries: list[tuple[Places, Places, Array]] = []
        self._preferred: list[tuple[Places, float]] = []
        self._width = self._height = 0

    def copy(self) -> Model:
        """Return a model with the same blocks, to be written on from there."""
        other = Model(self._description)
        other.columns, other.rows = dict(self.columns), dict(self.rows)
        other.fixed_cost = self.fixed_cost
        other._columns, other._rows = list(self._columns), list(self._rows)
        other._entries = list(self._entries)
        other._width, other._height = self._width, self._height
        return other

    def add_columns(
        self,
        family: str,
        *key: Any,
        count: int,
        lower: ArrayLike = 0.0,
        upper: ArrayLike = INFINITE,
        cost: ArrayLike = 0.0,
    ) -> Places:
        """Add a block of columns and return their places.

        Raises
        ------
        KeyError
            Where the family is not described.
        """
        _check(family, self._description.columns, "columns")
        self._columns.append(tuple(_filled(values, count) for values in (lower, upper, cost)))
        places = np.arange(self._width, self._width + count)
        self._width += count
        self.columns[family, *key] = places
        return places

    def add_rows(
        self,
        family: str,
        *key: Any,
        count: int,
        lower: ArrayLike = -INFINITE,
        upper: ArrayLike = INFINITE,
    ) -> Places:
        """Add a block of rows without coefficients and return their places.

        Raises
        ------
        KeyError
            Where the family is not described.
        """
        _check(family, self._description.rows, "rows")
        self._rows.append((_filled(lower, count), _filled(upper, count)))
        places = np.arange(self._height, self._height + count)
        self._height += count
        self.rows[family, *key] = places
        return places

    def prefer(self, columns: Places, by: float) -> None:
        """Prefer more of some columns, by too little to count, among equally good answers."""
        self._preferred.append((columns, by))

    def put(self, rows: Places, columns: Places, coefficients: ArrayLike) -> None:
        """Add coefficients, one for each pair of a row and a column; pairs add up."""
        self._entries.append((rows, columns, _filled(coefficients, len(rows))))

    def arrays(self) -> Arrays:
        """Return the finished programme."""
        rows, columns, values = (
            np.concatenate(parts) for parts in zip(*self._entries, strict=True)
        )
        order = np.lexsort((columns, rows))
        rows, columns, values = rows[order], columns[order], values[order]
        first = np.ones(len(rows), dtype=bool)
        first[1:] = (rows[1:] != rows[:-1]) | (columns[1:] != columns[:-1])
        starts = np.searchsorted(rows[first], np.arange(self._height + 1))
        lower, upper, cost = (np.concatenate(parts) for parts in zip(*self._columns, strict=True))
        tie = np.zeros(self._width)
        for places, by in self._preferred:
            tie[places] -= by
        least, most = (np.concatenate(parts) for parts in zip(*self._rows, strict=True))
        return Arrays(
            lower=lower,
            upper=upper,
            cost=cost,
            tie=tie,
            least=least,
            most=most,
            starts=starts.astype(np.int32),
            places=columns[first].astype(np.int32),
            values=np.add.reduceat(values, np.flatnonzero(first)),
            fixed_cost=self.fixed_cost,
        )


def _check(family: str, described: Container[str], kind: str) -> None:
    if family not in described:
        raise KeyError(
            f"the family of {kind} {family!r} is not described: add it to the DESCRIPTION of the "
            "file that writes it"
        )


def _filled(values: ArrayLike, count: int) -> Array:
    filled = np.empty(count)
    filled[:] = values
    return filled


@dataclass(frozen=True)
class Arrays:
    """A finished programme: minimise `cost` within bounds on columns and rows.

    Attributes
    ----------
    lower, upper, cost
        By column.
    tie
        What is added to the cost of each column for the solver, too little to count: of equally
        good answers it prefers one, so that no two are published.
    least, most
        Bounds of each row.
    starts, places, values
        Coefficients by row, compressed: those of row i are at `starts[i]` to `starts[i + 1]`.
    fixed_cost
        Part of the objective that no decision changes.
    """

    lower: Array
    upper: Array
    cost: Array
    tie: Array
    least: Array
    most: Array
    starts: NDArray[np.int32]
    places: NDArray[np.int32]
    values: Array
    fixed_cost: float

    @property
    def priced(self) -> Array:
        """The cost of each column as the solver is given it."""
        return self.cost + self.tie

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.cost)

    @property
    def height(self) -> int:
        """Number of rows."""
        return len(self.least)

    @cached_property
    def entry_rows(self) -> Places:
        """The row of each coefficient."""
        return np.repeat(np.arange(self.height), np.diff(self.starts))

    def has_shape_of(self, other: Arrays) -> bool:
        """Whether both have the same columns, rows and places of coefficients."""
        return (
            self.width == other.width
            and np.array_equal(self.starts, other.starts)
            and np.array_equal(self.places, other.places)
        )
