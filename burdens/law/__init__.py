"""The law as data: what must be done for each kind of case, by when, on any date."""

from burdens.law.pathway import Excuse, Pathway, Reference, Task
from burdens.law.reader import pathways, read_pathways

__all__ = ["Excuse", "Pathway", "Reference", "Task", "pathways", "read_pathways"]
