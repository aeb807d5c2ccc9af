"""The work of a new duty: hours of one role that come up, each to be done within a limit.

Duties begin with an empty desk and leave one behind, so that no answer is cheap by putting work off
past its end.
"""

from __future__ import annotations

import numpy as np

from burdens.problem import Pathway, Problem
from burdens.programme.lanes import new_cases
from burdens.programme.model import Model
from burdens.programme.work import Work
from burdens.symbols import Description, Equation, Rule, Symbol

DESCRIPTION = Description(
    columns={
        "worked": Symbol(
            "Work done for a duty",
            "h",
            "Cumulative, to the end of bucket t; nought before bucket 0.",
            "C″",
            ("d", "t"),
            "the hours worked for duty {d} by {t}",
        ),
    },
    derived={
        "come": Symbol(
            "Work that has come up",
            "h",
            "Hours of a duty that have come up by the end of bucket t; nought before bucket 0.",
            "N′",
            ("d", "t"),
            "the hours of duty {d} that have come up by {t}",
        ),
        "within": Symbol(
            "Limit of a duty",
            "buckets",
            "Time in which its work must be done once it has come up.",
            "d′",
            ("d",),
            "the limit of duty {d}",
        ),
    },
    rows={
        "onward": Rule(
            "Work of a duty is not undone",
            "h",
            "Cumulative hours do not fall.",
            (Equation("worked[d, t] >= worked[d, t - 1]"),),
        ),
    },
    bounds={
        "worked": Rule(
            "Every limit of a duty is kept",
            "h",
            "Duties begin with an empty desk and leave one behind, so that no answer is cheap "
            "by putting work off past its end.",
            (
                Equation("worked[d, t] <= come[d, t]"),
                Equation("worked[d, t] >= come[d, t - within[d]]"),
                Equation("worked[d, t] >= come[d, t]", "In the last bucket."),
            ),
        ),
    },
)


def write_duty(model: Model, problem: Problem, pathway: Pathway) -> Work:
    """Write the work of a duty: done within its limit, and all of it by the end."""
    (task,) = pathway.tasks
    lane, buckets = new_cases(pathway), np.arange(problem.buckets)
    most = lane.asked(task, buckets)
    least = lane.due(task, buckets)
    least[-1] = most[-1]
    done = model.add_columns("worked", pathway.id, count=problem.buckets, lower=least, upper=most)
    rows = model.add_rows("onward", pathway.id, count=problem.buckets - 1, lower=0.0)
    model.put(rows, done[1:], 1.0)
    model.put(rows, done[:-1], -1.0)
    return Work(lane, task, done)
