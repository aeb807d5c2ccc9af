"""Work in turn: cumulative completions of every task of every lane, and what is overdue."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from burdens.problem import Problem, Task
from burdens.programme.lanes import WAITING, Lane
from burdens.programme.model import INFINITE, Array, Model, Places
from burdens.symbols import Description, Equation, Rule, Symbol

DESCRIPTION = Description(
    columns={
        "done": Symbol(
            "Completions of a task",
            "cases",
            "Cumulative, to the end of bucket t; 0 before bucket 0. As a lane goes in turn, this "
            "says which cases are done: the oldest.",
            "C",
            ("l", "k", "t"),
            "the completions of task {k} in lane {l} by {t}",
        ),
        "overdue": Symbol(
            "Overdue cases",
            "cases",
            "Cases of a lane that wait for a task and are so many buckets past its limit, or more, but "
            "have not reached the next age.",
            "O",
            ("l", "z", "a", "t"),
            "the cases of lane {l} overdue in {t} for task {z} at age {a}",
        ),
    },
    rows={
        "order": Rule(
            "Work is not undone",
            "cases",
            "Cumulative completions do not fall.",
            (Equation("done[l, k, t] >= done[l, k, t - 1]"),),
        ),
        "precedence": Rule(
            "Nothing before its predecessors",
            "cases",
            "A task waits for those before it, and for the least wait after them.",
            (Equation("done[l, k, t] <= share[k] / share[i] * done[l, i, t - lag[i, k]]"),),
        ),
        "lateness": Rule(
            "Overdue cases",
            "cases",
            "A case whose limit has passed is done, or it is overdue. This is the only limit of the "
            "law in a plan, and it can always be kept: being late is possible, at a weight.",
            (
                Equation(
                    "total(overdue[l, z, a, t], a) >= owed[l, z, t - first_age[p]] - done[l, z, t]",
                ),
            ),
        ),
    },
    bounds={
        "done": Rule(
            "Nothing before its clock",
            "cases",
            "A task needs a case whose clock has started.",
            (
                Equation(
                    "done[l, k, t] <= share[k] * started[l, t]",
                    "From the soonest time of the task on; before it nothing can be done.",
                ),
            ),
        ),
        "overdue": Rule(
            "Ages fill up from the youngest",
            "cases",
            "No more cases are of an age than are past the limit by as much, and not by more. As an "
            "older case weighs more, those done are the oldest.",
            (
                Equation(
                    "overdue[l, z, a, t] <= owed[l, z, t - a] - owed[l, z, t - n]",
                    "But for the greatest age.",
                ),
            ),
        ),
    },
    objective={
        "lateness": Rule(
            "Overdue cases",
            "policy weight",
            "So far above any wage that duty comes before money. It is never a pound. A case weighs "
            "what all the ages that it has reached add up to.",
            (
                Equation(
                    "total(priority[l] * total(overdue_weight[p, g], g) * overdue[l, z, a, x],"
                    " l, z, a, x)"
                ),
            ),
        ),
        "open_work": Rule(
            "Tasks not yet done",
            "policy weight",
            "So far below any wage that it costs nothing: it has work done as soon as staff allow.",
            (
                Equation(
                    "total(open_weight[p] * (share[k] * started[l, t] - done[l, k, t]), l, k, t)"
                ),
            ),
        ),
    },
)


TIE = 1e-3  # of the weight of a task not yet done


@dataclass(frozen=True)
class Work:
    """One task of one lane.

    Attributes
    ----------
    lane, task
        Whose cases, and what is done.
    done
        Columns of the cumulative completions [cases], by bucket.
    before
        Column of the completions before the start [cases]; empty where nothing has been done.
    """

    lane: Lane
    task: Task
    done: Places
    before: Places = field(default_factory=lambda: np.empty(0, dtype=np.int64))

    @property
    def chain(self) -> Places:
        """The columns of the cumulative completions, those before the start first."""
        return np.concatenate([self.before, self.done])


def write_work(model: Model, problem: Problem, lane: Lane) -> list[Work]:
    """Write the completions of a lane's tasks, elastic at the weights of overdue cases."""
    works = [_completions(model, problem, lane, task) for task in lane.tasks]
    for work in works:
        write_order(model, work)
    write_precedence(model, works)
    clocked = {task.id for task in lane.clocked}
    for work in works:
        if work.task.id in clocked:
            _lateness(model, problem, work)
    return works


def _completions(model: Model, problem: Problem, lane: Lane, task: Task) -> Work:
    """Add the completions of a task; a small weight has it done as soon as staff allow."""
    buckets = np.arange(problem.buckets)
    asked = lane.asked(task, buckets)
    weight = lane.pathway.open_weight
    model.fixed_cost += weight * float(asked.sum())
    done = model.add_columns(
        "done",
        lane.queue,
        lane.name,
        task.id,
        count=problem.buckets,
        upper=_possible(lane, task, buckets, asked),
        cost=-weight,
    )
    model.prefer(done, TIE * weight * _turn(problem, lane))
    return Work(lane, task, done)


def _turn(problem: Problem, lane: Lane) -> float:
    """Return how early a lane has its turn among lanes that weigh the same.

    Cases further along first, then those that wait, then in the order of the pathways.
    """
    done = len(lane.pathway.tasks) - len(lane.tasks)
    place = [pathway.id for pathway in problem.pathways].index(lane.pathway.id)
    return 1 + done + (0.5 if lane.name == WAITING else 0.0) - place / (4 * len(problem.pathways))


def _possible(lane: Lane, task: Task, buckets: Places, asked: Array) -> Array:
    """Return the most that can be done by then: nothing before the lags since the start."""
    return np.where(buckets < lane.earliest(task), 0.0, asked)


def write_order(model: Model, work: Work) -> None:
    """Write that cumulative completions do not fall."""
    at, before = work.chain[1:], work.chain[:-1]
    rows = model.add_rows("order", *_key(work), count=len(at), lower=0.0)
    model.put(rows, at, 1.0)
    model.put(rows, before, -1.0)


def write_precedence(model: Model, works: list[Work]) -> None:
    """Write that a task waits for those before it, and for the least wait after them."""
    by_id = {work.task.id: work for work in works}
    for work in works:
        for task, lag in work.lane.predecessors(work.task):
            earlier = by_id[task.id]
            ratio = work.task.share / task.share
            count = len(work.chain)
            rows = model.add_rows("precedence", *_key(work), task.id, count=count, upper=0.0)
            model.put(rows, work.chain, 1.0)
            model.put(rows[lag:], earlier.chain[: count - lag], -ratio)
            if len(earlier.before):
                model.put(rows[:lag], np.full(lag, earlier.before[0]), -ratio)


def _lateness(model: Model, problem: Problem, work: Work) -> None:
    """Write the overdue cases of a task, those past each age apart: the older weigh more.

    What is overdue is filled up from the youngest, as each age adds its weight to those before.
    """
    buckets = np.arange(problem.buckets)
    ages = sorted(work.lane.pathway.overdue)
    due = [work.lane.due(work.task, buckets, age) for age, _ in ages]
    anybody = [work.lane.everyone.by(buckets - work.task.due - age) > 0 for age, _ in ages]
    late = np.flatnonzero(anybody[0]) if ages else buckets[:0]
    if not len(late):
        return
    rows = model.add_rows("lateness", *_key(work), count=len(late), lower=due[0][late])
    model.put(rows, work.done[late], 1.0)
    place = np.searchsorted(late, buckets)
    weight = 0.0
    for number, (age, more) in enumerate(ages):
        weight += more * work.lane.factor
        older = np.flatnonzero(anybody[number])
        most = due[number] - due[number + 1] if number + 1 < len(ages) else due[number] + INFINITE
        overdue = model.add_columns(
            "overdue",
            *_key(work),
            age,
            count=len(older),
            upper=np.maximum(most[older], 0.0),
            cost=np.where(older < problem.counted_from, 0.0, weight),
        )
        model.put(rows[place[older]], overdue, 1.0)


def write_load(
    model: Model, rows: Places, works: list[Work], role: str, times: float = 1.0
) -> None:
    """Add the hours of a role's tasks, times a number, to rows, one a bucket [h]."""
    for work in works:
        hours = times * work.task.hours.get(role, 0.0)
        if hours:
            model.put(rows, work.done, hours)
            model.put(rows[len(rows) - len(work.chain) + 1 :], work.chain[:-1], -hours)


def _key(work: Work) -> tuple[str, str, str]:
    return work.lane.queue, work.lane.name, work.task.id
