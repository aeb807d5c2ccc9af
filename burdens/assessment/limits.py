"""Within today's hiring limits: what would really be spent, and what would then not be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from burdens.assessment.accounting import Accounts
from burdens.assessment.duties import Duty
from burdens.assessment.staffed import (
    Staffing,
    cost_meter,
    scale_of,
    spared_by,
    staff_meter,
    with_work,
    works_in_plan,
)
from burdens.assessment.years import Array
from burdens.problem import Problem
from burdens.programme import (
    UNWATCHED,
    Programme,
    Solution,
    Watch,
    financial_year,
    shortfalls_of,
)
from burdens.scenario import roles

MISSED = ["standard", "period", "amount", "unit", "without_amount"]
NEGLIGIBLE = 0.5  # hours or cases


@dataclass(frozen=True)
class WithinLimits:
    """The plan with the measures less the plan without, at today's hiring limits.

    Attributes
    ----------
    keys
        (first year of the financial year, role) of the entries of the arrays.
    cost
        Extra cost [GBP].
    staff
        Extra staff in post [FTE].
    missed
        What the plan with the measures misses beyond the plan without; `Assessment.missed`.
    """

    keys: tuple[tuple[int, str], ...]
    cost: Array
    staff: Array
    missed: pd.DataFrame


def within_limits(
    accounts: Accounts, problem: Problem, duties: Sequence[Duty], *, watch: Watch = UNWATCHED
) -> WithinLimits:
    """Plan with and without the measures at today's hiring limits.

    Raises
    ------
    NotOptimalError
        Where the solver stops without an optimum.
    WorkCancelledError
        Where the watch has it stopped.
    """
    inside = [duty for duty in duties if works_in_plan(accounts, duty, problem)]
    if not inside:
        return WithinLimits((), np.zeros(0), np.zeros(0), pd.DataFrame(columns=MISSED))
    work = [duty for duty in inside if not duty.line.saving]
    weight = accounts.inputs.value("weights.new_duty_hour_week") * problem.bucket_weeks
    staffing = Staffing(with_work(problem, accounts, work, weight), watch)
    cost = cost_meter(staffing.programme, problem.roles)
    staff = staff_meter(staffing.programme, problem.roles)
    nothing = staffing.solve(dict.fromkeys((duty.id for duty in work), 0.0), {})
    scale = {duty.id: scale_of(accounts, duty, "central") for duty in work}
    savings = [duty for duty in inside if duty.line.saving]
    everything = staffing.solve(scale, spared_by(accounts, savings, "central"))
    keys = tuple((int(year), str(role)) for year, role in cost.keys)
    places = [staff.keys.index(key) for key in keys]
    return WithinLimits(
        keys=keys,
        cost=(cost.read(everything) - cost.read(nothing)) * accounts.area_cost,
        staff=(staff.read(everything) - staff.read(nothing))[places],
        missed=_missed(staffing.programme, nothing, everything, scale, work),
    )


def _missed(
    programme: Programme,
    without: Solution,
    with_measures: Solution,
    scale: Mapping[str, float],
    work: Sequence[Duty],
) -> pd.DataFrame:
    before = {
        (row["standard"], row["period"]): row["amount"] for row in shortfalls_of(programme, without)
    }
    rows = []
    for row in shortfalls_of(programme, with_measures):
        known = before.get((row["standard"], row["period"]), 0.0)
        if row["amount"] - known > NEGLIGIBLE:
            rows.append({**row, "without_amount": known})
    rows += _undone(programme, with_measures, scale, work)
    return pd.DataFrame(rows, columns=MISSED)


def _undone(
    programme: Programme, solution: Solution, scale: Mapping[str, float], work: Sequence[Duty]
) -> list[dict[str, Any]]:
    """Say how many hours of each measure and role are past their time as financial years end."""
    problem = programme.problem
    years = [problem.years[month] for month in problem.months[: problem.reported_buckets]]
    late: dict[tuple[str, str, int], float] = {}
    for duty in work:
        stream = programme.streams[duty.id][0]
        task = stream.flow.tasks[0]
        for year in sorted(set(years)):
            end = len(years) - 1 - years[::-1].index(year)
            must = solution.value(stream.entered_by(end - task.due)) * scale[duty.id]
            key = (duty.measure.title, duty.role, year)
            behind = max(must - solution.value(stream.done_by(task, end)), 0.0)
            late[key] = late.get(key, 0.0) + behind
    return [
        {
            "standard": f"{title}: work not done in time",
            "period": f"end of {financial_year(year)}",
            "amount": hours,
            "unit": f"hours, {roles()[role].title.lower()}",
            "without_amount": 0.0,
        }
        for (title, role, year), hours in late.items()
        if hours > NEGLIGIBLE
    ]
