"""A problem with a known answer: read from its file, and solved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import isclose
from pathlib import Path
from typing import Literal

from burdens.documents import Document
from burdens.errors import FactsError, Fault, ProblemError
from burdens.facts import read_all
from burdens.known_problems.readings import READINGS, Reading
from burdens.known_problems.schema import KnownProblemFact
from burdens.problem import Problem

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
class KnownProblem:
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
    """What the programme made of a known problem.

    Attributes
    ----------
    known_problem
        The problem.
    found
        What was read off the solution, in the unit of the problem's reading.
    """

    known_problem: KnownProblem
    found: float

    @property
    def agrees(self) -> bool:
        """Whether it is the known answer, but for rounding."""
        return isclose(self.found, self.known_problem.answer, rel_tol=CLOSE, abs_tol=CLOSE)


@cache
def known_problems(folder: Path = FOLDER) -> dict[str, KnownProblem]:
    """Read every known problem, in the order in which they are shown.

    Raises
    ------
    FactsError
        With every fault of every file.
    """
    good, faults = read_all(folder, KnownProblemFact)
    problems = []
    for document, fact in sorted(good, key=lambda pair: pair[1].place):
        try:
            problems.append(_known_problem(fact))
        except ProblemError as broken:
            faults.extend(_in_file(document, fault) for fault in broken.faults)
    if faults:
        raise FactsError("The known problems do not read", faults)
    return {problem.id: problem for problem in problems}


def solve(known_problem: KnownProblem) -> Outcome:
    """Solve a known problem.

    Raises
    ------
    NotOptimalError
        Where the solver stops without an optimum.
    """
    return Outcome(known_problem, known_problem.reading.of(known_problem.problem))


def _known_problem(fact: KnownProblemFact) -> KnownProblem:
    return KnownProblem(
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
