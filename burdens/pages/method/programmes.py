"""The three programmes on the page: a plan, what keeps up, and what new duties add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens.pages.method import maths
from burdens.programme.definitions import ADDED, NEED, PROGRAMME
from burdens.symbols import PARAMETERS, PRICES, SETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burdens.symbols import Description, Rule, Symbol


def counted_over() -> str:
    """Return the sets."""
    return maths.symbols_table("Sets", SETS)


def given() -> Iterator[str]:
    """Yield the tables of what a Problem gives."""
    yield maths.symbols_table("Cases, work and people", PARAMETERS)
    yield maths.symbols_table("Prices, and weights that only rank", PRICES)


def solved() -> str:
    """Return what a plan solves for."""
    return maths.symbols_table("Unknowns", PROGRAMME.columns)


def worked_out() -> Iterator[str]:
    """Yield what a plan works out, and how."""
    yield maths.symbols_table("Worked out", PROGRAMME.derived)
    yield maths.rules(PROGRAMME.definitions.values())


def made_small() -> str:
    """Return the sum that a plan makes small."""
    return maths.rules(PROGRAMME.objective.values())


def kept() -> str:
    """Return the rules and limits of a plan."""
    return maths.rules([*PROGRAMME.rows.values(), *PROGRAMME.bounds.values()])


def keeping_up() -> Iterator[str]:
    """Yield the programme of what keeps up, where it differs from that of a plan."""
    yield from _differing("What keeps up", NEED, [PROGRAMME])


def adding() -> Iterator[str]:
    """Yield the programme of what duties add, where it differs from those before."""
    yield from _differing("What duties add", ADDED, [NEED, PROGRAMME])


def _differing(caption: str, part: Description, before: list[Description]) -> Iterator[str]:
    shown = [symbol for other in before for symbol in other.symbols.values()]
    fresh: dict[str, Symbol] = {
        name: symbol
        for name, symbol in part.symbols.items()
        if not any(symbol is other for other in shown)
    }
    yield maths.symbols_table(caption, fresh)
    above = [rule for other in before for rule in other.rules]
    yield maths.rules(rule for rule in part.rules if not _is_in(rule, above))
    yield maths.shared(rule for rule in part.rules if _is_in(rule, above))


def _is_in(rule: Rule, above: list[Rule]) -> bool:
    return any(rule is other for other in above)
