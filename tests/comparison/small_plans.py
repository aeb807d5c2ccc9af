"""Plans with numbers that can be worked out by hand from a scenario."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pandas as pd

from burdens.scenario import Scenario, new

if TYPE_CHECKING:
    from burdens.comparison import Comparison

START = dt.date(2027, 4, 5)
GROWTH = 4.0  # where no growth of requests is typed


def devon(**fields: Any) -> Scenario:
    return new("Devon", start=START).changed(**fields)


def staffed(posts: float) -> dict[str, dict[str, float]]:
    return {role: {"in_post": posts} for role in ("ep", "salt", "caseworker", "send_manager")}


def grown(to: float) -> list[dict[str, Any]]:
    return [{"value": "growth.requests", "to": to, "reason": "counted"}]


class Planner:
    """Makes plans in which a role costs its posts times growth, and remembers what it planned."""

    def __init__(self) -> None:
        self.asked: list[Scenario] = []
        self.watched: list[Any] = []

    def __call__(self, scenario: Scenario, watch: Any = None) -> Any:
        self.asked.append(scenario)
        self.watched.append(watch)
        if watch is not None:
            watch.step("Planning")
        growth = scenario.overrides[0].to if scenario.overrides else GROWTH
        staff = {role: entry.in_post or 2.0 for role, entry in scenario.staff.items()}
        month = scenario.start.replace(day=1)
        return SimpleNamespace(
            problem=SimpleNamespace(
                roles={role: SimpleNamespace(staff0=posts) for role, posts in staff.items()}
            ),
            staffing=pd.DataFrame(
                [
                    {"role": r, "month": month, "needed_fte": 10 * growth, "in_post_fte": posts}
                    for r, posts in staff.items()
                ]
            ),
            cost=pd.DataFrame(
                [
                    {"financial_year": "2027-28", "role": role, "gbp": posts * growth}
                    for role, posts in staff.items()
                ]
            ),
            timeliness=pd.DataFrame(
                columns=["pathway", "stage", "period_start", "cohort_cases", "on_time"]
            ),
            cases=pd.DataFrame({"week": [scenario.start], "overdue_cases": [7.0]}),
            first_met={"Final plan within 20 weeks": None},
        )


def steps_of(comparison: Comparison, number: str = "cost", role: str = "") -> dict[str, float]:
    (found,) = comparison.explanations
    return {step.title: step.effects[number, role] for step in found.steps}
