"""A Problem written down as a linear programme."""

from __future__ import annotations

from dataclasses import dataclass

from burdens.problem import Problem
from burdens.programme.capacity import write_capacity
from burdens.programme.caseload import write_caseload
from burdens.programme.flows import flows_of
from burdens.programme.model import Model
from burdens.programme.staffing import Staffing
from burdens.programme.streams import Stream, write_streams
from burdens.programme.timeliness import write_targets


@dataclass(frozen=True)
class Programme:
    """The linear programme of a Problem.

    Attributes
    ----------
    problem, model
        The numbers, and what was written from them.
    streams
        The streams of each pathway.
    staffing
        The staff of each role.
    """

    problem: Problem
    model: Model
    streams: dict[str, list[Stream]]
    staffing: dict[str, Staffing]


def write_programme(problem: Problem) -> Programme:
    """Write every column, row and cost of a Problem."""
    model = Model()
    streams = {
        pathway.id: [
            stream for flow in flows_of(pathway) for stream in write_streams(model, problem, flow)
        ]
        for pathway in problem.pathways
    }
    staffing = {name: Staffing(model, problem, name) for name in problem.roles}
    everything = [stream for group in streams.values() for stream in group]
    for name in problem.roles:
        write_capacity(model, problem, name, staffing[name], everything)
    for pathway in problem.pathways:
        write_targets(model, problem, pathway, streams[pathway.id])
    if problem.caseload is not None:
        write_caseload(model, problem.caseload, staffing[problem.caseload.role])
    model.finish()
    return Programme(problem, model, streams, staffing)
