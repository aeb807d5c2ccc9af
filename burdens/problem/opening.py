"""Open cases at the start: as typed, or a steady state estimated from published figures."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from burdens.errors import Fault
from burdens.problem.calendar import WEEKS_A_YEAR
from burdens.problem.inputs import stand_in
from burdens.problem.issue_times import Times, milestones
from burdens.problem.pathways import task_shares
from burdens.problem.problem import Task, Waiting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from burdens import law
    from burdens.problem.demand import Flow, Shares
    from burdens.problem.inputs import Inputs
    from burdens.problem.stock import Stock

FINE, COARSE = 2, 4  # widths of the bands of age [weeks], before and after the last stage


@dataclass(frozen=True)
class Group:
    """Cases that wait for a task, by age in weeks; those of week 1 came in the last week."""

    task: str
    weeks: int
    cases: float


def of_flow(
    inputs: Inputs, pathway: law.Pathway, flow: Flow, shares: Shares
) -> tuple[tuple[Group, ...], tuple[str, ...]]:
    """Return the open cases of a pathway whose cases a figure counts, and notes.

    The rule is the one that the pathway's file names; without one none are open.
    """
    rule = None if pathway.open_at_start is None else pathway.open_at_start.rule
    if rule == "timeliness":
        return _by_timeliness(inputs, pathway, flow, shares)
    if rule == "evenly":
        return tuple(_evenly(pathway, flow)), ()
    if rule == "mean_time":
        return tuple(_by_mean_time(inputs, pathway, flow, shares)), ()
    return (), ()


def _by_timeliness(
    inputs: Inputs, pathway: law.Pathway, requests: Flow, shares: Shares
) -> tuple[tuple[Group, ...], tuple[str, ...]]:
    """Estimate open requests and assessments by Little's law.

    As many cases are of an age as came in a week that long ago and have not passed the step by
    that age, at the weekly rate of the start and the published timeliness. Requests that end in
    a refusal wait only for the decision.
    """
    steps, notes = milestones(inputs)
    weekly = requests.mean_week()
    waiting: list[tuple[law.Milestone, Times, Times, float]] = [
        ("decision", np.zeros_like(steps.decided), steps.decided, 1.0),
        ("advice", steps.decided, steps.advised, shares.assess),
        ("draft", steps.advised, steps.drafted, shares.final),
        ("final", steps.drafted, steps.issued, shares.final),
    ]
    groups = []
    for milestone, since, until, share in waiting:
        task = pathway.milestone(milestone).id
        for week in range(1, int(np.ceil(until.max())) + 1):
            age = week - 0.5
            there = float(np.mean((since < age) & (age <= until)))
            groups.append(Group(task, week, weekly * share * there))
    return tuple(groups), notes


def reviews(
    inputs: Inputs, pathway: law.Pathway, stock: Stock, shares: Shares
) -> tuple[tuple[Group, ...], tuple[str, ...]]:
    """Return reviews that await a decision, as published, and amendments in progress.

    Overdue decisions are spread evenly between the limit for the decision and that for the
    amendment; amendments come to their end evenly between the two.
    """
    if pathway.open_at_start is None:
        return (), ()
    first, last = pathway.milestone("decision"), pathway.milestone("final")
    decide, amend = first.weeks or 0, last.weeks or 0
    not_due, of_not_due = _of_plans(inputs, stock, "review_decisions_not_due")
    overdue, of_overdue = _of_plans(inputs, stock, "review_decisions_outstanding")
    groups = [Group(first.id, week, not_due / decide) for week in range(1, decide + 1)]
    weekly = stock.reviews_due(0) / WEEKS_A_YEAR * shares.amend
    for week in range(decide + 1, amend + 1):
        groups.append(Group(first.id, week, overdue / (amend - decide)))
        groups.append(Group(last.id, week, weekly * _left(week - decide, amend - decide)))
    return tuple(groups), (*of_not_due, *of_overdue)


def _evenly(pathway: law.Pathway, flow: Flow) -> Iterator[Group]:
    """Estimate the cases of the last weeks, dealt with evenly up to the limit."""
    task = pathway.tasks[0]
    limit = task.weeks or 0
    for week in range(1, limit + 1):
        yield Group(task.id, week, flow.mean_week() * _left(week, limit))


def _by_mean_time(
    inputs: Inputs, pathway: law.Pathway, flow: Flow, shares: Shares
) -> Iterator[Group]:
    """Estimate open cases by the mean time one is open, ages spread evenly.

    The first weeks wait for the first task; of the rest, those that need the last one wait for
    it, and the others need no more work.
    """
    first, last = pathway.tasks[0], pathway.tasks[-1]
    share = task_shares(inputs, pathway.id, shares)[last.id]
    years = pathway.open_at_start.years if pathway.open_at_start is not None else None
    weeks = round(inputs.value(years) * WEEKS_A_YEAR) if years is not None else 0
    for week in range(1, weeks + 1):
        if week <= (first.weeks or 0):
            yield Group(first.id, week, flow.mean_week())
        else:
            yield Group(last.id, week, flow.mean_week() * share)


def _of_plans(inputs: Inputs, stock: Stock, name: str) -> tuple[float, tuple[str, ...]]:
    own = inputs.figure(name)
    if own is not None:
        return own, ()
    share = inputs.england(name) / inputs.england("plans")
    note = stand_in("Open annual reviews", f"England's {share:.1%} of plans", [name])
    return share * stock.plans[0], (note,)


def _left(week: int, weeks: int) -> float:
    """Return the share of a week's cases still open where all end evenly over some weeks."""
    return 1 - (week - 0.5) / weeks


def banded(
    inputs: Inputs, pathway: str, groups: Iterable[Group], tasks: tuple[Task, ...]
) -> tuple[Waiting, ...]:
    """Return estimated groups in bands of age: enough for the deadlines, few for the solver.

    An age is rounded up to the end of its band: two weeks up to the last clock, four up to the
    longest wait, and beyond it the mean of all. Limits of even weeks, as nearly all are, stay
    on the same side; ages against a calendar deadline are kept as they are.
    """
    size = inputs.calendar.bucket_weeks
    known = {task.id: task.share for task in tasks}
    fine = max([task.due * size for task in tasks if task.stage], default=0)
    longest = round(inputs.value("standards.longest_wait_weeks"))
    dated = any(task.deadline for task in inputs.law[pathway].tasks)
    bands: dict[tuple[str, int], list[Group]] = defaultdict(list)
    for group in groups:
        if group.task in known and group.cases > 0:
            band = group.weeks if dated else band_of(group.weeks, fine, longest)
            bands[group.task, band].append(group)
    found = []
    for (task, band), members in bands.items():
        cases = sum(group.cases for group in members)
        mean = sum(group.cases * group.weeks for group in members) / cases
        weeks = band if band <= longest else int(np.ceil(mean))
        found.append(Waiting(task=task, age=-(-weeks // size), cases=cases))
    return _sorted(found, list(known))


def band_of(weeks: int, fine: int, longest: int) -> int:
    """Return the end of the band of an age [weeks]; one more than the longest wait past it."""
    if weeks <= fine:
        return -(-weeks // FINE) * FINE
    if weeks <= longest:
        return min(fine + -(-(weeks - fine) // COARSE) * COARSE, longest)
    return longest + 1


def typed(
    inputs: Inputs, pathway: str, tasks: tuple[Task, ...]
) -> tuple[tuple[Waiting, ...], tuple[Fault, ...]]:
    """Return the open cases of a pathway as typed, and a fault for each that waits for no task."""
    known: dict[tuple[str, int], float] = defaultdict(float)
    names = [task.id for task in tasks]
    listed, faults = inputs.scenario.opening, []
    for index, group in enumerate(() if isinstance(listed, str) else listed):
        if group.pathway != pathway:
            continue
        if group.task in names:
            age = -(-group.age_weeks // inputs.calendar.bucket_weeks)
            known[group.task, age] += group.cases
        elif group.cases > 0:
            what = (
                f"{group.cases:g} cases wait for {pathway}.{group.task}, which is not in this plan."
            )
            fix = f"Add its role under staff, or choose one of {', '.join(names)}."
            faults.append(Fault(what, fix, field=f"opening.{index}.task"))
    groups = [Waiting(task=task, age=age, cases=n) for (task, age), n in known.items() if n > 0]
    return _sorted(groups, names), tuple(faults)


def _sorted(groups: list[Waiting], order: list[str]) -> tuple[Waiting, ...]:
    return tuple(sorted(groups, key=lambda group: (order.index(group.task), group.age)))
