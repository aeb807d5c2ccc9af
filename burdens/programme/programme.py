"""A Problem written as a linear programme."""

from __future__ import annotations

from dataclasses import dataclass

from burdens.problem import Problem
from burdens.programme.capacity import Capacity, write_capacity
from burdens.programme.caseload import write_caseload
from burdens.programme.definitions import PROGRAMME
from burdens.programme.lanes import lanes_of
from burdens.programme.model import Arrays, Model
from burdens.programme.people import People, write_people
from burdens.programme.work import Work, write_work


@dataclass(frozen=True)
class Programme:
    """The linear programme of a Problem.

    Attributes
    ----------
    problem, model, arrays
        The numbers, the blocks written from them, and the finished programme.
    works
        Every task of every lane.
    people, capacity
        The columns of each role.
    """

    problem: Problem
    model: Model
    arrays: Arrays
    works: tuple[Work, ...]
    people: dict[str, People]
    capacity: dict[str, Capacity]


def write_programme(problem: Problem) -> Programme:
    """Write every column, row and cost of a Problem."""
    model = Model(PROGRAMME)
    works = [
        work
        for pathway in problem.pathways
        for lane in lanes_of(pathway)
        for work in write_work(model, problem, lane)
    ]
    people = {name: write_people(model, problem, name) for name in problem.roles}
    capacity = write_capacity(model, problem, people, works)
    if problem.caseload is not None:
        write_caseload(model, problem, problem.caseload, people[problem.caseload.role])
    return Programme(problem, model, model.arrays(), tuple(works), people, capacity)
