"""What a reader of an assessment must know: what is assumed, repeated, left out or counted twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from burdens.assessment.accounting import Accounts
from burdens.assessment.duties import Duty
from burdens.evidence import is_forecast
from burdens.measures import Measure
from burdens.problem import Problem
from burdens.programme import financial_year
from burdens.scenario import roles

MUCH = 0.01
APRIL, DAYS_A_WEEK, WEEKS_A_YEAR = 4, 7, 52


def warnings_of(
    accounts: Accounts, problem: Problem, chosen: Sequence[Measure], duties: Sequence[Duty]
) -> Iterator[str]:
    """Say it in sentences, the measures' own first."""
    if not chosen:
        yield "No measure is switched on, so there is no burden. `burdens measures` lists them."
    names = {measure.id for measure in chosen}
    for measure in chosen:
        if measure.alternative_to in names:
            yield (
                f"{measure.title} is an alternative to {measure.alternative_to}: both are on, so "
                "the burden is counted twice. Switch one off."
            )
    yield from _continued(accounts, chosen)
    yield from _beyond(accounts, duties)
    for role in sorted({duty.role for duty in duties if duty.role} - set(problem.roles)):
        yield (
            f"{roles()[role].title}: not in the plan, so costed at hours times hourly cost, and "
            f"whether they can be hired is not known. Add {role} under staff to plan them."
        )
    yield from accounts.inputs.scenario.warnings
    yield from problem.notes


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
        full = (measure.start or begins) + dt.timedelta(
            weeks=(len(measure.phasing) - 1) * WEEKS_A_YEAR
        )
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
        late = 1 - _inside(accounts, duty) if duty.line.kind == "one_off" else 0.0
        if late > MUCH:
            yield (
                f"{duty.measure.title}: {late:.0%} of “{duty.line.title}” falls after the years "
                "planned and is not counted. Plan a longer horizon_weeks."
            )


def _inside(accounts: Accounts, duty: Duty) -> float:
    """Give the share of a one-off line that falls within the years planned."""
    calendar, line = accounts.inputs.calendar, duty.line
    begin = duty.measure.start or calendar.start
    end = dt.date(accounts.years.covered[-1] + 1, APRIL, 1)
    weeks = (end - begin).days / DAYS_A_WEEK - line.after_weeks
    return sum(
        share * min(max((weeks - number * WEEKS_A_YEAR) / line.over_weeks, 0.0), 1.0)
        for number, share in enumerate(duty.measure.phasing)
    )
