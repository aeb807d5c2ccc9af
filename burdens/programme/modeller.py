"""The programme in PuLP, and from PuLP to HiGHS in one piece.

PuLP hands a programme over column by column and row by row, which takes as long as solving it. Its
rows are read into arrays here, in the order in which they were written, so that HiGHS is given the
same programme whatever the version of PuLP.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import highspy
import numpy as np
import pulp

from burdens.programme.model import INFINITE, Array, Arrays
from burdens.programme.watch import Watch, stop_when_cancelled

Options = Mapping[str, str | float | int]
# Devex prices halve the time of a solve, from nothing and in place, against steepest edge.
PRICING: Options = {"simplex_dual_edge_weight_strategy": 1}
# PuLP 4 makes expressions with `from_dict`, PuLP 3 with the class itself.
_expression: Any = getattr(pulp.LpAffineExpression, "from_dict", pulp.LpAffineExpression)


def to_pulp(arrays: Arrays) -> tuple[Any, list[Any]]:
    """Return the programme as a `pulp.LpProblem`, and its variables in order."""
    lp = pulp.LpProblem("burdens", pulp.LpMinimize)
    columns = [
        lp.add_variable(f"c{place}", lower, None if upper == INFINITE else upper)
        for place, (lower, upper) in enumerate(
            zip(arrays.lower.tolist(), arrays.upper.tolist(), strict=True)
        )
    ]
    costs = arrays.priced.tolist()
    lp.setObjective(_expression(dict(zip(columns, costs, strict=True))))
    starts, places, values = arrays.starts.tolist(), arrays.places.tolist(), arrays.values.tolist()
    bounds = zip(arrays.least.tolist(), arrays.most.tolist(), strict=True)
    for row, (least, most) in enumerate(bounds):
        inside = range(starts[row], starts[row + 1])
        line = _expression({columns[places[at]]: values[at] for at in inside})
        if least == most:
            lp += (line == least, f"r{row}")
        elif least == -INFINITE:
            lp += (line <= most, f"r{row}")
        else:
            lp += (line >= least, f"r{row}")
    return lp, columns


def hand_over(arrays: Arrays, options: Options, watch: Watch) -> Any:
    """Solve a programme from nothing, and return the `highspy.Highs` that holds it."""
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # it is typed in part only
    solver.setOptionValue("output_flag", False)
    for name, value in {**PRICING, **options}.items():
        solver.setOptionValue(name, value)
    stop_when_cancelled(solver, watch)
    with _uncollected():
        solver.passModel(_for_highs(*to_pulp(arrays)))
    solver.run()
    return solver


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking PuLP's many objects while they are made."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _for_highs(lp: Any, columns: list[Any]) -> Any:
    """Return a PuLP problem as HiGHS takes it in one piece, columns and rows as written."""
    places = {variable.name: place for place, variable in enumerate(columns)}
    costs = {variable.name: cost for variable, cost in lp.objective.items()}
    listed = lp.constraints()
    rows = list(listed.values()) if isinstance(listed, dict) else list(listed)
    entries = [
        entry
        for row in rows
        for entry in sorted((places[variable.name], value) for variable, value in row.items())
    ]
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(columns), len(rows)
    model.col_cost_ = np.array([costs.get(variable.name, 0.0) for variable in columns])
    model.col_lower_ = _bounds([variable.lowBound for variable in columns], -INFINITE)
    model.col_upper_ = _bounds([variable.upBound for variable in columns], INFINITE)
    model.row_lower_ = _bounds([row.getLb() for row in rows], -INFINITE)
    model.row_upper_ = _bounds([row.getUb() for row in rows], INFINITE)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int32)
    model.a_matrix_.index_ = np.array([place for place, _ in entries], dtype=np.int32)
    model.a_matrix_.value_ = np.array([value for _, value in entries])
    return model


def _bounds(values: list[float | None], infinite: float) -> Array:
    return np.array([infinite if value is None else value for value in values])
