"""A measure of the user's own on the new burdens page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from burdens.measures import measures
from burdens.pages import BurdensPage
from burdens.scenario import new
from tests.pages.new_burdens.desk import OWN, UNUSED, hand_in, opened, press
from tests.pages.new_burdens.small_burden import LISTS

if TYPE_CHECKING:
    from tests.pages.new_burdens.desk import Assessor


@pytest.fixture
def page(assessor: Assessor) -> BurdensPage:
    return BurdensPage("Devon", begin=new, assessor=assessor)


def test_a_measure_of_the_users_own_is_switched_on_and_can_be_switched_off(
    page: BurdensPage, assessor: Assessor
) -> None:
    hand_in(page, OWN)
    assert page.form.measures.upload.error == ""
    fold = page.form.assumptions.folds["quality_panel"]
    assert fold.label.startswith("A quality panel")
    fold.unfold()
    assert "Plans read again" in fold.children[1].children[0].html
    press(page)
    assert [one.id for one in assessor.own[0]] == ["quality_panel"]
    page.form.measures.own["quality_panel"].switch.value = ""
    press(page)
    assert assessor.own[1] == ()


def test_a_general_value_that_only_an_own_measure_uses_can_be_replaced(
    page: BurdensPage, assessor: Assessor
) -> None:
    assert not any(UNUSED in line.values for one in measures().values() for line in one.lines)
    hand_in(page, OWN)
    hours = opened(page, "quality_panel", UNUSED)
    hours.number.value = "2"
    hours.reason.value = "counted"
    press(page)
    (override,) = assessor.asked[0].overrides
    assert (override.value, override.to) == (UNUSED, 2)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (OWN.replace("title: A quality panel\n", ""), "title"),
        (OWN.replace("id: quality_panel\n", f"id: {LISTS}\n"), "the tool has a measure"),
        ("lines: [", "not valid YAML"),
        (OWN.replace("2026-11-24", "2026-11-31"), "cannot be read"),
        ("just words", "holds no fields"),
    ],
)
def test_a_bad_file_is_refused_with_words(page: BurdensPage, text: str, said: str) -> None:
    hand_in(page, text)
    assert page.form.measures.own == {}
    assert "“own.yaml” was not taken in" in page.form.measures.upload.error
    assert said in page.form.measures.wrong.html
    hand_in(page, OWN)
    assert page.form.measures.upload.error == ""
    assert page.form.measures.wrong.html == ""


def test_a_file_that_is_large_or_no_text_is_refused(page: BurdensPage) -> None:
    hand_in(page, OWN + "#" * page.form.measures.upload.most_bytes, "large.yaml")
    assert "“large.yaml” is too large" in page.form.measures.upload.error
    upload = page.form.measures.upload
    upload._came(None, {"file": "x.yaml"}, [b"\xff\xfe\x00"])  # noqa: SLF001
    assert "“x.yaml” is no text" in upload.error
    assert page.form.measures.own == {}
