"""The steps of a plan, each by itself, so that each can be timed by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cached_property, partial
from time import perf_counter
from typing import Any

import highspy
import pulp

import burdens
from burdens.problem import Problem, build
from burdens.programme.build import Programme, write_programme
from burdens.programme.solve import Session

AUTHORITY = "Devon"
START = dt.date(2027, 4, 5)
ROUNDS = 2
STEPS = ("write", "hand over", "solve")
CHANGES = ("more hires", "lower targets", "more requests")
TENTH, HUNDREDTH = 0.1, 0.01
PATHWAY, ROLE = "needs_assessment", "ep"


class Steps:
    """What is done for a plan of 156 weeks with 26 of run-out.

    Attributes
    ----------
    least
        Seconds of the fastest round, by step.
    """

    def __init__(self, bucket_weeks: int) -> None:
        self.scenario = burdens.new(AUTHORITY, start=START).changed(
            bucket_weeks=bucket_weeks, run_out_weeks=26
        )
        self.least: dict[str, float] = {}
        self._hires = 1.0

    @cached_property
    def problem(self) -> Problem:
        return build(self.scenario)

    @cached_property
    def programme(self) -> Programme:
        return write_programme(self.problem)

    @cached_property
    def session(self) -> Session:
        """A session solved once."""
        session = Session(self.programme)
        session.solve()
        return session

    def prepare(self, step: str) -> Callable[[], Any]:
        """Do what comes before a step, and give what is to be timed."""
        if step == "write":
            return lambda: write_programme(build(self.scenario))
        if step == "hand over":
            assert self.programme
            return self._hand_over
        if step == "solve":
            return partial(_optimal, self._hand_over())
        self._change(step)
        return self.session.solve_again

    def seconds(self, step: str) -> float:
        """Give the seconds of a step: as benchmarked, else timed now."""
        if step not in self.least:
            self.least[step] = min(_timed(self.prepare(step)) for _ in range(ROUNDS))
        return self.least[step]

    def _hand_over(self) -> Any:
        lp, solver = self.programme.model.lp, pulp.HiGHS(msg=False, solver="ipx")
        solver.createAndConfigureSolver(lp)
        solver.buildSolverModel(lp)
        return lp.solverModel

    def _change(self, name: str) -> None:
        """Change the solved programme in place, a little more each time."""
        {
            "more hires": self._more_hires,
            "lower targets": self._lower_targets,
            "more requests": self._more_requests,
        }[name]()

    def _more_hires(self) -> None:
        self._hires *= 1 + TENTH
        for month, cap in enumerate(self.problem.roles[ROLE].hire_cap or ()):
            self.session.set_most(("hires", ROLE, month), cap * self._hires)

    def _lower_targets(self) -> None:
        pathway = next(p for p in self.problem.pathways if p.id == PATHWAY)
        for number, target in enumerate(pathway.targets):
            row = ("timeliness", PATHWAY, number)
            if row in self.programme.model.rows:
                cases = sum(pathway.arrivals[target.from_ : target.to])
                self.session.shift_row(row, -cases * HUNDREDTH)

    def _more_requests(self) -> None:
        arrivals = next(p.arrivals for p in self.problem.pathways if p.id == PATHWAY)
        more = HUNDREDTH * sum(arrivals) / self.problem.weeks
        model = self.programme.model
        for row, number in model.rows.items():
            pathway, falls = model.per_case.get(number, ("", 0.0))
            if pathway == PATHWAY:
                self.session.shift_row(row, -falls * more)


def _optimal(highs: Any) -> None:
    highs.run()
    if highs.getModelStatus() == highspy.HighsModelStatus.kUnknown:
        highs.setOptionValue("solver", "simplex")
        highs.run()
    assert highs.getModelStatus() == highspy.HighsModelStatus.kOptimal


def _timed(work: Callable[[], Any]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began
