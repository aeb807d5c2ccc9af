"""How many can be appointed when, and how long newcomers take."""

from __future__ import annotations

import calendar as months_of
import datetime as dt
from math import floor
from typing import TYPE_CHECKING

from burdens.problem.prices import MONTHS_A_YEAR
from burdens.scenario import roles

if TYPE_CHECKING:
    from burdens.problem.calendar import Calendar
    from burdens.problem.inputs import Inputs

NAMES = tuple(name.lower() for name in months_of.month_name)


def lead_months(inputs: Inputs, role: str) -> float:
    """Return the time from appointment to the first day in post [months], as typed or known."""
    typed = inputs.scenario.staff[role].lead_months
    return inputs.value(f"recruitment.{role}.lead_months") if typed is None else typed


def ramp(inputs: Inputs, role: str) -> tuple[float, ...]:
    """Return the share of productive time that a newcomer loses, by month in post.

    The loss is level over the months until fully productive; of a last month that is not whole,
    as much is lost as of it remains. Months past the end of the plan are left out.
    """
    typed = inputs.scenario.staff[role].ramp_months
    length = inputs.value(f"recruitment.{role}.ramp_months") if typed is None else typed
    loss = inputs.value(f"recruitment.{role}.ramp_loss")
    counted = min(length, float(len(inputs.calendar.years)))
    whole, rest = floor(counted), counted - floor(counted)
    return (loss,) * whole + ((loss * rest,) if rest > 0 else ())


def hire_caps(inputs: Inputs, role: str, team: float) -> tuple[tuple[float, ...], tuple[str, ...]]:
    """Return the most that can be appointed in each month [FTE], and notes on it.

    A dated limit stands in the place of the usual one on its days; a month that it covers in part
    has a limit between the two, by days. Newly trained starters come on top, in the month of
    appointment that has none of them begin before their month.

    Parameters
    ----------
    team
        Size of the team on which the usual limit rests [FTE].
    """
    usual, notes = _usual(inputs, role, team)
    caps = [_limit(inputs, role, usual, *span) for span in month_spans(inputs.calendar)]
    more = _starters(inputs, role, caps)
    return tuple(caps), (*notes, *more)


def month_spans(calendar: Calendar) -> tuple[tuple[dt.date, dt.date], ...]:
    """Return the first and last day of each month of the plan; the first begins at the start."""
    spans = []
    for number, first in enumerate(calendar.month_firsts):
        days = months_of.monthrange(first.year, first.month)[1]
        begin = calendar.start if number == 0 else first
        spans.append((begin, first.replace(day=days)))
    return tuple(spans)


def _limit(inputs: Inputs, role: str, usual: float, first: dt.date, last: dt.date) -> float:
    """Return the limit of a month, by days under each dated limit [FTE]."""
    days = (last - first).days + 1
    total, free = 0.0, days
    for dated in inputs.scenario.staff[role].hiring:
        begin, end = max(dated.from_ or first, first), min(dated.until or last, last)
        covered = max(0, (end - begin).days + 1)
        total += covered / days * dated.a_month
        free -= covered
    return usual if free == days else total + free / days * usual


def _starters(inputs: Inputs, role: str, caps: list[float]) -> tuple[str, ...]:
    """Raise the limits by the newly trained who can start; note those appointed before the plan."""
    ahead, months = floor(lead_months(inputs, role)), inputs.calendar.month_firsts
    notes = []
    for starters in inputs.scenario.staff[role].starters:
        first = (NAMES.index(starters.month) - months[0].month) % MONTHS_A_YEAR
        for month in range(first, len(caps), MONTHS_A_YEAR):
            if month < ahead:
                notes.append(
                    f"{roles()[role].title}: the {starters.fte:g} FTE who can start in "
                    f"{starters.month.capitalize()} {months[month].year} "
                    "would be appointed before the plan begins, and are left out. If they are "
                    f"appointed, count them under staff.{role}.in_post."
                )
            else:
                caps[month - ahead] += starters.fte
    return tuple(notes)


def _usual(inputs: Inputs, role: str, team: float) -> tuple[float, tuple[str, ...]]:
    """Return the usual limit of a month [FTE]: as typed, or enough to replace leavers and grow."""
    typed = inputs.scenario.staff[role].max_hires_a_month
    if typed is not None:
        return typed, ()
    growth = inputs.value(f"recruitment.{role}.growth_cap_year")
    leaving = inputs.value(f"recruitment.{role}.attrition_year")
    supply, notes = _supply(inputs, role)
    return (team if supply is None else supply) * (growth + leaving) / MONTHS_A_YEAR, notes


def _supply(inputs: Inputs, role: str) -> tuple[float | None, tuple[str, ...]]:
    """Return the authority's share of England's people of a role [FTE]; None where not shared."""
    fact = roles()[role]
    if fact.supply is None:
        return None, ()
    for figure in fact.supply.shared_by:
        own = inputs.figure(figure)
        if own:
            return inputs.value(fact.supply.staff) * own / inputs.england(figure), ()
    note = (
        f"{fact.title}: the most that can be appointed is taken from the size of the team, as "
        f"figures.{fact.supply.shared_by[0]} is missing. Type the most a month under "
        f"staff.{role}.max_hires_a_month."
    )
    return None, (note,)
