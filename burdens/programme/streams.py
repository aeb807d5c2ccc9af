"""The streams form: cohorts split by the stage from which they run late.

Section 3 of the model. Stream j meets every deadline before stage j and none from there on; the
stream after the last stage is on time throughout and is written as the rest.
"""

from __future__ import annotations

from bisect import bisect_right

from burdens.problem import Problem, Task
from burdens.programme.flows import Flow
from burdens.programme.linear import ZERO, Linear
from burdens.programme.model import Model


class Stream:
    """One stream of a flow: how many have entered, and what is done.

    Parameters
    ----------
    stage
        The stage from which its cases run late; None for the stream that is on time.
    entered
        Cumulative cases by cohort, in the order of the flow's starts.
    """

    def __init__(self, flow: Flow, stage: int | None, entered: list[Linear], buckets: int) -> None:
        self.flow = flow
        self.stage = stage
        self.name = (flow.name, stage or "on time")
        self.buckets = buckets
        self._starts = [start for start, _ in flow.starts]
        self._entered = entered
        self._done: dict[str, list[Linear]] = {}

    def entered_by(self, bucket: int) -> Linear:
        """Cases that have entered by the end of a bucket."""
        place = bisect_right(self._starts, bucket)
        return self._entered[place - 1] if place else ZERO

    def done_by(self, task: Task, bucket: int) -> Linear:
        """Completions of a task from the start of the plan to the end of a bucket."""
        return self._done[task.id][bucket] if bucket >= 0 else ZERO

    def done_in(self, task: Task, bucket: int) -> Linear:
        """Completions of a task in one bucket."""
        return self.done_by(task, bucket) - self.done_by(task, bucket - 1)

    def has_deadline(self, task: Task) -> bool:
        """Say whether this stream must meet the task's clock."""
        stage = self.flow.stage_of(task)
        return stage is not None and (self.stage is None or stage < self.stage)

    def write(self, model: Model) -> None:
        """Add the completions of every task, and the rows that bind them."""
        for task in self.flow.tasks:
            self._done[task.id] = self._completions(model, task)
        for task in self.flow.tasks:
            self._order(model, task)
            self._readiness(model, task)
            if self.has_deadline(task):
                self._deadlines(model, task)

    def _completions(self, model: Model, task: Task) -> list[Linear]:
        first, full = self._first(task), self._full_from(task)
        everything = self._entered[-1] * task.share
        return [
            ZERO
            if bucket < first
            else everything
            if bucket >= full
            else model.add("done", *self.name, task.id, bucket)
            for bucket in range(self.buckets)
        ]

    def _first(self, task: Task) -> int:
        """First bucket in which the task can be done at all."""
        ready = [self._first(before) + lag for before, lag in self._predecessors(task)]
        return max([max(self._starts[0], 0), *ready])

    def _full_from(self, task: Task) -> int:
        """First bucket by whose end a flow without new cases must have done the task."""
        if self.flow.is_open_only and self.has_deadline(task):
            return self._starts[-1] + task.due
        return self.buckets

    def _predecessors(self, task: Task) -> list[tuple[Task, int]]:
        left = {other.id: other for other in self.flow.tasks}
        return [(left[name], lag) for name, lag in task.after if name in left]

    def _order(self, model: Model, task: Task) -> None:
        curve = self._done[task.id]
        for bucket in range(1, self.buckets):
            if curve[bucket] is not curve[bucket - 1] and curve[bucket - 1].terms:
                line = curve[bucket] - curve[bucket - 1]
                model.not_negative("order", *self.name, task.id, bucket, line=line)

    def _readiness(self, model: Model, task: Task) -> None:
        full, predecessors = self._full_from(task), self._predecessors(task)
        for bucket in range(self._first(task), min(full + 1, self.buckets)):
            done, key = self.done_by(task, bucket), (*self.name, task.id, bucket)
            if not predecessors and bucket < full:
                line = self.entered_by(bucket) * task.share - done
                model.not_negative("arrival", *key, line=line, pathway=self.flow.pathway.id)
            for before, lag in predecessors:
                line = self.done_by(before, bucket - lag) * (task.share / before.share) - done
                model.not_negative("precedence", *key, before.id, line=line)

    def _deadlines(self, model: Model, task: Task) -> None:
        until = max(self._full_from(task), self._first(task))
        for bucket in range(min(self.buckets, until)):
            must = self.entered_by(bucket - task.due) * task.share
            if not must.is_zero:
                line = self.done_by(task, bucket) - must
                key = (*self.name, task.id, bucket)
                model.not_negative("deadline", *key, line=line, pathway=self.flow.pathway.id)

    def weigh(self, model: Model) -> None:
        """Charge lateness, and waits beyond the longest."""
        pathway = self.flow.pathway
        if self.stage is not None:
            for bucket in range(self.buckets):
                late = self.entered_by(bucket) * pathway.last.share
                model.charge(late - self.done_by(pathway.last, bucket), pathway.late_weight)
        followed = {name for task in pathway.tasks for name, _ in task.after}
        for task in self.flow.tasks:
            if task.id not in followed and not (
                self.has_deadline(task) and task.due <= pathway.max_wait
            ):
                self._longest_wait(model, task)

    def _longest_wait(self, model: Model, task: Task) -> None:
        pathway = self.flow.pathway
        for bucket in range(self.buckets):
            must = self.entered_by(bucket - pathway.max_wait) * task.share
            if must.is_zero:
                continue
            key = (*self.name, task.id, bucket)
            waiting = model.add("waiting", *key, cost=pathway.wait_weight)
            line = waiting + self.done_by(task, bucket) - must
            model.not_negative("longest_wait", *key, line=line, pathway=pathway.id)


def write_streams(model: Model, problem: Problem, flow: Flow) -> list[Stream]:
    """Split a flow's cohorts over its streams and write each stream down."""
    late: dict[int, list[Linear]] = {stage: [] for stage in flow.stages}
    on_time: list[Linear] = []
    total = ZERO
    for start, cases in flow.starts:
        cohort = Linear(cases, float(problem.bucket_weeks) if start >= 0 else 0.0)
        total += cohort
        late_from = flow.late_from(start)
        if late_from is None:
            _choose(model, flow, start, cohort, late)
            on_time.append(_rest(total, [curve[-1] for curve in late.values()]))
        else:
            for stage, curve in late.items():
                before = curve[-1] if curve else ZERO
                curve.append(before + cohort if stage == late_from else before)
            on_time.append(ZERO)
    entered: list[tuple[int | None, list[Linear]]] = [*late.items(), (None, on_time)]
    streams = [
        Stream(flow, stage, curve, problem.buckets)
        for stage, curve in entered
        if not curve[-1].is_zero
    ]
    for stream in streams:
        stream.write(model)
        stream.weigh(model)
    return streams


def _choose(
    model: Model, flow: Flow, start: int, cohort: Linear, late: dict[int, list[Linear]]
) -> None:
    """Let the programme choose how many of a cohort enter each late stream."""
    joined = ZERO
    for stage, curve in late.items():
        before = curve[-1] if curve else ZERO
        curve.append(model.add("entered", flow.name, stage, start))
        joined += curve[-1] - before
        if not before.is_zero:
            model.not_negative("entry", flow.name, stage, start, line=curve[-1] - before)
    line = cohort - joined
    model.not_negative("split", flow.name, start, line=line, pathway=flow.pathway.id)


def _rest(total: Linear, parts: list[Linear]) -> Linear:
    """Give what is left of a total."""
    for part in parts:
        total -= part
    return total
