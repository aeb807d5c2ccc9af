"""The measures and assumptions of the new burdens page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from burdens.measures import measures
from burdens.pages import BurdensPage
from burdens.scenario import new
from tests.pages.new_burdens.desk import opened, press
from tests.pages.new_burdens.small_burden import BUILD, LISTS

if TYPE_CHECKING:
    from tests.pages.new_burdens.desk import Assessor


@pytest.fixture
def page(assessor: Assessor) -> BurdensPage:
    return BurdensPage("Devon", begin=new, assessor=assessor)


def test_only_the_measures_switched_on_are_assessed(page: BurdensPage, assessor: Assessor) -> None:
    entries = page.form.measures.entries
    for name, entry in entries.items():
        entry.switch.value = "on" if name in (LISTS, "early_support") else ""
    entries[LISTS].start.value = "1 September 2028"
    entries[LISTS].phasing.value = "25, 75"
    press(page)
    chosen = {one.measure: one for one in assessor.asked[0].measures}
    assert set(chosen) == {LISTS, "early_support"}
    assert str(chosen[LISTS].from_) == "2028-09-01"
    assert chosen[LISTS].phasing == (0.25, 0.75)
    assert chosen["early_support"].from_ is None


def test_each_measure_says_how_far_its_policy_has_come_and_what_it_asks(page: BurdensPage) -> None:
    for name, entry in page.form.measures.entries.items():
        measure = measures()[name]
        assert entry.switch.hint.lower().startswith(measure.status)
        assert measure.vintage in entry.switch.hint
        assert entry.switch.more.count("<p>") == 5


def test_what_is_superseded_is_off_until_it_is_switched_on_and_says_so(page: BurdensPage) -> None:
    given_up = [measure for measure in measures().values() if measure.is_given_up]
    assert given_up
    for name, entry in page.form.measures.entries.items():
        warned = "It may never apply, so it is off unless you switch it on." in entry.switch.hint
        assert warned == measures()[name].is_given_up
        assert not (warned and entry.on)


def test_lines_that_keep_a_phasing_of_their_own_are_named_where_phasing_is_typed(
    page: BurdensPage,
) -> None:
    entries = page.form.measures.entries
    assert "buying and setting up a system" in entries["digital_ehcps"].phasing.hint
    assert "keep a phasing of their own" not in entries["mediation"].phasing.hint


def test_the_assumptions_follow_the_measures_switched_on(page: BurdensPage) -> None:
    folds = page.form.assumptions.folds
    assert folds[LISTS].layout.display is None
    assert folds["early_support"].layout.display == "none"
    page.form.measures.entries[LISTS].switch.value = ""
    page.form.measures.entries["early_support"].switch.value = "on"
    assert folds[LISTS].layout.display == "none"
    assert folds["early_support"].layout.display is None


def test_every_value_in_use_stands_on_the_page_once(page: BurdensPage) -> None:
    for entry in page.form.measures.entries.values():
        entry.switch.value = "on"
    for fold in page.form.assumptions.folds.values():
        fold.unfold()
    used = {n for one in measures().values() for line in one.lines for n in line.values}
    assert set(page.form.assumptions.made) == used
    shown = [
        box.children[0].name
        for fold in page.form.assumptions.folds.values()
        for grid in fold.children[1].children
        for box in grid.children
    ]
    assert sorted(shown) == sorted(used)


def test_an_assumption_without_a_reason_is_refused_with_words(
    page: BurdensPage, assessor: Assessor
) -> None:
    build = opened(page, LISTS, BUILD)
    build.number.value = "3"
    press(page)
    assert assessor.asked == []
    assert "say why" in page.panel.html
    assert f'data-field="{BUILD}.reason"' in page.panel.html


def test_a_judgement_is_unconfirmed_until_it_is_typed_with_a_reason(
    page: BurdensPage, assessor: Assessor
) -> None:
    build, fold = opened(page, LISTS, BUILD), page.form.assumptions.folds[LISTS]
    assert build.number.mark == "Unconfirmed"
    assert fold.label == "Tailored lists of settings: 10 values, 10 unconfirmed"
    build.number.value = "2.5"
    assert build.number.mark == "Unconfirmed"
    build.reason.value = "our time study"
    assert build.number.mark == ""
    assert fold.label == "Tailored lists of settings: 10 values, 9 unconfirmed"
    press(page)
    (override,) = assessor.asked[0].overrides
    assert (override.value, override.to, override.reason) == (BUILD, 2.5, "our time study")


def test_a_share_is_typed_in_percent(page: BurdensPage, assessor: Assessor) -> None:
    share = opened(page, LISTS, "tailored_lists.share_with_list")
    share.number.value = "75"
    share.reason.value = "as agreed"
    press(page)
    assert assessor.asked[0].overrides[0].to == 0.75
    share.number.value = "750"
    press(page)
    assert "must be 100 or less" in page.panel.html


def test_an_assumption_of_a_measure_that_is_off_is_left_out_and_kept(
    page: BurdensPage, assessor: Assessor
) -> None:
    build = opened(page, LISTS, BUILD)
    build.number.value = "many"
    page.form.measures.entries[LISTS].switch.value = ""
    press(page)
    assert assessor.asked[0].overrides == ()
    assert build.number.value == "many"


def test_a_fold_with_a_fault_in_it_opens(page: BurdensPage) -> None:
    opened(page, LISTS, BUILD).number.value = "many"
    toggle = page.form.assumptions.folds[LISTS].toggle
    toggle.opened = False
    press(page)
    assert toggle.opened


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("start", "1 September 2031", "1 September 2031 is past the end of the plan"),
        ("start", "2020-01-01", "1 January 2020 is before the plan starts"),
        ("start", "next year", "“next year” is no day"),
        ("phasing", "50, 40", "the shares add up to 90, not to 100"),
        ("phasing", "half, half", "“half, half” are no shares"),
        ("phasing", "150, -50", "are no shares"),
    ],
)
def test_bad_timing_is_refused_with_words_and_kept(
    page: BurdensPage, assessor: Assessor, field: str, typed: str, said: str
) -> None:
    entry = getattr(page.form.measures.entries[LISTS], field)
    entry.value = typed
    press(page)
    assert assessor.asked == []
    assert said in page.panel.html
    assert "Tailored lists of settings" in page.panel.html
    assert entry.value == typed


def test_a_measure_whose_own_start_is_past_the_plan_is_named(page: BurdensPage) -> None:
    page.start.base = new("Devon").changed(horizon_weeks=104, standards={})
    page.form.measures.entries["reassessment_at_transfer"].switch.value = "on"
    press(page)
    assert "left empty, it is 1 September 2029, which is past the end" in page.panel.html
