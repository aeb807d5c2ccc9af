"""Staff of single authorities as anybody has published them: answers, committee papers, the press."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from burdens.errors import FactsError, Fault

FILE = Path(__file__).with_name("observed_staffing.csv")
COLUMNS = (
    *("code", "roles", "date", "staff", "basis", "vacant", "cases_each"),
    *("kind", "grade", "source", "href", "note"),
)
Kind = Literal[
    "stock",
    "outsourced",
    "establishment",
    "additional",
    "vacancies",
    "planned",
    "proposed",
    "implied",
    "reported",
    "claim",
    "peak",
]
Basis = Literal["", "fte", "posts", "headcount"]
Grade = Literal["P", "S"]


@dataclass(frozen=True)
class Observed:
    """One published number of staff.

    Attributes
    ----------
    roles
        Whom it counts: ids of roles, all of them together, or another name, such as
        ``whole_team``.
    date
        Year, or year and month; empty where the page is undated.
    staff
        How many, as `basis` counts them; None where only vacancies or cases each are published.
    basis
        Full-time equivalents, posts, or people; empty where the source does not say.
    vacant
        Posts that were vacant.
    cases_each
        Cases for each of them.
    kind
        What the number is. Only a ``stock`` is the staff at a date; the others are parts, plans,
        or staff of somebody else, and no two rows may be added up.
    grade
        ``P``: the authority's own words; ``S``: reported by another.
    source, href
        Its title and address.
    note
        What a reader of the number must know.
    """

    roles: tuple[str, ...]
    date: str
    staff: float | None
    basis: Basis
    vacant: float | None
    cases_each: float | None
    kind: Kind
    grade: Grade
    source: str
    href: str
    note: str

    @property
    def in_post(self) -> float | None:
        """Staff in post: posts less those vacant; None where no stock is published."""
        if self.kind != "stock" or self.staff is None:
            return None
        return self.staff - (self.vacant or 0.0) if self.basis == "posts" else self.staff


def observed_staffing(code: str) -> dict[tuple[str, ...], tuple[Observed, ...]]:
    """Return what is published about the staff of an authority.

    Returns
    -------
    dict
        By the roles that are counted together, oldest first and undated ones before; empty where
        nothing is known.
    """
    by_roles: dict[tuple[str, ...], list[Observed]] = defaultdict(list)
    for row in everything().get(code, ()):
        by_roles[row.roles].append(row)
    return {
        roles: tuple(sorted(rows, key=lambda row: row.date)) for roles, rows in by_roles.items()
    }


@cache
def everything(file: Path = FILE) -> dict[str, tuple[Observed, ...]]:
    """Return every published number, by the code of the authority.

    Raises
    ------
    FactsError
        With every row that does not read.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as broken:
        fault = Fault("does not read.", "Install burdens again.", file.name)
        raise FactsError("Observed staffing does not read", [fault]) from broken
    reader = csv.reader(text.splitlines())
    if tuple(next(reader, ())) != COLUMNS:
        fault = Fault(f"needs the columns {', '.join(COLUMNS)}.", "", file.name, 1)
        raise FactsError("Observed staffing does not read", [fault])
    known: dict[str, list[Observed]] = defaultdict(list)
    faults: list[Fault] = []
    for line, cells in enumerate(reader, start=2):
        try:
            row = dict(zip(COLUMNS, cells, strict=True))
            known[row["code"]].append(_observed(row))
        except ValueError as broken:
            faults.append(Fault(f"{broken}.", "Correct the row.", file.name, line))
    if faults:
        raise FactsError("Observed staffing does not read", faults)
    return {code: tuple(rows) for code, rows in known.items()}


def _observed(row: dict[str, str]) -> Observed:
    if not row["roles"] or not row["source"] or not row["href"].startswith("http"):
        raise ValueError("needs roles, a source and its address")
    return Observed(
        roles=tuple(row["roles"].split()),
        date=row["date"],
        staff=_number(row["staff"]),
        basis=cast("Basis", _known(row["basis"], Basis)),
        vacant=_number(row["vacant"]),
        cases_each=_number(row["cases_each"]),
        kind=cast("Kind", _known(row["kind"], Kind)),
        grade=cast("Grade", _known(row["grade"], Grade)),
        source=row["source"],
        href=row["href"],
        note=row["note"],
    )


def _number(text: str) -> float | None:
    if not text:
        return None
    number = float(text)
    if not 0 <= number < float("inf"):
        raise ValueError(f"{text} is not a number of staff")
    return number


def _known(text: str, choices: Any) -> str:
    known = get_args(choices)
    if text not in known:
        raise ValueError(f"'{text}' is not recognised; known: {', '.join(filter(None, known))}")
    return text
