"""A linear programme of sparse rows, solved by HiGHS by way of scipy."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

Terms = list[tuple[int, float]]
TIGHT = {"primal_feasibility_tolerance": 1e-9, "dual_feasibility_tolerance": 1e-9}


@dataclass
class Rows:
    """Rows `terms <= bound` or `terms == bound`, as the programme says."""

    terms: list[Terms] = field(default_factory=list)
    bounds: list[float] = field(default_factory=list)

    def add(self, terms: Terms, bound: float) -> None:
        self.terms.append(terms)
        self.bounds.append(bound)

    def matrix(self, columns: int) -> csr_array:
        entries = [(at, name, by) for at, row in enumerate(self.terms) for name, by in row]
        at, names, by = zip(*entries, strict=True) if entries else ((), (), ())
        return csr_array((by, (at, names)), shape=(len(self.terms), columns))


@dataclass
class LinearProgramme:
    """Columns and rows, always minimised.

    Attributes
    ----------
    constant
        What the objective holds beside the columns.
    """

    constant: float = 0.0
    costs: list[float] = field(default_factory=list)
    bounds: list[tuple[float, float]] = field(default_factory=list)
    below: Rows = field(default_factory=Rows)
    equal: Rows = field(default_factory=Rows)

    def column(self, cost: float = 0.0, most: float = np.inf, least: float = 0.0) -> int:
        """Add a variable between `least` and `most`; return its number."""
        self.costs.append(cost)
        self.bounds.append((least, most))
        return len(self.costs) - 1

    def at_most(self, terms: Terms, bound: float = 0.0) -> None:
        """Add the row `terms <= bound`."""
        self.below.add(terms, bound)

    def exactly(self, terms: Terms, bound: float = 0.0) -> None:
        """Add the row `terms == bound`."""
        self.equal.add(terms, bound)

    def solve(self) -> tuple[float, np.ndarray]:
        """Return the least objective, and the columns of one optimum."""
        columns = len(self.costs)
        answer = linprog(
            self.costs,
            A_ub=self.below.matrix(columns),
            b_ub=self.below.bounds,
            A_eq=self.equal.matrix(columns),
            b_eq=self.equal.bounds,
            bounds=self.bounds,
            method="highs",
            options=TIGHT,
        )
        assert answer.status == 0, answer.message
        return float(answer.fun) + self.constant, answer.x
