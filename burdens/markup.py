"""HTML that stands by itself: no style sheet, no script, and the colours of whatever shows it.

JupyterLab, VS Code and others show it below a cell, on a light or a dark ground. Every text is escaped.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LINE = "border-bottom:1px solid rgba(128,128,128,.5)"
CELL = f"padding:.25em 1em .25em 0;vertical-align:top;{LINE}"
TEXT = f"{CELL};text-align:left"
NUMBER = f"{CELL};text-align:right;white-space:nowrap"
TABLE = "border-collapse:collapse;margin:.75em 0;max-width:60em"
CAPTION = "caption-side:top;text-align:left;font-weight:bold;color:inherit;padding:.25em 0"
PLAIN = "font-weight:normal"


def block(title: str, *parts: str) -> str:
    """Write a result: what it is, and its parts."""
    return f"<div><p><strong>{escape(title)}</strong></p>{''.join(parts)}</div>"


def paragraph(text: str) -> str:
    """Write a paragraph."""
    return f"<p>{escape(text)}</p>"


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], texts: int = 0) -> str:
    """Write a table; nothing where it has no rows.

    Parameters
    ----------
    heads, rows
        The first cell of each row names the row.
    texts
        How many columns after the first hold words; the others hold numbers.
    """
    styles = [TEXT] * (1 + texts) + [NUMBER] * (len(heads) - 1 - texts)
    body = "".join(_row(row, styles) for row in rows)
    if not body:
        return ""
    head = "".join(
        f'<th scope="col" style="{style}">{escape(name)}</th>'
        for name, style in zip(heads, styles, strict=True)
    )
    return (
        f'<table style="{TABLE}"><caption style="{CAPTION}">{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(cells: Sequence[str], styles: Sequence[str]) -> str:
    first, *rest = ((escape(cell), style) for cell, style in zip(cells, styles, strict=True))
    said = "".join(f'<td style="{style}">{cell}</td>' for cell, style in rest)
    return f'<tr><th scope="row" style="{first[1]};{PLAIN}">{first[0]}</th>{said}</tr>'


def listed(title: str, sentences: Iterable[str]) -> str:
    """Write a list under its title; nothing where it is empty."""
    said = _items(sentences)
    return f"<p><strong>{escape(title)}</strong></p>{said}" if said else ""


def folded(title: str, sentences: Iterable[str]) -> str:
    """Write a list that is unfolded by its title; nothing where it is empty."""
    said = _items(sentences)
    return f"<details><summary>{escape(title)}</summary>{said}</details>" if said else ""


def _items(sentences: Iterable[str]) -> str:
    said = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return f"<ul>{said}</ul>" if said else ""
