"""From a scenario to its plan, and on from there as the scenario changes."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from typing import Any

import pytest

from burdens import planning, scenario
from burdens.planning import LiveScenario
from burdens.plans import LiveModel, Plan, plan_of
from burdens.problem import build


@pytest.fixture(scope="module")
def rutland() -> scenario.Scenario:
    made = scenario.new("Rutland", start=dt.date(2027, 4, 5))
    return made.changed(horizon_weeks=52, run_out_weeks=26)


@pytest.fixture(scope="module")
def plan(rutland: scenario.Scenario) -> Plan:
    return planning.plan(rutland)


def of_nothing(changed: scenario.Scenario) -> float:
    return plan_of(LiveModel().answer(build(changed))).objective


CHANGES: dict[str, dict[str, Any]] = {
    "staff": {
        "staff": {
            "ep": {"in_post": 4.0},
            "salt": {},
            "caseworker": {"in_post": 6.0},
            "send_manager": {},
        }
    },
    "a value": {"overrides": [{"value": "growth.requests", "to": 0.1, "reason": "More come."}]},
    "the start": {"start": dt.date(2027, 5, 3)},
    "the horizon": {"horizon_weeks": 78},
}


def test_a_live_scenario_follows_its_changes_to_the_plans_from_nothing(
    rutland: scenario.Scenario,
) -> None:
    live = LiveScenario()
    for fields in ({}, *CHANGES.values()):
        changed = rutland.changed(**fields)
        made = live.plan(changed, helped=False)
        assert made.objective == pytest.approx(of_nothing(changed), rel=1e-6)
        assert made.authority == "Rutland"
        assert made.provenance["scenario"] == changed.hash


def test_what_would_help_and_the_line_are_there_where_they_are_asked_for(
    rutland: scenario.Scenario, plan: Plan
) -> None:
    live = LiveScenario()
    bare = live.plan(rutland, helped=False)
    full = live.plan(rutland, standards=True)

    assert (bare.helps, bare.standards) == ((), None)
    assert [one.id for one in live.helps(rutland)] == [one.id for one in full.helps]
    assert [one.id for one in plan.helps] == [one.id for one in full.helps]
    assert full.standards is not None
    assert full.standards["standard"].tolist() == [*map(float, range(80, 251, 10))]
    line = live.caseload_line(rutland, [100.0, 200.0])
    assert line["posts_fte"].tolist() == pytest.approx(
        full.standards[full.standards["standard"].isin([100.0, 200.0])]["posts_fte"].tolist()
    )


def test_half_the_growth_is_among_what_would_help(rutland: scenario.Scenario) -> None:
    more = [{"value": "growth.requests", "to": 0.5, "reason": "Many more come."}]
    found = LiveScenario().helps(rutland.changed(overrides=more))

    assert "growth" in {one.id for one in found}


def test_a_watch_hears_what_is_done(rutland: scenario.Scenario) -> None:
    class Heard:
        cancelled = False

        def __init__(self) -> None:
            self.steps: list[str] = []

        def step(self, doing: str, _share: float | None = None) -> None:
            self.steps.append(doing)

    heard = Heard()
    LiveScenario(watch=heard).plan(rutland)

    assert len(heard.steps) == len(set(heard.steps)) >= 3
    assert heard.steps[-1] == "Finding what would help most"


def test_each_warning_is_said_once_and_each_missing_figure_is_named_in_one(
    rutland: scenario.Scenario, plan: Plan
) -> None:
    missing = {name for name, entry in rutland.figures.items() if entry.value is None}
    named = Counter(
        name
        for warning in plan.warnings
        for name in set(re.findall(r"figures\.(\w+)", warning)) & missing
    )

    assert len(set(plan.warnings)) == len(plan.warnings)
    assert missing
    assert set(named.values()) == {1}
    assert missing <= set(named)


def test_a_warning_of_something_else_stays(rutland: scenario.Scenario) -> None:
    far = [{"value": "growth.requests", "to": 3.0, "reason": "Nobody believes it."}]
    changed = rutland.changed(overrides=far)
    (outside,) = (one for one in changed.warnings if "Nobody believes it" in one)

    made = LiveScenario().plan(changed, helped=False)
    assert outside in made.warnings
    assert any("caseload standard" in one for one in made.warnings)
