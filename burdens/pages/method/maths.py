"""The maths as it is described in `burdens.symbols`: tables of symbols, and rules with equations."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from burdens.pages.tables import Html, table
from burdens.symbols import KNOWN, named, sign_of
from burdens.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from burdens.symbols import Equation, Rule, Symbol


def symbols_table(caption: str, symbols: Mapping[str, Symbol]) -> str:
    """Write what symbols stand for, with their units where they have any."""
    units = any(one.unit for one in symbols.values())
    heads = ["Letter and name", "What it stands for", *(["Unit"] if units else [])]
    rows = [
        (_named(one), one.description, *([one.unit] if units else [])) for one in symbols.values()
    ]
    return f'<div class="burdens-symbols">{table(caption, heads, rows)}</div>'


def _named(symbol: Symbol) -> Html:
    return Html(f"{sign_of(symbol)} {escape(symbol.title)}")


def rules(group: Iterable[Rule]) -> str:
    """Write rules, each with its title, its sentence and its equations."""
    return "".join(_rule(one) for one in group)


def _rule(rule: Rule) -> str:
    equations = "".join(_equation(one) for one in rule.equations)
    return (
        f'<div class="burdens-rule"><h4>{escape(rule.title)}</h4>'
        f"<p>{escape(rule.description)} <em>Unit: {escape(rule.unit)}.</em></p>{equations}</div>"
    )


def _equation(equation: Equation) -> str:
    every = listed([named(name) for name in equation.free])
    scope = " ".join(filter(None, [f"For every {every}." if every else "", equation.where]))
    said = f"{equation.words[0].upper()}{equation.words[1:]}"
    return (
        f'<div class="burdens-equation">{equation.mathml}</div>'
        f'<p class="burdens-read">{escape(scope)} <strong>In words:</strong> {escape(said)}.</p>'
    )


def left_out(reasons: Mapping[str, str]) -> str:
    """Say what a Problem holds beside the numbers of the maths, and why."""
    entries = "".join(
        f"<li><code>{escape(field)}</code> {escape(why)}.</li>" for field, why in reasons.items()
    )
    return f"<p>A Problem holds some more, which is not in the maths:</p><ul>{entries}</ul>"


def fields() -> str:
    """Say which field of a Problem each letter is, for an analyst."""
    rows = [
        (Html(f"{sign_of(one)} {name}"), ", ".join(one.fields))
        for name, one in KNOWN.items()
        if one.fields
    ]
    return table("Where a Problem holds it", ["Letter and name in the equations", "Field"], rows)
