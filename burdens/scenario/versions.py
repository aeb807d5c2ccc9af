"""Versions: of the tool that wrote a scenario, and of the evidence it was written with."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from burdens import evidence
from burdens.scenario.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@cache
def tool_version() -> str:
    """Return the version of this tool, such as 0.1.0."""
    return version("burdens")


def evidence_date() -> dt.date:
    """Return the day on which the evidence of this tool was last checked."""
    return dt.date.fromisoformat(evidence.read().version)


def _order(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split("."))


def of_versions(data: Mapping[str, Any]) -> Iterator[Finding]:
    """Find a file written by a newer tool, or with newer evidence, than this one."""
    written = data.get("burdens")
    if isinstance(written, str | int):
        written = str(written)
        if not re.fullmatch(r"\d{1,9}(\.\d{1,9}){2}", written):
            yield Finding(
                ("burdens",),
                f"is {written[:40]!r}, no version.",
                f'Write three numbers, such as "{tool_version()}".',
            )
        elif _order(written) > _order(tool_version()):
            yield Finding(
                ("burdens",),
                f"was written by burdens {written}; this is {tool_version()}.",
                "Install the newer version.",
            )
    checked = _day(data.get("evidence"))
    if checked is not None and checked > evidence_date():
        yield Finding(
            ("evidence",),
            f"was written with the evidence of {checked}; here it is of {evidence_date()}.",
            "Install the newer version.",
        )


def _day(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        return None


def changes(written: str, checked: dt.date) -> Iterator[str]:
    """Yield what has changed since a file was written, one sentence a thing.

    Parameters
    ----------
    written, checked
        The version of the tool and the day of the evidence, as the file has them.
    """
    if written != tool_version():
        yield f"The file was written by burdens {written}; this is {tool_version()}."
    if checked >= evidence_date():
        return
    newer = [value.id for value in evidence.read().values() if value.date > checked.isoformat()]
    named = f" Newer sources: {', '.join(newer)}." if newer else ""
    yield (
        f"The evidence has been checked again since the file was written ({checked}, now "
        f"{evidence_date()}), so the same file may give other numbers.{named}"
    )
