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
    lanes
        The blocks of the lanes alone, without those of people.
    works
        Every task of every lane.
    people, capacity
        The columns of each role.
    """

    problem: Problem
    model: Model
    arrays: Arrays
    lanes: Model
    works: tuple[Work, ...]
    people: dict[str, People]
    capacity: dict[str, Capacity]


def write_programme(problem: Problem, like: Programme | None = None) -> Programme:
    """Write every column, row and cost of a Problem.

    Parameters
    ----------
    like
        An earlier programme: where the pathways are the same, so are its lanes.
    """
    if like is not None and _same_lanes(problem, like.problem):
        lanes, works = like.lanes, like.works
    else:
        lanes, works = _write_lanes(problem)
    model = lanes.copy()
    people = {name: write_people(model, problem, name) for name in problem.roles}
    capacity = write_capacity(model, problem, people, list(works))
    if problem.caseload is not None:
        write_caseload(model, problem, problem.caseload, people[problem.caseload.role])
    return Programme(problem, model, model.arrays(), lanes, works, people, capacity)


def _same_lanes(problem: Problem, other: Problem) -> bool:
    return (
        problem.pathways is other.pathways
        and problem.buckets == other.buckets
        and problem.counted_from == other.counted_from
    )


def _write_lanes(problem: Problem) -> tuple[Model, tuple[Work, ...]]:
    lanes = Model(PROGRAMME)
    works = tuple(
        work
        for pathway in problem.pathways
        for lane in lanes_of(pathway)
        for work in write_work(lanes, problem, lane)
    )
    return lanes, works
