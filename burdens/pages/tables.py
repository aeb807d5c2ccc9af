"""Tables as HTML that can be read, scrolled by keyboard and spoken."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from burdens.scenario import kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from burdens.scenario import Scenario


# What must not be broken over two lines: pounds, and financial years.
WHOLE = re.compile(r"[+−]?£[\d.,]+(?: million)?|\b\d{4}-\d\d\b")


class Html(str):
    """Words that are HTML already, and are not escaped again."""

    __slots__ = ()


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table; the first cell of each row names the row, text that is no `Html` is escaped."""
    head = "".join(f'<th scope="col">{_cell(name)}</th>' if name else "<td></td>" for name in heads)
    body = "".join(_row(row) for row in rows)
    return (
        f'<div class="burdens-scroll" tabindex="0" role="group" aria-label="{escape(caption)}">'
        '<table class="burdens-table">'
        f'<caption><span class="burdens-caption">{escape(caption)}</span></caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(cells: Sequence[str]) -> str:
    first, *rest = cells
    said = "".join(f"<td>{_cell(cell)}</td>" for cell in rest)
    return f'<tr><th scope="row">{_cell(first)}</th>{said}</tr>'


def _cell(text: str) -> str:
    if isinstance(text, Html):
        return text
    return WHOLE.sub(r'<span class="burdens-whole">\g<0></span>', escape(text))


def items(parts: Iterable[str]) -> str:
    """Write a list; text is escaped."""
    return f"<ul>{''.join(f'<li>{escape(part)}</li>' for part in parts)}</ul>"


def figures_table(scenario: Scenario) -> str:
    """Write the published figures of a scenario with year and source."""
    rows = []
    for name, kind in kinds().items():
        entry = scenario.figures.get(name)
        if entry is None:
            continue
        value = "not published" if entry.value is None else f"{entry.value:,.0f} {kind.unit}"
        rows.append(
            (kind.title, value, str(entry.year or "not stated"), entry.source or "not stated")
        )
    caption = f"Figures for {scenario.authority.name}"
    return table(caption, ["Figure", "Value", "Year", "Source"], rows)
