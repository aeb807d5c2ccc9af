"""What can be said of the staff of a role, column by column, and what its cells are called."""

from __future__ import annotations

from dataclasses import dataclass

from burdens import words
from burdens.scenario import roles

FTE = "FTE"


@dataclass(frozen=True)
class Column:
    """A column of the table of staff.

    Attributes
    ----------
    key
        The field of `burdens.scenario` that it holds.
    heading, unit
        What stands above it.
    spoken
        What a cell is called, with a place for the role.
    also
        What people head such a column with in sheets of their own, in lower case.
    most
        The largest entry [`unit`].
    percent
        Whether an entry is a percentage of what the scenario holds.
    """

    key: str
    heading: str
    unit: str
    spoken: str
    also: tuple[str, ...]
    most: float
    percent: bool = False

    def called(self, role: str) -> str:
        """Give the name of the cell of a role, such as Caseworkers in post."""
        title = roles()[role].title
        return self.spoken.format(
            Roles=words.several_title(title), roles=words.several(title), role=words.lower(title)
        )


COLUMNS = (
    Column(
        "in_post",
        "In post",
        FTE,
        "{Roles} in post",
        ("staff", "staff in post", "filled", "filled posts", "employed"),
        10_000,
    ),
    Column(
        "vacant",
        "Vacant",
        FTE,
        "Vacant posts for {roles}",
        ("vacancies", "vacancy", "vacant posts", "unfilled"),
        10_000,
    ),
    Column(
        "agency",
        "Agency",
        FTE,
        "Agency {roles} in use",
        ("agency staff", "agency in use", "locum", "locums", "interim"),
        10_000,
    ),
    Column(
        "max_hires_a_month",
        "Most you can appoint in a month",
        FTE,
        "Most {roles} you can appoint in a month",
        ("most appointed a month", "appointments a month", "hires a month", "most hires"),
        1_000,
    ),
    Column(
        "agency_share",
        "Most agency work",
        "% of own hours",
        "Most agency work, {roles}",
        ("agency share", "agency %", "most agency"),
        100,
        percent=True,
    ),
)


def cells() -> dict[str, tuple[str, Column]]:
    """Give the role and column of every cell by name, such as ``staff.ep.in_post``."""
    return {f"staff.{role}.{column.key}": (role, column) for role in roles() for column in COLUMNS}
