"""Values as people write them: shares in percent, money in pounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burdens.evidence.value import Value


def is_share(value: Value) -> bool:
    """Whether a value is said in percent."""
    return value.unit.startswith(("share", "growth"))


def unit(value: Value) -> str:
    """Give the unit in which people say a value."""
    if is_share(value):
        of = value.unit.removeprefix("share").strip()
        return f"% {of}" if of.startswith("of ") else "%"
    return value.unit.replace("GBP", "pounds")


def said(value: Value, number: float | None = None) -> str:
    """Say a value, or another number in its place, in the unit in which people say it."""
    number = value.central if number is None else number
    if is_share(value):
        return f"{100 * number:.6g}%"
    return f"{number:,.10g}"


def amount(value: Value, number: float | None = None) -> str:
    """Say a value with its unit, such as ``5 hours a case``; a share says % itself."""
    return f"{said(value, number)} {unit(value).removeprefix('%').strip()}".rstrip()
