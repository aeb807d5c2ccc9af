"""The compare page as a visitor meets it."""

from __future__ import annotations

import datetime as dt
import zipfile
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from burdens.scenario import new, parse
from tests.pages import visitor as visitors

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from burdens.scenario import Scenario

pytestmark = [pytest.mark.browser, pytest.mark.slow]


class Visitor(visitors.Visitor):
    """Someone with the compare page open; verbs for what they do."""

    def __init__(self, page: Page, door: str, query: str = "") -> None:
        super().__init__(page, door, f"compare{query}")
        self.button = page.get_by_role("button", name="Work out the comparison")
        self.explain = page.get_by_role("button", name="Explain the differences")

    def hand_in(self, letter: str, path: Path) -> None:
        self.page.get_by_label(f"Where it comes from, scenario {letter}").select_option("file")
        self.page.get_by_label(f"Scenario file of scenario {letter}").set_input_files(path)


def test_the_keyboard_alone_compares_two_authorities_and_cancels_the_steps(
    page: Page, door: str
) -> None:
    visitor = Visitor(page, door)
    found = visitor.violations()
    page.get_by_label("Authority, scenario A").focus()
    page.keyboard.type("Rutland")
    expect(page.get_by_text("Rutland, 156 weeks")).to_be_visible()
    visitor.tab_to(page.get_by_label("Authority, scenario B"))
    page.keyboard.type("City of London")
    expect(page.get_by_text("They can be compared like for like")).to_be_visible()
    visitor.tab_to(visitor.button)
    page.keyboard.press("Enter")
    visitor.says("The comparison is ready")
    expect(visitor.button).to_be_focused()
    posts = page.get_by_role("table").filter(has_text="Caseworker: needed")
    expect(posts.get_by_role("columnheader", name="City of London compared")).to_be_visible()
    visitor.tab_to(visitor.explain)
    page.keyboard.press("Enter")
    visitor.tab_to(page.get_by_role("button", name="Cancel"))
    page.keyboard.press("Enter")
    visitor.says("Cancelled")
    found += visitor.violations()
    expect(posts).to_be_visible()
    assert found == []


def test_files_are_refused_made_equal_compared_and_explained(
    page: Page, door: str, short: Scenario, tmp_path: Path
) -> None:
    other = new("Rutland", start=dt.date(2027, 4, 12)).changed(
        title="As we want it",
        horizon_weeks=52,
        run_out_weeks=26,
        staff={"ep": {"in_post": 6.0}, "salt": {}, "caseworker": {}, "send_manager": {}},
        standards={"caseload": {"cases_per_caseworker": 150}},
    )
    files = {"a.yaml": short.to_yaml(), "b.yaml": other.to_yaml(), "bad.yaml": "start: tomorrow\n"}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    visitor = Visitor(page, door, "?b=Kent")
    visitor.hand_in("A", tmp_path / "bad.yaml")
    expect(page.get_by_text("“bad.yaml” was not opened")).to_be_visible()
    visitor.button.click()
    expect(visitor.alert.filter(has_text="There is a problem")).to_be_focused()
    found = visitor.violations()
    visitor.hand_in("A", tmp_path / "a.yaml")
    visitor.hand_in("B", tmp_path / "b.yaml")
    expect(page.get_by_text("Not all numbers can be compared")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="12 April 2027")).to_be_visible()
    page.get_by_role("button", name="Use the start, length and steps of As it is").click()
    expect(page.get_by_text("Not all numbers can be compared")).to_be_hidden()
    visitor.button.click()
    visitor.says("The comparison is ready")
    visitor.explain.click()
    visitor.says("The steps are ready")
    steps = page.get_by_role("table").filter(has_text="step by step")
    expect(steps.get_by_role("rowheader")).to_have_text(
        ["Staff in post, pay and absence", "Caseload standard", "Together"]
    )
    expect(page.get_by_text("in the opposite order")).to_be_visible()
    visitor.unfold()
    found += visitor.violations()
    assert visitor.too_low() == []
    assert found == []

    with page.expect_download() as tables:
        page.get_by_role("button", name="Download the comparison").click()
    with zipfile.ZipFile(str(tables.value.path())) as archive:
        names = archive.namelist()
        second = parse(archive.read("scenario_2.burdens.yaml").decode())
    assert {"numbers.csv", "steps.csv", "what_differs.csv", "first_met.csv"} <= set(names)
    assert (second.start, second.staff["ep"].in_post) == (short.start, 6.0)
    with page.expect_download() as scenario:
        page.get_by_role("button", name="Download the scenario “As it is”").click()
    assert scenario.value.suggested_filename.endswith(".burdens.yaml")


def test_scenarios_are_added_and_removed_and_a_copy_takes_one_change(page: Page, door: str) -> None:
    visitor = Visitor(page, door, "?a=Devon&b=Kent&c=Surrey")
    expect(page.get_by_label("Authority, scenario C")).to_have_value("936")
    page.get_by_role("button", name="Remove scenario B").click()
    visitor.says("Scenario B was removed")
    expect(page.get_by_label("Authority, scenario C")).to_have_value("936")
    page.get_by_role("button", name="Add a scenario").click()
    page.get_by_label("Where it comes from, scenario B").select_option("copy")
    page.get_by_label("What is changed, scenario B").select_option("growth.requests")
    page.get_by_role("textbox", name="Growth of requests").fill("9")
    page.get_by_role("textbox", name="Growth of requests").press("Tab")
    visitor.button.click()
    panel = visitor.alert.filter(has_text="There is a problem")
    expect(panel).to_contain_text("say why")
    panel.get_by_role("link").last.click()
    expect(page.get_by_label("Why: growth of requests")).to_be_focused()
    found = visitor.violations()
    assert visitor.too_low() == []
    assert found == []
