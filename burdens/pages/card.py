"""One headline card."""

from __future__ import annotations

from html import escape


def card(title: str, pairs: list[tuple[str, str]], note: str) -> str:
    """Write one card: its title, names with numbers, and a note."""
    inner = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in pairs
    )
    return (
        f'<li class="burdens-card"><h3>{escape(title)}</h3><dl>{inner}</dl>'
        f"<p>{escape(note)}</p></li>"
    )
