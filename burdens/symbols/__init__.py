"""The notation of the mathematics: symbols, equations, and how they are shown and read aloud.

What a Problem gives is described here. What a programme solves for, and the rules that it keeps,
are described in `burdens.programme`, each beside the code that writes it.
"""

from burdens.symbols.description import Description
from burdens.symbols.equation import Equation
from burdens.symbols.mathml import mathml_of, sign_of
from burdens.symbols.parameters import LEFT_OUT, PARAMETERS
from burdens.symbols.prices import PRICES
from burdens.symbols.sets import SETS
from burdens.symbols.spoken import named, words_of
from burdens.symbols.symbol import Rule, Symbol

GIVEN = {**PARAMETERS, **PRICES}

__all__ = [
    "GIVEN",
    "LEFT_OUT",
    "PARAMETERS",
    "PRICES",
    "SETS",
    "Description",
    "Equation",
    "Rule",
    "Symbol",
    "mathml_of",
    "named",
    "sign_of",
    "words_of",
]
