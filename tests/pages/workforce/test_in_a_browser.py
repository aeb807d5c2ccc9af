"""The workforce page as a visitor meets it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from burdens.pages import CHARTS
from burdens.scenario import read
from tests.pages import visitor as visitors

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from burdens.scenario import Scenario

pytestmark = [pytest.mark.browser, pytest.mark.slow]


class Visitor(visitors.Visitor):
    """Someone with the workforce page open; verbs for what they do."""

    def __init__(self, page: Page, door: str, query: str = "") -> None:
        super().__init__(page, door, f"workforce{query}")
        self.posts = page.get_by_label("Educational psychologists in post", exact=True)
        self.advice = page.get_by_role("textbox", name="Educational psychologist's time")
        self.button = page.get_by_role("button", name="Work out the plan")
        cards = page.get_by_role("listitem").filter(has_text="Needed to keep up")
        self.card = cards.filter(has_text="Educational psychologists")

    def work_out(self) -> None:
        self.button.click()
        self.wait_for_plan()

    def wait_for_plan(self) -> None:
        self.wait_until_ready()
        expect(self.page.get_by_role("figure")).to_have_count(len(CHARTS))

    def wait_for_what_helps(self) -> None:
        self.says("What would help most stands below")

    def work_out_the_line(self) -> None:
        self.page.get_by_role("button", name="Work out what each caseload standard takes").click()
        self.says("What each caseload standard takes stands below")

    def needed(self) -> str:
        return self.card.locator("dd").first.inner_text()


@pytest.fixture
def visitor(page: Page, door: str) -> Visitor:
    return Visitor(page, door)


def test_a_plan_appears_for_the_authority_chosen_and_changes_with_a_lever(visitor: Visitor) -> None:
    page = visitor.page
    expect(page.get_by_text("there is no plan").first).to_be_visible()
    visitor.choose("Devon")
    visitor.work_out()
    before = visitor.needed()
    first = page.get_by_role("figure").first
    drawn, title = first.locator(".burdens-panels").inner_html(), first.inner_text()
    visitor.advice.fill("34.8")
    visitor.advice.press("Tab")
    expect(page.get_by_text("You have changed something since")).to_be_visible()
    page.get_by_label("Why: educational psychologist's time").fill("our time study")
    visitor.work_out()
    expect(page.get_by_text("You have changed something since")).to_be_hidden()
    assert float(visitor.needed()) > float(before)
    expect(first).not_to_have_text(title)
    # What is out of sight is drawn a little later.
    page.wait_for_function(
        "([figure, drawn]) => figure.querySelector('.burdens-panels').innerHTML !== drawn",
        arg=[first.element_handle(), drawn],
    )


def test_what_helps_and_the_caseload_line_follow_the_plan(
    visitor: Visitor, short: Scenario
) -> None:
    page = visitor.page
    visitor.open(short)
    page.get_by_label("Most cases one caseworker should hold").fill("145")
    visitor.work_out()
    visitor.wait_for_what_helps()
    expect(page.get_by_text("fewer children past a limit").first).to_be_visible()
    visitor.work_out_the_line()
    line = page.get_by_role("table", name="What each caseload standard takes")
    expect(line.get_by_role("row")).to_have_count(1 + 19)
    expect(line.get_by_role("rowheader", name="145, your standard")).to_be_visible()


def test_another_plan_does_not_wait_for_what_would_help(visitor: Visitor) -> None:
    page = visitor.page
    visitor.choose("Devon")
    visitor.work_out()
    visitor.says("Finding what would help most")
    visitor.posts.fill("60")
    visitor.posts.press("Tab")
    visitor.work_out()
    expect(visitor.card).to_contain_text("60.0")
    visitor.wait_for_what_helps()
    expect(page.get_by_text("You have changed something since")).to_be_hidden()
    expect(visitor.alert).to_be_hidden()


def test_a_bad_entry_is_explained_linked_and_kept(visitor: Visitor, short: Scenario) -> None:
    visitor.open(short)
    visitor.posts.fill("twenty")
    caseload = visitor.page.get_by_label("Most cases one caseworker should hold")
    caseload.fill("-4")
    visitor.button.click()
    expect(visitor.alert).to_contain_text("“twenty” is not a number")
    expect(visitor.alert).to_contain_text("must be 1 or more")
    expect(visitor.alert).to_be_focused()
    expect(visitor.posts).to_have_value("twenty")
    expect(visitor.posts).to_have_attribute("aria-invalid", "true")
    expect(visitor.posts).to_have_accessible_description(re.compile("“twenty” is not a number"))
    visitor.alert.get_by_role("link").first.click()
    expect(visitor.posts).to_be_focused()
    visitor.posts.fill("20")
    caseload.fill("")
    visitor.work_out()
    expect(visitor.alert).to_be_hidden()


def test_axe_finds_nothing_empty_filled_or_in_error(visitor: Visitor, short: Scenario) -> None:
    found = visitor.violations()
    visitor.open(short)
    visitor.work_out()
    visitor.wait_for_what_helps()
    visitor.work_out_the_line()
    visitor.unfold()
    found += visitor.violations()
    visitor.posts.fill("twenty")
    visitor.button.click()
    expect(visitor.alert).to_contain_text("twenty")
    found += visitor.violations()
    assert found == []


def test_every_control_is_large_enough_to_touch(visitor: Visitor, short: Scenario) -> None:
    visitor.page.set_viewport_size({"width": 320, "height": 900})
    visitor.open(short)
    visitor.work_out()
    assert visitor.too_low() == []


def test_nothing_is_asked_of_another_machine(visitor: Visitor, door: str, short: Scenario) -> None:
    visitor.open(short)
    visitor.work_out()
    home = door.removesuffix("burdens/")
    inside = (home, "blob:", "data:")
    assert visitor.requests
    assert [url for url in visitor.requests if not url.startswith(inside)] == []


def test_the_keyboard_alone_goes_from_the_choice_to_the_table(visitor: Visitor) -> None:
    page = visitor.page
    visitor.authority.focus()
    page.keyboard.type("Devon")
    expect(page.get_by_text("DfE published for Devon")).to_be_visible()
    for _ in range(90):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Work out the plan":
            break
    expect(visitor.button).to_be_focused()
    page.keyboard.press("Enter")
    visitor.wait_for_plan()
    expect(visitor.button).to_be_focused()
    visitor.wait_for_what_helps()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "The numbers as a table":
            break
    page.keyboard.press("Enter")
    table = page.get_by_role("figure").first.get_by_role("table").first
    expect(table).to_be_visible()
    expect(table.get_by_role("columnheader", name="Needed to keep up")).to_be_visible()


def test_the_address_can_name_the_authority(page: Page, door: str) -> None:
    visitor = Visitor(page, door, "?authority=Kent")
    expect(visitor.authority).to_have_value("886")
    expect(page.get_by_text("DfE published for Kent")).to_be_visible()
    expect(page.get_by_role("figure")).to_have_count(0)


def test_two_visitors_do_not_see_each_others_entries(chromium: Browser, door: str) -> None:
    one, two = (Visitor(chromium.new_context().new_page(), door) for _ in range(2))
    one.choose("Devon")
    one.posts.fill("12")
    one.posts.press("Tab")
    two.choose("Kent")
    expect(two.posts).to_have_value("")
    expect(one.authority).to_have_value("878")
    expect(one.posts).to_have_value("12")
    for visitor in (one, two):
        visitor.page.context.close()


def test_the_scenario_and_the_tables_can_be_saved(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.page
    visitor.choose("Devon")
    visitor.posts.fill("21.5")
    visitor.work_out()
    with page.expect_download() as scenario:
        page.get_by_role("button", name="Download the scenario").click()
    scenario.value.save_as(tmp_path / "devon.burdens.yaml")
    assert read(tmp_path / "devon.burdens.yaml").staff["ep"].in_post == 21.5
    with page.expect_download() as tables:
        page.get_by_role("button", name="Download the tables").click()
    assert Path(tables.value.path()).read_bytes().startswith(b"PK")
    with page.expect_download() as picture:
        page.get_by_role("button", name="Download the picture").first.click()
    assert Path(picture.value.path()).read_text(encoding="utf-8").startswith("<svg ")
