"""The programme as it is written down: PuLP columns and rows, found again by symbol and key."""

from __future__ import annotations

from typing import Any

import pulp

from burdens.programme.linear import Linear, column
from burdens.symbols import COLUMNS, ROWS

Key = tuple[Any, ...]

# PuLP 4 makes expressions with `from_dict`, PuLP 3 with the class itself.
_expression: Any = getattr(pulp.LpAffineExpression, "from_dict", pulp.LpAffineExpression)


class Model:
    """Columns, rows and costs of one linear programme; always minimised.

    Only a symbol that `burdens.symbols` describes becomes a column, and only a rule of it a row.
    Names given to PuLP are numbers: it folds names that differ only in a blank.

    Attributes
    ----------
    columns, rows
        Column and row numbers by (symbol, *key).
    per_case
        By row number, how much its right-hand side falls with one more case a week on a
        pathway; rows without it are left out.
    costs
        Objective coefficient [GBP] by column number.
    fixed_cost
        Part of the objective that no decision changes [GBP].
    """

    def __init__(self) -> None:
        self.lp = pulp.LpProblem("burdens", pulp.LpMinimize)
        self.columns: dict[Key, int] = {}
        self.rows: dict[Key, int] = {}
        self.per_case: dict[int, tuple[str, float]] = {}
        self.costs: dict[int, float] = {}
        self.fixed_cost = 0.0
        self._variables: list[Any] = []

    def add(self, symbol: str, *key: Any, most: float | None = None, cost: float = 0.0) -> Linear:
        """Add a column of at least 0 and give it as an expression."""
        if symbol not in COLUMNS:
            raise KeyError(symbol)
        number = len(self._variables)
        self._variables.append(self.lp.add_variable(f"c{number}", 0, most))
        self.columns[(symbol, *key)] = number
        self.costs[number] = cost
        return column(number)

    def not_negative(self, family: str, *key: Any, line: Linear, pathway: str = "") -> None:
        """Add the row `line` >= 0."""
        if not line.terms:
            return
        number = self._number(family, *key)
        self.lp += (self._sum(line) >= -line.constant, f"r{number}")
        if line.per_case:
            self.per_case[number] = (pathway, line.per_case)

    def equal(self, family: str, *key: Any, line: Linear) -> None:
        """Add the row `line` = 0."""
        self.lp += (self._sum(line) == -line.constant, f"r{self._number(family, *key)}")

    def charge(self, line: Linear, price: float) -> None:
        """Add `price` times an expression to the objective."""
        for number, weight in line.terms:
            self.costs[number] += price * weight
        self.fixed_cost += price * line.constant

    def finish(self) -> None:
        """Give the objective to PuLP."""
        self.lp.setObjective(
            _expression({self._variables[number]: cost for number, cost in self.costs.items()})
        )

    def column_order(self) -> dict[str, int]:
        """Give the solver's column number of each PuLP name."""
        listed = getattr(self.lp, "exported_variables", self.lp.variables)()
        return {variable.name: place for place, variable in enumerate(listed)}

    def _number(self, family: str, *key: Any) -> int:
        """Give the next row its number."""
        if family not in ROWS:
            raise KeyError(family)
        self.rows[(family, *key)] = len(self.rows)
        return len(self.rows) - 1

    def _sum(self, line: Linear) -> Any:
        weights: dict[int, float] = {}
        for number, weight in line.terms:
            weights[number] = weights.get(number, 0.0) + weight
        return _expression(
            {self._variables[number]: weight for number, weight in weights.items() if weight}
        )
