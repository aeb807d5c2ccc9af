"""Within today's hiring limits: what would really be spent, and what would then be late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from burdens.assessment.accounting import Accounts
from burdens.assessment.duties import Duty
from burdens.assessment.modelled import Modelled
from burdens.assessment.work import Load, loads_of, spared_by, with_relief, works_in_plan
from burdens.assessment.years import Array
from burdens.plans import financial_year
from burdens.plans.established import with_posts
from burdens.plans.flow import by_pathway, flows_of, overdue_cases
from burdens.plans.needs import needs_of
from burdens.plans.tables import cost
from burdens.problem import Pathway, Problem, Role
from burdens.programme import UNWATCHED, Live, Programme, Solution, Watch, write_programme
from burdens.scenario import roles

MISSED = ["standard", "period", "amount", "unit", "without_amount"]
NEGLIGIBLE = 0.5  # hours or cases
Key = tuple[str, str]


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
        Extra staff in post: the mean of a year [FTE].
    missed
        What is later in the plan with the measures than in the plan without; `Assessment.missed`.
    """

    keys: tuple[tuple[int, str], ...]
    cost: Array
    staff: Array
    missed: pd.DataFrame


def within_limits(
    accounts: Accounts,
    problem: Problem,
    duties: Sequence[Duty],
    modelled: Modelled,
    *,
    watch: Watch = UNWATCHED,
) -> WithinLimits:
    """Plan with and without the measures at today's hiring limits, every post paid for.

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
    without = with_posts(problem, needs_of(problem, modelled.established))
    savings = [duty for duty in inside if duty.line.saving]
    loads = loads_of([duty for duty in inside if not duty.line.saving], problem.bucket_weeks)
    relieved = with_relief(without, spared_by(accounts, savings, "central"))
    busier = relieved.changed(
        pathways=(*problem.pathways, *_pathways(accounts, problem, loads)),
        roles={
            name: _with_added(problem, role, modelled.by_bucket[name])
            for name, role in relieved.roles.items()
        },
    )
    before, after = _solved(without, watch), _solved(busier, watch)
    return WithinLimits(
        keys=modelled.keys,
        cost=(_cost(*after, modelled) - _cost(*before, modelled)) * accounts.area_cost,
        staff=_staff(*after, modelled) - _staff(*before, modelled),
        missed=pd.DataFrame(_missed(before, after, loads), columns=MISSED),
    )


def _pathways(accounts: Accounts, problem: Problem, loads: Sequence[Load]) -> Iterator[Pathway]:
    """Yield the work of the measures, late hours of which weigh as the longest task's do.

    An hour of a new duty so never comes before a task that takes a role less time.
    """
    for load in loads:
        like, each = _longest(problem, load.role)
        yield load.pathway(load.hours(accounts, "central")).model_copy(
            update={
                "overdue": tuple((age, weight / each) for age, weight in like.overdue),
                "open_weight": like.open_weight / each,
            }
        )


def _longest(problem: Problem, role: str) -> tuple[Pathway, float]:
    """Return the pathway of the task that takes a role longest, and its hours [h]."""
    tasks = [
        (task.hours[role], place)
        for place, pathway in enumerate(problem.pathways)
        for task in pathway.clocked
        if task.hours.get(role)
    ]
    each, place = max(tasks, default=(1.0, 0))
    return problem.pathways[place], each


def _with_added(problem: Problem, role: Role, added: Array) -> Role:
    """Return a role with posts for the measures on top; it never has fewer than none."""
    first = np.searchsorted(problem.months, np.arange(len(problem.years)))
    posts = np.maximum(np.array(role.posts) + added[first], 0.0)
    return role.model_copy(update={"posts": tuple(posts.tolist())})


def _solved(problem: Problem, watch: Watch) -> tuple[Programme, Solution]:
    programme = write_programme(problem)
    return programme, Live(watch=watch).solve(programme.arrays)


def _cost(programme: Programme, solution: Solution, modelled: Modelled) -> Array:
    table = cost(programme, solution)
    sums = table.groupby(["financial_year", "role"])["gbp"].sum()
    return np.array([sums.get((financial_year(year), role), 0.0) for year, role in modelled.keys])


def _staff(programme: Programme, solution: Solution, modelled: Modelled) -> Array:
    """Return the mean staff in post by year and role [FTE]."""
    years = np.array(programme.problem.years)
    return np.array(
        [
            solution.at(programme.people[role].staff)[years == year].mean()
            for year, role in modelled.keys
        ]
    )


def _missed(
    before: tuple[Programme, Solution], after: tuple[Programme, Solution], loads: Sequence[Load]
) -> list[dict[str, object]]:
    """Return what is past its limit as financial years end, where the measures make it more."""
    problem = after[0].problem
    known, late = _overdue(*before), _overdue(*after)
    names: dict[str, Key] = {
        pathway.id: (f"{problem.title(pathway.id)}: past a limit", "cases")
        for pathway in before[0].problem.pathways
    }
    names |= {
        load.id: (
            f"{load.measure.title}: work not done in time",
            f"hours, {roles()[load.role].title.lower()}",
        )
        for load in loads
    }
    rows = []
    for period, end in _year_ends(problem):
        more: dict[Key, tuple[float, float]] = {}
        for name, by_bucket in late.items():
            amount, without = more.get(names[name], (0.0, 0.0))
            there = known[name][end] if name in known else 0.0
            more[names[name]] = (amount + by_bucket[end], without + there)
        rows += [
            {
                "standard": standard,
                "period": period,
                "amount": amount,
                "unit": unit,
                "without_amount": without,
            }
            for (standard, unit), (amount, without) in more.items()
            if amount - without > NEGLIGIBLE
        ]
    return sorted(rows, key=lambda row: str(row["standard"]))


def _overdue(programme: Programme, solution: Solution) -> dict[str, Array]:
    """Return the cases past a limit by pathway and bucket; hours of a measure's work."""
    problem = programme.problem
    lanes = by_pathway(problem, flows_of(programme, solution))
    return {
        name: sum(
            (overdue_cases(lane, problem.buckets) for lane in group), np.zeros(problem.buckets)
        )
        for name, group in lanes.items()
    }


def _year_ends(problem: Problem) -> Iterator[tuple[str, int]]:
    """Yield the end of each financial year that is reported and its last bucket, then the plan's."""
    years = [problem.years[month] for month in problem.months]
    last = problem.reported_buckets - 1
    for bucket in range(last + 1):
        if bucket + 1 < len(years) and years[bucket + 1] > years[bucket]:
            yield f"end of {financial_year(years[bucket])}", bucket
        elif bucket == last:
            yield "end of the plan", bucket
