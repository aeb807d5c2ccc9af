"""The values as HTML: what each says, how far it can be trusted, and where it is used."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

from burdens.evidence import amount, said, typed
from burdens.measures import all_values
from burdens.pages.assumption import GRADES, UNCONFIRMED, source
from burdens.pages.assumptions.filters import topics
from burdens.pages.assumptions.listing import EDIT, UNDO, button
from burdens.pages.assumptions.used import NOWHERE, uses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from burdens.evidence import Value

    Overrides = Mapping[str, Mapping[str, Any]]

NONE_FOUND = (
    '<p class="burdens-inset">No value is found. Try fewer words, or choose “Show every value”.</p>'
)
NONE_CHANGED = (
    '<p class="burdens-inset">Nothing is changed: the tool uses its own values. Choose “Confirm or '
    "replace” beside a value to change it.</p>"
)


def cards(values: Iterable[Value], overrides: Overrides) -> str:
    """Write values under their topics.

    Parameters
    ----------
    values
        In order of their topics.
    overrides
        What the scenario has in their place, by id.
    """
    titles = topics()
    parts = [
        f'<h3>{escape(titles[topic])}</h3><ul class="burdens-values">'
        f"{''.join(_card(value, overrides.get(value.id)) for value in group)}</ul>"
        for topic, group in groupby(values, key=lambda value: value.topic)
    ]
    return "".join(parts) or NONE_FOUND


def changes(overrides: Overrides) -> str:
    """Write what a scenario has in the place of the tool's values: what, by whom and why."""
    rows = [_change(all_values()[name], one) for name, one in overrides.items()]
    return f'<ul class="burdens-values">{"".join(rows)}</ul>' if rows else NONE_CHANGED


def _card(value: Value, override: Mapping[str, Any] | None) -> str:
    open_ = value.unconfirmed and not (override and override["reason"])
    mark = f'<span class="burdens-mark">{UNCONFIRMED}</span>' if open_ else ""
    grade = f"Grade {value.grade}: {GRADES[value.grade].partition(',')[0]}"
    now = f'<p class="burdens-now">{_now(value, override)}</p>' if override else ""
    return (
        f'<li class="burdens-value"><div><h4>{escape(value.title)}</h4>'
        f"<p><strong>{escape(amount(value))}</strong>{_range(value)}</p>"
        f'<p class="burdens-badges"><span class="burdens-grade" data-grade="{value.grade}">{grade}'
        f"</span>{mark}</p>{now}{_offer(value)}</div>"
        f"<div><p>{escape(value.note)}</p>{_used(value)}{source(value)}"
        f"<p>Its id in files: <code>{escape(value.id)}</code></p></div></li>"
    )


def _offer(value: Value) -> str:
    """Write the button to change a value; what is in no sum has none."""
    if any(NOWHERE in use.places for use in uses()[value.id]):
        return ""
    return button(EDIT, value.id, "Confirm or replace", value.title)


def _change(value: Value, override: Mapping[str, Any]) -> str:
    title = value.title
    return (
        f'<li class="burdens-value"><div><h3>{escape(title)}</h3><p>{_now(value, override)}</p></div>'
        f'<div class="burdens-undo">{button(EDIT, value.id, "Change", title)}'
        f"{button(UNDO, value.id, f'Back to {amount(value)}', title)}</div></li>"
    )


def _now(value: Value, override: Mapping[str, Any]) -> str:
    """Say what stands in the place of a value, why, and who put it there."""
    to, why, who = override["to"], override["reason"], override.get("by")
    number = f"<strong>{escape(typed(value, to))}</strong>"
    if not why:
        return f"You typed {number}. Not finished: say why, or undo it."
    stop = "" if why[-1] in ".!?" else "."
    by = f" by {escape(who)}" if who else ""
    if to == value.central:
        return f"Confirmed at {number}{by}. Why: {escape(why)}{stop}"
    instead = f"the tool's value is {escape(amount(value))}{_range(value)}"
    return f"Replaced by {number}; {instead}. Why: {escape(why)}{stop}{f' Done{by}.' if by else ''}"


def _range(value: Value) -> str:
    if value.low == value.high:
        return ", with no range"
    return f" ({said(value, value.low)} to {said(value, value.high)})"


def _used(value: Value) -> str:
    found = uses()[value.id]
    said = [escape(use.words) for use in found]
    if len(said) == 1:
        return f"<p>{'' if NOWHERE in found[0].places else 'Used in: '}{said[0]}</p>"
    return f"<p>Used in:</p><ul>{''.join(f'<li>{one}</li>' for one in said)}</ul>"
