"""The maths as the programme describes itself: tables of symbols, and rules with equations."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from burdens.pages.tables import Html, items, table
from burdens.programme.definitions import KNOWN
from burdens.symbols import mathml_of, named, sign_of, words_of
from burdens.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from burdens.symbols import Equation, Rule, Symbol


def symbols_table(caption: str, symbols: Mapping[str, Symbol]) -> str:
    """Return what symbols stand for, with their units where they have any."""
    units = any(symbol.unit for symbol in symbols.values())
    heads = ["Letter and name", "What it stands for", *(["Unit"] if units else [])]
    rows = [
        (_named(symbol), symbol.description, *([symbol.unit] if units else []))
        for symbol in symbols.values()
    ]
    return f'<div class="burdens-symbols">{table(caption, heads, rows)}</div>'


def _named(symbol: Symbol) -> Html:
    return Html(f"{sign_of(symbol)} {escape(symbol.title)}")


def rules(group: Iterable[Rule]) -> str:
    """Return rules, each with its title, its sentence and its equations."""
    return "".join(_rule(rule) for rule in group)


def _rule(rule: Rule) -> str:
    equations = "".join(_equation(equation) for equation in rule.equations)
    return (
        f'<div class="burdens-rule"><h4>{escape(rule.title)}</h4>'
        f"<p>{escape(rule.description)} <em>Unit: {escape(rule.unit)}.</em></p>{equations}</div>"
    )


def _equation(equation: Equation) -> str:
    every = listed([named(name) for name in equation.free])
    scope = " ".join(filter(None, [f"For every {every}." if every else "", equation.where]))
    words = words_of(equation, KNOWN)
    return (
        f'<div class="burdens-equation">{mathml_of(equation, KNOWN)}</div>'
        f'<p class="burdens-read">{escape(scope)} <strong>In words:</strong> '
        f"{escape(words[0].upper())}{escape(words[1:])}.</p>"
    )


def shared(group: Iterable[Rule]) -> str:
    """Return the titles of rules that are written out above."""
    titles = items(rule.title for rule in group)
    return f"<p>These rules, as above, hold too:</p>{titles}"


def left_out(reasons: Mapping[str, str]) -> str:
    """Return what a Problem holds beside the numbers of the maths, and why."""
    entries = "".join(
        f"<li><code>{escape(field)}</code> {escape(why)}.</li>" for field, why in reasons.items()
    )
    return f"<p>A Problem holds some more, which is not in the maths:</p><ul>{entries}</ul>"


def fields() -> str:
    """Return which field of a Problem each letter is, for an analyst."""
    rows = [
        (Html(f"{sign_of(symbol)} {name}"), ", ".join(symbol.fields))
        for name, symbol in KNOWN.items()
        if symbol.fields
    ]
    return table("Where a Problem holds it", ["Letter and name in the equations", "Field"], rows)
