"""The live model: a programme in HiGHS, changed in place and solved on from the last basis."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import highspy
import numpy as np

from burdens.errors import Fault, InfeasibleError, NotOptimalError, WorkCancelledError
from burdens.programme.model import Array, Arrays, Places
from burdens.programme.modeller import Options, hand_over
from burdens.programme.quiet import QUIET
from burdens.programme.watch import UNWATCHED, Watch, go_on

NO_ANSWER = (
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kUnboundedOrInfeasible,
)
SETTLED = (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInterrupt)
# From a basis far off, the dual values can grow past what the simplex takes: it starts anew.
STOPPED_SHORT = (
    highspy.HighsModelStatus.kNotset,
    highspy.HighsModelStatus.kUnknown,
    highspy.HighsModelStatus.kSolveError,
)


class Rebuild(StrEnum):
    """Why a changed programme cannot be changed in place, and is handed over again."""

    FIRST = "no programme has been solved yet"
    SHAPE = "tasks, lanes, roles or the calendar are others"


@dataclass(frozen=True)
class Solution:
    """An optimal answer.

    Attributes
    ----------
    objective
        The objective of the Problem's contract, constant part included.
    columns
        The value of each column.
    rebuilt
        Why the solver was given the programme anew; None where it was changed in place.
    basis
        Where the solver stopped: changed programmes can be solved on from there.
    """

    objective: float
    columns: Array
    rebuilt: Rebuild | None = None
    basis: Any = field(default=None, repr=False, compare=False)

    def at(self, places: Places) -> Array:
        """Return the values of a block of columns, free of the solver's rounding below 0."""
        return np.maximum(self.columns[places], 0.0)


class Live:
    """A programme in HiGHS that follows its changes.

    Parameters
    ----------
    options
        HiGHS options, such as ``{"time_limit": 60.0}``.
    watch
        Who may have a solve stopped.
    """

    def __init__(self, options: Options | None = None, *, watch: Watch = UNWATCHED) -> None:
        self._options = dict(options or {})
        self._watch = watch
        self._solver: Any = None
        self._arrays: Arrays | None = None

    def solve(self, arrays: Arrays, *, after: Solution | None = None) -> Solution:
        """Solve a programme, in place where it has the shape of the last one.

        Parameters
        ----------
        after
            Solved on from this solution of the same shape; from the last one by default.

        Raises
        ------
        InfeasibleError
            Where no answer keeps every bound.
        NotOptimalError
            Where HiGHS stops without an optimum: that is never a plan.
        WorkCancelledError
            Where the watch has it stopped.
        """
        go_on(self._watch)
        rebuild = self._rebuild(arrays)
        with QUIET:
            if rebuild is None and self._arrays is not None:
                _change(self._solver, self._arrays, arrays)
                if after is not None and len(after.columns) == arrays.width:
                    self._solver.setBasis(after.basis)
                self._solver.run()
            else:
                self._solver = hand_over(arrays, self._options, self._watch)
            if self._stopped_short(in_place=rebuild is None):
                self._solver.clearSolver()
                self._solver.run()
        self._arrays = arrays
        return self._read(arrays, rebuild)

    def _stopped_short(self, *, in_place: bool) -> bool:
        """Whether the solver may find from nothing what it did not find from where it was."""
        status = self._solver.getModelStatus()
        return status in STOPPED_SHORT or (in_place and status not in SETTLED)

    def _rebuild(self, arrays: Arrays) -> Rebuild | None:
        if self._arrays is None:
            return Rebuild.FIRST
        return None if arrays.has_shape_of(self._arrays) else Rebuild.SHAPE

    def _read(self, arrays: Arrays, rebuild: Rebuild | None) -> Solution:
        status = self._solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInterrupt:
            self._arrays = None
            raise WorkCancelledError
        if status in NO_ANSWER:
            self._arrays = None
            fault = Fault("no answer keeps every limit.", "Allow more time or more hours.")
            raise InfeasibleError("The plan was not solved", [fault])
        if status != highspy.HighsModelStatus.kOptimal:
            self._arrays = None
            stopped = self._solver.modelStatusToString(status)
            fault = Fault(
                f"HiGHS stopped with '{stopped}', so there is no plan to show.",
                "Shorten the horizon, or raise the solver's limits.",
            )
            raise NotOptimalError("The plan was not solved", [fault])
        columns = np.array(self._solver.getSolution().col_value)
        # No dot product: its threads would spin for longer than the solve takes.
        objective = float((arrays.cost * columns).sum()) + arrays.fixed_cost
        return Solution(objective, columns, rebuild, self._solver.getBasis())


def _change(solver: Any, old: Arrays, new: Arrays) -> None:
    """Change every bound, cost and coefficient that differs."""
    columns = np.flatnonzero((old.lower != new.lower) | (old.upper != new.upper)).astype(np.int32)
    if len(columns):
        solver.changeColsBounds(len(columns), columns, new.lower[columns], new.upper[columns])
    priced = np.flatnonzero(old.priced != new.priced).astype(np.int32)
    if len(priced):
        solver.changeColsCost(len(priced), priced, new.priced[priced])
    for row in np.flatnonzero((old.least != new.least) | (old.most != new.most)):
        solver.changeRowBounds(int(row), float(new.least[row]), float(new.most[row]))
    for at in np.flatnonzero(old.values != new.values):
        place = int(new.entry_rows[at]), int(new.places[at])
        solver.changeCoeff(*place, float(new.values[at]))
