"""The numbers of a plan that are set side by side, one a row."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from burdens.plans import Plan
    from burdens.plans.headlines import Headlines

ALL = ""  # of all roles together, or of the whole plan


class Number(NamedTuple):
    """One number of a plan.

    Attributes
    ----------
    number
        What it is. Of a role: posts ``needed`` to keep up (the most of any year) and
        ``needed_year``, ``catch_up`` posts, in post ``at_start`` and ``at_end``, and the most
        ``temporary`` and ``agency`` staff of any month. Of a role or of all: ``cost`` over the plan
        and ``cost_year``. Of all: ``on_time``, the share of the plans issued in a calendar year
        within the limit; cases past a limit, ``overdue_start`` and ``overdue_end``; the work-based
        ``caseload``.
    role
        Whose; empty for all.
    period
        Its financial or calendar year; empty for the whole plan or one day.
    unit
        ``fte``, ``gbp``, ``share``, ``cases`` or ``each`` (cases for each caseworker).
    value
        In that unit.
    low, high
        Its range where it is implied or has one; None where it has none.
    """

    number: str
    role: str
    period: str
    unit: str
    value: float
    low: float | None = None
    high: float | None = None


def numbers_of(plan: Plan) -> list[Number]:
    """Return the numbers of a plan: its headlines, what is needed, and the cost of each role."""
    heads = plan.headlines
    numbers = [
        *_posts(plan, heads),
        *_costs(plan, heads),
        *_on_time(heads),
        *_overdue(heads),
        *_caseload(plan),
    ]
    return [number for number in numbers if not isnan(number.value)]


def _posts(plan: Plan, heads: Headlines) -> Iterator[Number]:
    from burdens.plans import financial_year  # noqa: PLC0415  (no page opens later for it)

    for posts in heads.posts:
        need = plan.needs[posts.role]
        low, _, high = posts.implied or (None, None, None)
        yield Number("needed", posts.role, ALL, "fte", posts.needed)
        for year, fte in need.keep_up.items():
            yield Number("needed_year", posts.role, financial_year(year), "fte", fte)
        yield Number("catch_up", posts.role, ALL, "fte", need.catch_up_fte)
        yield Number("at_start", posts.role, ALL, "fte", posts.in_post, low, high)
        yield Number("at_end", posts.role, ALL, "fte", posts.reached)
        yield Number("temporary", posts.role, ALL, "fte", posts.temporary)
        yield Number("agency", posts.role, ALL, "fte", posts.agency)


def _costs(plan: Plan, heads: Headlines) -> Iterator[Number]:
    by_role = plan.cost.groupby(["role", "financial_year"])["gbp"].sum().to_dict()
    for role in plan.problem.roles:
        own = {year: float(by_role.get((role, year), 0.0)) for year in heads.cost}
        yield from _cost(role, own)
    yield from _cost(ALL, heads.cost)


def _cost(role: str, by_year: dict[str, float]) -> Iterator[Number]:
    yield Number("cost", role, ALL, "gbp", sum(by_year.values()))
    for year, gbp in by_year.items():
        yield Number("cost_year", role, year, "gbp", gbp)


def _on_time(heads: Headlines) -> Iterator[Number]:
    for rate in heads.planned:
        yield Number("on_time", ALL, rate.when, "share", rate.share)


def _overdue(heads: Headlines) -> Iterator[Number]:
    yield Number("overdue_start", ALL, ALL, "cases", heads.overdue_start)
    yield Number("overdue_end", ALL, ALL, "cases", heads.overdue_end)


def _caseload(plan: Plan) -> Iterator[Number]:
    if (span := plan.work_based_caseload) is not None:
        yield Number("caseload", ALL, ALL, "each", span.central, span.low, span.high)
