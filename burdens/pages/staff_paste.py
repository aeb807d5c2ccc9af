"""Reads cells copied from a spreadsheet into the table of staff; what finds no place is named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from burdens import words
from burdens.pages.field import digits, number_in
from burdens.pages.staff_columns import COLUMNS, cells
from burdens.scenario import roles

KEYS = [column.key for column in COLUMNS]


@dataclass
class Pasted:
    """What cells from elsewhere put into the table.

    Attributes
    ----------
    texts
        By the name of the cell.
    left_out
        What found no place and why, a sentence each.
    """

    texts: dict[str, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def read_paste(text: str, at: str) -> Pasted:
    """Read lines of cells, with or without a row of headings and a column of roles.

    Parameters
    ----------
    text
        Cells parted by tabs, rows by line ends.
    at
        The name of the cell pasted into: the first one where there are no headings.
    """
    rows = [[cell.strip() for cell in line.split("\t")] for line in text.splitlines()]
    rows = [row for row in rows if any(row)]
    pasted = Pasted()
    if not rows:
        return pasted
    role, column = cells()[at]
    named = _names_roles(rows)
    headed = _is_heading(rows[0][named:])
    if headed:
        columns = [_column(cell, pasted) for cell in rows.pop(0)[named:]]
    else:
        columns = [*KEYS[KEYS.index(column.key) :]]
    places = list(roles())[list(roles()).index(role) :]
    for number, row in enumerate(rows):
        if named:
            place = _role(row[0], row[1:], pasted)
        else:
            place = places[number] if number < len(places) else None
            if place is None:
                pasted.left_out.append(f"Below the last role: {_listed(row)}.")
        if place is not None:
            _put(pasted, place, columns, row[named:], headed=headed)
    return pasted


def _put(
    pasted: Pasted, role: str, columns: list[str | None], row: list[str], *, headed: bool
) -> None:
    for number, cell in enumerate(row):
        if number < len(columns):
            if key := columns[number]:
                pasted.texts[f"staff.{role}.{key}"] = cleaned(cell)
        elif cell:
            where = "a column without a heading" if headed else "past the last column"
            pasted.left_out.append(f"{roles()[role].title}, {where}: “{cell}”.")


def cleaned(text: str) -> str:
    """Write a number of people or a percentage in digits; what is neither stays as it is."""
    bare = re.sub(r"\s*(fte|wte)s?\.?$", "", text.strip(), flags=re.IGNORECASE)
    number = number_in(bare)
    return text.strip() if number is None else digits(number)


def _names_roles(rows: list[list[str]]) -> int:
    """Give 1 where the first column holds names rather than numbers, and something is beside them."""
    first = [row[0] for row in rows if row[0]]
    known = any(_role_called(cell) for cell in first)
    no_numbers = len(rows) > 1 and all(number_in(cleaned(cell)) is None for cell in first)
    return int((known or no_numbers) and max(map(len, rows)) > 1)


def _is_heading(row: list[str]) -> bool:
    filled = [cell for cell in row if cell]
    return any(_column_called(cell) for cell in filled) and not any(
        number_in(cleaned(cell)) is not None for cell in filled
    )


def _column(cell: str, pasted: Pasted) -> str | None:
    found = _column_called(cell)
    if found is None and cell:
        pasted.left_out.append(f"The column “{cell}”: it is none of this table.")
    return found


def _role(cell: str, row: list[str], pasted: Pasted) -> str | None:
    found = _role_called(cell)
    if found is None and any(row):
        pasted.left_out.append(f"“{cell or 'no name'}” is no role of the plan: {_listed(row)}.")
    return found


def _column_called(cell: str) -> str | None:
    plain = _plain(re.sub(r"\(.*?\)|\bfte\b|\bwte\b", " ", cell.lower()))
    for column in COLUMNS:
        if plain in {_plain(column.heading), _plain(column.key), *map(_plain, column.also)}:
            return column.key
    return None


def _role_called(cell: str) -> str | None:
    plain = _plain(cell)
    for role, fact in roles().items():
        for name in (role, fact.title):
            if plain in {_plain(name), _plain(words.several(name))}:
                return role
    return None


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^a-z%]+", " ", text.lower()).split())


def _listed(row: list[str]) -> str:
    return words.listed([f"“{cell}”" for cell in row if cell])
