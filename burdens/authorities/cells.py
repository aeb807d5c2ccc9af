"""One cell of a published table: a number, or the code printed in place of one."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, cast

from burdens.authorities.layouts import layouts

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

Cell = float | str
"""A number, or the published code (such as ``x``) that stands where a number is missing."""

_NUMBER = re.compile(r"-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?")


def parse_cell(text: str) -> Cell | None:
    """Read a cell: a float, the missing-value code as printed, or None where it is neither.

    A code stays what it is; ``0`` is a true zero.
    """
    bare = text.strip()
    if _NUMBER.fullmatch(bare):
        return float(bare.replace(",", ""))
    code = bare.lower()
    return code if code in layouts().missing_codes else None


def read_cell(text: str) -> Cell | None:
    """Read a cell of our own tables: empty where nothing was published."""
    return parse_cell(text) if text else None


def write_cell(cell: object) -> str:
    """Write a cell for our own tables: whole numbers without a point, empty for nothing."""
    if isinstance(cell, str):
        return cell
    if not isinstance(cell, float | int) or math.isnan(cell):
        return ""
    return str(int(cell)) if float(cell).is_integer() else repr(float(cell))


def year_of(time_period: str) -> int | None:
    """Give the year [calendar] of a time period: ``2024`` is 2024, ``202425`` (January) is 2025."""
    found = re.fullmatch(r"(\d{4})(?:[/-]?(\d{2}))?", time_period.strip())
    if found is None:
        return None
    return int(found[1]) + (1 if found[2] else 0)


def walk(frame: pd.DataFrame) -> Iterator[tuple[str, int, str, Cell]]:
    """Go through a wide table: key, year, figure and cell, wherever something was published."""
    for figure in frame.columns:
        for key, cell in zip(frame.index, frame[figure], strict=True):
            code, year = cast("tuple[str, int]", key)
            if isinstance(cell, str) or (isinstance(cell, float) and not math.isnan(cell)):
                yield code, int(year), str(figure), cell
