"""Policy measures as data: what each brings or saves, from when, and what that rests on."""

from burdens.measures.known import all_values
from burdens.measures.reader import measures, parse, read, values_of
from burdens.measures.schema import Line, Measure, Payer, PolicyFact, wrong_phasing

__all__ = [
    "Line",
    "Measure",
    "Payer",
    "PolicyFact",
    "all_values",
    "measures",
    "parse",
    "read",
    "values_of",
    "wrong_phasing",
]
