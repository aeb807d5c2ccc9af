"""What is needed to keep up: the least establishment that has every new case on time.

From the desk of a council that keeps up (an empty one where a Problem has no run-in), one level a
role and financial year that never falls. Every limit is a bound on the completions, so there is
nothing elastic and no policy weight: what is minimised is pay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from burdens.problem import Pathway, Problem, Task
from burdens.programme.capacity import DESCRIPTION as CAPACITY
from burdens.programme.capacity import write_assistance
from burdens.programme.caseload import standards_of
from burdens.programme.lanes import DESCRIPTION as LANES
from burdens.programme.lanes import Lane, new_cases
from burdens.programme.model import Array, Arrays, Model, Places
from burdens.programme.people import monthly
from burdens.programme.work import DESCRIPTION as WORK
from burdens.programme.work import Work, write_load, write_order, write_precedence
from burdens.symbols import Description, Equation, Rule, Symbol

Floors = Mapping[tuple[str, int], float]

DESCRIPTION = Description.joined(
    LANES.only("cohort", "started", "excused", "longest", "owed", "earliest"),
    WORK.only("order", "precedence"),
    CAPACITY.only("assistance", "assisted"),
    Description(
        columns={
            "done": WORK.columns["done"],
            "before": Symbol(
                "Done before the start",
                "cases",
                "Completions for cases of the run-in before bucket 0; none where there is no run-in.",
                "C′",
                ("l", "k"),
                "the completions of task {k} in lane {l} before the start",
            ),
            "posts": Symbol(
                "Posts needed",
                "FTE",
                "Posts of a role that keep up in a financial year.",
                "P",
                ("r", "y"),
                "the posts of role {r} in year {y}",
            ),
        },
        asked={
            "existing": Symbol(
                "Posts that stay",
                "FTE",
                "Posts that whoever asks wants no fewer than, such as those needed without a new "
                "duty; otherwise 0.",
                "K",
                ("r", "y"),
                "the posts of role {r} that stay in year {y}",
            ),
        },
        derived={
            "in_time": Symbol(
                "Completions in time",
                "cases",
                "Completions that keep a limit, or as many as the least waits allow.",
                "D′",
                ("l", "k", "t"),
                "the completions in time of task {k} in lane {l} by {t}",
            ),
        },
        definitions={
            "cohort": Rule(
                "Cases that keep up",
                "cases",
                "New cases are one lane, with those of the run-in before them. Nobody else is open.",
                (
                    Equation("cohort[l, c] == arrivals[p, c]", "From bucket 0 on."),
                    Equation("cohort[l, c] == run_in[p, c]", "Before bucket 0."),
                ),
            ),
            "let_off": Rule(
                "Cases let off",
                "cases",
                "The run-in has the share of bucket 0.",
                (Equation("excused[l, t] == total(let_off[p, larger(b, 0)] * cohort[l, b], b)"),),
            ),
            "in_time": Rule(
                "Completions in time",
                "cases",
                "A limit sooner than the least waits allow asks for no more than they allow.",
                (
                    Equation(
                        "in_time[l, k, t] == smaller(owed[l, k, t],"
                        " share[k] * started[l, t - earliest[l, k]])"
                    ),
                ),
            ),
            "before": Rule(
                "Done before the start",
                "cases",
                "Completions of the run-in before bucket 0, as if done just before it.",
                (Equation("done[l, k, t] == before[l, k]", "For t below 0."),),
            ),
        },
        rows={
            "capacity": Rule(
                "Capacity of the posts",
                "h",
                "Every post is filled, by somebody who needs no time to learn.",
                (
                    Equation(
                        "total(hours[k, r] * (done[l, k, t] - done[l, k, t - 1]), l, k)"
                        " <= productive[r, t] * posts[r, y] + relief[r, t] - assistance[r, t]"
                        " + total((1 - supervision[j]) * assistance[j, t], j)"
                    ),
                ),
            ),
            "lasting": Rule(
                "Posts last",
                "FTE",
                "Posts do not fall from year to year.",
                (Equation("posts[r, y] >= posts[r, y - 1]", "From the second year on."),),
            ),
            "steady": Rule(
                "A steady desk",
                "cases",
                "The run-in leaves a desk as far ahead as every later year does: each year does the "
                "work of a year.",
                (
                    Equation(
                        "done[l, k, t] - in_time[l, k, t] == before[l, k] - in_time[l, k, -1]",
                        "At the end of every whole year of the plan.",
                    ),
                ),
            ),
        },
        bounds={
            "done": Rule(
                "Every limit is kept",
                "cases",
                "Between the clock's start and the limit. This is all that the law asks.",
                (
                    Equation("done[l, k, t] <= share[k] * started[l, t - earliest[l, k]]"),
                    Equation("done[l, z, t] >= in_time[l, z, t]"),
                ),
            ),
            "before": Rule(
                "Every limit of the run-in is kept",
                "cases",
                "The desk is that of a council that keeps up.",
                (
                    Equation("before[l, k] <= share[k] * started[l, -1 - earliest[l, k]]"),
                    Equation("before[l, z] >= in_time[l, z, -1]"),
                ),
            ),
            "posts": Rule(
                "Posts for the caseload standard",
                "FTE",
                "As many as the cases held and the standard ask for, and those that stay.",
                (
                    Equation("posts[r, y] >= existing[r, y]"),
                    Equation(
                        "posts[r, y] >= held[t] / standard[t]",
                        "For the role that holds the cases, in buckets that have a standard.",
                    ),
                ),
            ),
        },
        objective={
            "posts": Rule(
                "Pay of the posts",
                "GBP",
                "Posts are paid for the whole year.",
                (Equation("total(cost_week[r, t] * posts[r, y], r, t)"),),
            ),
        },
    ),
)


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
    model = Model(DESCRIPTION)
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
        least, most = _limits(lane, task, buckets)
        if task.id not in clocked:
            least = np.zeros(problem.buckets)
        done = model.add_columns(
            "done", lane.queue, task.id, count=problem.buckets, lower=least, upper=most
        )
        works.append(Work(lane, task, done, _write_before(model, lane, task, done)))
    for work in works:
        write_order(model, work)
    write_precedence(model, works)
    return works


def _limits(lane: Lane, task: Task, buckets: Places) -> tuple[Array, Array]:
    """Return the least and the most that can have been done by then, every limit kept."""
    most = lane.asked(task, buckets - lane.earliest(task))
    return np.minimum(lane.due(task, buckets), most), most


def _write_before(model: Model, lane: Lane, task: Task, done: Places) -> Places:
    """Write what has been done of the run-in: a desk as far ahead as at the end of every year.

    So each year does the work of a year, and none works ahead for another.
    """
    year = len(lane.pathway.run_in)
    ends = np.arange(year - 1, len(done), year) if year else np.empty(0, dtype=np.int64)
    if not len(ends):
        return ends
    due, most = _limits(lane, task, np.array([-1]))
    least = due if task.id in {one.id for one in lane.clocked} else np.zeros(1)
    before = model.add_columns("before", lane.queue, task.id, count=1, lower=least, upper=most)
    level = due - _limits(lane, task, ends)[0]
    rows = model.add_rows("steady", lane.queue, task.id, count=len(ends), lower=level, upper=level)
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
