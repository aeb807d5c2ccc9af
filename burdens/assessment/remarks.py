"""What a reader of an assessment must know: what is assumed, repeated, left out or counted twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from burdens import words
from burdens.assessment.accounting import Accounts
from burdens.assessment.duties import Duty
from burdens.evidence import is_forecast
from burdens.measures import Line, Measure
from burdens.plans import financial_year
from burdens.problem import Problem
from burdens.scenario import roles

MUCH = 0.01
NEARLY = 1e-6
APRIL, DAYS_A_WEEK, WEEKS_A_YEAR = 4, 7, 52


def warnings_of(
    accounts: Accounts,
    problem: Problem,
    chosen: Sequence[Measure],
    duties: Sequence[Duty],
    established: Mapping[str, Mapping[int, float]],
) -> Iterator[str]:
    """Yield the warnings of an assessment, the measures' own first."""
    if not chosen:
        yield "No measure is switched on, so there is no burden. `burdens measures` lists them."
    names = {measure.id for measure in chosen}
    for measure in chosen:
        if measure.is_given_up:
            yield f"{measure.title}: {measure.status}, so it may never apply. {measure.status_note}"
        if measure.alternative_to in names:
            yield (
                f"{measure.title} is an alternative to {measure.alternative_to}: both are on, so "
                "the burden is counted twice. Switch one off."
            )
    yield from _part_years(accounts)
    yield from _continued(accounts, chosen)
    yield from _beyond(accounts, duties)
    yield from _caseload(problem, duties, established)
    for role in sorted({duty.role for duty in duties if duty.role} - set(problem.roles)):
        yield (
            f"{roles()[role].title}: not in the plan, so costed at hours times hourly cost, and "
            f"whether they can be hired is not known. Add {role} under staff to plan them."
        )
    yield from accounts.inputs.scenario.warnings
    yield from problem.notes


def of_provision(by_year: pd.DataFrame) -> Iterator[str]:
    """Yield how much provision every total leaves out, where there is any."""
    if by_year["provision_gbp"].any():
        net = words.gbp(float(by_year["provision_gbp"].sum()))
        yield (
            f"Provision (top-ups, places, transport): {net} over all years, left out of every "
            "total, of the grant and of what is spent within hiring limits, and shown beside them."
        )


def _part_years(accounts: Accounts) -> Iterator[str]:
    for part in accounts.years.parts:
        yield (
            f"{financial_year(part.year)}: the plan covers {words.day(part.first)} to "
            f"{words.day(part.last)} only, so it is shown apart as a part year, is in no total and "
            "is not compared with a grant."
        )


def _continued(accounts: Accounts, chosen: Sequence[Measure]) -> Iterator[str]:
    years = accounts.years
    if not years.continued:
        return
    last = financial_year(years.covered[-1])
    yield (
        f"{', '.join(map(financial_year, years.continued))}: past the plan, so what recurs in "
        f"{last} is repeated. A longer horizon_weeks plans them."
    )
    begins = dt.date(years.covered[-1], APRIL, 1)
    for measure in chosen:
        phases = max(len(measure.phasing_of(line)) for line in measure.lines)
        full = (measure.start or begins) + dt.timedelta(weeks=(phases - 1) * WEEKS_A_YEAR)
        if full > begins + dt.timedelta(weeks=2):
            yield (
                f"{measure.title}: not in full force through {last}, the year that is repeated, "
                "so later years are too low. Lengthen horizon_weeks."
            )


def _beyond(accounts: Accounts, duties: Sequence[Duty]) -> Iterator[str]:
    forecast = [name for name in accounts.years.names if is_forecast(name)]
    if forecast:
        yield f"Cash of {forecast[0]} and later stands on a forecast of the GDP deflator."
    for duty in {(duty.measure.id, duty.line.id): duty for duty in duties}.values():
        late = 1 - _inside(accounts, duty.measure, duty.line)
        if duty.line.kind == "one_off" and late > MUCH:
            yield (
                f"{duty.measure.title}: {late:.0%} of “{duty.line.title}” falls outside the whole "
                "years reported and is not counted. Plan a longer horizon_weeks."
            )


def _inside(accounts: Accounts, measure: Measure, line: Line) -> float:
    """Return the share of a one-off line that falls within the whole years planned."""
    covered, calendar = accounts.years.covered, accounts.inputs.calendar
    begin = measure.start or calendar.start
    first = max(calendar.start, dt.date(covered[0], APRIL, 1))
    end = dt.date(covered[-1] + 1, APRIL, 1)

    def done_by(day: dt.date) -> float:
        weeks = (day - begin).days / DAYS_A_WEEK - line.after_weeks
        return sum(
            share * min(max((weeks - number * WEEKS_A_YEAR) / line.over_weeks, 0.0), 1.0)
            for number, share in enumerate(measure.phasing_of(line))
        )

    return done_by(end) - done_by(first)


def _caseload(
    problem: Problem, duties: Sequence[Duty], established: Mapping[str, Mapping[int, float]]
) -> Iterator[str]:
    """Yield that a caseload standard leaves hours to spare, where it sets the posts."""
    rule = problem.caseload
    if rule is None or rule.role not in {duty.role for duty in duties}:
        return
    posts = established.get(rule.role, {})
    asked = [
        (problem.years[problem.months[bucket]], rule.cases[bucket] / standard)
        for bucket, standard in enumerate(rule.standard)
        if standard is not None
    ]
    if any(year in posts and each >= posts[year] - NEARLY for year, each in asked):
        yield (
            f"{roles()[rule.role].title}: the caseload standard asks for more posts than the hours "
            "of the work do, so the measures' work first takes up hours that would be to spare, and "
            "hours saved give up no post. The accounting cost counts them all."
        )
