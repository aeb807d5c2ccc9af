"""Hours worked against hours available, by role and bucket."""

from __future__ import annotations

from burdens.problem import Problem
from burdens.programme.linear import ZERO, Linear
from burdens.programme.model import Model
from burdens.programme.staffing import Staffing
from burdens.programme.streams import Stream


def write_capacity(
    model: Model, problem: Problem, name: str, staffing: Staffing, streams: list[Stream]
) -> None:
    """Let no work of a role be done without staff, agency or an admitted shortfall."""
    role = problem.roles[name]
    work = [
        (stream, task, task.hours[name])
        for stream in streams
        for task in stream.flow.tasks
        if task.hours.get(name)
    ]
    for bucket in range(problem.buckets):
        worked = ZERO
        for stream, task, hours in work:
            worked += stream.done_in(task, bucket) * hours
        if worked.is_zero and not role.ramp:
            continue
        line = staffing.working(bucket) * role.productive[bucket] - worked
        line += model.add("short", name, bucket, cost=role.shortfall_weight)
        if role.relief is not None:
            line += Linear(role.relief[bucket])
        if role.agency_cap[bucket] > 0:
            line += model.add(
                "agency", name, bucket, most=role.agency_cap[bucket], cost=role.agency_cost
            )
        model.not_negative("capacity", name, bucket, line=line)
