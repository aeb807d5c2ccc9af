"""The numbers of a plan that are set side by side, one a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from burdens.programme import Plan

APRIL = 4
ALL = ""  # of all roles together
MAIN = ("needs_assessment", "final")


class Number(NamedTuple):
    """One number of a plan.

    Attributes
    ----------
    number
        What it is: posts ``needed`` (the highest yearly average), in post ``at_start`` and
        ``at_end``; ``cost`` over the plan and ``cost_year``; ``on_time``, the share of new plans
        within 20 weeks by year of the request; cases ``overdue_start`` and ``overdue_end``.
    role
        Whose; empty for all.
    period
        Its financial year; empty for the whole plan or one day.
    unit
        ``fte``, ``gbp``, ``share`` or ``cases``.
    value
        In that unit.
    """

    number: str
    role: str
    period: str
    unit: str
    value: float


def numbers_of(plan: Plan) -> list[Number]:
    """Read the numbers off the tables of a plan."""
    return [*_posts(plan), *_costs(plan), *_on_time(plan), *_overdue(plan)]


def _posts(plan: Plan) -> Iterator[Number]:
    for role, numbers in plan.problem.roles.items():
        rows = plan.staffing[plan.staffing["role"] == role]
        if rows.empty:
            continue
        yearly = rows.groupby(rows["month"].map(_year))["needed_fte"].mean()
        yield Number("needed", role, ALL, "fte", float(yearly.max()))
        yield Number("at_start", role, ALL, "fte", float(numbers.staff0))
        yield Number("at_end", role, ALL, "fte", float(rows["in_post_fte"].iloc[-1]))


def _costs(plan: Plan) -> Iterator[Number]:
    table = plan.cost
    for role in plan.problem.roles:
        own = table[table["role"] == role]
        yield Number("cost", role, ALL, "gbp", float(own["gbp"].sum()))
        for year, gbp in own.groupby("financial_year")["gbp"].sum().items():
            yield Number("cost_year", role, str(year), "gbp", float(gbp))
    yield Number("cost", ALL, ALL, "gbp", float(table["gbp"].sum()))
    for year, gbp in table.groupby("financial_year")["gbp"].sum().items():
        yield Number("cost_year", ALL, str(year), "gbp", float(gbp))


def _on_time(plan: Plan) -> Iterator[Number]:
    table = plan.timeliness
    main = (table["pathway"] == MAIN[0]) & (table["stage"] == MAIN[1])
    rows = table[main & (table["cohort_cases"] > 0)].dropna(subset=["on_time"])
    for year, part in rows.groupby(rows["period_start"].map(_year)):
        cases = part["cohort_cases"]
        share = float((part["on_time"] * cases).sum() / cases.sum())
        yield Number("on_time", ALL, str(year), "share", share)


def _overdue(plan: Plan) -> Iterator[Number]:
    weekly = plan.cases.groupby("week")["overdue_cases"].sum()
    for name, at in (("overdue_start", 0), ("overdue_end", -1)) if len(weekly) else ():
        yield Number(name, ALL, ALL, "cases", float(weekly.iloc[at]))


def _year(day: dt.date) -> str:
    from burdens.programme import financial_year  # noqa: PLC0415  (no page opens later for it)

    return financial_year(day.year if day.month >= APRIL else day.year - 1)
