"""What the programmes solve for and keep, gathered from the files that write it."""

from __future__ import annotations

from burdens.programme import added, capacity, caseload, lanes, need, people, work
from burdens.symbols import GIVEN, SETS, Description, Symbol

PROGRAMME = Description.joined(
    *(part.DESCRIPTION for part in (lanes, work, people, capacity, caseload))
)
NEED = need.DESCRIPTION
ADDED = added.DESCRIPTION
KNOWN: dict[str, Symbol] = {
    **SETS,
    **GIVEN,
    **PROGRAMME.symbols,
    **NEED.symbols,
    **ADDED.symbols,
}
