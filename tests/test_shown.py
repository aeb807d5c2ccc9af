"""What a scenario, a plan, an assessment and a comparison show of themselves below a cell."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

import burdens
from burdens import words
from tests.pages.visitor import axe_on
from tests.shown import Shown

if TYPE_CHECKING:
    from playwright.sync_api import Page

HOSTILE = "<script>document.title = 'broken'</script><img src=x onerror=alert(1)>"
WANTED = {"p", "strong", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "li"}
KINDS = ("scenario", "plan", "assessment", "comparison")


@pytest.fixture(scope="module")
def scenario() -> burdens.Scenario:
    made = burdens.new("Rutland", start=dt.date(2027, 4, 5), caseload=180)
    return made.changed(
        title=HOSTILE,
        horizon_weeks=52,
        run_out_weeks=26,
        staff={
            "ep": {"in_post": 1.5},
            "salt": {},
            "caseworker": {"in_post": 4},
            "send_manager": {},
        },
        measures=[{"measure": "mediation"}, {"measure": "digital_ehcps", "from": "2027-10-04"}],
        overrides=[{"value": "growth.requests", "to": 0.041, "reason": HOSTILE}],
    )


@pytest.fixture(scope="module")
def made(scenario: burdens.Scenario) -> dict[str, Any]:
    other = scenario.changed(title="Other", overrides=[])
    burden = burdens.assess(scenario)
    return {
        "scenario": scenario,
        "plan": burdens.plan(scenario).made_for("Rutland", [HOSTILE], {}),
        "assessment": replace(burden, warnings=[HOSTILE, *burden.warnings]),
        "comparison": burdens.compare({HOSTILE: scenario, "Other": other}),
    }


@pytest.fixture(scope="module")
def shown(made: dict[str, Any]) -> dict[str, Shown]:
    return {name: Shown(one._repr_html_()) for name, one in made.items()}


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_what_a_user_typed_is_shown_as_text_and_nothing_is_fetched(
    shown: dict[str, Shown], kind: str
) -> None:
    assert shown[kind].elements <= WANTED | {"details", "summary"}
    assert HOSTILE in shown[kind].words
    assert shown[kind].attributes <= {"style", "scope"}


@pytest.mark.slow
def test_a_scenario_shows_what_was_chosen_and_what_is_estimated(
    made: dict[str, Any], shown: dict[str, Shown]
) -> None:
    one, said = made["scenario"], shown["scenario"]
    posts = said.column("Staff at the start", "In post")
    assert posts == {
        "Educational psychologist": "1.5",
        "Speech and language therapist": "estimated",
        "Caseworker": "4.0",
        "SEND manager": "estimated",
    }
    assert len(said.column("On-time standards", "On time")) == len(one.standards.timeliness)
    assert "180 cases a caseworker from 5 April 2027" in said.words
    assert said.column("Policy measures", "From")["National, digital EHC plans"] == "4 October 2027"
    (reason,) = said.column("Values of the evidence replaced", "Reason").values()
    assert reason == HOSTILE
    assert said.column("Values of the evidence replaced", "Used here").popitem()[1] == "0.041"
    for warning in one.warnings:
        assert warning in said.words
    judged = [value for value in one.evidence_values().values() if value.unconfirmed]
    assert f"{len(judged)} of" in said.words
    for value in judged:
        assert value.id in said.words


@pytest.mark.slow
def test_a_plan_shows_its_headlines_and_the_sums_of_its_tables(
    made: dict[str, Any], shown: dict[str, Shown]
) -> None:
    plan, said = made["plan"], shown["plan"]
    needed = said.column("People", "Needed to keep up")
    ended = said.column("People", "In post at the end")
    assert len(needed) == len(plan.problem.roles)
    for post in plan.headlines.posts:
        rows = plan.staffing[plan.staffing["role"] == post.role]
        assert needed[post.title] == words.fte(max(plan.needs[post.role].keep_up.values()))
        assert ended[post.title] == words.fte(rows["in_post_fte"].iloc[-1])
    written = said.column("Cost a year", "Cost")
    for year, rows in plan.cost.groupby("financial_year"):
        assert written[year] == words.gbp(sum(rows["gbp"]))
    rates = said.column("Plans issued within 20 weeks", "On time")
    table = plan.on_time[plan.on_time["period"] == "year"].dropna(subset=["on_time"])
    assert [*rates.values()][-len(table) :] == [*map(words.share, table["on_time"])]
    late = said.column("Cases past a limit", "End of 2027-28")
    last = plan.cases[plan.cases["week"] == plan.cases["week"].max()]
    assert late["All"] == words.count(last["overdue_cases"].sum())


@pytest.mark.slow
def test_a_plan_says_when_each_standard_is_met_what_would_help_and_what_was_assumed(
    made: dict[str, Any], shown: dict[str, Shown]
) -> None:
    plan, said = made["plan"], shown["plan"]
    met = said.column("Nothing past a limit", "From")
    assert set(plan.first_met) == set(met)
    for standard, day in plan.first_met.items():
        assert (day is None) == (met[standard] == "not within this plan")
    assert plan.helps
    assert all(one.what in said.words for one in plan.helps)
    assert all(sentence in said.words for sentence in plan.warnings)


@pytest.mark.slow
def test_an_assessment_shows_the_sums_of_its_tables_and_names_what_nobody_confirmed(
    made: dict[str, Any], shown: dict[str, Shown]
) -> None:
    one, said = made["assessment"], shown["assessment"]
    for head, column in (
        ("Low", "low_net_gbp"),
        ("Net", "net_gbp"),
        ("High", "high_net_gbp"),
        ("One-off", "one_off_gbp"),
        ("Recurring", "recurring_gbp"),
    ):
        written = said.column("Net additional cost by year", head)
        for year, gbp in zip(one.by_year["financial_year"], one.by_year[column], strict=True):
            (cell,) = (text for name, text in written.items() if name.startswith(year))
            assert cell == words.gbp(gbp)
        whole = sum(one.by_year[column])
        assert written["All years"] == words.gbp(whole)
    # Lines of burden, added up without the tables by year and measure.
    part = one.burden[~one.burden["provision"].astype(bool)]
    signs = part["nature"].map({"cost": 1.0, "saving": -1.0})
    for measure, gbp in (part["modelled_gbp"] * signs).groupby(part["measure"]).sum().items():
        title = next(m.title for m in one.measures if m.id == measure)
        written = said.column("By measure", "Net")
        assert written[title] == words.gbp(gbp)
    judged = one.assumptions[(one.assumptions["grade"] == "D") & ~one.assumptions["confirmed"]]
    assert len(judged) > 10
    assert f"{len(judged)} of {len(one.assumptions)} assumptions are unconfirmed" in said.words
    assert all(f"({name})" in said.words for name in judged["id"])
    assert all(warning in said.words for warning in one.warnings)


@pytest.mark.slow
def test_a_comparison_shows_its_numbers_and_the_steps_add_up(
    made: dict[str, Any], shown: dict[str, Shown]
) -> None:
    one, said = made["comparison"], shown["comparison"]
    costs = {name: plan.cost["gbp"].sum() for name, plan in one.plans.items()}
    for name, gbp in costs.items():
        written = said.column("Numbers that can be compared", name)["Cost of the whole plan"]
        assert written == words.gbp(gbp)
    effect = said.column(f"From {HOSTILE} to Other", "Cost of the whole plan")
    less = costs["Other"] - costs[HOSTILE]
    assert effect["Together"].replace("+", "") == words.gbp(less)
    growth, together = effect
    assert (growth.split(",")[0], together) == ("Growth of requests for assessment", "Together")


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_terminal_shows_a_few_lines(made: dict[str, Any], kind: str) -> None:
    lines = repr(made[kind]).splitlines()
    assert 4 <= len(lines) <= 10
    assert str(made[kind]) == repr(made[kind])
    assert {"scenario": "Rutland", "plan": "Rutland", "assessment": "Rutland"}.get(
        kind, "Other"
    ) in lines[0]
    assert kind == "comparison" or "warnings: " in lines[-1]


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("ground", ["white", "#111"])
def test_axe_finds_nothing_on_a_light_or_a_dark_ground(
    made: dict[str, Any], window: Page, ground: str
) -> None:

    ink = "black" if ground == "white" else "white"
    parts = "".join(f"<section>{one._repr_html_()}</section>" for one in made.values())
    window.set_content(
        f'<!DOCTYPE html><html lang="en-GB"><title>Shown</title><body style="background:{ground};'
        f'color:{ink}"><main><h1>Shown</h1>{parts}</main></body></html>'
    )
    for summary in window.locator("summary").all():
        summary.click()
    assert axe_on(window) == []
    assert window.title() == "Shown"


def test_showing_a_scenario_needs_no_widget_and_prints_nothing() -> None:
    program = (
        "import sys, burdens\n"
        "made = burdens.new('Devon')\n"
        "assert 'Devon' in made._repr_html_() and 'Devon' in repr(made)\n"
        "assert not {'IPython', 'ipywidgets', 'anywidget', 'burdens.pages'} & set(sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
