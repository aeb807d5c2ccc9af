"""A small plan with known numbers, so that what a page says of it can be worked out by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from burdens.scenario import new
from tests.pages.new_burdens.desk import Assessor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from burdens.scenario import Scenario

START = dt.date(2027, 4, 5)
MONTHS = [dt.date(2027 + (3 + m) // 12, (3 + m) % 12 + 1, 1) for m in range(24)]
IN_POST = {"ep": 20.0, "salt": 8.0, "caseworker": 50.0}
NEEDED = {"ep": (30.0, 26.0), "salt": (7.0, 7.0), "caseworker": (60.0, 66.5)}


def _task(name: str, due: int, *, stage: bool = True) -> SimpleNamespace:
    return SimpleNamespace(id=name, due=due, stage=stage)


def _problem() -> SimpleNamespace:
    tasks = [_task("decide", 6), _task("ep_advice", 12), _task("final", 20)]
    review = [_task("decision", 4), _task("amend", 12)]
    return SimpleNamespace(
        start=START,
        roles={role: SimpleNamespace(staff0=fte) for role, fte in IN_POST.items()},
        pathways=(
            SimpleNamespace(id="needs_assessment", tasks=tasks),
            SimpleNamespace(id="annual_review", tasks=review),
        ),
    )


def _staffing() -> pd.DataFrame:
    rows = [
        {
            "role": role,
            "month": month,
            "in_post_fte": fte + 0.25 * index,
            "needed_fte": NEEDED[role][index // 12],
            "hires_fte": 0.5,
            "leavers_fte": 0.25,
            "agency_fte": 2.0,
        }
        for role, fte in IN_POST.items()
        for index, month in enumerate(MONTHS)
    ]
    return pd.DataFrame(rows)


def _hours() -> pd.DataFrame:
    work = [
        ("ep", "needs_assessment", "ep_advice", 2000.0),
        ("caseworker", "needs_assessment", "decide", 300.0),
        ("caseworker", "needs_assessment", "final", 900.0),
        ("caseworker", "annual_review", "decision", 2500.0),
        ("caseworker", "annual_review", "amend", 1800.0),
        ("caseworker", "appeal", "response", 200.0),
        ("salt", "needs_assessment", "salt_advice", 500.0),
    ]
    rows = [
        {"role": r, "pathway": p, "task": t, "month": month, "hours": h + 20 * (i % 5)}
        for r, p, t, h in work
        for i, month in enumerate(MONTHS)
    ]
    return pd.DataFrame(rows)


def _capacity() -> pd.DataFrame:
    rows = [
        {
            "role": role,
            "month": month,
            "available_hours": 100 * fte,
            "agency_hours": 200.0,
            "short_hours": 100.0 if role == "ep" and index < 3 else 0.0,
            "worked_hours": 100 * fte + 200.0,
        }
        for role, fte in IN_POST.items()
        for index, month in enumerate(MONTHS)
    ]
    return pd.DataFrame(rows)


def _cases() -> pd.DataFrame:
    rows = [
        {
            "pathway": pathway,
            "week": START + dt.timedelta(weeks=week),
            "arrived_cases": 40.0,
            "open_cases": cases,
            "overdue_cases": max(0.0, 300.0 - 10 * week) if late else 0.0,
        }
        for pathway, cases, late in (
            ("needs_assessment", 900.0, True),
            ("annual_review", 400.0, False),
            ("mediation", 0.0, False),
        )
        for week in range(104)
    ]
    return pd.DataFrame(rows)


def _timeliness() -> pd.DataFrame:
    stages = [
        ("needs_assessment", "decide", (1.0, 1.0)),
        ("needs_assessment", "final", (0.6, 1.0)),
        ("annual_review", "amend", (1.0, 1.0)),
    ]
    rows = [
        {
            "pathway": pathway,
            "stage": stage,
            "period_start": dt.date(2027 + year, 4, 5),
            "period_end": dt.date(2028 + year, 4, 3),
            "cohort_cases": 1000.0,
            "on_time": shares[year],
            "on_time_including_exceptions": shares[year] - 0.05,
            "target": 1.0,
            "short_cases": 1000 * (1 - shares[year]),
        }
        for pathway, stage, shares in stages
        for year in range(2)
    ]
    return pd.DataFrame(rows)


def _cost() -> pd.DataFrame:
    rows = [
        {"financial_year": year, "role": role, "kind": kind, "gbp": gbp}
        for year, scale in (("2027-28", 1.0), ("2028-29", 1.25))
        for role, kind, gbp in (
            ("ep", "pay", 1_000_000 * scale),
            ("ep", "agency", 400_000 * scale),
            ("caseworker", "pay", 2_500_000 * scale),
            ("salt", "recruitment", 100_000 * scale),
        )
    ]
    return pd.DataFrame(rows)


def _shortfalls() -> pd.DataFrame:
    missed = [
        ("Final plan within 20 weeks <b>", "2027-04-05 to 2027-06-27", 300.0, "cases"),
        ("Final plan within 20 weeks <b>", "2027-06-28 to 2027-10-03", 90.4, "cases"),
        ("Final plan within 20 weeks <b>", "2027-12-27 to 2028-03-26", 10.0, "cases"),
        ("Caseload of 200", "May 2027", 700.0, "cases at once"),
        ("Caseload of 200", "April 2027", 900.0, "cases at once"),
    ]
    return pd.DataFrame(missed, columns=["standard", "period", "amount", "unit"])


@dataclass
class SmallPlan:
    """The tables of the contract, filled with round numbers."""

    problem: Any = field(default_factory=_problem)
    staffing: pd.DataFrame = field(default_factory=_staffing)
    hours: pd.DataFrame = field(default_factory=_hours)
    capacity: pd.DataFrame = field(default_factory=_capacity)
    cases: pd.DataFrame = field(default_factory=_cases)
    timeliness: pd.DataFrame = field(default_factory=_timeliness)
    cost: pd.DataFrame = field(default_factory=_cost)
    shortfalls: pd.DataFrame = field(default_factory=_shortfalls)
    first_met: dict[str, Any] = field(
        default_factory=lambda: {
            "Final plan within 20 weeks": dt.date(2028, 4, 3),
            "Annual review decided within 4 weeks": START,
            "No more than 200 cases a caseworker": None,
        }
    )
    binding: list[str] = field(
        default_factory=lambda: [
            "No more than 0.5 educational psychologists can be appointed a month."
        ]
    )
    warnings: list[str] = field(default_factory=lambda: ["No caseload standard is set."])
    provenance: dict[str, Any] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        """Write one table."""
        folder.mkdir()
        self.staffing.to_csv(folder / "staffing.csv", index=False)


@pytest.fixture
def short() -> Scenario:
    """Give a scenario that is planned in a second or two."""
    begin = new("Rutland", start=START)
    return begin.changed(horizon_weeks=52, run_out_weeks=26, title="As it is")


@pytest.fixture
def plan() -> SmallPlan:
    return SmallPlan()


@pytest.fixture
def scenario() -> Scenario:
    return new("Devon", start=START)


@pytest.fixture
def assessor() -> Assessor:
    return Assessor()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Open an empty window."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
