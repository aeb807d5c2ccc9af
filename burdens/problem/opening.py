"""Open cases at the start: as typed, or a steady state estimated from published figures."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from burdens.errors import Fault
from burdens.problem.calendar import WEEKS_A_YEAR
from burdens.problem.issue_times import Times, milestones
from burdens.problem.problem import Task, Waiting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


def assessments(inputs: Inputs, requests: Flow, shares: Shares) -> Iterator[Group]:
    """Estimate open requests and assessments by Little's law.

    As many cases are of an age as came in a week that long ago and have not passed the step by
    that age, at the weekly rate of the start and the published timeliness. Requests that end in
    a refusal wait only for the decision.
    """
    steps = milestones(inputs)
    weekly = requests.mean_week()
    waiting: list[tuple[str, Times, Times, float]] = [
        ("decide", np.zeros_like(steps.decided), steps.decided, 1.0),
        ("ep_advice", steps.decided, steps.advised, shares.assess),
        ("draft", steps.advised, steps.drafted, shares.final),
        ("final", steps.drafted, steps.issued, shares.final),
    ]
    for task, since, until, share in waiting:
        for week in range(1, int(np.ceil(until.max())) + 1):
            age = week - 0.5
            there = float(np.mean((since < age) & (age <= until)))
            yield Group(task, week, weekly * share * there)


def reviews(inputs: Inputs, stock: Stock, shares: Shares) -> Iterator[Group]:
    """Estimate reviews that await a decision, as published, and amendments in progress.

    Overdue decisions are spread evenly between the limit for the decision and that for the
    amendment; amendments come to their end evenly between the two.
    """
    decide = inputs.weeks("annual_review", "decision")
    amend = inputs.weeks("annual_review", "amend")
    for week in range(1, decide + 1):
        yield Group("decision", week, _of_plans(inputs, stock, "review_decisions_not_due") / decide)
    overdue = _of_plans(inputs, stock, "review_decisions_outstanding")
    weekly = stock.reviews_due(0) / WEEKS_A_YEAR * shares.amend
    for week in range(decide + 1, amend + 1):
        yield Group("decision", week, overdue / (amend - decide))
        yield Group("amend", week, weekly * _left(week - decide, amend - decide))


def mediations(inputs: Inputs, flow: Flow) -> Iterator[Group]:
    """Estimate open mediations: those of the last weeks, dealt with evenly up to the limit."""
    limit = inputs.weeks("mediation", "meet")
    for week in range(1, limit + 1):
        yield Group("meet", week, flow.mean_week() * _left(week, limit))


def appeals(inputs: Inputs, flow: Flow) -> Iterator[Group]:
    """Estimate open appeals by the mean time one is open, ages spread evenly.

    The first weeks wait for the response; of the rest, those that will come to a hearing wait
    for it, and the others need no more work.
    """
    respond = inputs.weeks("appeal", "response")
    hearing = inputs.value("volumes.appeal_hearing_share")
    for week in range(1, round(inputs.value("opening.appeals_open_years") * WEEKS_A_YEAR) + 1):
        if week <= respond:
            yield Group("response", week, flow.mean_week())
        else:
            yield Group("hearing", week, flow.mean_week() * hearing)


def _of_plans(inputs: Inputs, stock: Stock, name: str) -> float:
    own = inputs.figure(name)
    if own is not None:
        return own
    share = inputs.england(name) / inputs.england("plans")
    inputs.stand_in("Open annual reviews", f"England's {share:.1%} of plans", [name])
    return share * stock.plans[0]


def _left(week: int, weeks: int) -> float:
    """Share of a week's cases still open where all are dealt with evenly over some weeks."""
    return 1 - (week - 0.5) / weeks


def banded(
    inputs: Inputs, pathway: str, groups: Iterable[Group], tasks: tuple[Task, ...]
) -> tuple[Waiting, ...]:
    """Put estimated groups into bands of age: enough for the deadlines, few for the solver.

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
    """Give the end of the band that an age falls in [weeks]; one more than the longest wait past it."""
    if weeks <= fine:
        return -(-weeks // FINE) * FINE
    if weeks <= longest:
        return min(fine + -(-(weeks - fine) // COARSE) * COARSE, longest)
    return longest + 1


def typed(
    inputs: Inputs, pathway: str, tasks: tuple[Task, ...], faults: list[Fault]
) -> tuple[Waiting, ...]:
    """Take the open cases of a pathway as typed; add a fault for each that waits for no task."""
    found: dict[tuple[str, int], float] = defaultdict(float)
    names = [task.id for task in tasks]
    listed = inputs.scenario.opening
    for index, group in enumerate(() if isinstance(listed, str) else listed):
        if group.pathway != pathway:
            continue
        if group.task in names:
            age = -(-group.age_weeks // inputs.calendar.bucket_weeks)
            found[group.task, age] += group.cases
        elif group.cases > 0:
            what = (
                f"{group.cases:g} cases wait for {pathway}.{group.task}, which is not in this plan."
            )
            fix = f"Add its role under staff, or choose one of {', '.join(names)}."
            faults.append(Fault(what, fix, field=f"opening.{index}.task"))
    groups = [Waiting(task=task, age=age, cases=n) for (task, age), n in found.items() if n > 0]
    return _sorted(groups, names)


def _sorted(groups: list[Waiting], order: list[str]) -> tuple[Waiting, ...]:
    return tuple(sorted(groups, key=lambda group: (order.index(group.task), group.age)))
