from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

import burdens
from burdens.comparison import Plans, compare
from burdens.errors import ScenarioError, WorkCancelledError
from burdens.scenario import new, read
from tests.comparison.small_plans import START, Planner, devon, grown, staffed, steps_of

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
        "Staff, pay and hiring": (48.0 + 6.0) / 2,
        "Growth of requests for assessment": (-70.0 - 28.0) / 2,
    }
    assert sum(steps_of(found).values()) == 10.0 - 32.0
    assert steps_of(found, "needed", "ep")["Growth of requests for assessment"] == 5.0 - 40.0


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
    assert rows.loc["cost", "", "", "B"].to_dict() == {
        "unit": "gbp",
        "value": 80.0,
        "difference": 48.0,
        "difference_share": 1.5,
    }
    assert rows.loc["at_start", "ep", "", "B"]["difference"] == 3.0


def test_numbers_of_other_times_are_not_set_side_by_side_nor_explained() -> None:
    later = new("Devon", start=START.replace(year=2028, day=3))
    found = compare({"A": devon(), "B": later}, planner=Planner())
    assert found.lines == {}
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
    short = {"horizon_weeks": 52, "run_out_weeks": 26}
    one = new("Rutland", start=START).changed(**short)
    other = one.changed(overrides=grown(0.2), staff={**staffed(2.0)})
    found = burdens.compare({"One": one, "Other": other})
    ends = [burdens.plan(scenario).summary()["cost_gbp"] for scenario in (one, other)]
    first, last = (sum(year["total"] for year in end.values()) for end in ends)
    assert first != pytest.approx(last)
    assert sum(steps_of(found).values()) == pytest.approx(last - first)
    assert set(steps_of(found)) == {"Staff, pay and hiring", "Growth of requests for assessment"}
