"""The numbers that a reader wants first, computed once for page, command line and report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from burdens.plan.plan import Plan


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
        The most that keeping up asks for, and its financial year.
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
    """An on-time share, and of when it is."""

    share: float
    when: str


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
    cost
        Cost of each financial year [GBP].
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
    cost: dict[str, float]
    today: float
    on_time_from: date | None


def headlines_of(plan: Plan) -> Headlines:
    """Return the headlines of a plan."""
    published = plan.problem.published
    weekly = plan.cases.groupby("week", sort=True)["overdue_cases"].sum()
    yearly = plan.cost.groupby("financial_year", sort=True)["gbp"].sum()
    years = plan.on_time[plan.on_time["period"] == "year"].dropna(subset=["on_time"])
    return Headlines(
        posts=tuple(_posts(plan, role) for role in plan.problem.roles),
        published=None
        if published is None or published.on_time is None
        else Rate(published.on_time, str(published.year)),
        planned=tuple(
            Rate(float(row["on_time"]), str(row["start"].year)) for row in years.to_dict("records")
        ),
        overdue_start=float(weekly.iloc[0]),
        overdue_end=float(weekly.iloc[-1]),
        cost={str(year): float(gbp) for year, gbp in yearly.items()},
        today=today(plan),
        on_time_from=plan.on_time_from,
    )


def today(plan: Plan) -> float:
    """Return the cost of a year of the staff in post at the start [GBP], prices of the start."""
    problem = plan.problem
    days = 365.25 / (7 * problem.bucket_weeks)
    return sum(role.staff0 * role.cost_week[0] * days for role in problem.roles.values())


def _posts(plan: Plan, name: str) -> Posts:
    role = plan.problem.roles[name]
    rows = plan.staffing[plan.staffing["role"] == name]
    keep_up = plan.needs[name].keep_up
    year = max(keep_up, key=lambda year: keep_up[year])
    return Posts(
        role=name,
        title=plan.problem.title(name),
        in_post=role.staff0,
        implied=role.implied,
        needed=keep_up[year],
        needed_year=f"{year}-{(year + 1) % 100:02d}",
        reached=float(rows["in_post_fte"].iloc[-1]),
        temporary=float(rows["temporary_fte"].max()),
        agency=float(rows["agency_fte"].max()),
    )
