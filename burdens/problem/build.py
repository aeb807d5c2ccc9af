"""Puts a Problem together from a scenario."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burdens.errors import Fault, ProblemError
from burdens.problem import demand, opening
from burdens.problem.cases import Cases, cases_of, live_assessments, nobody
from burdens.problem.inputs import Inputs
from burdens.problem.let_off import exception_share, let_off_of
from burdens.problem.pathways import tasks_by_pathway
from burdens.problem.prices import discounts
from burdens.problem.run_in import run_in_of
from burdens.problem.lanes import MEASURED, kept_share, overdue_weights, published_timeliness
from burdens.problem.titles import titles_of
from burdens.problem.problem import Caseload, Pathway, Problem, Task
from burdens.problem.stock import Stock
from burdens.problem.stock import stock as stock_of
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
    pathways = _pathways(inputs, demanded.cases, tasks)
    yearly = {pathway: cases.yearly for pathway, cases in demanded.cases.items()}
    roles, of_staff = roles_of(inputs, yearly_hours(yearly, _hours_a_case(tasks)))
    caseload = _caseload(inputs, demanded)
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
        notes=tuple(dict.fromkeys([*inputs.notes, *left_out, *of_staff])),
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
    """

    requests: Flow
    shares: Shares
    stock: Stock | None
    cases: dict[str, Cases]


def demand_of(inputs: Inputs) -> Demand:
    """Work out what is asked for.

    Raises
    ------
    ProblemError
        Where there is nothing to plan: no number of requests.
    """
    requests = demand.requests_like(inputs, "requests")
    if requests is None:
        raise ProblemError("There is nothing to plan", [_no_requests(inputs.scenario)])
    shares = demand.shares(inputs)
    stock = stock_of(inputs, requests, shares)
    cases = cases_of(inputs, requests, shares, stock)
    if not isinstance(inputs.scenario.opening, str):
        for pathway in (group.pathway for group in inputs.scenario.opening if group.cases > 0):
            cases.setdefault(pathway, nobody(inputs.calendar))
    return Demand(requests, shares, stock, cases)


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
) -> tuple[Pathway, ...]:
    exceptions = exception_share(inputs)
    estimated = inputs.scenario.opening == "estimated"
    faults: list[Fault] = []
    size = inputs.calendar.bucket_weeks
    found = tuple(
        Pathway(
            id=name,
            arrivals=cases[name].arrivals,
            run_in=run_in_of(inputs.calendar, cases[name].arrivals),
            opening=opening.banded(inputs, name, cases[name].open, tasks[name])
            if estimated
            else opening.typed(inputs, name, tasks[name], faults),
            tasks=tasks[name],
            kept=kept_share(inputs, name),
            kept_factor=inputs.value("weights.kept_lane"),
            overdue=overdue_weights(inputs, name),
            open_weight=inputs.value("weights.open_task_week") * size,
            exceptions=exceptions if name == MEASURED[0] else 0.0,
            let_off=let_off_of(inputs, name, tasks[name], exceptions),
            max_wait=max(1, round(inputs.value("standards.longest_wait_weeks")) // size),
        )
        for name in inputs.law
        if name in cases
    )
    if faults:
        raise ProblemError("The open cases do not fit the plan", faults)
    _note_opening(inputs, found, estimated=estimated)
    return found


def _note_opening(inputs: Inputs, pathways: tuple[Pathway, ...], *, estimated: bool) -> None:
    count = sum(group.cases for pathway in pathways for group in pathway.opening)
    if not estimated:
        inputs.note(f"Open cases are as typed under opening: {count:,.0f}.")
        return
    inputs.note(
        f"Open cases are estimated from published timeliness: {count:,.0f}; "
        "type yours under opening."
    )
    counts = [inputs.figure(name) for name in ("decisions_outstanding", "assessments_outstanding")]
    published = sum(number for number in counts if number is not None)
    if None not in counts:
        live = sum(g.cases for p in pathways if p.id == "needs_assessment" for g in p.opening)
        inputs.note(
            f"Of these, {live:,.0f} are requests and assessments; {published:,.0f} were "
            "published as outstanding at the end of the figures' year."
        )


def _hours_a_case(tasks: Mapping[str, tuple[Task, ...]]) -> dict[str, dict[str, float]]:
    """Give the hours of a mean case, by pathway and role."""
    found: dict[str, dict[str, float]] = {}
    for pathway, steps in tasks.items():
        total = found.setdefault(pathway, {})
        for task in steps:
            for role, hours in task.hours.items():
                total[role] = total.get(role, 0.0) + task.share * hours
    return found


def _caseload(inputs: Inputs, demanded: Demand) -> Caseload | None:
    """Build plans and live assessments per caseworker; None where plans are not known."""
    stock, calendar = demanded.stock, inputs.calendar
    if stock is None:
        inputs.note("Caseload: left out, as figures.plans is missing; type the number there.")
        return None
    firsts = [bucket * calendar.bucket_weeks for bucket in range(calendar.buckets)]
    wanted = inputs.scenario.standards.caseload
    return Caseload(
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


def _on_time_by(inputs: Inputs) -> int | None:
    """Return the bucket by whose start the backlog is to be cleared; None where no date is set."""
    day, calendar = inputs.scenario.on_time_by, inputs.calendar
    return None if day is None else max(calendar.week_of(day) // calendar.bucket_weeks, 1)
