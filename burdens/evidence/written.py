"""Values as people write them: shares in percent, money in pounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burdens.evidence.value import Value


def is_share(value: Value) -> bool:
    """Whether a value is said in percent."""
    return value.unit.startswith(("share", "growth"))


def unit(value: Value) -> str:
    """Return the unit in which people say a value."""
    if is_share(value):
        of = value.unit.removeprefix("share").strip()
        return f"% {of}" if of.startswith("of ") else "%"
    return value.unit.replace("GBP", "pounds")


def said(value: Value, number: float | None = None) -> str:
    """Return a value in words, or another number in its place; a share in three digits."""
    number = value.central if number is None else number
    return f"{100 * number:.3g}%" if is_share(value) else f"{number:,.10g}"


def amount(value: Value, number: float | None = None) -> str:
    """Return the same with its unit, such as ``5 hours a case``; a share has its %."""
    return _with_unit(value, said(value, number))


def typed(value: Value, number: float) -> str:
    """Return a number typed in the place of a value, digit by digit, with its unit."""
    exact = f"{100 * number:.10g}%" if is_share(value) else said(value, number)
    return _with_unit(value, exact)


def _with_unit(value: Value, number: str) -> str:
    return f"{number} {unit(value).removeprefix('%').strip()}".rstrip()
