"""The numbers a reader wants first, taken from a plan's tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burdens.words import financial_year

if TYPE_CHECKING:
    import datetime as dt

    from burdens.programme import Plan
    from burdens.scenario import Scenario

MAIN = ("needs_assessment", "final")
SAME = 0.05  # FTE, less than what is written
PUBLISHED = ("issued_within_20_weeks_excluding_exceptions", "timeliness_plans_excluding_exceptions")


@dataclass(frozen=True)
class Posts:
    """Posts of one role.

    Attributes
    ----------
    role
        Its id.
    in_post
        In post at the start [FTE].
    needed, needed_year
        Highest yearly average of what the work needs [FTE], and its financial year; empty where
        every year needs the same.
    reached, reached_year
        In post at the end of the plan [FTE], and its financial year.
    """

    role: str
    in_post: float
    needed: float
    needed_year: str
    reached: float
    reached_year: str

    @property
    def gap(self) -> float:
        """More posts needed than in post [FTE]; below nought where there are more."""
        return self.needed - self.in_post


@dataclass(frozen=True)
class Rate:
    """An on-time share, and of when it is."""

    share: float
    when: str


@dataclass(frozen=True)
class OnTime:
    """On-time share of a stage, wanted and planned, for the cases begun in a financial year."""

    pathway: str
    stage: str
    year: str
    share: float
    target: float


def posts(plan: Plan) -> list[Posts]:
    """Give the posts of each role, in the order of the problem."""
    rows = plan.staffing
    yearly = rows.groupby(["role", rows["month"].map(financial_year)])["needed_fte"].mean()
    last = rows.groupby("role").last().to_dict("index")
    found = []
    for role, numbers in plan.problem.roles.items():
        if role not in last:
            continue
        needed = yearly[role]
        found.append(
            Posts(
                role,
                numbers.staff0,
                float(needed.max()),
                "" if needed.max() - needed.min() < SAME else str(needed.idxmax()),
                float(last[role]["in_post_fte"]),
                financial_year(last[role]["month"]),
            )
        )
    return found


def published_rate(scenario: Scenario) -> Rate | None:
    """Give the published share of new plans within 20 weeks, exceptions left out."""
    within, of = (scenario.figures.get(name) for name in PUBLISHED)
    if within is None or of is None or within.value is None or not of.value:
        return None
    return Rate(within.value / of.value, str(within.year))


def planned_rates(plan: Plan) -> list[Rate]:
    """Give the planned share of final plans on time, by financial year of the request."""
    return [
        Rate(found.share, found.year)
        for found in on_time_by_year(plan)
        if (found.pathway, found.stage) == MAIN
    ]


def on_time_by_year(plan: Plan) -> list[OnTime]:
    """Average the on-time shares over the cohorts of each financial year, by stage."""
    rows = plan.timeliness[(plan.timeliness["cohort_cases"] > 0)].dropna(subset=["on_time"])
    cases, years = rows["cohort_cases"], rows["period_start"].map(financial_year)
    weighted = rows[["on_time", "target"]].mul(cases, axis=0).assign(cases=cases)
    keys = [rows["pathway"], rows["stage"], years.rename("year")]
    sums = weighted.groupby(keys, sort=False).sum().reset_index()
    return [
        OnTime(
            row["pathway"],
            row["stage"],
            row["year"],
            row["on_time"] / row["cases"],
            row["target"] / row["cases"],
        )
        for row in sums.to_dict("records")
    ]


def overdue(plan: Plan) -> dict[dt.date, float]:
    """Give the cases past a legal time limit in the first and the last week of the plan."""
    weekly = plan.cases.groupby("week")["overdue_cases"].sum()
    ends = [(weekly.index[row], weekly.iloc[row]) for row in (0, -1)] if len(weekly) else []
    return {week: float(cases) for week, cases in ends}


def cost_by_year(plan: Plan) -> dict[str, float]:
    """Give the cost of each financial year [GBP]."""
    yearly = plan.cost.groupby("financial_year")["gbp"].sum()
    return {str(year): float(gbp) for year, gbp in yearly.items()}


def last_stages(plan: Plan) -> dict[str, str]:
    """Give the last statutory stage of each pathway that has one."""
    ends = {}
    for pathway in plan.problem.pathways:
        if stages := [task for task in pathway.tasks if task.stage]:
            ends[pathway.id] = max(stages, key=lambda task: task.due).id
    return ends
