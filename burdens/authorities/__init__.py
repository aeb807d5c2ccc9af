"""The local authorities of England, their published figures, and the reader of DfE releases."""

from burdens.authorities.authority import (
    Authority,
    all_authorities,
    england,
    figures_of,
    history,
)
from burdens.authorities.boundaries import Ending, ending_of
from burdens.authorities.figures import Figure, Figures, census_day
from burdens.authorities.jumps import Jump, jump_in
from burdens.authorities.lookup import find
from burdens.authorities.observed import Observed, observed_staffing
from burdens.authorities.release import Release, read_release
from burdens.authorities.repairs import Note, Repair
from burdens.authorities.section_251 import Section251, read_section_251
from burdens.authorities.table import write_table

__all__ = [
    "Authority",
    "Ending",
    "Figure",
    "Figures",
    "Jump",
    "Note",
    "Observed",
    "Release",
    "Repair",
    "Section251",
    "all_authorities",
    "census_day",
    "ending_of",
    "england",
    "figures_of",
    "find",
    "history",
    "jump_in",
    "observed_staffing",
    "read_release",
    "read_section_251",
    "write_table",
]
