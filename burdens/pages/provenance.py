"""What a result was made from, so that it can be made again."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from burdens import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burdens.scenario import Scenario


def provenance(made: Mapping[str, str], scenario: Scenario) -> str:
    """Write what a result was made from, so that it can be made again.

    Parameters
    ----------
    made
        What it says of itself: versions, by name.
    """
    facts = {
        "scenario": scenario.hash[:12],
        "evidence": f"checked on {words.day(scenario.evidence)}",
        "release": f"DfE {scenario.authority.release}",
    }
    facts |= {name: value for name, value in made.items() if name not in facts}
    said = "; ".join(f"{escape(name)} {escape(value)}" for name, value in facts.items())
    return f"<p>Made from: {said}.</p>"
