"""Where a value is said to be used is tested by changing it and looking what changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from burdens.assessment import assess
from burdens.assessment.accounting import Accounts, lines_of
from burdens.assessment.duties import applied, duties_of
from burdens.assessment.years import years_of
from burdens.evidence import Evidence
from burdens.measures import all_values, measures
from burdens.pages.assumptions import readings
from burdens.pages.assumptions.used import BURDENS, IN_ASSESSMENT, NOWHERE, PLAN, places, uses
from burdens.problem import Inputs, build, demand_of, problem_of, read_by
from burdens.scenario import Scenario, kinds, new, roles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from burdens.evidence import Value

START = dt.date(2027, 4, 5)
# What Devon's figures do not reach: a number that they do.
REACHED = {
    # A ratio sets both ends of a range that reaches 1 at least: its own low end changes none.
    "implied.observed_ratio.caseworker": 0.2,
    "growth.most_own": 0.001,
}
SAID = {name: {place for use in found for place in use.places} for name, found in uses().items()}


@cache
def devon() -> Scenario:
    """Give a scenario with every figure that is published somewhere, but short."""
    plain = new("Devon", start=START, caseload=200, figures={"phase_transfers_due": 700})
    return plain.changed(horizon_weeks=52, run_out_weeks=0, measures=[])


@cache
def scenarios() -> dict[str, Scenario]:
    """Give scenarios in which more and more is read, by what is said to take that."""
    staff = {name: {} for name in roles()}
    figures = {name: one.model_dump() for name, one in devon().figures.items()}
    unpublished = {name: {"value": 30.0} for name, kind in kinds().items() if not kind.published}
    bare = {name: figures[name] for name in ("requests", "plans")}
    return {
        readings.AS_PUBLISHED: devon(),
        readings.ROLE_ADDED: devon().changed(staff=staff),
        readings.FIGURE_TYPED: devon().changed(staff=staff, figures=figures | unpublished),
        readings.FIGURE_MISSING: devon().changed(staff=staff, figures=bare),
    }


def other(value: Value) -> float:
    """Return another number for a value, from its range where it has one."""
    if value.id in REACHED:
        return REACHED[value.id]
    if value.low < value.central:
        return value.low
    return value.high if value.high > value.central else 0.9 * value.central


def changed(scenario: Scenario, names: Iterable[str]) -> Scenario:
    values = all_values()
    return scenario.changed(
        overrides=[{"value": n, "to": other(values[n]), "reason": "a test"} for n in names]
    )


def numbers(scenario: Scenario) -> dict[str, Any]:
    """Give the numbers of a plan, without the words beside them."""
    return build(scenario).model_dump(exclude={"notes"})


def takes(name: str) -> str:
    """Give what is said to be needed for a plan to read a value."""
    (said,) = (use.words for use in uses()[name] if PLAN in use.places)
    return next((one for one in scenarios() if one and one in said), readings.AS_PUBLISHED)


def test_every_value_is_said_to_be_used_in_a_known_place_or_in_no_sum() -> None:
    assert set(SAID) == set(all_values())
    for name, found in SAID.items():
        assert found
        assert found <= set(places())
        assert found == {NOWHERE} or NOWHERE not in found, name


@pytest.mark.truth
@pytest.mark.parametrize("what", scenarios(), ids=lambda what: what or "as published")
def test_no_plan_changes_with_the_values_that_are_said_to_be_in_none(what: str) -> None:
    scenario = scenarios()[what]
    others = [name for name, found in SAID.items() if PLAN not in found]
    assert len(others) > 100
    assert numbers(changed(scenario, others)) == numbers(scenario)


@pytest.mark.truth
@pytest.mark.slow
def test_a_plan_changes_with_every_value_that_is_said_to_be_in_it() -> None:
    used = [name for name, found in SAID.items() if PLAN in found]
    before = {what: numbers(scenario) for what, scenario in scenarios().items()}
    same = [
        name
        for name in used
        if numbers(changed(scenarios()[takes(name)], [name])) == before[takes(name)]
    ]
    assert len(used) > 100
    assert same == []


@pytest.mark.truth
def test_what_a_plan_reads_only_with_a_role_or_a_figure_changes_none_without() -> None:
    only = [name for name, found in SAID.items() if PLAN in found and takes(name)]
    assert len(only) > 40
    assert numbers(changed(devon(), only)) == numbers(devon())


def lines(scenario: Scenario) -> Any:
    """Account for measures: what every line costs, by year."""
    inputs = Inputs.of(scenario)
    demanded = demand_of(inputs)
    problem = problem_of(inputs, demanded)
    duties, left_out = duties_of(inputs, demanded, problem, applied(scenario))
    assert left_out == []
    return lines_of(Accounts(inputs, years_of(scenario, problem)), duties)


def with_measures(names: Iterable[str]) -> Scenario:
    chosen = [{"measure": name, "from": START} for name in names]
    return scenarios()[readings.FIGURE_TYPED].changed(measures=chosen, horizon_weeks=156)


@pytest.mark.truth
@pytest.mark.slow
@pytest.mark.parametrize("measure", list(measures()))
def test_a_measure_changes_with_every_value_that_is_said_to_be_in_it_and_with_no_other(
    measure: str,
) -> None:
    scenario = with_measures([measure])
    before = lines(scenario)
    used = [name for name, found in SAID.items() if measure in found]
    assert used
    assert [name for name in used if lines(changed(scenario, [name])).equals(before)] == []
    others = [name for name, found in SAID.items() if not found & {measure, PLAN, BURDENS}]
    assert lines(changed(scenario, others)).equals(before)


class Watched(Evidence):
    """The evidence with a note of what is read, whoever adds to it."""

    noted: set[str]

    def __getitem__(self, key: str) -> Value:
        self.noted.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        return key in list(self)

    def with_values(self, values: Any) -> Watched:
        return watched(super().with_values(values), self.noted)


def watched(evidence: Evidence, noted: set[str]) -> Watched:
    made = Watched(evidence.version, {name: evidence[name] for name in evidence})
    made.noted = noted
    return made


@pytest.mark.slow
def test_an_assessment_reads_no_value_that_is_not_said_to_be_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: set[str] = set()
    plain = Scenario.evidence_values
    monkeypatch.setattr(Scenario, "evidence_values", lambda one: watched(plain(one), read))
    begin = new("Rutland", start=START)
    asked = begin.changed(horizon_weeks=156, run_out_weeks=0, measures=[{"measure": "mediation"}])
    read.clear()
    assess(asked)
    assert set(IN_ASSESSMENT) <= read
    assert {name for name in read if not SAID[name] & {PLAN, BURDENS}} == set()


def test_values_that_are_read_are_noted_and_those_that_are_only_named_are_not() -> None:
    noted = read_by(devon(), lambda inputs: inputs.value("growth.requests"))
    assert noted == {"growth.requests"}
    assert read_by(devon(), lambda inputs: "growth.requests" in inputs.evidence) == set()
    assert read_by(devon(), replace) == set()
