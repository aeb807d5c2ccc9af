"""Every symbol by its name."""

from __future__ import annotations

from burdens.symbols.columns import COLUMNS
from burdens.symbols.parameters import PARAMETERS
from burdens.symbols.prices import PRICES
from burdens.symbols.sets import SETS
from burdens.symbols.symbol import Symbol

KNOWN: dict[str, Symbol] = {**SETS, **PARAMETERS, **PRICES, **COLUMNS}
