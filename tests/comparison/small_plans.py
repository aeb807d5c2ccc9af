"""Plans with numbers that can be worked out by hand from a scenario."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pandas as pd

from burdens.measures import all_values
from burdens.plans import Headlines, Posts, Rate, Span
from burdens.scenario import Scenario, new

if TYPE_CHECKING:
    from burdens.comparison import Comparison

START = dt.date(2027, 4, 5)
GROWTH = 4.0  # where no growth of requests is typed
IN_POST = 2.0  # where no staff are typed
WAITING = 7.0
PEOPLE = "Staff in post, pay and absence"
GROWN = all_values()["growth.requests"].title


def devon(**fields: Any) -> Scenario:
    return new("Devon", start=START).changed(**fields)


def staffed(in_post: float, **fields: Any) -> dict[str, dict[str, Any]]:
    roles = ("ep", "salt", "caseworker", "send_manager")
    return {role: {"in_post": in_post, **fields} for role in roles}


def grown(to: float) -> list[dict[str, Any]]:
    return [{"value": "growth.requests", "to": to, "reason": "counted"}]


class Planner:
    """Makes plans by arithmetic, and remembers what it planned.

    A role costs its posts times growth, needs ten posts times growth, and growth less staff in
    post is how many more cases wait at the end.
    """

    def __init__(self) -> None:
        self.asked: list[Scenario] = []

    def __call__(self, scenario: Scenario, *, watch: Any) -> Any:
        watch.step("Planning")
        self.asked.append(scenario)
        growth = scenario.overrides[0].to if scenario.overrides else GROWTH
        staff = {role: entry.in_post or IN_POST for role, entry in scenario.staff.items()}
        return SimpleNamespace(
            problem=SimpleNamespace(roles=staff),
            needs={
                role: SimpleNamespace(keep_up={2027: 10 * growth}, catch_up_fte=1.5)
                for role in staff
            },
            cost=pd.DataFrame(
                [("2027-28", role, posts * growth) for role, posts in staff.items()],
                columns=["financial_year", "role", "gbp"],
            ),
            headlines=_headlines(staff, growth),
            work_based_caseload=Span(120.0, 138.0, 150.0),
            first_met={"Annual review": START},
            on_time_from=None,
            warnings=["A figure is missing."],
        )


def _headlines(staff: dict[str, float], growth: float) -> Headlines:
    return Headlines(
        posts=tuple(_posts(role, posts, 10 * growth) for role, posts in staff.items()),
        published=Rate(0.46, "2025"),
        planned=(Rate(0.5, "2027, April to December"), Rate(1.0, "2028")),
        overdue_start=WAITING,
        overdue_end=WAITING + growth - sum(staff.values()) / len(staff),
        late=(),
        loads=(),
        cost={"2027-28": sum(staff.values()) * growth},
        weeks={"2027-28": 52},
        settled_year="2027-28",
        today=1.0,
        on_time_from=None,
    )


def _posts(role: str, posts: float, needed: float) -> Posts:
    return Posts(
        role=role,
        title=role,
        in_post=posts,
        implied=(1.0, IN_POST, 3.0) if posts == IN_POST else None,
        needed=needed,
        needed_year="2027-28",
        reached=posts + 1,
        temporary=0.5,
        agency=0.25,
    )


def steps_of(comparison: Comparison, number: str = "cost", role: str = "") -> dict[str, float]:
    (found,) = comparison.explanations
    return {step.title: step.effects[number, role] for step in found.steps}
