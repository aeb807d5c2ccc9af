"""Timeliness targets: enough of the cases that start in a period are on time."""

from __future__ import annotations

from burdens.problem import Pathway, Problem, Target
from burdens.programme.linear import ZERO, Linear
from burdens.programme.model import Model
from burdens.programme.streams import Stream


def write_targets(model: Model, problem: Problem, pathway: Pathway, streams: list[Stream]) -> None:
    """Write each target of a pathway, elastic at its weight."""
    for number, target in enumerate(pathway.targets):
        cohorts = [cases for cases in pathway.arrivals[target.from_ : target.to] if cases > 0]
        if not cohorts:
            continue
        started = Linear(sum(cohorts), float(len(cohorts) * problem.bucket_weeks))
        may_be_late = started * (1 - target.on_time)
        short = model.add("off_target", pathway.id, number, cost=target.weight)
        line = may_be_late + short - late_cases(target, streams)
        model.not_negative("timeliness", pathway.id, number, line=line, pathway=pathway.id)


def late_cases(target: Target, streams: list[Stream]) -> Linear:
    """Cases of a target's period that are late at its stage or were before."""
    late = ZERO
    for stream in streams:
        if stream.stage is not None and stream.stage <= target.stage:
            late += stream.entered_by(target.to - 1) - stream.entered_by(target.from_ - 1)
    return late
