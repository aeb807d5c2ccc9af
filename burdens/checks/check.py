"""A problem with a known answer: read from its file, and solved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import isclose
from pathlib import Path
from typing import Literal

from burdens.checks.readings import READINGS, Reading
from burdens.checks.schema import CheckFact
from burdens.documents import Document
from burdens.errors import FactsError, Fault, ProblemError
from burdens.facts import read_all
from burdens.problem import Problem
from burdens.programme import UNWATCHED, Session, Watch, write_programme

FOLDER = Path(__file__).parent / "files"
CLOSE = 1e-6  # as a share of the answer, or of 1


@dataclass(frozen=True)
class Source:
    """Where an answer is known from.

    Attributes
    ----------
    title, href
        What it is, and its address; empty where it needs none.
    read
        True where it was read itself, ``secondary`` where it is told of elsewhere.
    """

    title: str
    href: str
    read: Literal[True, "secondary", "not read"]


@dataclass(frozen=True)
class Check:
    """A problem whose answer is known without this tool.

    Attributes
    ----------
    id, title
        Its name.
    known
        How the answer is known, in sentences.
    source
        Where it is known from.
    reading
        What is read off the solution.
    answer
        What it must be, in the unit of the reading.
    problem
        The numbers.
    """

    id: str
    title: str
    known: str
    source: Source
    reading: Reading
    answer: float
    problem: Problem


@dataclass(frozen=True)
class Outcome:
    """What the programme made of a check.

    Attributes
    ----------
    check
        The check.
    found
        What was read off the solution, in the unit of the check's reading.
    """

    check: Check
    found: float

    @property
    def agrees(self) -> bool:
        """Whether it is the known answer, but for rounding."""
        answer = self.check.answer
        return isclose(self.found, answer, rel_tol=CLOSE, abs_tol=CLOSE)


@cache
def checks(folder: Path = FOLDER) -> dict[str, Check]:
    """Read every check, in the order in which they are shown.

    Raises
    ------
    FactsError
        With every fault of every file.
    """
    good, faults = read_all(folder, CheckFact)
    found = []
    for document, fact in sorted(good, key=lambda one: one[1].place):
        try:
            found.append(_check(fact))
        except ProblemError as broken:
            faults.extend(_in_file(document, fault) for fault in broken.faults)
    if faults:
        raise FactsError("The checks do not read", faults)
    return {check.id: check for check in found}


def run(check: Check, watch: Watch = UNWATCHED) -> Outcome:
    """Solve a check.

    Raises
    ------
    NotOptimalError
        Where the solver stops without an optimum.
    WorkCancelledError
        Where the watch has it stopped.
    """
    programme = write_programme(check.problem)
    solution = Session(programme, watch=watch).solve()
    return Outcome(check, check.reading.of(programme, solution))


def _check(fact: CheckFact) -> Check:
    return Check(
        id=fact.id,
        title=fact.title,
        known=fact.known,
        source=Source(fact.source.title, fact.source.href, fact.source.read),
        reading=READINGS[fact.reads],
        answer=fact.answer,
        problem=Problem.of(fact.problem),
    )


def _in_file(document: Document, fault: Fault) -> Fault:
    field = f"problem.{fault.field}" if fault.field else "problem"
    path: list[str | int] = [int(part) if part.isdigit() else part for part in field.split(".")]
    return Fault(fault.what, fault.fix, document.name, document.line(tuple(path)), field)
