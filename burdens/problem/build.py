"""Puts a Problem together from a scenario."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burdens.errors import Fault, ProblemError
from burdens.problem import demand, opening
from burdens.problem.cases import Cases, cases_of, live_assessments, nobody
from burdens.problem.growth import growth_of
from burdens.problem.inputs import Inputs
from burdens.problem.lanes import kept_share, published_timeliness
from burdens.problem.lateness import overdue_weights
from burdens.problem.let_off import exception_share, let_off_of
from burdens.problem.pathways import tasks_by_pathway
from burdens.problem.prices import discounts
from burdens.problem.problem import Caseload, Pathway, Problem, Task
from burdens.problem.run_in import run_in_of
from burdens.problem.stock import Stock
from burdens.problem.stock import stock as stock_of
from burdens.problem.titles import titles_of
from burdens.problem.workforce import roles_of, yearly_hours

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burdens.problem.demand import Flow, Shares
    from burdens.scenario import Scenario

CASEWORKER = "caseworker"


def build(scenario: Scenario) -> Problem:
    """Turn a scenario into numbers.

    Everything estimated, assumed or missing is named in the Problem's notes, with the field in
    which to type one's own number.

    Raises
    ------
    ProblemError
        Where there is nothing to plan: no number of requests, or open cases typed for a task
        that is not in the plan.
    """
    inputs = Inputs.of(scenario)
    return problem_of(inputs, demand_of(inputs))


def problem_of(inputs: Inputs, demanded: Demand) -> Problem:
    """Put together the numbers of what is asked for and who can do it.

    Raises
    ------
    ProblemError
        Where open cases are typed for a task that is not in the plan.
    """
    scenario = inputs.scenario
    tasks, left_out = tasks_by_pathway(inputs, demanded.cases, demanded.shares)
    pathways, of_pathways = _pathways(inputs, demanded.cases, tasks)
    caseload, of_caseload = _caseload(inputs, demanded)
    yearly = {pathway: cases.yearly for pathway, cases in demanded.cases.items()}
    roles, of_staff = roles_of(inputs, yearly_hours(yearly, _hours_a_case(tasks)))
    calendar = inputs.calendar
    return Problem(
        weeks=calendar.weeks,
        reported_weeks=scenario.horizon_weeks,
        bucket_weeks=calendar.bucket_weeks,
        start=scenario.start,
        months=calendar.months,
        years=calendar.years,
        roles=roles,
        pathways=pathways,
        caseload=caseload,
        published=published_timeliness(inputs),
        on_time_by=_on_time_by(inputs),
        titles=titles_of(inputs.law),
        discount=discounts(calendar, inputs.value("discount.rate")),
        notes=tuple(
            dict.fromkeys([*demanded.notes, *of_pathways, *left_out, *of_caseload, *of_staff])
        ),
    )


@dataclass(frozen=True)
class Demand:
    """What is asked for.

    Attributes
    ----------
    requests, shares
        Requests, and what becomes of them.
    stock
        Plans in place; None where their number is not known.
    cases
        The cases of every pathway whose figure is known.
    notes
        What was estimated, assumed or missing.
    """

    requests: Flow
    shares: Shares
    stock: Stock | None
    cases: dict[str, Cases]
    notes: tuple[str, ...] = ()


def demand_of(inputs: Inputs) -> Demand:
    """Work out what is asked for.

    Raises
    ------
    ProblemError
        Where there is nothing to plan: no number of requests.
    """
    growth, of_growth = growth_of(inputs)
    requests = demand.flow_of(inputs, inputs.needs_assessment.arrives_as, growth)
    if requests is None:
        raise ProblemError("There is nothing to plan", [_no_requests(inputs.scenario)])
    shares, of_shares = demand.shares(inputs)
    stock, of_stock = stock_of(inputs, requests, shares)
    cases, of_cases = cases_of(inputs, requests, shares, stock)
    if not isinstance(inputs.scenario.opening, str):
        for pathway in (group.pathway for group in inputs.scenario.opening if group.cases > 0):
            cases.setdefault(pathway, nobody(inputs.calendar))
    notes = tuple(dict.fromkeys([*of_growth, *of_shares, *of_stock, *of_cases]))
    return Demand(requests, shares, stock, cases, notes)


def _no_requests(scenario: Scenario) -> Fault:
    entry = scenario.figures.get("requests")
    why = f" ({entry.source})" if entry is not None and entry.source else ""
    return Fault(
        f"the number of requests of {scenario.authority.name} is missing{why}.",
        "Type the requests of a year.",
        field="figures.requests.value",
    )


def _pathways(
    inputs: Inputs, cases: Mapping[str, Cases], tasks: Mapping[str, tuple[Task, ...]]
) -> tuple[tuple[Pathway, ...], tuple[str, ...]]:
    exceptions, of_exceptions = exception_share(inputs)
    size = inputs.calendar.bucket_weeks
    names = [name for name in inputs.law if name in cases]
    typed = {name: opening.typed(inputs, name, tasks[name]) for name in names}
    if faults := [fault for _, found in typed.values() for fault in found]:
        raise ProblemError("The open cases do not fit the plan", faults)
    estimated = inputs.scenario.opening == "estimated"
    kept = {name: kept_share(inputs, name) for name in names}
    pathways = tuple(
        Pathway(
            id=name,
            arrivals=cases[name].arrivals,
            run_in=run_in_of(inputs.calendar, inputs.law[name], cases[name].arrivals),
            opening=opening.banded(inputs, name, cases[name].open, tasks[name])
            if estimated
            else typed[name][0],
            tasks=tasks[name],
            kept=kept[name][0],
            kept_factor=inputs.value("weights.kept_lane"),
            overdue=overdue_weights(inputs, name),
            open_weight=inputs.value("weights.open_task_week") * size,
            exceptions=exceptions if _is_excused(inputs, name) else 0.0,
            let_off=let_off_of(inputs, name, tasks[name], exceptions),
            max_wait=max(1, round(inputs.value("standards.longest_wait_weeks")) // size),
        )
        for name in names
    )
    of_kept = [note for _, notes in kept.values() for note in notes]
    of_opening = _of_opening(inputs, pathways, estimated=estimated)
    return pathways, (*of_exceptions, *of_kept, *of_opening)


def _is_excused(inputs: Inputs, pathway: str) -> bool:
    """Whether the law excuses some cases of a pathway."""
    return any(task.excused for task in inputs.law[pathway].tasks)


def _of_opening(
    inputs: Inputs, pathways: tuple[Pathway, ...], *, estimated: bool
) -> tuple[str, ...]:
    count = sum(group.cases for pathway in pathways for group in pathway.opening)
    if not estimated:
        return (f"Open cases are as typed under opening: {count:,.0f}.",)
    estimate = (
        f"Open cases are estimated from published timeliness: {count:,.0f}; "
        "type yours under opening."
    )
    counts = [inputs.figure(name) for name in ("decisions_outstanding", "assessments_outstanding")]
    if None in counts:
        return (estimate,)
    published = sum(number for number in counts if number is not None)
    own = inputs.needs_assessment.id
    live = sum(g.cases for p in pathways if p.id == own for g in p.opening)
    compared = (
        f"Of these, {live:,.0f} are requests and assessments; {published:,.0f} were "
        "published as outstanding at the end of the figures' year."
    )
    return estimate, compared


def _hours_a_case(tasks: Mapping[str, tuple[Task, ...]]) -> dict[str, dict[str, float]]:
    """Give the hours of a mean case, by pathway and role."""
    found: dict[str, dict[str, float]] = {}
    for pathway, steps in tasks.items():
        total = found.setdefault(pathway, {})
        for task in steps:
            for role, hours in task.hours.items():
                total[role] = total.get(role, 0.0) + task.share * hours
    return found


def _caseload(inputs: Inputs, demanded: Demand) -> tuple[Caseload | None, tuple[str, ...]]:
    """Return plans and live assessments per caseworker; None where plans are not known."""
    stock, calendar = demanded.stock, inputs.calendar
    if stock is None:
        return None, ("Caseload: left out, as figures.plans is missing; type the number there.",)
    firsts = [bucket * calendar.bucket_weeks for bucket in range(calendar.buckets)]
    wanted = inputs.scenario.standards.caseload
    caseload = Caseload(
        role=CASEWORKER,
        cases=tuple(
            stock.plans[week] + live_assessments(inputs, demanded.requests, demanded.shares, week)
            for week in firsts
        ),
        standard=tuple(
            wanted.cases_per_caseworker
            if wanted is not None and calendar.monday(week) >= wanted.from_
            else None
            for week in firsts
        ),
        weight=inputs.value("weights.caseload_case_week") * calendar.bucket_weeks,
    )
    return caseload, ()


def _on_time_by(inputs: Inputs) -> int | None:
    """Return the bucket by whose start the backlog is to be cleared; None where no date is set."""
    day, calendar = inputs.scenario.on_time_by, inputs.calendar
    return None if day is None else max(calendar.week_of(day) // calendar.bucket_weeks, 1)
