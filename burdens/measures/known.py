"""Every value of the tool: the evidence, and what the measures bring with them."""

from __future__ import annotations

from functools import cache

from burdens import evidence
from burdens.measures.reader import measures, values_of


@cache
def all_values() -> evidence.Evidence:
    """Return the evidence with the values of every measure of the tool."""
    return evidence.read().with_values(values_of(*measures().values()))
