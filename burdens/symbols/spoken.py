"""Equations as words: what a reader hears, or reads who does not want letters."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from burdens.symbols.equation import Equation
from burdens.symbols.functions import OVER_SETS, function_of, places, sets_of
from burdens.symbols.sets import SETS
from burdens.symbols.symbol import Symbol

RELATIONS: dict[type[ast.cmpop], str] = {
    ast.LtE: "must not exceed",
    ast.GtE: "must be at least",
    ast.Eq: "equals",
}
OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "plus",
    ast.Sub: "less",
    ast.Mult: "times",
    ast.Div: "divided by",
}
PLACES: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "−"}
OVER = {"total": "the sum over every", "most": "the greatest over every"}


def words_of(equation: Equation, symbols: Mapping[str, Symbol]) -> str:
    """Return an equation as one would read it aloud.

    Raises
    ------
    ValueError
        Where it holds what the notation has no words for.
    """
    return _Speaker(symbols).words(equation.tree)


def named(name: str) -> str:
    """Return the name of a set with its letter, such as ``month m``."""
    title = SETS[name].title
    return f"{title[:1].lower()}{title[1:]} {SETS[name].sign}"


class _Speaker:
    def __init__(self, symbols: Mapping[str, Symbol]) -> None:
        self._symbols = symbols

    def words(self, tree: ast.expr) -> str:
        match tree:
            case ast.Compare(left=left, ops=[relation], comparators=[right]):
                return f"{self.words(left)} {RELATIONS[type(relation)]} {self.words(right)}"
            case ast.Constant(value=int(number)):
                return str(number)
            case ast.Name(id=name):
                return SETS[name].sign if name in SETS else self._symbols[name].phrase
            case ast.Subscript(value=ast.Name(id=name), slice=index):
                symbol = self._symbols[name]
                spoken = [self._place(part) for part in places(index)]
                return symbol.phrase.format(**dict(zip(symbol.over, spoken, strict=True)))
            case ast.Call():
                return self._called(tree)
            case ast.BinOp(left=left, op=operator, right=right):
                return self._joined(left, operator, right)
        raise ValueError(f"{ast.unparse(tree)} has no words")

    def _called(self, call: ast.Call) -> str:
        name = function_of(call)
        first = self._bracketed(call.args[0])
        if name == "floor":
            return f"{first} rounded down"
        if name not in OVER_SETS:
            return f"the {name} of {first} and {self._bracketed(call.args[1])}"
        *others, last = [named(over) for over in sets_of(call)]
        over = f"{', '.join(others)} and {last}" if others else last
        return f"{OVER[name]} {over} of {first}"

    def _place(self, index: ast.expr) -> str:
        """Return which bucket or month is meant, such as ``t − 1``."""
        if isinstance(index, ast.BinOp):
            return f"{self._place(index.left)} {PLACES[type(index.op)]} {self._place(index.right)}"
        if isinstance(index, ast.UnaryOp) and isinstance(index.op, ast.USub):
            return f"−{self._place(index.operand)}"
        return self.words(index)

    def _joined(self, left: ast.expr, operator: ast.operator, right: ast.expr) -> str:
        if isinstance(operator, ast.Mult | ast.Div):
            return f"{self._bracketed(left)} {OPERATORS[type(operator)]} {self._bracketed(right)}"
        taken = self._bracketed(right) if isinstance(operator, ast.Sub) else self.words(right)
        return f"{self.words(left)} {OPERATORS[type(operator)]} {taken}"

    def _bracketed(self, node: ast.expr) -> str:
        loose = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub)
        return f"({self.words(node)})" if loose else self.words(node)
