"""A solved programme as tidy tables: one row a thing and period, units in the column names."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from burdens.problem import Pathway, Problem
from burdens.programme.build import Programme
from burdens.programme.curves import Curve, curves_of
from burdens.programme.linear import ZERO, Linear, column
from burdens.programme.solve import Solution
from burdens.programme.standards import stage_tasks
from burdens.programme.timeliness import late_cases

Curves = dict[str, list[Curve]]
TIMELINESS = [
    "pathway",
    "stage",
    "period_start",
    "period_end",
    "cohort_cases",
    "on_time",
    "on_time_including_exceptions",
    "target",
    "short_cases",
]


def month_starts(problem: Problem) -> list[date]:
    """Give the first day of every month that is reported."""
    first = problem.start.replace(day=1)
    reported = problem.months[problem.reported_buckets - 1] + 1
    months = [first.year * 12 + first.month - 1 + number for number in range(reported)]
    return [date(month // 12, month % 12 + 1, 1) for month in months]


def _reported(problem: Problem, month: int) -> list[int]:
    """Give the buckets of a month that are reported."""
    months = problem.months[: problem.reported_buckets]
    return [bucket for bucket, number in enumerate(months) if number == month]


def financial_year(year: int) -> str:
    """Name a financial year, such as ``2027-28``."""
    return f"{year}-{(year + 1) % 100:02d}"


def staffing(programme: Programme, solution: Solution, needed: dict[str, dict[int, float]]) -> Any:
    """Staff in post, needed, appointed, leaving and hired from agencies [FTE], by role and month.

    `needed` is the least establishment of each role and financial year that meets every standard.
    """
    problem = programme.problem
    rows = []
    for name, role in problem.roles.items():
        staff = programme.staffing[name]
        before = role.staff0
        for month, first in enumerate(month_starts(problem)):
            in_post = solution.value(staff.staff[month])
            buckets = _reported(problem, month)
            hours = sum(role.productive[t] for t in buckets)
            agency = sum(_of(programme, solution, "agency", name, t) for t in buckets)
            rows.append(
                {
                    "role": name,
                    "month": first,
                    "in_post_fte": in_post,
                    "needed_fte": needed[name][problem.years[month]],
                    "hires_fte": solution.value(staff.hires[month]),
                    "leavers_fte": before * role.attrition if month else 0.0,
                    "agency_fte": agency / hours if hours else 0.0,
                }
            )
            before = in_post
    return pd.DataFrame(rows)


def hours(problem: Problem, curves: Curves) -> Any:
    """Hours of work done, by role, pathway, task and month."""
    months = np.array(problem.months[: problem.reported_buckets])
    firsts = month_starts(problem)
    sums: dict[tuple[str, str, str, int], float] = {}
    for pathway, group in curves.items():
        for curve in group:
            done = curve.done[: problem.reported_buckets]
            by_month = np.bincount(months, weights=done, minlength=len(firsts))
            for role, each in curve.task.hours.items():
                for month, cases in enumerate(by_month):
                    key = (role, pathway, curve.task.id, month)
                    sums[key] = sums.get(key, 0.0) + cases * each
    return pd.DataFrame(
        [
            {"role": r, "pathway": p, "task": t, "month": firsts[m], "hours": value}
            for (r, p, t, m), value in sums.items()
        ],
        columns=["role", "pathway", "task", "month", "hours"],
    )


def capacity(programme: Programme, solution: Solution, worked: Any) -> Any:
    """Hours of staff in post, of agencies, short and worked, by role and month."""
    problem = programme.problem
    done = worked.groupby(["role", "month"])["hours"].sum().to_dict() if len(worked) else {}
    rows = []
    for name, role in problem.roles.items():
        for month, first in enumerate(month_starts(problem)):
            buckets = _reported(problem, month)
            staff = programme.staffing[name]
            rows.append(
                {
                    "role": name,
                    "month": first,
                    "available_hours": sum(
                        solution.value(staff.working(t)) * role.productive[t] for t in buckets
                    ),
                    "agency_hours": sum(
                        _of(programme, solution, "agency", name, t) for t in buckets
                    ),
                    "short_hours": sum(_of(programme, solution, "short", name, t) for t in buckets),
                    "worked_hours": done.get((name, first), 0.0),
                }
            )
    return pd.DataFrame(rows)


def cases(problem: Problem, curves: Curves) -> Any:
    """Cases arrived, open and overdue at the end of each week or fortnight, by pathway.

    A case that will get no plan counts as closed once its first step is done.
    """
    parts = []
    for pathway in problem.pathways:
        waiting, overdue = _waiting(pathway, curves[pathway.id])
        reported = range(problem.reported_buckets)
        columns = {
            "pathway": pathway.id,
            "week": [_day(problem, bucket) for bucket in reported],
            "arrived_cases": pathway.arrivals[: problem.reported_buckets],
            "open_cases": waiting[: problem.reported_buckets],
            "overdue_cases": overdue[: problem.reported_buckets],
        }
        parts.append(pd.DataFrame(columns))
    return pd.concat(parts, ignore_index=True)


def _waiting(pathway: Pathway, curves: list[Curve]) -> tuple[Any, Any]:
    """Cases that wait for their end; of them, those past the limit of the first or last clock."""
    first, last = pathway.tasks[0], pathway.last
    ends_early = (1 - last.share / first.share) if first is not last else 0.0
    total: Any = np.zeros(len(pathway.arrivals))
    late: Any = np.zeros(len(pathway.arrivals))
    for curve in curves:
        share = 1.0 if curve.task is last else ends_early if curve.task is first else 0.0
        total = total + curve.open * share
        late = late + (curve.overdue * share if curve.task.stage else 0.0)
    return total, late


def timeliness(programme: Programme, solution: Solution) -> Any:
    """On-time share of each period's cohorts, with and without exceptions, by pathway and stage."""
    problem = programme.problem
    rows = []
    for pathway in problem.pathways:
        for target in pathway.targets:
            if target.from_ >= problem.reported_buckets:
                continue
            started = sum(pathway.arrivals[target.from_ : target.to])
            counted = solution.value(late_cases(target, programme.streams[pathway.id]))
            late = min(max(counted, 0.0), started)
            share = 1 - late / started if started else float("nan")
            unexcused = 1 - target.exceptions
            short = max(target.on_time * started - (started - late), 0.0)
            rows.append(
                {
                    "pathway": pathway.id,
                    "stage": stage_tasks(pathway, target.stage)[0].id,
                    "period_start": _day(problem, target.from_),
                    "period_end": _day(problem, target.to) - timedelta(days=1),
                    "cohort_cases": started,
                    "on_time": min(share / unexcused, 1.0) if started else share,
                    "on_time_including_exceptions": share,
                    "target": target.on_time / unexcused,
                    "short_cases": short,
                }
            )
    return pd.DataFrame(rows, columns=TIMELINESS)


def caseload(programme: Programme, solution: Solution) -> Any:
    """Cases for each caseworker in post, by month, against the standard."""
    problem, rule = programme.problem, programme.problem.caseload
    columns = ["month", "cases", "caseworkers_fte", "per_caseworker", "standard", "excess_cases"]
    if rule is None:
        return pd.DataFrame(columns=columns)
    rows = []
    for month, first in enumerate(month_starts(problem)):
        bucket = problem.months.index(month)
        staff = solution.value(programme.staffing[rule.role].staff[month])
        held, most = rule.cases[bucket], rule.standard[bucket]
        each = held / staff if staff > 0 else float("nan")
        excess = max(held - most * staff, 0.0) if most is not None else 0.0
        rows.append((first, held, staff, each, most or float("nan"), excess))
    return pd.DataFrame(rows, columns=columns)


def cost_lines(programme: Programme) -> dict[tuple[int, str, str], Linear]:
    """Give the cost of each financial year, role and kind [GBP] as expressions.

    In prices of the day the plan starts, over the reported weeks. Weights and penalties are no
    money and are left out.
    """
    problem = programme.problem
    lines: dict[tuple[int, str, str], Linear] = {}

    def add(year: int, role: str, kind: str, line: Linear) -> None:
        lines[year, role, kind] = lines.get((year, role, kind), ZERO) + line

    middle = _worth(problem, problem.reported_buckets // 2)
    for bucket in range(problem.reported_buckets):
        month = problem.months[bucket]
        year = problem.years[month]
        for name, role in problem.roles.items():
            price = role.cost_week[bucket] / _worth(problem, bucket)
            add(year, name, "pay", _paid(programme, name, bucket) * price)
            agency = _column(programme, "agency", name, bucket)
            add(year, name, "agency", agency * (role.agency_cost / middle))
            if problem.months.index(month) == bucket:
                hired = programme.staffing[name].hires[month]
                add(year, name, "recruitment", hired * (role.hire_cost / middle))
            if bucket == 0 or problem.years[problem.months[bucket - 1]] < year:
                grown = _column(programme, "grown", name, year)
                add(year, name, "recruitment", grown * (role.post_cost / middle))
    return lines


def cost(programme: Programme, solution: Solution) -> Any:
    """Cost by financial year, role and kind [GBP]; see `cost_lines`."""
    return pd.DataFrame(
        [
            {
                "financial_year": financial_year(year),
                "role": role,
                "kind": kind,
                "gbp": max(solution.value(line), 0.0),
            }
            for (year, role, kind), line in cost_lines(programme).items()
        ]
    )


def establishment(programme: Programme, solution: Solution) -> dict[str, dict[int, float]]:
    """Give the posts by role and financial year [FTE] of a Problem with level establishments."""
    years = sorted(set(programme.problem.years))
    return {
        name: {year: _of(programme, solution, "posts", name, year) for year in years}
        for name in programme.problem.roles
    }


def _paid(programme: Programme, name: str, bucket: int) -> Linear:
    problem = programme.problem
    month = problem.months[bucket]
    if problem.level:
        return _column(programme, "posts", name, problem.years[month])
    return programme.staffing[name].staff[month]


def _column(programme: Programme, *key: Any) -> Linear:
    """Give a column as an expression; nought where the programme has none."""
    number = programme.model.columns.get(key)
    return ZERO if number is None else column(number)


def _worth(problem: Problem, bucket: int) -> float:
    return problem.discount[bucket] if problem.discount else 1.0


def _of(programme: Programme, solution: Solution, *key: Any) -> float:
    """Give the value of a column; 0 where the programme has none."""
    number = programme.model.columns.get(key)
    return 0.0 if number is None else max(float(solution.columns[number]), 0.0)


def _day(problem: Problem, bucket: int) -> date:
    return problem.start + timedelta(weeks=bucket * problem.bucket_weeks)


def every_curve(programme: Programme, solution: Solution) -> Curves:
    """Give the curves of every pathway."""
    return {
        pathway.id: list(curves_of(programme, solution, pathway))
        for pathway in programme.problem.pathways
    }
