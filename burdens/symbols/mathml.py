"""Equations as MathML, which browsers show and speak without any script."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import TypeGuard

from burdens.symbols.equation import Equation
from burdens.symbols.functions import OVER_SETS, function_of, places, sets_of
from burdens.symbols.sets import SETS
from burdens.symbols.symbol import Symbol

RELATIONS: dict[type[ast.cmpop], str] = {ast.LtE: "≤", ast.GtE: "≥", ast.Eq: "="}
SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "−"}
THIN = '<mspace width="0.17em"></mspace>'
TIMES = f"<mo>&#x2062;</mo>{THIN}"
OPEN, CLOSE = ('<mo stretchy="false">(</mo>', '<mo stretchy="false">)</mo>')
OVER = {"total": "<mo>∑</mo>", "most": "<mtext>max</mtext>"}
NAMES = {"larger": "<mtext>max</mtext>", "smaller": "<mtext>min</mtext>"}


def mathml_of(equation: Equation, symbols: Mapping[str, Symbol]) -> str:
    """Return an equation in parts, between which a line may break.

    Raises
    ------
    ValueError
        Where it holds what the notation has no sign for.
    """
    parts = _Writer(symbols).parts(equation.tree)
    return " ".join(f'<math displaystyle="true">{part}</math>' for part in parts)


def sign_of(symbol: Symbol) -> str:
    """Return a symbol with the sets it is counted over."""
    over = _comma(f"<mi>{SETS[name].sign}</mi>" for name in symbol.over)
    return f"<math>{_indexed(symbol, over)}</math>"


class _Writer:
    def __init__(self, symbols: Mapping[str, Symbol]) -> None:
        self._symbols = symbols

    def parts(self, tree: ast.expr) -> Iterator[str]:
        """Yield the terms of each side, each with the relation or sign before it."""
        if isinstance(tree, ast.Compare):
            yield from self.parts(tree.left)
            right = self.parts(tree.comparators[0])
            yield from _with_sign(RELATIONS[type(tree.ops[0])], right)
        elif _is_loose(tree):
            yield from self.parts(tree.left)
            yield from _with_sign(SIGNS[type(tree.op)], self._factors(tree.right))
        else:
            yield from self._factors(tree)

    def _factors(self, node: ast.expr) -> Iterator[str]:
        """Yield one term in parts: the bracket at its end may break where it is a sum of terms."""
        match node:
            case ast.Call() if function_of(node) in OVER_SETS:
                first, *rest = self._factors(node.args[0])
                yield f"{self._over(node)}{first}"
                yield from rest
            case ast.BinOp(left=left, op=ast.Mult(), right=right):
                first, *rest = self._factors(right)
                yield f"{self._factor(left)}{TIMES}{first}"
                yield from rest
            case ast.BinOp(op=ast.Add() | ast.Sub()):
                first, *rest = self.parts(node)
                yield f"{OPEN}{first}"
                yield from rest[:-1]
                yield f"{rest[-1]}{CLOSE}"
            case _:
                yield self._term(node)

    def _term(self, node: ast.expr) -> str:
        match node:
            case ast.Constant(value=int(number)):
                return f"<mn>{number}</mn>"
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(number))):
                return f"<mn>−{number}</mn>"
            case ast.Name(id=name):
                return f"<mi>{escape(self._symbols[name].sign)}</mi>"
            case ast.Subscript(value=ast.Name(id=name), slice=index):
                parts = (self._term(part) for part in places(index))
                return _indexed(self._symbols[name], _comma(parts))
            case ast.Call():
                return self._called(node)
            case ast.BinOp(op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div()):
                return self._joined(node)
        raise ValueError(f"{ast.unparse(node)} cannot be written as an equation")

    def _called(self, node: ast.Call) -> str:
        name = function_of(node)
        if name in OVER_SETS:
            return f"{self._over(node)}{self._factor(node.args[0])}"
        inside = _comma(self._term(part) for part in node.args)
        if name == "floor":
            return f"<mo>⌊</mo>{inside}<mo>⌋</mo>"
        return f"{NAMES[name]}{OPEN}{inside}{CLOSE}"

    def _over(self, node: ast.Call) -> str:
        over = _comma(f"<mi>{self._symbols[name].sign}</mi>" for name in sets_of(node))
        return f"<munder>{OVER[function_of(node)]}<mrow>{over}</mrow></munder>{THIN}"

    def _joined(self, node: ast.BinOp) -> str:
        left, right = node.left, node.right
        if isinstance(node.op, ast.Div):
            above, below = self._term(left), self._term(right)
            return f"<mfrac><mrow>{above}</mrow><mrow>{below}</mrow></mfrac>"
        if _is_loose(node):
            return f"{self._term(left)}<mo>{SIGNS[type(node.op)]}</mo>{self._factor(right)}"
        return f"{self._factor(left)}{TIMES}{self._factor(right)}"

    def _factor(self, node: ast.expr) -> str:
        """Return what is multiplied, in brackets where it is a sum of terms."""
        return f"{OPEN}{self._term(node)}{CLOSE}" if _is_loose(node) else self._term(node)


def _with_sign(sign: str, parts: Iterable[str]) -> Iterator[str]:
    first, *rest = parts
    yield f'<mo form="infix">{sign}</mo>{first}'
    yield from rest


def _is_loose(node: ast.expr) -> TypeGuard[ast.BinOp]:
    """Whether it is a sum of terms, which needs brackets where it is multiplied."""
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub)


def _indexed(symbol: Symbol, index: str) -> str:
    sign = f"<mi>{escape(symbol.sign)}</mi>"
    return f"<msub>{sign}<mrow>{index}</mrow></msub>" if index else sign


def _comma(parts: Iterable[str]) -> str:
    return "<mo>,</mo>".join(parts)
