"""Scenarios of every kind, drawn by chance, for property tests of the pages."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from burdens.errors import ScenarioError
from burdens.measures import all_values, measures
from burdens.scenario import Scenario, kinds, new, roles

MONDAYS = [dt.date(2026, 4, 6), dt.date(2027, 4, 5), dt.date(2029, 9, 3)]
words = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)
amounts = st.floats(0, 500, allow_nan=False) | st.sampled_from([0.0, 12.5, 1 / 3])
shares = st.floats(0, 1, allow_nan=False) | st.sampled_from([0.0, 0.9, 1 / 3, 1.0])


@st.composite
def staffing(draw: st.DrawFn) -> dict[str, Any]:
    chosen = draw(st.sets(st.sampled_from(sorted(roles()))))
    found = {}
    for role in {*chosen, *(name for name, fact in roles().items() if fact.always)}:
        found[role] = {
            "in_post": draw(st.none() | amounts),
            "vacant": draw(st.none() | amounts),
            "agency": draw(st.none() | amounts),
            "pay_salary": draw(st.none() | st.floats(1, 90_000)),
            "max_hires_a_month": draw(st.none() | amounts),
            "agency_share": draw(st.none() | shares),
        }
    return found


@st.composite
def standards(draw: st.DrawFn, start: dt.date) -> dict[str, Any]:
    later = draw(st.booleans())
    same = draw(st.none() | shares)
    stages = [
        {
            "pathway": one.pathway,
            "stage": one.stage,
            "on_time": draw(shares) if same is None else same,
        }
        for one in new("Devon", start=start).standards.timeliness
    ]
    stages[-1]["from"] = start + dt.timedelta(weeks=10) if later else start
    caseload = {"cases_per_caseworker": draw(st.floats(0.01, 20_000))}
    caseload["from"] = start + dt.timedelta(weeks=3 * later)
    return {"timeliness": stages, "caseload": draw(st.none() | st.just(caseload))}


@st.composite
def chosen(draw: st.DrawFn, start: dt.date) -> list[dict[str, Any]]:
    found = []
    for name in draw(st.lists(st.sampled_from(sorted(measures())), unique=True, max_size=4)):
        entry: dict[str, Any] = {"measure": name}
        if draw(st.booleans()):
            entry["from"] = start + dt.timedelta(days=draw(st.integers(0, 300)))
        if draw(st.booleans()):
            entry["phasing"] = draw(
                st.sampled_from([[1.0], [0.25, 0.75], [1 / 3, 1 / 3, 1 / 3], [0.0, 1.0]])
            )
        found.append(entry)
    return found


@st.composite
def overrides(draw: st.DrawFn) -> list[dict[str, Any]]:
    used = ["growth.requests", "hours.needs_assessment.ep_advice.ep", "on_costs.overheads"]
    every = st.sampled_from(used) | st.sampled_from(sorted(all_values()))
    return [
        {
            "value": name,
            "to": draw(st.floats(0, 3, allow_nan=False)),
            "reason": draw(words),
            "by": draw(st.none() | words),
        }
        for name in draw(st.lists(every, unique=True, max_size=5))
    ]


@st.composite
def assessment(draw: st.DrawFn, start: dt.date) -> dict[str, Any]:
    year = start.year - 1 if start.month < 4 else start.year
    years = [f"{year + n}-{(year + n + 1) % 100:02d}" for n in draw(st.sets(st.integers(0, 12)))]
    return {
        "years": draw(st.integers(3, 10)),
        "area_cost": draw(st.none() | st.floats(0.5, 2)),
        "grant": [
            {"financial_year": name, "gbp": draw(amounts), "source": draw(st.just("") | words)}
            for name in years
        ],
    }


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    start = draw(st.sampled_from(MONDAYS))
    base = new(draw(st.sampled_from(["Devon", "Kent"])), start=start)
    figures = {name: one.model_dump() for name, one in base.figures.items()}
    for name in draw(st.sets(st.sampled_from(sorted(kinds())), max_size=4)):
        figures[name] = {"value": draw(st.none() | amounts), "source": draw(words)}
    opening = [{"pathway": "needs_assessment", "task": "final", "age_weeks": 9, "cases": 3.5}]
    try:
        return base.changed(
            title=draw(st.none() | words),
            burdens=draw(st.sampled_from([base.burdens, "0.0.1"])),
            run_out_weeks=draw(st.sampled_from([26, 52])),
            bucket_weeks=draw(st.sampled_from([1, 2])),
            figures=figures,
            opening=draw(st.sampled_from(["estimated", opening])),
            staff=draw(staffing()),
            standards=draw(standards(start)),
            measures=draw(chosen(start)),
            overrides=draw(overrides()),
            assessment=draw(assessment(start)),
        )
    except ScenarioError:
        assume(condition=False)
        raise
