"""Solving: HiGHS in process, through PuLP, and again in place when numbers change."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
import pulp
from numpy.typing import NDArray

from burdens.errors import Fault, NotOptimalError, WorkCancelledError
from burdens.programme.build import Programme
from burdens.programme.linear import Linear
from burdens.programme.watch import UNWATCHED, Watch, callbacks_of, go_on

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Solution:
    """An optimal answer.

    Attributes
    ----------
    objective
        Cost with weights, in present value [GBP].
    columns, reduced_costs
        By column number.
    duals
        By row number: what one more unit asked for on the right-hand side costs [GBP].
    """

    objective: float
    columns: Array
    reduced_costs: Array
    duals: Array

    def value(self, line: Linear) -> float:
        """Give the value of an expression."""
        sizes = (float(self.columns[number]) * weight for number, weight in line.terms)
        return line.constant + sum(sizes)


class Session:
    """A programme handed to HiGHS, to be solved and solved again.

    Parameters
    ----------
    programme
        What to solve.
    options
        HiGHS options, such as ``{"time_limit": 60.0}``.
    watch
        Who may have a solve stopped.
    """

    def __init__(
        self,
        programme: Programme,
        options: Mapping[str, str | float | int] | None = None,
        *,
        watch: Watch = UNWATCHED,
    ) -> None:
        self.programme = programme
        self._watch = watch
        self._options = dict(options or {})
        self._solver: Any = None
        self._order: Array = np.empty(0, dtype=int)

    def solve(self) -> Solution:
        """Solve from nothing: interior point with crossover, then simplex if that falls short.

        Raises
        ------
        NotOptimalError
            Where HiGHS stops without an optimum.
        WorkCancelledError
            Where the watch has it stopped: that is no solution.
        """
        go_on(self._watch)
        model = self.programme.model
        options = {**callbacks_of(self._watch), "solver": "ipx", **self._options}
        with _QUIET:
            model.lp.solve(pulp.HiGHS(msg=False, **options))
        self._solver = model.lp.solverModel
        places = model.column_order()
        self._order = np.array([places[f"c{number}"] for number in range(len(model.columns))])
        if self._status() == highspy.HighsModelStatus.kUnknown:
            self._run("simplex")
        return self._read()

    def solve_again(self) -> Solution:
        """Solve from the last basis after a change; see `solve` for the errors."""
        go_on(self._watch)
        self._run("simplex")
        return self._read()

    def set_most(self, column: tuple[Any, ...], most: float | None) -> None:
        """Change the upper bound of a column."""
        place = int(self._order[self.programme.model.columns[column]])
        upper = highspy.kHighsInf if most is None else most
        self._solver.changeColBounds(place, 0.0, upper)

    def shift_row(self, row: tuple[Any, ...], by: float) -> None:
        """Ask for more (or less) on the right-hand side of a row."""
        place = self.programme.model.rows[row]
        _, lower, upper, _ = self._solver.getRow(place)
        self._solver.changeRowBounds(place, lower + by, upper + by)

    def least(self, row: tuple[Any, ...]) -> float:
        """Give the right-hand side of a row that asks for at least so much."""
        _, lower, _, _ = self._solver.getRow(self.programme.model.rows[row])
        return float(lower)

    def set_least(self, row: tuple[Any, ...], least: float) -> None:
        """Change the right-hand side of a row that asks for at least so much."""
        place = self.programme.model.rows[row]
        self._solver.changeRowBounds(place, least, highspy.kHighsInf)

    def _run(self, solver: str) -> None:
        with _QUIET:
            self._solver.setOptionValue("solver", solver)
            self._solver.run()

    def _status(self) -> Any:
        return self._solver.getModelStatus()

    def _read(self) -> Solution:
        if self._status() == highspy.HighsModelStatus.kInterrupt:
            raise WorkCancelledError
        if self._status() != highspy.HighsModelStatus.kOptimal:
            stopped = self._solver.modelStatusToString(self._status())
            fault = Fault(
                f"HiGHS stopped with '{stopped}', so there is no plan to show.",
                "Shorten the horizon, or raise the solver's limits.",
            )
            raise NotOptimalError("The plan was not solved", [fault])
        found = self._solver.getSolution()
        return Solution(
            self._solver.getObjectiveValue() + self.programme.model.fixed_cost,
            np.asarray(found.col_value)[self._order],
            np.asarray(found.col_dual)[self._order],
            np.asarray(found.row_dual),
        )


class _Quiet:
    """Keeps what HiGHS prints in C away from standard output: it may be a pipe or a page.

    Solves of several threads may overlap: the first puts it away, the last brings it back.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self._kept = -1

    def __enter__(self) -> None:
        with self._lock:
            self._inside += 1
            if self._inside == 1:
                self._put_away()

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0:
                os.dup2(self._kept, 1)
                os.close(self._kept)

    def _put_away(self) -> None:
        sys.stdout.flush()
        self._kept = os.dup(1)
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.close(nothing)


_QUIET = _Quiet()
