"""What every symbol of the linear programme means, and what each family of rows says.

The programme refuses a column or row that is not described here, and the method page shows what
is: there is one source.
"""

from burdens.symbols.columns import COLUMNS
from burdens.symbols.definitions import DEFINITIONS
from burdens.symbols.equation import Equation
from burdens.symbols.known import KNOWN
from burdens.symbols.mathml import sign_of
from burdens.symbols.objective import BOUNDS, OBJECTIVE
from burdens.symbols.parameters import PARAMETERS
from burdens.symbols.prices import LEFT_OUT, PRICES
from burdens.symbols.rows import ROWS
from burdens.symbols.sets import SETS
from burdens.symbols.spoken import named
from burdens.symbols.symbol import Rule, Symbol

__all__ = [
    "BOUNDS",
    "COLUMNS",
    "DEFINITIONS",
    "KNOWN",
    "LEFT_OUT",
    "OBJECTIVE",
    "PARAMETERS",
    "PRICES",
    "ROWS",
    "SETS",
    "Equation",
    "Rule",
    "Symbol",
    "named",
    "sign_of",
]
