"""A table that fits the terminal it is in: it wraps words, and never cuts a number or a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import MINIMAL_HEAVY_HEAD
from rich.cells import cell_len
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console, ConsoleOptions, RenderableType

SHORT = 16  # characters: a cell of so many stays on one line where there is room
BETWEEN = 3  # characters between two columns
NUMBER_STARTS = frozenset("0123456789-−+£")


class Grid:
    """A table with a title, or its rows as lists where it is too wide for the terminal.

    Parameters
    ----------
    title
        Above the table.
    heads
        One for each column.
    rows
        The cells of each row, as words.
    """

    def __init__(self, title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        self._title, self._heads = title, tuple(heads)
        self._rows = [tuple(row) for row in rows]

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        yield f"[bold]{escape(self._title)}[/bold]"
        room = options.max_width - BETWEEN * (len(self._heads) - 1)
        for short in (SHORT, 0):
            least = [self._least(place, short) for place in range(len(self._heads))]
            if sum(least) <= room:
                yield self._table(_shared(least, self._most(), room))
                return
        yield from self._lists()

    def _column(self, place: int) -> list[str]:
        return [row[place] for row in self._rows]

    def _least(self, place: int, short: int) -> int:
        """Return the width below which a word, or a short cell, would be cut."""
        texts = [self._heads[place]]
        whole = [cell for cell in self._column(place) if cell_len(cell) <= short]
        words = [word for text in [*texts, *self._column(place)] for word in text.split()]
        return max(map(cell_len, [*whole, *words]), default=0)

    def _most(self) -> list[int]:
        return [
            max(map(cell_len, [head, *self._column(place)]))
            for place, head in enumerate(self._heads)
        ]

    def _table(self, widths: Sequence[int]) -> Table:
        made = Table(box=MINIMAL_HEAVY_HEAD, show_edge=False, pad_edge=False)
        for place, (head, width) in enumerate(zip(self._heads, widths, strict=True)):
            numbers = all(not cell or cell[0] in NUMBER_STARTS for cell in self._column(place))
            side = "right" if numbers and place else "left"
            made.add_column(escape(head), width=width, overflow="fold", justify=side)  # type: ignore[arg-type]  # it is one of two
        for row in self._rows:
            made.add_row(*(escape(cell) for cell in row))
        return made

    def _lists(self) -> Iterator[str]:
        """Yield every row as its name and a line for each other cell."""
        for name, *cells in self._rows:
            yield f"{escape(f'{self._heads[0]}: {name}')}"
            for head, cell in zip(self._heads[1:], cells, strict=True):
                yield f"  {escape(f'{head}: {cell}')}"


def _shared(least: Sequence[int], most: Sequence[int], room: int) -> list[int]:
    """Return the width of each column: what it needs, and the rest where it is wanted."""
    widths, spare = list(least), room - sum(least)
    wanting = sorted(range(len(least)), key=lambda place: most[place] - least[place])
    for rank, place in enumerate(wanting):
        more = min(most[place] - least[place], spare // (len(wanting) - rank))
        widths[place] += more
        spare -= more
    return widths
