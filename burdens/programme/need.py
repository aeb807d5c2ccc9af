"""What is needed to keep up: the least establishment that has every new case on time.

From the desk of a council that keeps up (an empty one where a Problem has no run-in), one level a role and financial year that never falls. Every limit is a bound on
the completions, so there is nothing elastic and no policy weight: what is minimised is pay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from burdens.problem import Pathway, Problem, Task
from burdens.programme.capacity import write_assistance
from burdens.programme.caseload import standards_of
from burdens.programme.lanes import Lane, new_cases
from burdens.programme.model import Array, Arrays, Model, Places
from burdens.programme.people import monthly
from burdens.programme.work import Work, write_load, write_order, write_precedence

Floors = Mapping[tuple[str, int], float]


@dataclass(frozen=True)
class Need:
    """The programme of what is needed.

    Attributes
    ----------
    problem, model, arrays
        The numbers, the blocks written from them, and the finished programme.
    posts
        Columns of the establishment [FTE] of each role, by financial year in order.
    works
        Every task of every pathway.
    """

    problem: Problem
    model: Model
    arrays: Arrays
    posts: dict[str, Places]
    works: tuple[Work, ...]


def write_need(problem: Problem, floors: Floors | None = None) -> Need:
    """Write the programme of the least establishment that keeps up.

    Parameters
    ----------
    floors
        Least posts [FTE] by role and financial year, such as those there without a new duty.
    """
    model = Model()
    works = [
        work for pathway in problem.pathways for work in write_new_cases(model, problem, pathway)
    ]
    posts = {name: _write_posts(model, problem, name, floors or {}) for name in problem.roles}
    rows = {name: _write_capacity(model, problem, name, posts[name], works) for name in posts}
    for name in posts:
        write_assistance(model, problem, name, rows, works)
    return Need(problem, model, model.arrays(), posts, tuple(works))


def years_of(problem: Problem) -> list[int]:
    """Return the financial years of a Problem, run-out included, in order."""
    return sorted(set(problem.years))


def write_new_cases(model: Model, problem: Problem, pathway: Pathway) -> list[Work]:
    """Write a pathway's new cases, each task done between its clock's start and its limit."""
    lane, buckets = new_cases(pathway), np.arange(problem.buckets)
    if not lane.started.cases:
        return []
    clocked = {task.id for task in lane.clocked}
    works = []
    for task in lane.tasks:
        upper = lane.asked(task, buckets - lane.earliest(task))
        lower = lane.due(task, buckets) if task.id in clocked else np.zeros(problem.buckets)
        done = model.add_columns(
            "done",
            lane.queue,
            task.id,
            count=problem.buckets,
            lower=np.minimum(lower, upper),
            upper=upper,
        )
        works.append(Work(lane, task, done, _write_before(model, lane, task, done, lower)))
    for work in works:
        write_order(model, work)
    write_precedence(model, works)
    return works


def _write_before(model: Model, lane: Lane, task: Task, done: Places, due: Array) -> Places:
    """Write what has been done of the run-in: a desk no further ahead than in every later year."""
    year = len(lane.pathway.run_in)
    ends = np.arange(year - 1, len(done), year) if year else np.empty(0, dtype=np.int64)
    if not len(ends):
        return ends
    last = np.array([-1])
    least = lane.due(task, last) if due.any() else np.zeros(1)
    most = np.maximum(lane.asked(task, last - lane.earliest(task)), least)
    before = model.add_columns("before", lane.queue, task.id, count=1, lower=least, upper=most)
    rows = model.add_rows(
        "steady", lane.queue, task.id, count=len(ends), upper=least - due[ends]
    )
    model.put(rows, np.full(len(ends), before[0]), 1.0)
    model.put(rows, done[ends], -1.0)
    return before


def _write_posts(model: Model, problem: Problem, name: str, floors: Floors) -> Places:
    years = years_of(problem)
    places = _year_places(problem)
    cost = np.bincount(
        places, monthly(problem, np.array(problem.roles[name].cost_week)), minlength=len(years)
    )
    least = np.maximum(
        [floors.get((name, year), 0.0) for year in years], caseload_floor(problem, name, years)
    )
    posts = model.add_columns("posts", name, count=len(years), lower=least, cost=cost)
    rows = model.add_rows("lasting", name, count=len(years) - 1, lower=0.0)
    model.put(rows, posts[1:], 1.0)
    model.put(rows, posts[:-1], -1.0)
    return posts


def _year_places(problem: Problem) -> Places:
    """Return the place of each month's financial year among the years."""
    years = years_of(problem)
    return np.array([years.index(year) for year in problem.years])


def caseload_floor(problem: Problem, name: str, years: list[int]) -> Array:
    """Return the posts that a caseload standard asks for [FTE], by year."""
    floor = np.zeros(len(years))
    rule = problem.caseload
    if rule is None or rule.role != name:
        return floor
    buckets, standard = standards_of(rule)
    places = _year_places(problem)[np.array(problem.months)[buckets]]
    np.maximum.at(floor, places, np.array(rule.cases)[buckets] / standard)
    return floor


def _write_capacity(
    model: Model, problem: Problem, name: str, posts: Places, works: list[Work]
) -> Places:
    role = problem.roles[name]
    relief = 0.0 if role.relief is None else np.array(role.relief)
    rows = model.add_rows("capacity", name, count=problem.buckets, upper=relief)
    write_load(model, rows, works, name)
    by_bucket = posts[_year_places(problem)[np.array(problem.months)]]
    model.put(rows, by_bucket, -np.array(role.productive))
    return rows

