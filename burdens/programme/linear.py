"""Linear expressions over the programme's columns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Linear:
    """A constant and a weighted sum of columns.

    Attributes
    ----------
    constant
        The part that no decision changes.
    per_case
        How much the constant grows with one more case a week on the pathway; demand's dual value
        is read from it.
    terms
        Column numbers with their coefficients; a column may come twice.
    """

    constant: float = 0.0
    per_case: float = 0.0
    terms: tuple[tuple[int, float], ...] = ()

    def __add__(self, other: Linear) -> Linear:
        return Linear(
            self.constant + other.constant,
            self.per_case + other.per_case,
            self.terms + other.terms,
        )

    def __mul__(self, factor: float) -> Linear:
        return Linear(
            self.constant * factor,
            self.per_case * factor,
            tuple((column, weight * factor) for column, weight in self.terms),
        )

    def __sub__(self, other: Linear) -> Linear:
        return self + other * -1.0

    @property
    def is_zero(self) -> bool:
        """True where nothing is in it."""
        return not self.terms and self.constant == 0.0


ZERO = Linear()


def column(number: int, weight: float = 1.0) -> Linear:
    """Give one column as an expression."""
    return Linear(terms=((number, weight),))
