"""Errors inside published files: repaired where a repair is provable, reported always."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from burdens.authorities.cells import Cell
from burdens.authorities.layouts import layouts
from burdens.authorities.sheet import ENGLAND, Key, Place

_NO_SUCH_AUTHORITY = ".."

Rows = dict[Key, dict[str, Cell]]
Parts = dict[Key, dict[str, float]]


@dataclass(frozen=True)
class Repair:
    """A published cell that was wrong, and what is used in its place.

    Attributes
    ----------
    used
        The number used instead; None where no repair is provable and the cell counts as missing.
    """

    code: str
    name: str
    figure: str
    year: int
    published: Cell
    used: Cell | None
    reason: str


@dataclass(frozen=True)
class Note:
    """Something to know about a published cell, which is used as it is."""

    code: str
    name: str
    figure: str
    year: int
    published: Cell
    reason: str


@dataclass
class Findings:
    """Repairs and notes, as they are found."""

    repairs: list[Repair] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True)
class _Case:
    """Authorities of one region (`codes`), some of which (`wrong`) carry the region's `total`."""

    figure: str
    year: int
    total: float
    codes: list[str]
    wrong: list[str]

    def cell(self, rows: Rows, code: str, figure: str | None = None) -> Cell | None:
        return rows.get(("authority", code, self.year), {}).get(figure or self.figure)


def repair_regional_totals(
    rows: Rows, parts: Parts, places: dict[str, Place], findings: Findings
) -> None:
    """Repair authorities that carry their region's total instead of their own figure.

    Two or more authorities of one region with exactly the region's positive total cannot all be right. The
    rows by age give each one's own figure; where those fall short of the region, the one authority whose
    stand-in figure fills the gap exactly takes it. Where nothing adds up, the cells become missing.
    """
    for (level, region, year), figures in list(rows.items()):
        for figure, total in figures.items() if level == "regional" else ():
            if not isinstance(total, float) or total <= 0:
                continue
            codes = [code for code, place in places.items() if place.region == region]
            case = _Case(figure, year, total, codes, [])
            case.wrong.extend(code for code in codes if case.cell(rows, code) == total)
            if len(case.wrong) > 1:
                used = _proven(rows, parts, case)
                for code in case.wrong:
                    findings.repairs.append(_replace(rows, places[code], case, used.get(code)))


def _proven(rows: Rows, parts: Parts, case: _Case) -> dict[str, tuple[float, str]]:
    found: dict[str, tuple[float, str]] = {}
    for code in case.wrong:
        number = parts.get(("authority", code, case.year), {}).get(case.figure)
        if number is not None:
            found[code] = (number, "the sum of the rows by age")
    others = (case.cell(rows, code) for code in case.codes if code not in case.wrong)
    right = sum(cell for cell in others if isinstance(cell, float))
    gap = case.total - right - sum(number for number, _ in found.values())
    if gap != 0:
        stand_in = layouts().stands_in.get(case.figure, "")
        proof = f"{stand_in}, which fills the gap to the region's total exactly"
        fits: dict[str, tuple[float, str]] = {}
        for code in case.wrong:
            other = case.cell(rows, code, stand_in) if stand_in else None
            if isinstance(other, float) and other - found.get(code, (0.0, ""))[0] == gap:
                fits[code] = (other, proof)
        found = found | fits if len(fits) == 1 else {}
    return found if set(found) == set(case.wrong) else {}


def _replace(rows: Rows, place: Place, case: _Case, used: tuple[float, str] | None) -> Repair:
    row = rows["authority", place.code, case.year]
    published = row.pop(case.figure)
    number, proof = used or (None, "nothing, for no repair is provable")
    if number is not None:
        row[case.figure] = number
    reason = f"the file carries the region's total in the row of the authority; used: {proof}"
    return Repair(place.code, place.name, case.figure, case.year, published, number, reason)


def note_exceptions(rows: Rows, places: dict[str, Place], findings: Findings) -> None:
    """Note authorities that classed every plan of a year as an exception to the 20 weeks."""
    for (level, code, year), row in rows.items():
        plans = row.get("timeliness_plans")
        figure = "timeliness_plans_excluding_exceptions"
        if level == "authority" and isinstance(plans, float) and plans > 0 and row.get(figure) == 0:
            reason = (
                f"all {plans:,.0f} plans of the year are classed as exceptions: "
                "use the figures that include exceptions"
            )
            findings.notes.append(Note(code, places[code].name, figure, year, 0.0, reason))


def note_unrecorded_outcomes(rows: Rows, places: dict[str, Place], findings: Findings) -> None:
    """Note authorities that recorded no outcome for any annual review."""
    outcomes = ("reviews_amended", "reviews_ceased", "reviews_maintained")
    for (level, code, year), row in rows.items():
        held = row.get("reviews_held")
        empty = all(row.get(name) == 0 for name in outcomes)
        if level == "authority" and isinstance(held, float) and held > 0 and empty:
            reason = (
                f"{held:,.0f} reviews were held and no outcome is recorded for any: "
                "the zeros for amended, ceased and maintained are no measure"
            )
            findings.notes.append(
                Note(code, places[code].name, "reviews_amended", year, 0.0, reason)
            )


def note_national_gaps(rows: Rows, places: dict[str, Place], findings: Findings) -> None:
    """Note every figure whose authorities do not add up to the national row, and who is missing."""
    sums: dict[tuple[str, int], float] = defaultdict(float)
    absent: dict[tuple[str, int], list[str]] = defaultdict(list)
    for (level, code, year), row in rows.items():
        for figure, cell in row.items() if level == "authority" else ():
            if isinstance(cell, float):
                sums[figure, year] += cell
            elif cell != _NO_SUCH_AUTHORITY:
                absent[figure, year].append(places[code].name)
    for (level, _, year), row in rows.items():
        for figure, cell in row.items() if level == "national" else ():
            total = sums.get((figure, year))
            if not isinstance(cell, float) or total in (cell, None) or figure.startswith("mean_"):
                continue
            names = ", ".join(sorted(absent[figure, year])) or "no authority"
            reason = f"authorities add up to {total:,.0f}, England is {cell:,.0f}; missing: {names}"
            findings.notes.append(Note(ENGLAND, ENGLAND, figure, year, cell, reason))
