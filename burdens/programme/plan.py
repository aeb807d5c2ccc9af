"""The Plan: what the programme answers, as tables and sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd

from burdens.documents import whole_folder
from burdens.problem import Problem
from burdens.programme import display, explain, tables
from burdens.programme.build import Programme, write_programme
from burdens.programme.prices import Price, prices_of
from burdens.programme.requirement import requirement_of
from burdens.programme.solve import Session, Solution
from burdens.programme.watch import UNWATCHED, Watch

SOLVED_WITH = ("burdens", "pulp", "highspy")


@dataclass(frozen=True)
class Plan:
    """An optimal plan.

    Attributes
    ----------
    problem
        The numbers it answers.
    objective
        Cost with policy weights, in present value, run-out included [GBP].
    staffing, hours, capacity, cases, timeliness, caseload, cost, shortfalls
        Tidy tables over the reported weeks; units stand in the column names.
    first_met
        First date from which each standard is met to the end; None if never.
    prices
        What one unit more of everything that binds is worth.
    binding
        The same in sentences, dearest first.
    warnings
        What was estimated, assumed or missing.
    authority
        Whom the plan is for; empty where only a Problem is known.
    provenance
        What it was made from.
    """

    problem: Problem
    objective: float
    staffing: pd.DataFrame
    hours: pd.DataFrame
    capacity: pd.DataFrame
    cases: pd.DataFrame
    timeliness: pd.DataFrame
    caseload: pd.DataFrame
    cost: pd.DataFrame
    shortfalls: pd.DataFrame
    first_met: dict[str, Any]
    prices: list[Price]
    binding: list[str]
    warnings: list[str]
    authority: str = ""
    provenance: dict[str, str] = field(default_factory=dict)
    status: str = "optimal"

    def made_for(
        self, authority: str, warnings: Iterable[str], provenance: Mapping[str, str]
    ) -> Plan:
        """Give the same plan with whom it is for and what it came from."""
        return replace(
            self,
            authority=authority,
            warnings=list(dict.fromkeys([*warnings, *self.warnings])),
            provenance={**self.provenance, **provenance},
        )

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """Every table by name."""
        named = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in named.items() if isinstance(value, pd.DataFrame)}

    def summary(self) -> dict[str, Any]:
        """Give the plan as one JSON object."""
        return {
            "status": self.status,
            "authority": self.authority,
            "start": self.problem.start.isoformat(),
            "weeks": self.problem.reported_weeks,
            "fte": {role: self._fte(role) for role in self.problem.roles},
            "cost_gbp": self._cost(),
            "timeliness": [
                {
                    "pathway": row["pathway"],
                    "stage": row["stage"],
                    "period": f"{row['period_start']} to {row['period_end']}",
                    "on_time": row["on_time"],
                    "on_time_including_exceptions": row["on_time_including_exceptions"],
                    "target": row["target"],
                }
                for row in _plain(self.timeliness)
            ],
            "caseload": [
                {
                    "period": row["month"].isoformat(),
                    "per_caseworker": row["per_caseworker"],
                    "standard": row["standard"],
                }
                for row in _plain(self.caseload)
            ],
            "shortfalls": _plain(self.shortfalls),
            "first_met": {
                name: day.isoformat() if day else None for name, day in self.first_met.items()
            },
            "binding": self.binding,
            "objective": self.objective,
            "warnings": self.warnings,
            "provenance": self.provenance,
        }

    def _fte(self, role: str) -> dict[str, float]:
        rows = self.staffing[self.staffing["role"] == role]
        return {
            "in_post": self.problem.roles[role].staff0,
            "needed_peak": float(rows["needed_fte"].max()),
            "needed_mean": float(rows["needed_fte"].mean()),
            "end": float(rows["in_post_fte"].iloc[-1]),
        }

    def _cost(self) -> dict[str, Any]:
        return {
            str(year): {
                "total": float(rows["gbp"].sum()),
                "by_role": {str(k): float(v) for k, v in rows.groupby("role")["gbp"].sum().items()},
                "by_kind": {str(k): float(v) for k, v in rows.groupby("kind")["gbp"].sum().items()},
            }
            for year, rows in self.cost.groupby("financial_year", sort=True)
        }

    def write(self, folder: Path) -> None:
        """Write every table as CSV into a new folder, entirely or not at all.

        Raises
        ------
        OutputError
            Where the folder holds something already, or cannot be written.
        """
        with whole_folder(folder) as made:
            for name, table in self.tables.items():
                table.to_csv(made / f"{name}.csv", index=False)

    def __repr__(self) -> str:
        return display.text(self)

    def _repr_html_(self) -> str:
        return display.html(self)


def _plain(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Give rows for JSON: no number is None, never NaN."""
    return [
        {str(name): None if pd.isna(value) else value for name, value in row.items()}
        for row in table.to_dict("records")
    ]


def solve(problem: Problem, *, watch: Watch = UNWATCHED) -> Plan:
    """Find the plan of a Problem: what is needed, and the best that can be done.

    Parameters
    ----------
    watch
        Who hears how far it is, and may have it stopped.

    Raises
    ------
    NotOptimalError
        Where HiGHS stops without an optimum: that is never a plan.
    WorkCancelledError
        Where the watch has it stopped.
    """
    watch.step("Finding the posts that the work needs")
    wanted = write_programme(requirement_of(problem))
    needed = tables.establishment(wanted, Session(wanted, watch=watch).solve())
    watch.step("Finding the best plan with the staff who can be appointed")
    programme = write_programme(problem)
    solution = Session(programme, watch=watch).solve()
    watch.step("Putting the plan into tables")
    return plan_of(programme, solution, needed)


def shortfalls_of(programme: Programme, solution: Solution) -> list[dict[str, Any]]:
    """Name every standard that a solution misses, when, and by how much."""
    problem = programme.problem
    worked = tables.hours(problem, tables.every_curve(programme, solution))
    return explain.shortfalls(
        problem,
        tables.timeliness(programme, solution),
        tables.caseload(programme, solution),
        tables.capacity(programme, solution, worked),
    )


def plan_of(programme: Programme, solution: Solution, needed: dict[str, dict[int, float]]) -> Plan:
    """Put a solved programme into tables and sentences.

    Parameters
    ----------
    programme, solution
        What was solved.
    needed
        Least establishment that meets every standard [FTE], by role and financial year.
    """
    problem = programme.problem
    curves = tables.every_curve(programme, solution)
    worked = tables.hours(problem, curves)
    capacity = tables.capacity(programme, solution, worked)
    timeliness = tables.timeliness(programme, solution)
    caseload = tables.caseload(programme, solution)
    prices = prices_of(programme, solution)
    missed = explain.shortfalls(problem, timeliness, caseload, capacity)
    return Plan(
        problem=problem,
        objective=solution.objective,
        staffing=tables.staffing(programme, solution, needed),
        hours=worked,
        capacity=capacity,
        cases=tables.cases(problem, curves),
        timeliness=timeliness,
        caseload=caseload,
        cost=tables.cost(programme, solution),
        shortfalls=pd.DataFrame(missed, columns=["standard", "period", "amount", "unit"]),
        first_met=explain.first_met(problem, timeliness, caseload),
        prices=prices,
        binding=explain.binding(problem, prices),
        warnings=list(problem.notes),
        provenance={name: version(name) for name in SOLVED_WITH},
    )
