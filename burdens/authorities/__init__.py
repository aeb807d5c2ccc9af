"""The local authorities of England, their published figures, and the reader of DfE releases."""

from burdens.authorities.authority import Authority, all_authorities, england, figures_of, find
from burdens.authorities.figures import Figure, Figures
from burdens.authorities.release import Release, read_release
from burdens.authorities.repairs import Note, Repair
from burdens.authorities.section_251 import Section251, read_section_251
from burdens.authorities.table import write_table

__all__ = [
    "Authority",
    "Figure",
    "Figures",
    "Note",
    "Release",
    "Repair",
    "Section251",
    "all_authorities",
    "england",
    "figures_of",
    "find",
    "read_release",
    "read_section_251",
    "write_table",
]
