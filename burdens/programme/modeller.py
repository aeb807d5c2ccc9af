"""The programme in PuLP, and from PuLP to HiGHS in one piece.

PuLP hands a programme over column by column and row by row, which takes as long as solving it. Its
rows are read into arrays here, in the order in which they were written, so that HiGHS is given the
same programme whatever the version of PuLP.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import highspy
import pulp

from burdens.programme.model import INFINITE, Arrays
from burdens.programme.watch import Watch, callbacks_of

# PuLP 4 makes expressions with `from_dict`, PuLP 3 with the class itself.
_expression: Any = getattr(pulp.LpAffineExpression, "from_dict", pulp.LpAffineExpression)


def to_pulp(arrays: Arrays) -> Any:
    """Return the programme as a `pulp.LpProblem`; columns are c0000000, c0000001 and so on."""
    lp = pulp.LpProblem("burdens", pulp.LpMinimize)
    columns = [
        lp.add_variable(f"c{place:07}", lower, None if upper == INFINITE else upper)
        for place, (lower, upper) in enumerate(
            zip(arrays.lower.tolist(), arrays.upper.tolist(), strict=True)
        )
    ]
    costs = arrays.cost.tolist()
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
    return lp


def hand_over(arrays: Arrays, options: Mapping[str, str | float | int], watch: Watch) -> Any:
    """Solve a programme from nothing through PuLP, and return the `highspy.Highs` that holds it.

    Raises
    ------
    RuntimeError
        Where PuLP does not keep columns in the order in which they were written.
    """
    lp = to_pulp(arrays)
    lp.solve(pulp.HiGHS(msg=False, **callbacks_of(watch), **options))
    listed = getattr(lp, "exported_variables", lp.variables)()
    if [variable.name for variable in listed] != [f"c{at:07}" for at in range(arrays.width)]:
        raise RuntimeError("PuLP did not keep the order of the columns")
    return lp.solverModel
