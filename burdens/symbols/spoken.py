"""Equations as words: what a reader hears, or reads who does not want letters."""

from __future__ import annotations

import ast

from burdens.symbols.known import KNOWN
from burdens.symbols.sets import SETS
from burdens.symbols.sums import places, summed_over

RELATIONS: dict[type[ast.cmpop], str] = {
    ast.LtE: "must not exceed",
    ast.GtE: "must reach",
    ast.Eq: "equals",
}
OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "plus",
    ast.Sub: "less",
    ast.Mult: "times",
    ast.Div: "divided by",
}

PLACES: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "−"}


def words_of(tree: ast.expr) -> str:
    """Write an equation, or a part of one, in words."""
    match tree:
        case ast.Compare(left=left, ops=[relation], comparators=[right]):
            return f"{words_of(left)} {RELATIONS[type(relation)]} {words_of(right)}"
        case ast.Constant(value=int(number)):
            return str(number)
        case ast.Name(id=name):
            return SETS[name].sign if name in SETS else KNOWN[name].phrase
        case ast.Subscript(value=ast.Name(id=name), slice=index):
            symbol = KNOWN[name]
            said = [_place(part) for part in places(index)]
            return symbol.phrase.format(**dict(zip(symbol.over, said, strict=True)))
        case ast.Call():
            *others, last = [named(name) for name in summed_over(tree)]
            over = f"{', '.join(others)} and {last}" if others else last
            return f"the sum over every {over} of {_bracketed(tree.args[0])}"
        case ast.BinOp(left=left, op=operator, right=right):
            return _joined(left, operator, right)
    raise ValueError(f"{ast.unparse(tree)} cannot be said")


def named(name: str) -> str:
    """Name a set with its letter, such as ``month m``."""
    title = SETS[name].title
    return f"{title[:1].lower()}{title[1:]} {SETS[name].sign}"


def _place(index: ast.expr) -> str:
    """Write which bucket or month is meant, such as ``t − 1``."""
    if isinstance(index, ast.BinOp):
        return f"{_place(index.left)} {PLACES[type(index.op)]} {_place(index.right)}"
    return words_of(index)


def _joined(left: ast.expr, operator: ast.operator, right: ast.expr) -> str:
    if isinstance(operator, ast.Mult | ast.Div):
        return f"{_bracketed(left)} {OPERATORS[type(operator)]} {_bracketed(right)}"
    return f"{words_of(left)} {OPERATORS[type(operator)]} {words_of(right)}"


def _bracketed(node: ast.expr) -> str:
    loose = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub)
    return f"({words_of(node)})" if loose else words_of(node)
