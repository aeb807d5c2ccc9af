"""What each generation of SEN2 files looks like: the reader of ``layouts.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from burdens.documents import read_document
from burdens.errors import FactsError

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class FileLayout:
    """One kind of published file.

    Attributes
    ----------
    name
        The file's name without ``.csv``.
    generations
        The releases laid out so.
    mark
        The column that tells this layout from others.
    total
        The columns that show which row is the total; none where every row is one.
    figures
        Figure name to column name, or to a pattern with ``{year}``, ``{yy}`` or ``{each}``.
    """

    name: str
    generations: tuple[str, ...]
    mark: str
    total: tuple[str, ...]
    figures: dict[str, str]

    def columns(self, figure: str, year: int, header: list[str]) -> list[tuple[str, int]]:
        """Give the columns that hold `figure` in rows of `year`, each with the year it is about."""
        pattern = self.figures[figure]
        if "{each}" in pattern:
            shape = re.compile(re.escape(pattern).replace(r"\{each\}", r"(\d\d)"))
            found = [(name, shape.fullmatch(name)) for name in header]
            return [(name, 2000 + int(match[1])) for name, match in found if match]
        return [(pattern.format(year=year, yy=f"{year % 100:02d}"), year)]


@dataclass(frozen=True)
class Layouts:
    """Everything ``layouts.yaml`` says."""

    generations: dict[str, str]
    missing_codes: dict[str, str]
    identity: tuple[str, ...]
    levels: dict[str, str]
    total_labels: tuple[str, ...]
    derived: frozenset[str]
    stands_in: dict[str, str]
    files: tuple[FileLayout, ...]
    section_251_columns: dict[str, str]
    implausible_ratio: float

    def recognise(self, file_name: str, header: list[str]) -> FileLayout | None:
        """Find the layout of a file by its marking column, failing that by its name."""
        for layout in self.files:
            if layout.mark in header and set(layout.total) <= set(header):
                return layout
        named = [layout for layout in self.files if layout.name == Path(file_name).stem.lower()]
        shared = {id(layout): len(set(layout.figures.values()) & set(header)) for layout in named}
        return max(named, key=lambda layout: shared[id(layout)], default=None)

    def generation(self, found: list[FileLayout]) -> str | None:
        """Name the first generation that all files share, or None where there is none."""
        for identifier in self.generations:
            if found and all(identifier in layout.generations for layout in found):
                return identifier
        return None


@dataclass(frozen=True)
class FigureKind:
    """What a figure is: title, unit, what its year means, and the source."""

    title: str
    unit: str
    year: str
    source: str


@dataclass(frozen=True)
class Catalogue:
    """Everything ``figures.yaml`` says.

    Attributes
    ----------
    census_day
        (month, day) on which plans are counted.
    jump_share, jump_errors
        A figure jumps where it is off by more than this share and so many standard errors.
    """

    attribution: str
    sources: dict[str, dict[str, str]]
    kinds: dict[str, str]
    kinds_by_description: dict[str, str]
    census_day: tuple[int, int]
    jump_share: float
    jump_errors: float
    figures: dict[str, FigureKind]


@cache
def layouts() -> Layouts:
    """Read ``layouts.yaml`` (once).

    Raises
    ------
    FactsError
        Where the file does not read.
    """
    data = read_document(_HERE / "layouts.yaml", FactsError).data
    files = tuple(
        FileLayout(
            name=str(entry["name"]),
            generations=tuple(entry["generations"]),
            mark=str(entry["mark"]),
            total=tuple(entry["total"]),
            figures=dict(entry["figures"]),
        )
        for entry in data["files"]
    )
    return Layouts(
        generations={entry["id"]: entry["title"] for entry in data["generations"]},
        missing_codes=dict(data["missing_codes"]),
        identity=tuple(data["identity"]),
        levels=dict(data["levels"]),
        total_labels=tuple(data["total_labels"]),
        derived=frozenset(data["derived"]),
        stands_in=dict(data["stands_in"]),
        files=files,
        section_251_columns=dict(data["section_251"]["columns"]),
        implausible_ratio=float(data["section_251"]["implausible_ratio"]),
    )


@cache
def catalogue() -> Catalogue:
    """Read ``figures.yaml`` (once).

    Raises
    ------
    FactsError
        Where the file does not read.
    """
    data = read_document(_HERE / "figures.yaml", FactsError).data
    figures = {name: FigureKind(**entry) for name, entry in data["figures"].items()}
    sources = {name: dict(entry) for name, entry in data["sources"].items()}
    month, day = str(data["census_day"]).split("-")
    return Catalogue(
        attribution=str(data["attribution"]),
        sources=sources,
        kinds=dict(data["kinds"]),
        kinds_by_description=dict(data["kinds_by_description"]),
        census_day=(int(month), int(day)),
        jump_share=float(data["jump"]["share"]),
        jump_errors=float(data["jump"]["standard_errors"]),
        figures=figures,
    )
