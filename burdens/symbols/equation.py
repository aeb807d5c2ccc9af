"""An equation, written once with the names of its symbols."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from burdens.symbols.functions import FUNCTIONS, sets_of
from burdens.symbols.sets import SETS


@dataclass(frozen=True)
class Equation:
    """A relation, or an expression, between symbols.

    Attributes
    ----------
    text
        The equation as a Python expression of symbol names, such as
        ``posts[r, y] >= posts[r, y - 1]``; see `burdens.symbols.functions` for sums and the like.
    where
        For which of them it is written, in words, where not for all.
    """

    text: str
    where: str = ""

    @property
    def tree(self) -> ast.expr:
        """The equation as a tree."""
        return ast.parse(self.text, mode="eval").body

    @property
    def names(self) -> frozenset[str]:
        """Every symbol and set in it."""
        named = {node.id for node in ast.walk(self.tree) if isinstance(node, ast.Name)}
        return frozenset(named - FUNCTIONS)

    @property
    def free(self) -> tuple[str, ...]:
        """The sets for each member of which it is written, in the order in which sets are named.

        A set that another settles, such as the month beside a bucket, is not free.
        """
        named = set(_unsettled(self.tree, frozenset()))
        return tuple(name for name in SETS if name in named and not named & set(SETS[name].of))


def _unsettled(node: ast.AST, settled: frozenset[str]) -> Iterator[str]:
    """Yield the sets that no sum around them goes over or settles."""
    if isinstance(node, ast.Name) and node.id in SETS:
        if not settled & {node.id, *SETS[node.id].of}:
            yield node.id
        return
    inside = settled.union(sets_of(node))
    for part in ast.iter_child_nodes(node):
        yield from _unsettled(part, inside)
