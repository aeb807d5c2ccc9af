"""The assumptions page as a visitor meets it."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import openpyxl
import pytest
from playwright.sync_api import expect

from burdens.measures import all_values
from burdens.scenario import parse
from tests.pages import visitor as visitors

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Dialog, Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ADVICE = "hours.needs_assessment.salt_advice.salt"
EVERY = len(all_values())
OFFICIAL = sum(value.grade == "A" for value in all_values().values())
TITLE = "Speech and language therapy advice, therapist"


class Visitor(visitors.Visitor):
    """Someone with the assumptions page open; verbs for what they do."""

    def __init__(self, page: Page, door: str, query: str = "") -> None:
        super().__init__(page, door, f"assumptions{query}")
        self.search = page.get_by_label("Search", exact=True)
        self.cards = page.get_by_role("listitem").filter(has=page.get_by_role("heading", level=4))
        self.number = page.get_by_role("textbox", name=TITLE, exact=False).first
        self.reason = page.get_by_role("textbox", name=f"Why: speech{TITLE[6:]}")
        self.done = page.get_by_role("button", name="Done: back to the list")
        self.edit = self.button("Confirm or replace")

    def button(self, words: str) -> Locator:
        """Give the button of the value; its title is spoken after the words on it."""
        return self.page.get_by_role("button", name=re.compile(rf"^{words}\s*: {TITLE}$"))

    def finds(self, words: str) -> None:
        said = self.page.get_by_role("status").filter(has_text=words)
        expect(said).to_be_visible()

    def look_for(self, words: str) -> None:
        self.search.fill(words)
        self.search.press("Enter")

    def download(self, name: str) -> tuple[str, Path]:
        with self.page.expect_download() as made:
            self.page.get_by_role("button", name=name).click()
        return made.value.suggested_filename, made.value.path()


def test_axe_finds_nothing_whatever_is_shown(page: Page, door: str) -> None:
    visitor = Visitor(page, door)
    visitor.finds(f"{EVERY} of {EVERY} values")
    found = visitor.violations()
    assert visitor.too_low() == []
    page.get_by_label("Grade", exact=True).select_option("A")
    visitor.finds(f"{OFFICIAL} of {EVERY} values")
    page.get_by_role("button", name="Show 10 more").click()
    expect(visitor.cards).to_have_count(20)
    expect(visitor.cards.nth(10).get_by_role("button")).to_be_focused()
    found += visitor.violations()
    visitor.look_for("zebra")
    visitor.finds(f"0 of {EVERY} values")
    found += visitor.violations()
    page.get_by_role("button", name="Show every value").click()
    visitor.finds(f"{EVERY} of {EVERY} values")
    visitor.look_for("salt_advice")
    visitor.edit.click()
    visitor.number.fill("six")
    visitor.done.click()
    expect(visitor.alert).to_contain_text("“six” is not a number")
    found += visitor.violations()
    assert visitor.too_low() == []
    expect(visitor.number).to_have_value("six")
    visitor.number.fill("6")
    visitor.reason.fill("our study")
    visitor.done.click()
    expect(page.get_by_text("Replaced by 6 hours a case").first).to_be_visible()
    found += visitor.violations()
    page.get_by_role("button", name="Download the scenario").click()
    expect(visitor.alert).to_contain_text("Choose your authority.")
    found += visitor.violations()
    assert found == []


def test_the_keyboard_alone_finds_a_value_replaces_it_and_undoes_it(page: Page, door: str) -> None:
    visitor = Visitor(page, door)
    visitor.authority.focus()
    page.keyboard.type("Devon")
    expect(page.get_by_text("DfE published for Devon")).to_be_visible()
    visitor.tab_to(visitor.search)
    page.keyboard.type("salt_advice")
    page.keyboard.press("Enter")
    visitor.finds(f"3 of {EVERY} values")
    visitor.tab_to(visitor.edit)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Confirm or replace a value")).to_be_visible()
    visitor.tab_to(visitor.number)
    page.keyboard.type("6.5")
    page.keyboard.press("Tab")
    expect(visitor.reason).to_be_visible()
    visitor.tab_to(visitor.reason)
    page.keyboard.type("Our time study of 2026")
    visitor.tab_to(visitor.done)
    page.keyboard.press("Enter")
    expect(visitor.edit).to_be_focused()
    card = visitor.cards.filter(has=visitor.edit)
    expect(card).to_contain_text("Replaced by 6.5 hours a case")
    expect(card.get_by_text("Unconfirmed")).to_be_hidden()
    visitor.finds("2 of them are unconfirmed")
    visitor.tab_to(page.get_by_label("Your name or team"))
    page.keyboard.type("SEND planning")
    visitor.tab_to(visitor.button("Back to 5 hours a case"))
    expect(page.get_by_text("Done by SEND planning.").last).to_be_visible()
    page.keyboard.press("Enter")
    visitor.finds("the tool's value is used again")
    expect(page.get_by_text("Nothing is changed")).to_be_visible()
    visitor.finds("3 of them are unconfirmed")


def test_the_scenario_and_the_lists_are_taken_away_and_the_scenario_comes_back(
    page: Page, door: str, tmp_path: Path
) -> None:
    visitor = Visitor(page, door, f"?authority=Devon&grade=d&search=salt_advice&{ADVICE}=6")
    visitor.finds(f"3 of {EVERY} values")
    visitor.edit.click()
    expect(visitor.number).to_have_value("6")
    visitor.reason.fill("our study")
    visitor.reason.press("Tab")
    name = page.get_by_label("Your name or team")
    name.fill("SEND planning")
    name.press("Tab")
    expect(page.get_by_text("Done by SEND planning.").last).to_be_visible()

    called, path = visitor.download("Download the scenario")
    assert called == "devon.burdens.yaml"
    scenario = parse(path.read_text(encoding="utf-8"))
    (override,) = scenario.overrides
    assert (override.value, override.to, override.reason, override.by) == (
        ADVICE,
        6,
        "our study",
        "SEND planning",
    )
    called, path = visitor.download("Download the list (CSV)")
    assert called == "devon-assumptions.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["Id"]: row for row in csv.DictReader(file)}
    assert len(rows) == 3
    assert (rows[ADVICE]["Replaced by"], rows[ADVICE]["Reason"]) == ("6.0", "our study")
    called, path = visitor.download("Download the list (Excel)")
    assert called == "devon-assumptions.xlsx"
    with path.open("rb") as content:
        sheet = openpyxl.load_workbook(content)["Assumptions"]
        assert {row[1] for row in sheet.iter_rows(min_row=5, values_only=True)} == set(rows)

    mine = tmp_path / "mine.burdens.yaml"
    mine.write_text(scenario.to_yaml(), encoding="utf-8")
    page.goto(f"{door}assumptions")
    page.get_by_label("Open a scenario file").set_input_files(mine)
    expect(page.get_by_text("starts from the scenario file mine.burdens.yaml")).to_be_visible()
    expect(page.get_by_text("Done by SEND planning.").last).to_be_visible()


def test_a_link_opens_this_page_and_the_others_with_what_was_changed(page: Page, door: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor = Visitor(page, door, "?authority=Devon&search=salt_advice")
    visitor.edit.click()
    visitor.number.fill("6")
    visitor.number.press("Tab")
    visitor.reason.fill("our study")
    visitor.reason.press("Tab")
    page.get_by_role("button", name="Copy a link to this page").click()
    visitor.finds("The link is copied")
    address = page.evaluate("navigator.clipboard.readText()")
    page.goto(address)
    expect(page.get_by_text("Replaced by 6 hours a case").first).to_be_visible(
        timeout=visitors.OPENING
    )
    expect(page.get_by_label("Search", exact=True)).to_have_value("salt_advice")
    page.get_by_role("button", name="Use this scenario on the Workforce plan page").click()
    expect(page.get_by_text("Also in the link, and used: assumptions (speech")).to_be_visible(
        timeout=visitors.OPENING
    )
    page.get_by_role("button", name="See and change every assumption").click()
    expect(page.get_by_text("Replaced by 6 hours a case").first).to_be_visible(
        timeout=visitors.OPENING
    )


def test_leaving_with_a_change_that_is_not_kept_is_asked_about(page: Page, door: str) -> None:
    visitor = Visitor(page, door, "?authority=Devon&search=salt_advice")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", stay)
    visitor.edit.click()
    visitor.number.fill("6")
    visitor.number.press("Tab")
    expect(visitor.reason).to_be_visible()
    expect(page.locator("body")).to_have_attribute("data-burdens-unsaved", "yes")
    page.goto(door)
    assert asked == ["beforeunload"]


def test_nothing_is_asked_of_another_machine(page: Page, door: str) -> None:
    visitor = Visitor(page, door)
    visitor.look_for("advice")
    visitor.finds(f"of {EVERY} values")
    home = door.removesuffix("burdens/")
    assert [u for u in visitor.requests if not u.startswith((home, "blob:", "data:"))] == []
