"""The numbers that a reader wants first, computed once for page, command line and report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import isnan, nan
from typing import TYPE_CHECKING, Any

from burdens import words
from burdens.plans.periods import (
    WEEKS_A_YEAR,
    WHOLE_YEAR_WEEKS,
    financial_year,
    first_day,
    settled_year,
    weeks_of_years,
)
from burdens.plans.timeliness import FEWEST_CASES

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from burdens.plans.plan import Plan
    from burdens.problem import Problem

DECEMBER = 12


@dataclass(frozen=True)
class Posts:
    """Posts of one role [FTE].

    Attributes
    ----------
    role, title
        Its id and name.
    in_post
        In post at the start.
    implied
        Low, central and high of it where it is implied by published figures and not typed.
    needed, needed_year
        The most that keeping up asks for, and its financial year; NaN where no number of posts
        keeps up.
    reached
        In post at the end of the plan, temporary posts included.
    temporary, agency
        The most temporary posts, and the most agency staff, of any month.
    """

    role: str
    title: str
    in_post: float
    implied: tuple[float, float, float] | None
    needed: float
    needed_year: str
    reached: float
    temporary: float
    agency: float

    @property
    def short(self) -> float:
        """More posts needed than in post at the start [FTE]; below 0 where there are more."""
        return self.needed - self.in_post


@dataclass(frozen=True)
class Rate:
    """Timeliness of the plans issued in a calendar year.

    Attributes
    ----------
    share
        Share on time, exceptions included.
    when
        The year, and the months of it where it is a part, such as ``2027, April to December``.
    unexcused
        The same without the cases that a listed reason excuses; None where it is not known.
    issued
        Plans issued; None where it is not known.
    weeks
        Mean weeks that they took; None where it is not known.
    """

    share: float
    when: str
    unexcused: float | None = None
    issued: float | None = None
    weeks: float | None = None


@dataclass(frozen=True)
class Late:
    """Cases of one pathway past a limit.

    Attributes
    ----------
    pathway, title
        Its id and name.
    start
        In the first step.
    ends
        At the end of each financial year, or of the plan within it.
    """

    pathway: str
    title: str
    start: float
    ends: dict[str, float]


@dataclass(frozen=True)
class Load:
    """Cases that staff hold in one month.

    Attributes
    ----------
    month
        Its first day.
    cases
        Plans and live assessments.
    staff
        In post to hold them [FTE].
    each
        Cases for each of them; None where nobody is in post.
    standard
        The most that each should hold; None where no standard is set.
    """

    month: date
    cases: float
    staff: float
    each: float | None
    standard: float | None


@dataclass(frozen=True)
class Headlines:
    """What a reader wants first.

    Attributes
    ----------
    posts
        By role, in the order of the Problem.
    published
        The newest published share of plans within 20 weeks, exceptions included.
    planned
        The same by calendar year of the plan.
    overdue_start, overdue_end
        Cases past a limit in the first and in the last step.
    late
        The same by pathway and financial year; pathways that are never late are left out.
    loads
        Cases for each caseworker in the first and in the last month; empty where not known.
    cost
        Cost of each financial year [GBP].
    weeks
        Weeks of each financial year that lie in the plan.
    settled_year
        The last financial year that lies in it whole, else the longest part of one.
    today
        Cost of a year of the staff in post at the start [GBP].
    on_time_from
        First date from which nothing is overdue; None if there is none within the plan.
    """

    posts: tuple[Posts, ...]
    published: Rate | None
    planned: tuple[Rate, ...]
    overdue_start: float
    overdue_end: float
    late: tuple[Late, ...]
    loads: tuple[Load, ...]
    cost: dict[str, float]
    weeks: dict[str, int]
    settled_year: str
    today: float
    on_time_from: date | None

    def over_today(self, year: str) -> float:
        """Return the cost of a financial year over that of today's staff for as long [GBP]."""
        part = self.weeks[year] / WEEKS_A_YEAR if self.weeks[year] < WHOLE_YEAR_WEEKS else 1.0
        return self.cost[year] - self.today * part


def headlines_of(plan: Plan) -> Headlines:
    """Return the headlines of a plan."""
    published = plan.problem.published
    weekly = plan.cases.groupby("week", sort=True)["overdue_cases"].sum().tolist() or [0.0]
    yearly = plan.cost.groupby("financial_year")["gbp"].sum().to_dict()
    weeks = {financial_year(year): weeks for year, weeks in weeks_of_years(plan.problem).items()}
    years = plan.on_time[plan.on_time["period"] == "year"].dropna(subset=["on_time"])
    return Headlines(
        posts=tuple(_posts(plan, role) for role in plan.problem.roles),
        published=None
        if published is None or published.on_time is None
        else Rate(published.on_time, str(published.year)),
        planned=tuple(_rate(plan, row) for row in years.to_dict("records")),
        overdue_start=float(weekly[0]),
        overdue_end=float(weekly[-1]),
        late=tuple(_late(plan)),
        loads=_loads(plan),
        cost={year: float(yearly.get(year, 0.0)) for year in weeks},
        weeks=weeks,
        settled_year=financial_year(settled_year(plan.problem)),
        today=today(plan),
        on_time_from=plan.on_time_from,
    )


def today(plan: Plan) -> float:
    """Return the cost of a year of the staff in post at the start [GBP], prices of the start."""
    problem = plan.problem
    days = 365.25 / (7 * problem.bucket_weeks)
    return sum(role.staff0 * role.cost_week[0] * days for role in problem.roles.values())


def _rate(plan: Plan, row: Mapping[Hashable, Any]) -> Rate:
    return Rate(
        share=float(row["on_time"]),
        when=_when(plan.problem, row["start"].year),
        unexcused=float(row["on_time_excluding_exceptions"]),
        issued=float(row["issued_cases"]),
        weeks=float(row["mean_weeks"]),
    )


def _when(problem: Problem, year: int) -> str:
    """Return a calendar year, and the months of it that lie in the plan where it is a part."""
    last = first_day(problem, problem.reported_buckets) - timedelta(days=1)
    first, end = max(problem.start, date(year, 1, 1)), min(last, date(year, 12, 31))
    if first.month == 1 and end.month == DECEMBER:
        return str(year)
    return f"{year}, {first:%B}" + (f" to {end:%B}" if end.month > first.month else "")


def _late(plan: Plan) -> Iterator[Late]:
    for pathway, rows in plan.cases.groupby("pathway", sort=False):
        years = rows["week"].map(words.financial_year)
        ends = {
            str(year): float(cases)
            for year, cases in rows.groupby(years)["overdue_cases"].last().items()
        }
        start = float(rows["overdue_cases"].iloc[0])
        if max(rows["overdue_cases"]) >= FEWEST_CASES:
            yield Late(str(pathway), plan.problem.title(str(pathway)), start, ends)


def _loads(plan: Plan) -> tuple[Load, ...]:
    rows = plan.caseload.to_dict("records")
    return tuple(
        Load(
            month=row["month"],
            cases=float(row["cases"]),
            staff=float(row["caseworkers_fte"]),
            each=_known(row["per_caseworker"]),
            standard=_known(row["standard"]),
        )
        for row in (rows[:1] + rows[-1:] if len(rows) > 1 else rows)
    )


def _known(number: float) -> float | None:
    return None if isnan(number) else float(number)


def _posts(plan: Plan, name: str) -> Posts:
    role = plan.problem.roles[name]
    rows = plan.staffing[plan.staffing["role"] == name]
    keep_up = plan.needs[name].keep_up
    year = max(keep_up, key=lambda year: keep_up[year], default=None)
    return Posts(
        role=name,
        title=plan.problem.title(name),
        in_post=role.staff0,
        implied=role.implied,
        needed=nan if year is None else keep_up[year],
        needed_year="" if year is None else financial_year(year),
        reached=float(rows["in_post_fte"].iloc[-1]),
        temporary=float(rows["temporary_fte"].max()),
        agency=float(rows["agency_fte"].max()),
    )
