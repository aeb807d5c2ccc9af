"""A solved programme as tidy tables: one row a thing and period, units in the column names."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from burdens.plans.flow import Flow
from burdens.plans.needs import RoleNeed
from burdens.plans.periods import (
    WEEKS_A_YEAR,
    financial_year,
    month_of,
    month_starts,
    shared_out,
)
from burdens.problem import Problem
from burdens.programme import Programme, Solution, monthly
from burdens.programme.model import Array, Places

STAFFING = (
    "role",
    "month",
    "in_post_fte",
    "posts_fte",
    "needed_fte",
    "temporary_fte",
    "vacant_fte",
    "hires_fte",
    "leavers_fte",
    "agency_fte",
)


def staffing(programme: Programme, solution: Solution, needs: dict[str, RoleNeed]) -> pd.DataFrame:
    """Return the people of every role and month [FTE].

    Columns: see `STAFFING`. Posts are missing where the Problem has none, and what is needed
    where no number of posts keeps up.
    """
    problem = programme.problem
    months = month_starts(problem)
    parts = []
    for name, role in problem.roles.items():
        people, capacity = programme.people[name], programme.capacity[name]
        staff = solution.at(people.staff)
        count = len(months)
        agency = monthly(problem, _at(solution, capacity.agency, problem.buckets))
        hours = monthly(problem, np.array(role.productive))
        before = np.concatenate([[0.0], staff[:-1]])
        posts = np.full(len(staff), np.nan) if role.posts is None else np.array(role.posts)
        needed = needs[name].keep_up
        parts.append(
            pd.DataFrame(
                {
                    "role": name,
                    "month": months,
                    "in_post_fte": staff[:count],
                    "posts_fte": posts[:count],
                    "needed_fte": [
                        needed.get(problem.years[month], np.nan) for month in range(count)
                    ],
                    "temporary_fte": _at(solution, people.temporary, len(staff))[:count],
                    "vacant_fte": _at(solution, people.vacant, len(staff))[:count],
                    "hires_fte": solution.at(people.hires)[:count],
                    "leavers_fte": (
                        before * role.attrition + _at(solution, people.ended, len(staff))
                    )[:count],
                    "agency_fte": np.divide(
                        agency, hours, out=np.zeros(len(hours)), where=hours > 0
                    )[:count],
                }
            )
        )
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=STAFFING)


def hours(problem: Problem, flows: Sequence[Flow]) -> pd.DataFrame:
    """Return the hours of work done, by role, pathway, task and month."""
    sums: dict[tuple[str, str, str], Array] = {}
    for flow in flows:
        for role, each in flow.task.hours.items():
            key = (role, flow.lane.pathway.id, flow.task.id)
            sums[key] = sums.get(key, np.zeros(problem.buckets)) + flow.by_bucket * each
    return pd.DataFrame(
        [
            (role, pathway, task, month, amount)
            for (role, pathway, task), by_bucket in sums.items()
            for month, amount in shared_out(problem, month_of, by_bucket).items()
        ],
        columns=["role", "pathway", "task", "month", "hours"],
    )


def capacity(programme: Programme, solution: Solution, worked: pd.DataFrame) -> pd.DataFrame:
    """Return hours of staff in post, of agencies, of assistants, short and worked, by role and month.

    Columns: role, month, available_hours, agency_hours, assistance_hours, short_hours,
    worked_hours.
    """
    problem = programme.problem
    done = worked.groupby(["role", "month"])["hours"].sum().to_dict()
    rows = []
    for name in problem.roles:
        series = capacity_series(programme, solution, name)
        shared = {key: shared_out(problem, month_of, value) for key, value in series.items()}
        rows += [
            {
                "role": name,
                "month": month,
                **{key: amounts[month] for key, amounts in shared.items()},
                "worked_hours": done.get((name, month), 0.0),
            }
            for month in shared["available_hours"]
        ]
    return pd.DataFrame(rows)


def capacity_series(programme: Programme, solution: Solution, name: str) -> dict[str, Array]:
    """Return a role's hours of staff in post, agencies and assistants, and those short, by bucket."""
    buckets, columns = programme.problem.buckets, programme.capacity[name]
    return {
        "available_hours": _available(programme, solution, name),
        "agency_hours": _at(solution, columns.agency, buckets),
        "assistance_hours": _received(programme, solution, name),
        "short_hours": _at(solution, columns.short, buckets),
    }


def _available(programme: Programme, solution: Solution, name: str) -> Array:
    """Return the hours of staff in post, less what newcomers and absence cost [h], by bucket."""
    problem, people = programme.problem, programme.people[name]
    working = solution.at(people.staff)
    months = np.arange(len(working))
    for since, loss in enumerate(people.role.ramp):
        for at, columns, share in people.starters(months - since):
            working[at] -= solution.at(columns) * share * loss
    by_bucket = working[np.array(problem.months)]
    if people.role.absent is not None:
        by_bucket = by_bucket - np.array(people.role.absent)
    hours: Array = np.maximum(by_bucket, 0.0) * np.array(people.role.productive)
    return hours


def _received(programme: Programme, solution: Solution, name: str) -> Array:
    """Return the hours that assistants do for a role, supervision taken off [h], by bucket."""
    total = np.zeros(programme.problem.buckets)
    for other, role in programme.problem.roles.items():
        if role.assists is not None and role.assists.role == name:
            helped = solution.at(programme.capacity[other].assistance)
            total = total + helped * (1 - role.assists.supervision)
    return total


def caseload(programme: Programme, solution: Solution) -> pd.DataFrame:
    """Return cases for each member of staff who holds them, by month, against the standard.

    Columns: month, cases, caseworkers_fte, per_caseworker, standard, excess_cases.
    """
    problem, rule = programme.problem, programme.problem.caseload
    columns = ["month", "cases", "caseworkers_fte", "per_caseworker", "standard", "excess_cases"]
    if rule is None:
        return pd.DataFrame(columns=columns)
    staff = solution.at(programme.people[rule.role].staff)
    rows = []
    for month, first in enumerate(month_starts(problem)):
        bucket = problem.months.index(month)
        held, most = rule.cases[bucket], rule.standard[bucket]
        each = held / staff[month] if staff[month] > 0 else float("nan")
        excess = max(held - most * staff[month], 0.0) if most is not None else 0.0
        rows.append((first, held, staff[month], each, most or float("nan"), excess))
    return pd.DataFrame(rows, columns=columns)


def cost(programme: Programme, solution: Solution) -> pd.DataFrame:
    """Return the cost by financial year, role and kind, in prices of the start [GBP].

    Kinds: pay, temporary (pay and supplement of temporary posts), agency, recruitment. Policy
    weights are not money and are left out.
    """
    sums = cost_by_year(programme, solution)
    return pd.DataFrame(
        [
            (financial_year(year), role, kind, gbp)
            for (year, role, kind), gbp in sorted(sums.items(), key=lambda item: item[0][0])
        ],
        columns=["financial_year", "role", "kind", "gbp"],
    )


def cost_by_year(programme: Programme, solution: Solution) -> dict[tuple[int, str, str], float]:
    """Return the cost by first year of the financial year, role and kind [GBP]; see `cost`."""
    problem = programme.problem
    reported = problem.reported_buckets
    years, places = np.unique(
        np.array(problem.years)[np.array(problem.months[:reported])], return_inverse=True
    )
    return {
        (year, name, kind): gbp
        for name in problem.roles
        for kind, series in _cost_series(programme, solution, name).items()
        for year, gbp in zip(
            years.tolist(), np.bincount(places, series[:reported]).tolist(), strict=True
        )
    }


def cost_of_last_year(programme: Programme, solution: Solution) -> float:
    """Return the cost of the last 52 weeks [GBP a year]; a shorter plan counts as one of a year."""
    problem = programme.problem
    reported, year = problem.reported_buckets, WEEKS_A_YEAR // problem.bucket_weeks
    last = min(year, reported)
    total = sum(
        float(series[reported - last : reported].sum())
        for name in problem.roles
        for series in _cost_series(programme, solution, name).values()
    )
    return total * year / last


def _cost_series(programme: Programme, solution: Solution, name: str) -> dict[str, Array]:
    """Return each kind of cost by bucket [GBP], a month's amounts in its first bucket."""
    problem, people = programme.problem, programme.people[name]
    role, months = people.role, np.array(problem.months)
    worth = worth_of(problem)
    middle = worth[problem.reported_buckets // 2]
    price = np.array(role.cost_week) / worth
    staff = solution.at(people.staff)
    temporary = _at(solution, people.temporary, len(staff))
    first = np.diff(months, prepend=-1) > 0
    supplement = temporary * role.temporary_cost / middle
    hires = solution.at(people.hires) * role.hire_cost / middle
    return {
        "pay": (staff - temporary)[months] * price,
        "temporary": temporary[months] * price + np.where(first, supplement[months], 0.0),
        "agency": _at(solution, programme.capacity[name].agency, problem.buckets)
        * role.agency_cost
        / middle,
        "recruitment": np.where(first, hires[months], 0.0),
    }


def worth_of(problem: Problem) -> Array:
    """Return the worth at the start of a pound, by bucket; 1 where prices are not discounted."""
    if problem.discount is None:
        return np.ones(problem.buckets)
    return np.array(problem.discount)


def _at(solution: Solution, places: Places, count: int) -> Array:
    """Return the values of a block of columns; 0 where the programme has none."""
    return solution.at(places) if len(places) else np.zeros(count)
