"""What is said of a scenario once it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burdens import words
from burdens.scenario import kinds

if TYPE_CHECKING:
    from burdens.scenario import Scenario

ENDINGS = (".yaml", ".yml", ".burdens")


def about(scenario: Scenario) -> str:
    """Say whose plan it is, for how long, and how much is replaced in it."""
    replaced = len(scenario.overrides)
    own = f", {replaced} assumptions replaced" if replaced > 1 else ""
    own = ", one assumption replaced" if replaced == 1 else own
    return (
        f"{scenario.authority.name}, {scenario.horizon_weeks} weeks from "
        f"{words.day(scenario.start)}{own}."
    )


def missing_of(scenario: Scenario) -> list[str]:
    """Say which figures that a plan needs are not published, and where to type them in."""
    missing = [
        words.lower(kind.title)
        for kind in kinds().values()
        if kind.needed and scenario.figure(kind.name) is None
    ]
    if not missing:
        return []
    what = f"Not published, so estimated or left out: {words.listed(missing)}."
    how = "use the workforce page, download the scenario there and open the file here."
    return [f"{what} To type them in, {how}"]


def stem(file: str) -> str:
    """Give the name of a file without its endings."""
    for ending in ENDINGS:
        file = file.removesuffix(ending)
    return file
