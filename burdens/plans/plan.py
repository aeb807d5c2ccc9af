"""The Plan: what the programme answers, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd

from burdens.documents import whole_folder, write_tables
from burdens.plans import display, summary, tables, timeliness
from burdens.plans.caseloads import Span
from burdens.plans.flow import flows_of
from burdens.plans.headlines import Headlines, headlines_of
from burdens.plans.levers import Help
from burdens.plans.live import Answer
from burdens.plans.needs import RoleNeed
from burdens.plans.recovery import Recovery
from burdens.plans.standards import first_met, shortfalls
from burdens.problem import Problem

SOLVED_WITH = ("burdens", "pulp", "highspy")


@dataclass(frozen=True)
class Plan:
    """An optimal plan.

    Attributes
    ----------
    problem
        The numbers it answers, posts filled in.
    objective
        The objective of the Problem's contract; it adds policy weights to money and is no cost.
    needs
        What is needed of every role: to keep up, to catch up, and the peak.
    staffing, hours, capacity, cases, on_time, caseload, cost, shortfalls
        Tidy tables over the reported weeks; units stand in the column names. The functions of
        `burdens.plans.tables` and `burdens.plans.timeliness` describe them.
    first_met
        First date from which nothing is overdue to the end, by pathway, and from which a caseload
        standard is met; None if never.
    on_time_from
        First date from which nothing is overdue at all; None if there is none.
    work_based_caseload
        Cases for each caseworker who keeps up; None where cases are not known.
    recovery
        What the date asked for takes; None where no date was asked for.
    standards
        What each caseload standard takes, as `burdens.plans.caseload_line` returns it; None where it
        was not asked for.
    helps
        What would help most, ranked; empty where it was not asked for.
    warnings
        What was estimated, assumed or missing.
    authority
        Whom the plan is for; empty where only a Problem is known.
    provenance
        What it was made from.
    """

    problem: Problem
    objective: float
    needs: dict[str, RoleNeed]
    staffing: pd.DataFrame
    hours: pd.DataFrame
    capacity: pd.DataFrame
    cases: pd.DataFrame
    on_time: pd.DataFrame
    caseload: pd.DataFrame
    cost: pd.DataFrame
    shortfalls: pd.DataFrame
    first_met: dict[str, date | None]
    on_time_from: date | None
    work_based_caseload: Span | None
    warnings: list[str]
    recovery: Recovery | None = None
    standards: pd.DataFrame | None = None
    helps: tuple[Help, ...] = ()
    authority: str = ""
    provenance: dict[str, str] = field(default_factory=dict)
    status: str = "optimal"

    def made_for(
        self, authority: str, warnings: Iterable[str], provenance: Mapping[str, str]
    ) -> Plan:
        """Return the same plan with whom it is for and what it came from."""
        return replace(
            self,
            authority=authority,
            warnings=list(dict.fromkeys([*warnings, *self.warnings])),
            provenance={**self.provenance, **provenance},
        )

    @property
    def headlines(self) -> Headlines:
        """The numbers that a reader wants first, the same wherever they are shown."""
        return headlines_of(self)

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """Every table by name."""
        named = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in named.items() if isinstance(value, pd.DataFrame)}

    def summary(self) -> dict[str, Any]:
        """Return the plan as one JSON object."""
        return summary.summary_of(self)

    def write(self, folder: Path) -> None:
        """Write every table as CSV into a new folder, entirely or not at all.

        Raises
        ------
        OutputError
            Where the folder holds something already, or cannot be written.
        """
        with whole_folder(folder) as made:
            write_tables(made, self.tables)

    def __repr__(self) -> str:
        return display.text(self)

    def _repr_html_(self) -> str:
        return display.html(self)


def plan_of(answer: Answer, caseload: Span | None = None) -> Plan:
    """Return a solved Problem as tables.

    Parameters
    ----------
    caseload
        The work-based caseload, if it is known.
    """
    programme, solution = answer.programme, answer.solution
    problem = programme.problem
    flows = flows_of(programme, solution)
    worked = tables.hours(problem, flows)
    cases = timeliness.cases(problem, flows)
    caseloads = tables.caseload(programme, solution)
    return Plan(
        problem=problem,
        objective=solution.objective,
        needs=answer.needs,
        staffing=tables.staffing(programme, solution, answer.needs),
        hours=worked,
        capacity=tables.capacity(programme, solution, worked),
        cases=cases,
        on_time=timeliness.on_time(problem, flows),
        caseload=caseloads,
        cost=tables.cost(programme, solution),
        shortfalls=shortfalls(problem, cases, caseloads),
        first_met=first_met(problem, cases, caseloads),
        on_time_from=timeliness.on_time_from(problem, cases),
        work_based_caseload=caseload,
        warnings=list(problem.notes),
        provenance={name: version(name) for name in SOLVED_WITH},
    )
