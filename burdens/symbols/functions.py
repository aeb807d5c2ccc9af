"""The functions that an equation may use, beside the four operations.

======================  =========================================================
``total(x, i, j)``      the sum of x over every i and j
``most(x, i)``          the greatest x over every i
``larger(x, y)``        the larger of two; ``smaller(x, y)`` the smaller
``floor(x)``            x rounded down
======================  =========================================================
"""

from __future__ import annotations

import ast

OVER_SETS = ("total", "most")
OF_VALUES = {"larger": 2, "smaller": 2, "floor": 1}
FUNCTIONS = frozenset({*OVER_SETS, *OF_VALUES})


def function_of(node: ast.Call) -> str:
    """Return the name of the function that is called.

    Raises
    ------
    ValueError
        Where it is not a function of the notation, or has too few or too many arguments.
    """
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    counted = len(node.args) == OF_VALUES.get(name, len(node.args))
    if name not in FUNCTIONS or not counted or (name in OVER_SETS and len(node.args) < 2):
        raise ValueError(f"{ast.unparse(node)} is not a function of the notation")
    return name


def sets_of(node: ast.AST) -> list[str]:
    """Return the sets that a sum or a maximum goes over; none where it is neither."""
    if not isinstance(node, ast.Call) or function_of(node) not in OVER_SETS:
        return []
    return [over.id for over in node.args[1:] if isinstance(over, ast.Name)]


def places(index: ast.expr) -> list[ast.expr]:
    """Return what stands between the brackets of an indexed symbol, one by one."""
    return list(index.elts) if isinstance(index, ast.Tuple) else [index]
