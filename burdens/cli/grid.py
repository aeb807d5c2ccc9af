"""A table that fits the terminal it is in: it wraps words, and never cuts a number or a date.

Where it is too wide its rows become columns, and where that is too wide too, lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

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
    """A table with a title, below a blank line.

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
        self._title = title
        self._cells = Cells(tuple(heads), tuple(tuple(row) for row in rows))

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        yield f"\n[bold]{escape(self._title)}[/bold]"
        for cells in (self._cells, self._cells.turned()):
            widths = cells.widths(options.max_width)
            if widths is not None:
                yield cells.table(widths)
                return
        for line in self._cells.lists():
            yield escape(line)


@dataclass(frozen=True)
class Cells:
    """The cells of a table.

    Attributes
    ----------
    heads, rows
        Of each column, and the cells below.
    right
        Whether all but the first column are aligned to the right, not only those of numbers.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: bool = False

    def column(self, place: int) -> list[str]:
        """Return the cells of a column, its head left out."""
        return [row[place] for row in self.rows]

    def turned(self) -> Cells:
        """Return the same with columns for rows."""
        heads = (self.heads[0], *self.column(0))
        rows = [(head, *self.column(place)) for place, head in enumerate(self.heads) if place]
        return Cells(heads, tuple(rows), right=True)

    def widths(self, most: int) -> list[int] | None:
        """Return the width of each column [characters]; None where they do not fit.

        Parameters
        ----------
        most
            Width of the whole [characters].
        """
        room = most - BETWEEN * (len(self.heads) - 1)
        places = range(len(self.heads))
        for short in (SHORT, 0):
            least = [self._least(place, short) for place in places]
            if sum(least) <= room:
                return _shared(least, [self._most(place) for place in places], room)
        return None

    def _least(self, place: int, short: int) -> int:
        """Return the width below which a word, or a short cell, would be cut."""
        cells = self.column(place)
        whole = [cell for cell in cells if cell_len(cell) <= short]
        words = [word for text in [self.heads[place], *cells] for word in text.split()]
        return max(map(cell_len, [*whole, *words]), default=0)

    def _most(self, place: int) -> int:
        return max(map(cell_len, [self.heads[place], *self.column(place)]))

    def table(self, widths: Sequence[int]) -> Table:
        """Return a table with columns of these widths."""
        made = Table(box=MINIMAL_HEAVY_HEAD, show_edge=False, pad_edge=False)
        for place, (head, width) in enumerate(zip(self.heads, widths, strict=True)):
            made.add_column(escape(head), width=width, overflow="fold", justify=self._side(place))
        for row in self.rows:
            made.add_row(*(escape(cell) for cell in row))
        return made

    def _side(self, place: int) -> Literal["left", "right"]:
        numbers = all(not cell or cell[0] in NUMBER_STARTS for cell in self.column(place))
        return "right" if place and (self.right or numbers) else "left"

    def lists(self) -> Iterator[str]:
        """Yield every row as its name and a line for each other cell."""
        for name, *cells in self.rows:
            yield f"{self.heads[0]}: {name}"
            for head, cell in zip(self.heads[1:], cells, strict=True):
                yield f"  {head}: {cell}"


def _shared(least: Sequence[int], most: Sequence[int], room: int) -> list[int]:
    """Return the width of each column: what it needs, and the rest where it is wanted."""
    widths, spare = list(least), room - sum(least)
    wanting = sorted(range(len(least)), key=lambda place: most[place] - least[place])
    for rank, place in enumerate(wanting):
        more = min(most[place] - least[place], spare // (len(wanting) - rank))
        widths[place] += more
        spare -= more
    return widths
