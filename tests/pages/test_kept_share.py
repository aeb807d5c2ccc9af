"""The share of cases whose limits come first, from the slider to the scenario and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from burdens.pages.beyond import beyond, same
from burdens.pages.kept_share import KEPT, published_share
from burdens.pages.workforce.form import Form
from burdens.scenario import Scenario, new

if TYPE_CHECKING:
    from typing import Any


class Keeping(Scenario):
    """A scenario that says which share of cases comes first."""

    kept_share: float | None = None


@pytest.fixture
def devon() -> Scenario:
    return Keeping.model_validate(new("Devon").model_dump(by_alias=True))


def form() -> Form:
    return Form(lambda: None)


def asked(made: Form, base: Scenario, shown: dict[str, str]) -> Any:
    figures = {name: one.model_dump() for name, one in base.figures.items()}
    return made.asked(base, figures, shown)[0]


def test_a_typed_share_reaches_the_scenario_and_is_written_again(devon: Scenario) -> None:
    made = form()
    made.kept.value = "35"
    scenario = asked(made, devon, {})
    assert scenario.kept_share == 0.35
    assert form().written(scenario)[KEPT] == "35"


@pytest.mark.parametrize(("typed", "share"), [("0", 0.0), ("100", 1.0)])
def test_both_ends_of_the_slider_are_shares(devon: Scenario, typed: str, share: float) -> None:
    made = form()
    made.kept.value = typed
    assert asked(made, devon, {}).kept_share == share


def test_an_entry_that_is_emptied_leaves_the_share_as_published(devon: Scenario) -> None:
    base = devon.changed(kept_share=0.5)
    assert asked(form(), base, {KEPT: "50"}).kept_share is None


def test_an_entry_that_is_not_touched_changes_nothing(devon: Scenario) -> None:
    made = form()
    made.kept.value = "50"
    base = devon.changed(kept_share=0.5)
    assert asked(made, base, {KEPT: "50"}).kept_share == 0.5
    assert KEPT not in form().written(devon)


@pytest.mark.parametrize("typed", ["101", "-1", "all"])
def test_what_is_no_share_is_refused(devon: Scenario, typed: str) -> None:
    made = form()
    made.kept.value = typed
    assert [fault.field for fault in made.faults(devon)] == [KEPT]


def test_the_slider_stands_at_the_published_share_of_the_authority(devon: Scenario) -> None:
    made = form()
    within, plans = devon.figure("issued_within_20_weeks"), devon.figure("timeliness_plans")
    assert within is not None
    assert plans is not None
    assert published_share(devon) == within / plans
    made.tell(devon, None)
    assert made.kept.ticks == [0, round(100 * within / plans, 1), 100]
    assert made.kept.names[1] == "as published"
    made.tell(None, None)
    assert (made.kept.ticks[1], made.kept.names[1]) == (0, "left empty")


def test_where_nothing_is_published_no_share_is_known(devon: Scenario) -> None:
    assert published_share(devon.changed(figures={})) is None
    assert published_share(None) is None


def test_a_share_that_no_entry_says_is_named_in_words(devon: Scenario) -> None:
    kept = devon.changed(kept_share=0.35)
    assert beyond(kept, devon) == ["the limits of 35% of cases first"]
    assert beyond(devon, kept) == ["as many cases first as are published as on time"]
    assert not same(kept, devon)
