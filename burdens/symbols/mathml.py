"""Equations as MathML, which browsers show and speak without any script."""

from __future__ import annotations

import ast
from html import escape
from typing import TYPE_CHECKING

from burdens.symbols.known import KNOWN
from burdens.symbols.sums import places, summed_over

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from burdens.symbols.symbol import Symbol

RELATIONS: dict[type[ast.cmpop], str] = {ast.LtE: "≤", ast.GtE: "≥", ast.Eq: "="}
SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "−", ast.Mult: "&#x2062;"}
LOOSE = (ast.Add, ast.Sub)
THIN = '<mspace width="0.17em"></mspace>'


def mathml_of(tree: ast.expr) -> str:
    """Write an equation in parts, between which a line may break."""
    return " ".join(f'<math displaystyle="true">{part}</math>' for part in _parts(tree))


def sign_of(symbol: Symbol) -> str:
    """Write a symbol with the sets it is counted over."""
    over = _comma(f"<mi>{KNOWN[name].sign}</mi>" for name in symbol.over)
    return f"<math>{_indexed(symbol, over)}</math>"


def _parts(tree: ast.expr) -> Iterator[str]:
    """Give the terms of each side, each with the relation or sign before it."""
    if isinstance(tree, ast.Compare):
        yield from _parts(tree.left)
        first, *rest = _parts(tree.comparators[0])
        yield f"<mo>{RELATIONS[type(tree.ops[0])]}</mo>{first}"
        yield from rest
    elif isinstance(tree, ast.BinOp) and isinstance(tree.op, LOOSE):
        yield from _parts(tree.left)
        yield f"<mo>{SIGNS[type(tree.op)]}</mo>{_term(tree.right)}"
    else:
        yield _term(tree)


def _term(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=int(number)):
            return f"<mn>{number}</mn>"
        case ast.Name(id=name):
            return f"<mi>{escape(KNOWN[name].sign)}</mi>"
        case ast.Subscript(value=ast.Name(id=name), slice=index):
            return _indexed(KNOWN[name], _comma(_term(part) for part in places(index)))
        case ast.Call():
            over = _comma(f"<mi>{KNOWN[name].sign}</mi>" for name in summed_over(node))
            return f"<munder><mo>∑</mo><mrow>{over}</mrow></munder>{_factor(node.args[0])}"
        case ast.BinOp():
            return _joined(node)
    raise ValueError(f"{ast.unparse(node)} cannot be written as an equation")


def _joined(node: ast.BinOp) -> str:
    left, right = node.left, node.right
    if isinstance(node.op, ast.Div):
        return f"<mfrac><mrow>{_term(left)}</mrow><mrow>{_term(right)}</mrow></mfrac>"
    sign = f"<mo>{SIGNS[type(node.op)]}</mo>"
    if isinstance(node.op, LOOSE):
        return f"{_term(left)}{sign}{_term(right)}"
    return f"{_factor(left)}{sign}{_factor(right)}"


def _factor(node: ast.expr) -> str:
    """Write what is multiplied, in brackets where it is a sum of terms."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, LOOSE):
        return f"<mrow><mo>(</mo>{_term(node)}<mo>)</mo></mrow>"
    return _term(node)


def _indexed(symbol: Symbol, index: str) -> str:
    sign = f"<mi>{escape(symbol.sign)}</mi>"
    return f"<msub>{sign}<mrow>{index}</mrow></msub>{THIN}" if index else sign


def _comma(parts: Iterable[str]) -> str:
    return "<mo>,</mo>".join(parts)
