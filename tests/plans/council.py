"""A small council in steps of two weeks, and ways to draw others like it by chance."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from burdens.problem import Problem

START = date(2027, 4, 5)
BUCKETS, REPORTED = 58, 46  # two-week steps: from April 2027 to January 2029, and half a year more
EP, CASEWORKER = "ep", "caseworker"
A_STEP_LATER = 0.999  # worth of a pound: posts of a later year cost less, so no two plans tie


def first_days(buckets: int = BUCKETS, start: date = START) -> list[date]:
    """Return the first day of each step."""
    return [start + timedelta(weeks=2 * bucket) for bucket in range(buckets)]


def calendar(buckets: int = BUCKETS, start: date = START) -> dict[str, Any]:
    """Return the fields of a Problem that say which step lies in which month and year."""
    days = first_days(buckets, start)
    months = [12 * (day.year - start.year) + day.month - start.month for day in days]
    numbers = [12 * start.year + start.month - 1 + month for month in range(months[-1] + 1)]
    years = [number // 12 - (number % 12 < 3) for number in numbers]
    return {
        "weeks": 2 * buckets,
        "bucket_weeks": 2,
        "start": start,
        "months": months,
        "years": years,
    }


def a_role(buckets: int, months: int, **fields: Any) -> dict[str, Any]:
    """Return a role of 60 h a step that costs GBP 2,400 a step at first, with limits on hiring."""
    return {
        "productive": [60.0] * buckets,
        "cost_week": [2400.0 * A_STEP_LATER**bucket for bucket in range(buckets)],
        "vacancy_weight": 20_000.0,
        "temporary_cost": 300.0,
        "fixed_term": True,
        "hire_cap": [0.1] * months,
        "hire_cost": 3000.0,
        "lead": 1.5,
        "ramp": [0.5, 0.25],
        "attrition": 0.01,
        "agency_cap": [10.0] * buckets,
        "agency_cost": 80.0,
        "shortfall_weight": 50_000.0,
        **fields,
    }


def a_task(name: str, due: int, *after: str, **fields: Any) -> dict[str, Any]:
    """Return a statutory task for every case."""
    waits = [(one, 0) for one in after]
    return {"id": name, "due": due, "stage": True, "share": 1.0, "after": waits, **fields}


def a_pathway(name: str, arrivals: float, *tasks: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Return a pathway of level arrivals, with the weights of lateness that a council's have."""
    return {
        "id": name,
        "arrivals": [arrivals] * BUCKETS,
        "tasks": tasks,
        "overdue": [(0, 10_000.0), (6, 100_000.0), (13, 300_000.0), (26, 1_000_000.0)],
        "open_weight": 0.1,
        **fields,
    }


def council(**fields: Any) -> Problem:
    """Return a council short of psychologists, with cases open at the start."""
    times = calendar()
    months = len(times["years"])
    return Problem.of(
        {
            **times,
            "reported_weeks": 2 * REPORTED,
            "roles": {
                EP: a_role(BUCKETS, months, staff0=2.0, implied=(1.5, 2.0, 3.0)),
                CASEWORKER: a_role(BUCKETS, months, staff0=4.0),
            },
            "pathways": [
                a_pathway(
                    "needs_assessment",
                    20.0,
                    a_task("decide", 3, hours={CASEWORKER: 2.0}),
                    a_task("ep_advice", 6, "decide", share=0.6, hours={EP: 15.0}),
                    a_task("final", 10, "ep_advice", share=0.5, hours={CASEWORKER: 10.0}),
                    opening=[
                        {"task": "decide", "age": 2, "cases": 12.0},
                        {"task": "ep_advice", "age": 8, "cases": 30.0},
                        {"task": "final", "age": 14, "cases": 10.0},
                    ],
                    kept=0.4,
                    kept_factor=50.0,
                    exceptions=0.1,
                ),
                a_pathway("mediation", 5.0, a_task("meet", 2, hours={CASEWORKER: 6.0})),
            ],
            "caseload": {
                "role": CASEWORKER,
                "cases": [900.0 + bucket for bucket in range(BUCKETS)],
                "standard": [None] * BUCKETS,
                "weight": 500.0,
            },
            "published": {
                "pathway": "needs_assessment",
                "task": "final",
                "within": 10,
                "year": 2025,
                "on_time": 0.4,
            },
            "titles": {
                EP: "Educational psychologist",
                CASEWORKER: "Caseworker",
                "needs_assessment": "EHC needs assessment",
                "mediation": "Mediation",
            },
            "notes": ["Staff are implied."],
            **fields,
        }
    )


def with_role(problem: Problem, name: str, **fields: Any) -> Problem:
    """Return a Problem with fields of one role replaced."""
    role = problem.roles[name].model_copy(update=fields)
    return problem.changed(roles={**problem.roles, name: role})


def with_pathway(problem: Problem, name: str, **fields: Any) -> Problem:
    """Return a Problem with fields of one pathway replaced."""
    return problem.changed(
        pathways=[
            pathway.model_copy(update=fields) if pathway.id == name else pathway
            for pathway in problem.pathways
        ]
    )


@st.composite
def other_numbers(draw: st.DrawFn, problem: Problem) -> Problem:
    """Draw a Problem of the same shape: arrivals, hours, limits, staff and the kept share."""
    factor = st.floats(0.3, 2.0).map(lambda number: round(number, 3))

    def times(series: tuple[float, ...] | None) -> tuple[float, ...] | None:
        scale = draw(factor)
        return None if series is None else tuple(number * scale for number in series)

    pathways = [
        pathway.model_copy(
            update={
                "arrivals": times(pathway.arrivals),
                "kept": None if pathway.kept is None else draw(st.sampled_from([0, 0.2, 0.7, 1])),
                "tasks": tuple(
                    task.model_copy(
                        update={
                            "hours": {
                                role: each * draw(factor) for role, each in task.hours.items()
                            }
                        }
                    )
                    for task in pathway.tasks
                ),
            }
        )
        for pathway in problem.pathways
    ]
    roles = {
        name: role.model_copy(
            update={
                "staff0": role.staff0 * draw(factor),
                "hire_cap": times(role.hire_cap),
                "posts": times(role.posts),
                "agency_cost": role.agency_cost * draw(factor),
            }
        )
        for name, role in problem.roles.items()
    }
    return problem.changed(pathways=pathways, roles=roles)
