"""What a scenario's reader is told of figures that jump and of councils that end."""

from __future__ import annotations

import datetime as dt

import pytest

from burdens import scenario
from burdens.scenario import Scenario

START = dt.date(2027, 4, 5)


def of_end(made: Scenario) -> list[str]:
    return [w for w in made.warnings if " ends on " in w or " may end on " in w]


def of_jumps(made: Scenario) -> list[str]:
    return [w for w in made.warnings if "jump by more than" in w]


def test_newham_s_plans_are_pointed_out() -> None:
    (warning,) = of_jumps(scenario.new("Newham", start=START))
    assert "plans maintained, 1,199 in January 2025 (2,618 in 2023, 2,705 in 2024)" in warning
    assert "30%" in warning


def test_a_better_number_typed_in_takes_the_warning_away() -> None:
    made = scenario.new("Newham", start=START, figures={"plans": 2900})
    assert "plans maintained" not in "".join(of_jumps(made))


def test_a_number_typed_over_a_published_one_is_looked_at_too() -> None:
    made = scenario.new("Devon", start=START)
    entries = {name: entry.model_dump() for name, entry in made.figures.items()}
    entries["requests"]["value"] = 99_999
    (warning,) = of_jumps(made.changed(figures=entries))
    assert "requests for a needs assessment, 99,999 in 2024" in warning


def test_a_year_that_growth_is_fitted_on_is_looked_at_and_no_other() -> None:
    """Leeds issued 958 new plans in 2023, between 357 and 773."""
    (warning,) = of_jumps(scenario.new("Leeds", start=START))
    assert "new plans, 958 in 2023" in warning
    assert " in 2022 (" not in warning


def test_england_is_looked_at_as_nobody_s_neighbour() -> None:
    made = scenario.new("Devon", start=START)
    whole = made.changed(authority={"code": "England", "name": "England", "release": "2025"})
    assert of_end(whole) == []
    assert len(of_jumps(whole)) <= 1


def test_a_council_that_ends_within_the_plan_is_told_with_the_date() -> None:
    (warning,) = of_end(scenario.new("Surrey", start=dt.date(2026, 4, 6)))
    assert "Surrey ends on 1 April 2027, within this plan" in warning
    assert "East Surrey and West Surrey take over" in warning


def test_a_council_that_has_ended_before_the_plan_is_told_so() -> None:
    (warning,) = of_end(scenario.new("Surrey", start=START))
    assert "before this plan starts" in warning


def test_what_is_not_decided_is_said_to_be_possible() -> None:
    (warning,) = of_end(scenario.new("Devon", start=START))
    assert "Devon may end on 1 April 2028, within this plan" in warning
    assert "undecided" in warning


@pytest.mark.parametrize(("weeks", "told"), [(50, 0), (52, 1)])
def test_a_plan_that_is_over_by_then_has_no_such_warning(weeks: int, told: int) -> None:
    """52 weeks from 5 April 2027 end on 3 April 2028; 50 weeks end before the first of the month."""
    made = scenario.new("Devon", start=START).changed(horizon_weeks=weeks)
    assert len(of_end(made)) == told


def test_a_council_that_goes_on_has_no_such_warning() -> None:
    assert of_end(scenario.new("Birmingham", start=START)) == []
