"""A small plan with known numbers, so that what a page says of it can be worked out by hand."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from burdens.plans import Help, Plan, RoleNeed, Span
from burdens.problem import Problem

START = dt.date(2027, 4, 5)
WEEKS, BUCKETS = 104, 52
MONTHS = [dt.date(2027 + (3 + m) // 12, (3 + m) % 12 + 1, 1) for m in range(24)]
IN_POST = {"ep": 20.0, "salt": 8.0, "caseworker": 50.0}
IMPLIED = {"ep": (15.0, 20.0, 26.0)}
NEEDED = {"ep": (30.0, 26.0), "salt": (7.0, 7.0), "caseworker": (60.0, 66.5)}
COST_WEEK = 2000.0  # GBP per FTE and step of two weeks, alike for every role
TITLES = {
    "ep": "Educational psychologist",
    "salt": "Speech and language therapist",
    "caseworker": "Caseworker",
    "needs_assessment": "EHC needs assessment",
    "needs_assessment.decide": "Decide whether to assess",
    "needs_assessment.ep_advice": "Educational psychologist's advice",
    "needs_assessment.social_care_advice": "Social care advice",
    "needs_assessment.draft": "Send the draft plan",
    "needs_assessment.final": "Send the final plan",
    "annual_review": "Annual review",
    "annual_review.decision": "Decide after the review",
    "annual_review.amend": "Send the amended plan",
    "mediation": "Mediation",
    "mediation.meet": "Meet",
    "appeal": "Appeal",
}


def _day(bucket: int) -> dt.date:
    return START + dt.timedelta(weeks=2 * bucket)


def _month(day: dt.date) -> int:
    return 12 * (day.year - 2027) + day.month - 4


def _role(name: str) -> dict[str, object]:
    return {
        "productive": [60.0] * BUCKETS,
        "staff0": IN_POST[name],
        "implied": IMPLIED.get(name),
        "cost_week": [COST_WEEK] * BUCKETS,
        "agency_cap": [0.0] * BUCKETS,
        "shortfall_weight": 50_000.0,
    }


def _task(
    name: str, due: int, *after: str, stage: bool = True, **hours: float
) -> dict[str, object]:
    return {
        "id": name,
        "due": due,
        "stage": stage,
        "share": 1.0,
        "after": [(one, 0) for one in after],
        "hours": hours,
    }


def _pathway(name: str, *tasks: dict[str, object]) -> dict[str, object]:
    overdue = [(0, 40_000.0)]
    return {"id": name, "arrivals": [40.0] * BUCKETS, "tasks": tasks, "overdue": overdue}


def problem() -> Problem:
    """Return the numbers that the plan answers, in steps of two weeks."""
    return Problem.of(
        {
            "weeks": WEEKS,
            "reported_weeks": WEEKS,
            "bucket_weeks": 2,
            "start": START,
            "months": [_month(_day(bucket)) for bucket in range(BUCKETS)],
            "years": [2027] * 12 + [2028] * 12,
            "roles": {name: _role(name) for name in IN_POST},
            "pathways": [
                _pathway(
                    "needs_assessment",
                    _task("decide", 3, caseworker=2.0),
                    _task("ep_advice", 6, "decide", ep=15.0),
                    _task("social_care_advice", 6, "decide"),
                    _task("draft", 8, "ep_advice", stage=False, caseworker=6.0),
                    _task("final", 10, "draft", caseworker=5.0),
                ),
                _pathway(
                    "annual_review",
                    _task("decision", 2, caseworker=3.0),
                    _task("amend", 6, "decision", caseworker=4.0),
                ),
                _pathway("mediation", _task("meet", 2, caseworker=8.0)),
            ],
            "published": {
                "pathway": "needs_assessment",
                "task": "final",
                "within": 10,
                "year": 2025,
                "on_time": 0.46,
            },
            "titles": TITLES,
            "notes": ["No caseload standard is set.", "Missing: phase transfers due."],
        }
    )


def _needs() -> dict[str, RoleNeed]:
    peak = {"ep": 41.2, "salt": 9.0, "caseworker": 80.0}
    return {
        role: RoleNeed(
            keep_up={2027: first, 2028: second},
            work_over_hours={2027: first - 1, 2028: second - 1},
            catch_up_hours=100 * first,
            catch_up_fte=first / 10,
            peak=peak[role],
            peak_month=dt.date(2028, 8, 1),
        )
        for role, (first, second) in NEEDED.items()
    }


def _staffing() -> pd.DataFrame:
    rows = [
        {
            "role": role,
            "month": month,
            "in_post_fte": fte + 0.25 * index,
            "posts_fte": NEEDED[role][index // 12],
            "needed_fte": NEEDED[role][index // 12],
            "temporary_fte": 3.0 if index < 6 else 0.0,
            "vacant_fte": 1.0,
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
            "assistance_hours": 50.0 if role == "ep" else 0.0,
            "short_hours": 0.0,
            "worked_hours": 100 * fte + (250.0 if role == "ep" else 0.0),
        }
        for role, fte in IN_POST.items()
        for month in MONTHS
    ]
    return pd.DataFrame(rows)


def _cases() -> pd.DataFrame:
    rows = [
        {
            "pathway": pathway,
            "week": _day(bucket),
            "arrived_cases": 40.0,
            "open_cases": cases,
            "overdue_cases": max(0.0, 300.0 - 20 * bucket) if late else 0.0,
            "overdue_52_weeks_cases": max(0.0, 60.0 - 20 * bucket) if late else 0.0,
        }
        for pathway, cases, late in (
            ("needs_assessment", 900.0, True),
            ("annual_review", 400.0, False),
            ("mediation", 0.0, False),
        )
        for bucket in range(BUCKETS)
    ]
    return pd.DataFrame(rows)


def _on_time() -> pd.DataFrame:
    years = [(dt.date(2027, 1, 1), 0.6), (dt.date(2028, 1, 1), 0.8), (dt.date(2029, 1, 1), 1.0)]
    quarters = [
        (dt.date(2027 + (number + 1) // 4, 3 * ((number + 1) % 4) + 1, 1), 0.51 + 0.07 * number)
        for number in range(8)
    ]
    rows = [
        {
            "period": period,
            "start": start,
            "issued_cases": 500.0,
            "on_time": share,
            "on_time_excluding_exceptions": min(share / 0.95, 1.0),
            "mean_weeks": 50 - 30 * share,
        }
        for period, found in (("year", years), ("quarter", quarters))
        for start, share in found
    ]
    return pd.DataFrame(rows)


def _caseload() -> pd.DataFrame:
    rows = [
        {
            "month": month,
            "cases": 9000.0,
            "caseworkers_fte": IN_POST["caseworker"],
            "per_caseworker": 9000.0 / IN_POST["caseworker"],
            "standard": 200.0,
            "excess_cases": 0.0,
        }
        for month in MONTHS
    ]
    return pd.DataFrame(rows)


def _cost() -> pd.DataFrame:
    rows = [
        {"financial_year": year, "role": role, "kind": kind, "gbp": gbp}
        for year, scale in (("2027-28", 1.0), ("2028-29", 1.25))
        for role, kind, gbp in (
            ("ep", "pay", 1_000_000 * scale),
            ("ep", "agency", 400_000 * scale),
            ("caseworker", "pay", 2_300_000 * scale),
            ("caseworker", "temporary", 200_000 * scale),
            ("salt", "recruitment", 100_000 * scale),
        )
    ]
    return pd.DataFrame(rows)


def _shortfalls() -> pd.DataFrame:
    missed = [
        ("EHC needs assessment <b>", "2027-28", 300.0, "cases at once"),
        ("EHC needs assessment <b>", "2028-29", 3.4, "cases at once"),
        ("Caseload of 200 for each caseworker", "2027-28", 900.0, "cases at once"),
    ]
    return pd.DataFrame(missed, columns=["standard", "period", "amount", "unit"])


def small_plan() -> Plan:
    """Return a plan whose tables hold round numbers."""
    return Plan(
        problem=problem(),
        objective=123_456_789.0,
        needs=_needs(),
        staffing=_staffing(),
        hours=_hours(),
        capacity=_capacity(),
        cases=_cases(),
        on_time=_on_time(),
        caseload=_caseload(),
        cost=_cost(),
        shortfalls=_shortfalls(),
        first_met={
            "EHC needs assessment": dt.date(2028, 4, 3),
            "Annual review": START,
            "Caseload of 200 for each caseworker": None,
        },
        on_time_from=dt.date(2028, 4, 3),
        work_based_caseload=Span(120.4, 138.2, 150.0),
        warnings=["No caseload standard is set.", "Missing: phase transfers due."],
        authority="Devon",
    )


def small_helps() -> tuple[Help, ...]:
    """Return what would help most in the small plan."""
    return (
        Help("hire.ep", "Educational psychologist: one more appointed a month", 430.0, 6.0, 4e5),
        Help("hours.ep", "Educational psychologist: a tenth fewer hours a case", 120.2, 0.0, 0.0),
        Help("kept.1", "New cases first", -35.0, 2.5, 0.0),
    )


def small_line(standards: list[float]) -> pd.DataFrame:
    """Return a caseload line: 12,000 cases over each standard, GBP 50,000 a caseworker."""
    posts = [12_000 / standard for standard in standards]
    return pd.DataFrame(
        {
            "standard": standards,
            "posts_fte": posts,
            "cost_gbp": [50_000 * number for number in posts],
            "on_time": [0.9] * len(posts),
            "overdue_cases": [12.0] * len(posts),
        }
    )
