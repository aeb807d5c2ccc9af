from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from burdens.pages import ComparePage
from burdens.scenario import new
from burdens.words import lower
from tests.comparison.small_plans import GROWN, START, Planner, devon, grown, staffed

if TYPE_CHECKING:
    from pathlib import Path

    from burdens.pages.compare.slot import Slot
    from burdens.scenario import Scenario


def begin(authority: str) -> Scenario:
    return new(authority, start=START)


@pytest.fixture
def planner() -> Planner:
    return Planner()


@pytest.fixture
def page(planner: Planner) -> ComparePage:
    return ComparePage("Devon", "Kent", begin=begin, planner=planner)


def hand_in(slot: Slot, text: str, name: str = "ours.burdens.yaml") -> None:
    slot.source.value = "file"
    message = {"file": name, "bytes": len(text)}
    slot.upload._came(None, message, [text.encode()])  # noqa: SLF001  (the browser's part)


def test_authorities_of_the_address_are_chosen_but_not_planned(
    page: ComparePage, planner: Planner
) -> None:
    assert [slot.authority.value for slot in page.slots.slots] == ["878", "886"]
    assert planner.asked == []
    assert "What they do not have in common" not in page.answer.children[1].html


def test_as_many_scenarios_as_the_address_names_are_opened() -> None:
    page = ComparePage("Devon", None, "Kent", "Surrey", begin=begin, planner=Planner())
    assert [slot.letter for slot in page.slots.slots] == ["A", "B", "C", "D"]
    assert page.slots.add.layout.display == "none"


def test_an_unknown_authority_in_the_address_is_said_and_the_others_stay() -> None:
    page = ComparePage("Devon", "Knt", begin=begin, planner=Planner())
    assert "Kent" in page.panel.html
    assert page.slots.slots[0].authority.value == "878"


def test_a_file_of_the_address_is_opened_where_the_server_has_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ours.burdens.yaml").write_text(devon(title="Ours").to_yaml(), encoding="utf-8")
    asked = ("ours.burdens.yaml", "Kent")
    refused = ComparePage(*asked, begin=begin, planner=Planner())
    assert "cannot open files on the server" in refused.panel.html
    assert refused.slots.slots[1].authority.value == "886"
    monkeypatch.setenv("BURDENS_FILES", str(tmp_path))
    page = ComparePage(*asked, begin=begin, planner=Planner())
    page.progress.click()
    assert list(page.comparison.scenarios) == ["Ours", "Kent"]


def test_what_is_typed_is_unsaved_until_it_is_downloaded(page: ComparePage) -> None:
    sign = page.run.children[3]
    assert not sign.unsaved
    page.slots.slots[1].source.value = "copy"
    page.slots.slots[1].change.thing.value = "staff.ep.in_post"
    page.slots.slots[1].change.entry.value = "31"
    page.progress.click()
    assert sign.unsaved
    page._tables_file()  # noqa: SLF001  (the browser's part)
    assert not sign.unsaved


def test_every_scenario_that_is_missing_is_named(planner: Planner) -> None:
    page = ComparePage(begin=begin, planner=planner)
    page.slots.slots[1].source.value = "file"
    page.progress.click()
    assert "Scenario A: choose an authority" in page.panel.html
    assert "Scenario B: choose a scenario file" in page.panel.html
    assert planner.asked == []


def test_a_comparison_and_its_steps_are_shown(page: ComparePage, planner: Planner) -> None:
    page.progress.click()
    assert "is ready" in page.status.html
    assert [one.authority.name for one in planner.asked] == ["Devon", "Kent"]
    assert "Kent compared with Devon" in page.results.numbers.html
    assert list(page.results.figures) == ["late", "rate", "posts", "cost"]
    page.steps_progress.click()
    assert "requests agreed" in page.results.explained.part.children[2].html
    (figure,) = page.results.explained.figures
    assert [row["series"] for row in figure.rows][-1] == "whole"


def test_the_steps_say_their_order_and_add_up(page: ComparePage, planner: Planner) -> None:
    ours = devon(staff=staffed(50.0), overrides=grown(4000.0), title="Ours")
    page.slots.slots[0].authority.value = "878"
    hand_in(page.slots.slots[1], ours.to_yaml())
    page.progress.click()
    assert page.results.explained.about.html.count("2 more plans") == 1
    page.steps_progress.click()
    said = page.results.explained.part.children[0].html
    # By hand: 4 x 50 x 4000 less 4 x 2 x 4 are 799,968, written to three figures. Growth is
    # 4 x 2 x 3996 first, 4 x 50 x 3996 last: 415,584 in the mean.
    assert f"“{GROWN}” makes the largest step in cost" in said
    assert "+£416,000</strong>; together they make +£800,000" in said
    # 7 + 4000 - 50 less 7 + 4 - 2.
    assert "<strong>+3,996</strong>; together they make +3,948" in said
    assert f"order: staff in post, pay and absence; {lower(GROWN)}. Then" in said
    (figure,) = page.results.explained.figures
    assert figure.title == "Ours costs £800,000 more than Devon over the plan"
    rows = figure.rows
    assert sum(row["value"] for row in rows[:-1]) == pytest.approx(rows[-1]["value"], abs=1000)
    assert len(planner.asked) == 2 + 2


def test_a_copy_of_the_first_with_one_change_is_compared(
    page: ComparePage, planner: Planner
) -> None:
    copy = page.slots.slots[1]
    copy.source.value = "copy"
    page.progress.click()
    assert "Choose what is changed." in page.panel.html
    copy.change.thing.value = "staff.ep.in_post"
    page.progress.click()
    assert "type the new number" in page.panel.html
    copy.change.entry.value = "31"
    page.progress.click()
    page.steps_progress.click()
    assert planner.asked[1].staff["ep"].in_post == 31
    assert "Devon B" in page.results.numbers.html
    assert "Only this differs" in page.results.explained.part.children[0].html


@pytest.mark.parametrize(
    ("thing", "typed", "read"),
    [
        ("standards.caseload", "180", lambda one: one.standards.caseload.cases_per_caseworker),
        ("standards.timeliness", "90", lambda one: 200 * one.standards.timeliness[3].on_time),
        ("kept_share", "90", lambda one: 200 * one.kept_share),
        ("staff.ep.posts", "180", lambda one: one.staff["ep"].posts),
        ("staff.ot.agency_share", "18", lambda one: 1000 * one.staff["ot"].agency_share),
        ("pay.salary.ep", "180", lambda one: one.overrides[0].to),
    ],
)
def test_each_kind_of_change_reaches_the_copy(
    page: ComparePage, planner: Planner, thing: str, typed: str, read: object
) -> None:
    copy = page.slots.slots[1]
    copy.source.value = "copy"
    copy.change.thing.value = thing
    entry = copy.change.entry
    getattr(entry, "number", entry).value = typed
    if hasattr(entry, "reason"):
        page.progress.click()
        assert "say why" in page.panel.html
        entry.reason.value = "our books"
    page.progress.click()
    assert read(planner.asked[1]) == pytest.approx(180)


def test_a_bad_file_is_refused_in_words_and_the_rest_stays(page: ComparePage) -> None:
    slot = page.slots.slots[1]
    hand_in(slot, devon(title="Ours").to_yaml())
    hand_in(slot, "start: tomorrow\n", "bad.yaml")
    assert "“bad.yaml” was not opened" in slot.upload.error
    page.progress.click()
    assert list(page.comparison.scenarios) == ["Devon", "Ours"]


def test_scenarios_of_one_name_are_refused_until_one_has_another(page: ComparePage) -> None:
    one, two = page.slots.slots
    two.authority.value = one.authority.value
    page.progress.click()
    assert "Scenarios A and B are both called “Devon”" in page.panel.html
    two.name.value = "Devon again"
    page.progress.click()
    page.steps_progress.click()
    assert "there is no step" in page.results.explained.part.children[0].html


def test_a_slot_can_be_removed_and_its_letter_is_free_again(page: ComparePage) -> None:
    page.slots.add.click()
    page.slots.add.click()
    page.slots.removers["B"].click()
    assert [slot.letter for slot in page.slots.slots] == ["A", "C", "D"]
    page.slots.add.click()
    assert [slot.letter for slot in page.slots.slots] == ["A", "B", "C", "D"]


def test_other_starts_are_said_at_once_and_made_equal_by_a_button(
    page: ComparePage, planner: Planner
) -> None:
    later = new("Kent", start=START.replace(year=2028, day=3))
    hand_in(page.slots.slots[1], later.to_yaml())
    assert "Not all numbers can be compared" in page.like.said.html
    assert planner.asked == []
    page.progress.click()
    assert "Not shown" in page.results.numbers.html
    page.steps_progress.click()
    assert page.results.explained.figures == []
    page.like.buttons["time"].click()
    assert "Not all numbers" not in page.like.said.html
    assert "You have changed something" in page.results.stale.html
    page.progress.click()
    assert "Not shown" not in page.results.numbers.html
    assert planner.asked[-1].start == START


def test_what_was_made_equal_is_forgotten_once_the_first_changes(page: ComparePage) -> None:
    later = new("Kent", start=START.replace(year=2028, day=3))
    hand_in(page.slots.slots[1], later.to_yaml())
    page.like.buttons["time"].click()
    page.slots.slots[0].authority.value = new("Surrey").authority.code
    assert "time" in page.like.buttons


def test_a_change_marks_the_comparison_as_stale_and_the_same_is_not_solved_twice(
    page: ComparePage, planner: Planner
) -> None:
    page.progress.click()
    page.slots.slots[1].name.value = "Theirs"
    assert "You have changed something" in page.results.stale.html
    page.progress.click()
    page.progress.click()
    assert "up to date" in page.status.html
    assert len(planner.asked) == 2


def test_the_steps_of_no_comparison_are_refused_in_words(page: ComparePage) -> None:
    page.steps_progress.click()
    assert "There is no comparison yet" in page.steps.children[3].html


def test_an_error_of_the_planner_is_shown_and_entries_stay() -> None:
    def broken(_scenario: Scenario, **_: object) -> None:
        raise RuntimeError("secret")

    page = ComparePage("Devon", "Kent", begin=begin, planner=broken)
    page.progress.click()
    assert "Something went wrong" in page.panel.html
    assert "secret" not in page.panel.html
    assert page.slots.slots[0].authority.value == "878"


def test_the_comparison_is_downloaded_zipped(page: ComparePage) -> None:
    assert page._tables_file() is None  # noqa: SLF001  (the browser's part)
    page.progress.click()
    made = page._tables_file()  # noqa: SLF001
    assert made is not None
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        assert "numbers.csv" in archive.namelist()
    assert len(page.downloads.children) == 1 + 2
