"""A symbol, and a rule of several equations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burdens.symbols.equation import Equation


@dataclass(frozen=True)
class Symbol:
    """A set, a number that is given or worked out, or a family of columns.

    Attributes
    ----------
    title, description
        What it is, in a few words and in a sentence.
    unit
        Its unit; empty for a set.
    sign
        The letter it has in an equation.
    over
        The sets it is counted over, in order.
    phrase
        How it is read aloud, with those sets in braces: ``the agency hours for role {r} in {t}``.
    fields
        Where a Problem holds it, such as ``Role.productive``; empty where a Problem does not.
    of
        For a set: the sets each of which settles it, as a bucket settles its month.
    """

    title: str
    unit: str
    description: str
    sign: str
    over: tuple[str, ...] = ()
    phrase: str = ""
    fields: tuple[str, ...] = ()
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    """One rule, written for many cases, weeks or people: a family of rows, a bound or a sum.

    Attributes
    ----------
    title, description
        What it is, in a few words and in a sentence.
    unit
        The unit of both sides.
    equations
        The rule; a second one where the first week or month differs.
    """

    title: str
    unit: str
    description: str
    equations: tuple[Equation, ...]
