from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

import burdens
from burdens.comparison import Plans, compare
from burdens.comparison.display import cell
from burdens.errors import ScenarioError, WorkCancelledError
from burdens.planning import plan
from burdens.scenario import new, read
from tests.comparison.small_plans import (
    GROWN,
    PEOPLE,
    START,
    Planner,
    devon,
    grown,
    staffed,
    steps_of,
)

if TYPE_CHECKING:
    from pathlib import Path


class Watch:
    """Stops the work after some steps."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.heard: list[tuple[str, float | None]] = []
        self.cancelled = False

    def step(self, doing: str, share: float | None = None) -> None:
        if len(self.heard) == self.most:
            raise WorkCancelledError
        self.heard.append((doing, share))


@pytest.mark.truth
def test_a_step_is_the_mean_of_both_orders_and_the_steps_add_up() -> None:
    # By hand: 4 roles of 2 posts times 4 cost 32; 4 of 5 times 0.5 cost 10. Staff first: +48,
    # then growth -70. Growth first: -28, then staff +6.
    other = devon(staff=staffed(5.0), overrides=grown(0.5))
    found = compare({"Ours": devon(), "Theirs": other}, planner=Planner())
    assert steps_of(found) == {
        PEOPLE: (48.0 + 6.0) / 2,
        GROWN: (-70.0 - 28.0) / 2,
    }
    assert sum(steps_of(found).values()) == 10.0 - 32.0
    assert steps_of(found, "needed", "ep") == {PEOPLE: 0.0, GROWN: 5.0 - 40.0}
    # Cases at the end rise with growth and fall with staff, each for itself.
    assert steps_of(found, "overdue_end") == {PEOPLE: 2.0 - 5.0, GROWN: 0.5 - 4.0}


def test_the_way_back_has_the_same_steps_with_the_sign_turned() -> None:
    one, other = devon(staff=staffed(3.0)), devon(overrides=grown(0.5))
    there = compare([one, other], planner=Planner())
    back = compare([other, one], planner=Planner())
    assert steps_of(back) == {title: -effect for title, effect in steps_of(there).items()}


def test_steps_of_many_groups_add_up_to_the_difference_of_the_plans() -> None:
    other = new("Kent", start=START, caseload=180).changed(
        staff=staffed(7.0), overrides=grown(0.3), bucket_weeks=1
    )
    planner = Planner()
    found = compare([devon(), other], planner=planner)
    assert len(steps_of(found)) == 9
    assert sum(steps_of(found).values()) == pytest.approx(4 * 7 * 0.3 - 4 * 2 * 4)
    # Both ends, and all between them of both orders.
    assert len(planner.asked) <= 2 + 2 * (9 - 1)


def test_a_step_names_the_figures_that_it_changes() -> None:
    figures = {name: one.model_dump() for name, one in devon().figures.items()}
    figures["appeals"] = {**figures["appeals"], "value": 1.0}
    found = compare([devon(), devon(figures=figures)], planner=Planner()).explanations[0]
    assert [(step.title, step.figures) for step in found.steps] == [
        ("Appeals and mediation", ("appeals",))
    ]


def test_the_same_scenario_twice_differs_in_nothing_and_is_planned_once() -> None:
    planner = Planner()
    found = compare({"One": devon(), "Two": devon(title="Another name")}, planner=planner)
    assert len(planner.asked) == 1
    assert found.explanations[0].steps == ()
    assert found.unlike == []
    assert found.entries == []
    assert set(found.numbers["difference"]) == {0.0}


def test_numbers_are_set_beside_those_of_the_first() -> None:
    found = compare({"A": devon(), "B": devon(staff=staffed(5.0))}, planner=Planner())
    rows = found.numbers.set_index(["number", "role", "period", "scenario"])
    cost = rows.loc["cost", "", "", "B"]
    assert cost["unit"] == "gbp"
    assert list(cost[["value", "difference", "difference_share"]]) == [80.0, 48.0, 1.5]
    assert rows.loc["at_start", "ep", "", "B"]["difference"] == 3.0
    assert rows.loc["overdue_end", "", "", "B"]["difference"] == 2.0 - 5.0
    assert rows.loc["needed_year", "ep", "2027-28", "A"]["value"] == 40.0


def test_what_is_implied_and_what_is_uncertain_has_its_range() -> None:
    found = compare({"A": devon(), "B": devon(staff=staffed(5.0))}, planner=Planner())
    start, caseload = found.lines["at_start", "ep", ""], found.lines["caseload", "", ""]
    assert cell(start["A"]) == "2.0 (implied, not counted: 1.0 to 3.0)"
    assert cell(start["B"]) == "5.0"
    assert cell(caseload["A"]) == "138 (120 to 150)"


def test_a_calendar_year_is_compared_where_both_plan_the_same_weeks_of_it() -> None:
    found = compare({"A": devon(), "B": devon(horizon_weeks=52)}, planner=Planner())
    assert [line for line in found.lines if line[0] == "on_time"] == [
        ("on_time", "", "2027, April to December")
    ]


def test_the_day_from_which_nothing_is_late_stands_first_among_the_standards() -> None:
    found = compare({"A": devon(), "B": devon(staff=staffed(5.0))}, planner=Planner())
    assert next(iter(found.first_met.items())) == ("Every time limit", {"A": None, "B": None})


def test_a_comparison_shows_itself_with_cases_before_pounds() -> None:
    found = compare({"A": devon(), "B": devon(staff=staffed(5.0))}, planner=Planner())
    lines = repr(found).splitlines()
    assert [line.strip() for line in lines[1:5]] == [
        "A: 9 cases past a limit at its end",
        "B: 6 cases past a limit at its end",
        "A: £30 over the plan",
        "B: £80 over the plan",
    ]
    assert "Posts to keep up" in found._repr_html_()


def test_numbers_of_other_times_are_not_set_side_by_side_nor_explained() -> None:
    later = new("Devon", start=START.replace(year=2028, day=3))
    found = compare({"A": devon(), "B": later}, planner=Planner())
    # Only years that both plan in full are left.
    assert {period for _, _, period in found.lines} <= {"2028"}
    assert found.explanations == []


def test_costs_of_all_roles_are_not_compared_where_roles_differ() -> None:
    more = devon(staff={**staffed(2.0), "ot": {"in_post": 1.0}})
    found = compare({"A": devon(), "B": more}, planner=Planner())
    assert ("cost", "", "") not in found.lines
    assert ("cost", "ep", "") in found.lines
    # What is explained is of the roles that both have: their staff is typed, and costs as before.
    assert found.explanations[0].whole["cost", ""] == 0.0


def test_plans_made_before_a_stop_are_kept() -> None:
    planner = Planner()
    plans = Plans(planner)
    asked = [devon(), devon(staff=staffed(5.0)), devon(staff=staffed(6.0))]
    with pytest.raises(WorkCancelledError):
        plans.make(asked, Watch(most=2))
    assert len(plans.missing(asked)) == 1
    watch = Watch(most=9)
    plans.make(asked, watch)
    assert watch.heard == [("Plan 1 of 1: planning", 0.0)]


def test_scenarios_in_a_list_go_by_title_or_authority() -> None:
    found = compare([devon(), devon(), devon(title="Ours")], planner=Planner())
    assert list(found.scenarios) == ["Devon", "Devon (2)", "Ours"]


@pytest.mark.parametrize("count", [1, 5])
def test_fewer_than_two_or_more_than_four_are_refused(count: int) -> None:
    with pytest.raises(ScenarioError, match="Give 2 to 4"):
        compare([devon()] * count, planner=Planner())


def test_a_comparison_is_written_as_tables_and_scenarios(tmp_path: Path) -> None:
    other = devon(staff=staffed(5.0))
    found = compare({"A": devon(), "B": other}, planner=Planner())
    found.write(tmp_path / "made")
    assert read(tmp_path / "made" / "scenario_2.burdens.yaml") == other
    with (tmp_path / "made" / "steps.csv").open(encoding="utf-8", newline="") as file:
        steps = list(csv.DictReader(file))
    assert sum(float(s["effect"]) for s in steps if s["number"] == "cost" and s["role"]) == 48.0
    with (tmp_path / "made" / "what_differs.csv").open(encoding="utf-8", newline="") as file:
        what = {row["what"]: (row["A"], row["B"]) for row in csv.DictReader(file)}
    assert what["Caseworker: in post at the start [FTE]"] == ("estimated", "5")


@pytest.mark.slow
@pytest.mark.truth
def test_the_steps_between_two_plans_add_up_to_what_the_plans_say() -> None:
    one = new("Rutland", start=START).changed(horizon_weeks=52, run_out_weeks=26)
    other = one.changed(overrides=grown(0.2), staff=staffed(2.0))
    found = burdens.compare({"One": one, "Other": other})
    first, last = (float(plan(scenario).cost["gbp"].sum()) for scenario in (one, other))
    assert first != pytest.approx(last)
    assert sum(steps_of(found).values()) == pytest.approx(last - first)
    assert set(steps_of(found)) == {PEOPLE, GROWN}


@pytest.mark.slow
@pytest.mark.truth
def test_a_plan_solved_on_the_way_is_the_plan_solved_from_nothing() -> None:
    one = new("Rutland", start=START).changed(horizon_weeks=52, run_out_weeks=26)
    others = [one.changed(overrides=grown(0.2)), one.changed(staff=staffed(2.0, posts=3.0))]
    plans = Plans()
    plans.make([one, *others], None)
    for scenario in others:
        afresh, live = plan(scenario), plans.of(scenario)
        assert live.objective == pytest.approx(afresh.objective)
        for mine, theirs in (
            (live.staffing["in_post_fte"], afresh.staffing["in_post_fte"]),
            (live.cases["overdue_cases"], afresh.cases["overdue_cases"]),
            (live.cost["gbp"], afresh.cost["gbp"]),
        ):
            assert list(mine) == pytest.approx(list(theirs), rel=1e-6, abs=1e-6)
