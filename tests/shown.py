"""Reads back what an object shows in a notebook: its tables, by caption."""

from __future__ import annotations

from html.parser import HTMLParser


class Shown(HTMLParser):
    """The HTML of an object, read.

    Attributes
    ----------
    tables
        The rows of each table, heads first, by caption.
    elements, attributes
        The name of every element and of every attribute.
    words
        All its text.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tables: dict[str, list[list[str]]] = {}
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""
        self._rows: list[list[str]] = []
        self._caption = ""
        self._inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "table":
            self._rows, self._caption = [], ""
        elif tag == "tr":
            self._rows.append([])
        elif tag in {"th", "td"}:
            self._rows[-1].append("")
            assert tag == "td" or dict(attrs)["scope"] in {"row", "col"}
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""
        if tag == "table":
            self.tables[self._caption] = self._rows

    def handle_data(self, data: str) -> None:
        self.words += data
        if self._inside == "caption":
            self._caption += data
        elif self._inside in {"th", "td"}:
            self._rows[-1][-1] += data

    def column(self, caption: str, head: str) -> dict[str, str]:
        """Give one column of the table whose caption begins so, by the name of the row."""
        (rows,) = (rows for name, rows in self.tables.items() if name.startswith(caption))
        place = rows[0].index(head)
        return {row[0]: row[place] for row in rows[1:]}
