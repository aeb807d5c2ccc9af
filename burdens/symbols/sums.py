"""Sums in an equation: `total(what, over, ...)`."""

from __future__ import annotations

import ast

SUM = "total"


def summed_over(node: ast.AST) -> list[str]:
    """Give the sets that a sum goes over; none where it is no sum.

    Raises
    ------
    ValueError
        Where it is a call of anything else.
    """
    if not isinstance(node, ast.Call):
        return []
    if not (isinstance(node.func, ast.Name) and node.func.id == SUM):
        raise ValueError(f"{ast.unparse(node)} is no sum")
    return [over.id for over in node.args[1:] if isinstance(over, ast.Name)]


def places(index: ast.expr) -> list[ast.expr]:
    """Give what stands between the brackets of an indexed symbol, one by one."""
    return list(index.elts) if isinstance(index, ast.Tuple) else [index]
