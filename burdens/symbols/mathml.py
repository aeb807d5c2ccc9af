"""Equations as MathML, which browsers show and speak without any script."""

from __future__ import annotations

import ast
from html import escape
from typing import TYPE_CHECKING, TypeGuard

from burdens.symbols.known import KNOWN
from burdens.symbols.sums import places, summed_over

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from burdens.symbols.symbol import Symbol

RELATIONS: dict[type[ast.cmpop], str] = {ast.LtE: "≤", ast.GtE: "≥", ast.Eq: "="}
SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "−"}
THIN = '<mspace width="0.17em"></mspace>'
TIMES = f"<mo>&#x2062;</mo>{THIN}"
OPEN, CLOSE = ('<mo stretchy="false">(</mo>', '<mo stretchy="false">)</mo>')


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
        yield from _with_sign(RELATIONS[type(tree.ops[0])], _parts(tree.comparators[0]))
    elif _is_loose(tree):
        yield from _parts(tree.left)
        yield from _with_sign(SIGNS[type(tree.op)], _factors(tree.right))
    else:
        yield from _factors(tree)


def _with_sign(sign: str, parts: Iterable[str]) -> Iterator[str]:
    first, *rest = parts
    yield f'<mo form="infix">{sign}</mo>{first}'
    yield from rest


def _factors(node: ast.expr) -> Iterator[str]:
    """Give one term in parts: the bracket at its end may break where it is a sum of terms."""
    match node:
        case ast.Call():
            first, *rest = _factors(node.args[0])
            yield f"{_sum(node)}{first}"
            yield from rest
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            first, *rest = _factors(right)
            yield f"{_factor(left)}{TIMES}{first}"
            yield from rest
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            first, *rest = _parts(node)
            yield f"{OPEN}{first}"
            yield from rest[:-1]
            yield f"{rest[-1]}{CLOSE}"
        case _:
            yield _term(node)


def _is_loose(node: ast.expr) -> TypeGuard[ast.BinOp]:
    """Whether it is a sum of terms, which needs brackets where it is multiplied."""
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub)


def _term(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=int(number)):
            return f"<mn>{number}</mn>"
        case ast.Name(id=name):
            return f"<mi>{escape(KNOWN[name].sign)}</mi>"
        case ast.Subscript(value=ast.Name(id=name), slice=index):
            return _indexed(KNOWN[name], _comma(_term(part) for part in places(index)))
        case ast.Call():
            return f"{_sum(node)}{_factor(node.args[0])}"
        case ast.BinOp(op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div()):
            return _joined(node)
    raise ValueError(f"{ast.unparse(node)} cannot be written as an equation")


def _joined(node: ast.BinOp) -> str:
    left, right = node.left, node.right
    if isinstance(node.op, ast.Div):
        return f"<mfrac><mrow>{_term(left)}</mrow><mrow>{_term(right)}</mrow></mfrac>"
    if _is_loose(node):
        return f"{_term(left)}<mo>{SIGNS[type(node.op)]}</mo>{_factor(right)}"
    return f"{_factor(left)}{TIMES}{_factor(right)}"


def _factor(node: ast.expr) -> str:
    """Write what is multiplied, in brackets where it is a sum of terms."""
    return f"{OPEN}{_term(node)}{CLOSE}" if _is_loose(node) else _term(node)


def _sum(node: ast.Call) -> str:
    over = _comma(f"<mi>{KNOWN[name].sign}</mi>" for name in summed_over(node))
    return f"<munder><mo>∑</mo><mrow>{over}</mrow></munder>{THIN}"


def _indexed(symbol: Symbol, index: str) -> str:
    sign = f"<mi>{escape(symbol.sign)}</mi>"
    return f"<msub>{sign}<mrow>{index}</mrow></msub>" if index else sign


def _comma(parts: Iterable[str]) -> str:
    return "<mo>,</mo>".join(parts)
