"""The staff of a council by role, typed or pasted like a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets

from burdens import words
from burdens.errors import Fault
from burdens.pages.field import digits, fault_in, number_in
from burdens.pages.staff_columns import COLUMNS, cells
from burdens.pages.staff_paste import cleaned, read_paste
from burdens.pages.widget import STATIC, Widget
from burdens.scenario import roles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from burdens.scenario import Staffing


class StaffGrid(Widget):
    """A table of number boxes: a row for each role, a column for each thing to say of its staff.

    A cell's name is that of the scenario's field, such as ``staff.ep.in_post``: errors link to it
    and the address of a page can fill it. Observe `texts` to hear of every change of an entry.

    Parameters
    ----------
    hint, more_label, more
        Words above the table, and words that are shown when asked for, as HTML.

    Attributes
    ----------
    texts
        What is typed, by cell; empty cells are left out.
    errors
        What is wrong, by cell.
    used
        What a plan took in the place of an empty cell, in words, by cell.
    said
        What the last paste did.
    """

    _esm = STATIC / "staff_grid.js"
    hint = traitlets.Unicode().tag(sync=True)
    more_label = traitlets.Unicode().tag(sync=True)
    more = traitlets.Unicode().tag(sync=True)
    columns: traitlets.List[Any] = traitlets.List().tag(sync=True)
    rows: traitlets.List[Any] = traitlets.List().tag(sync=True)
    labels: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    texts: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    errors: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    used: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        self._cells = cells()
        super().__init__(
            columns=[[column.key, column.heading, column.unit] for column in COLUMNS],
            rows=[[role, _heading(role), fact.always] for role, fact in roles().items()],
            labels={name: column.called(role) for name, (role, column) in self._cells.items()},
            **traits,
        )
        self.observe(lambda _: self.check(), "texts")

    @property
    def names(self) -> tuple[str, ...]:
        """Every cell."""
        return tuple(self._cells)

    def text(self, name: str) -> str:
        """Give what is typed in a cell."""
        self._column(name)
        return str(self.texts.get(name, ""))

    def read(self, name: str) -> float | None:
        """Give the number of a cell, as the scenario holds it; None where empty or wrong."""
        column, text = self._column(name), cleaned(self.text(name))
        number = number_in(text) if text else None
        if number is None or fault_in("", text, 0, column.most):
            return None
        return round(number / 100, 12) if column.percent else number

    def written(self, name: str, number: float) -> str:
        """Write a number of a scenario as it would be typed."""
        return digits(100 * number if self._column(name).percent else number)

    def fill(self, texts: Mapping[str, str]) -> None:
        """Put texts into cells, right or wrong; the others keep theirs.

        Raises
        ------
        KeyError
            For a name that no cell has.
        """
        for name in texts:
            self._column(name)
        merged = {**self.texts, **texts}
        self.texts = {name: text for name, text in merged.items() if text.strip()}

    def show(self, staff: Mapping[str, Staffing]) -> None:
        """Put in what a scenario says of its staff, and nothing else."""
        found = {}
        for name, (role, column) in self._cells.items():
            number = getattr(staff[role], column.key) if role in staff else None
            found[name] = "" if number is None else self.written(name, number)
        self.fill(found)

    def staffing(self, base: Mapping[str, Staffing]) -> dict[str, dict[str, Any]]:
        """Give the staff of a scenario: what a plan starts from, with the entries in their place.

        Parameters
        ----------
        base
            The staff of the scenario that the page starts from. A role that not every plan has
            is part of it where its people in post are typed in, or left to be estimated there.
        """
        found = {}
        for role, fact in roles().items():
            typed = {column.key: self.read(f"staff.{role}.{column.key}") for column in COLUMNS}
            estimated = role in base and base[role].in_post is None
            if fact.always or estimated or typed["in_post"] is not None:
                kept = base[role].model_dump(by_alias=True) if role in base else {}
                found[role] = {**kept, **typed}
        return found

    def faults(self) -> list[Fault]:
        """Give what is wrong with the entries."""
        self.check()
        return [Fault(words_of, field=name) for name, words_of in self.errors.items()]

    def check(self) -> None:
        """Say at each cell what is wrong with it."""
        self.errors = {name: wrong for name in self._cells if (wrong := self._wrong(name))}

    def _wrong(self, name: str) -> str:
        role, column = self._cells[name]
        text = self.text(name)
        if text:
            return fault_in(column.called(role), cleaned(text), 0, column.most)
        others = any(self.text(f"staff.{role}.{other.key}") for other in COLUMNS)
        if column.key == "in_post" and others and not roles()[role].always:
            several = words.several(roles()[role].title)
            return f"{column.called(role)}: type how many {several} you have, 0 for none."
        return ""

    def _column(self, name: str) -> Any:
        return self._cells[name][1]

    def _came(self, _widget: object, message: Any, buffers: Sequence[Any]) -> None:  # noqa: ARG002
        pasted = read_paste(message["paste"], message["at"])
        self.fill(pasted.texts)
        wrong = sum(name in self.errors for name in pasted.texts)
        count = len(pasted.texts)
        done = f"{count} cell{'' if count == 1 else 's'} pasted."
        if wrong:
            done += f" {wrong} of them cannot be read: see the messages in the table."
        if pasted.left_out:
            done += f" Left out: {' '.join(pasted.left_out)}"
        self.said = done


def _heading(role: str) -> str:
    return words.several_title(roles()[role].title)
