"""The solved curves of every stream, as numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from burdens.problem import Pathway, Task
from burdens.programme.build import Programme
from burdens.programme.solve import Array, Solution
from burdens.programme.streams import Stream


@dataclass(frozen=True)
class Curve:
    """One task of one stream.

    Attributes
    ----------
    stream, task
        Whose cases, and what is done.
    done
        Completions [cases], by bucket.
    asked
        Cases that will need the task and have entered, by bucket, cumulative.
    overdue
        Cases whose limit for the task has passed and that still wait for it, by bucket.
    """

    stream: Stream
    task: Task
    done: Array
    asked: Array
    overdue: Array

    @property
    def open(self) -> Array:
        """Cases that still wait for the task, by bucket."""
        return np.maximum(self.asked - np.cumsum(self.done), 0.0)


def curves_of(programme: Programme, solution: Solution, pathway: Pathway) -> Iterator[Curve]:
    """Give the curve of every task in every stream of a pathway."""
    buckets = range(programme.problem.buckets)
    for stream in programme.streams[pathway.id]:
        for task in stream.flow.tasks:
            total = np.array([solution.value(stream.done_by(task, t)) for t in buckets])
            asked = np.array([solution.value(stream.entered_by(t)) for t in buckets]) * task.share
            must = [solution.value(stream.entered_by(t - task.due)) * task.share for t in buckets]
            yield Curve(
                stream,
                task,
                np.maximum(np.diff(total, prepend=0.0), 0.0),
                asked,
                np.maximum(np.array(must) - total, 0.0),
            )
