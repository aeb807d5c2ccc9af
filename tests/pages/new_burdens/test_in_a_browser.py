"""The new burdens page as a visitor meets it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest
from playwright.sync_api import expect

from burdens.scenario import read
from tests.pages import visitor as visitors

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from burdens.scenario import Scenario

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BUILD = re.compile("^Drawing up one list")
LIMIT = 200_000  # bytes, more than any measure of the tool
BAD = """\
id: quality_panel
title: A quality panel
status: dreamt
"""


class Visitor(visitors.Visitor):
    """Someone with the new burdens page open; verbs for what they do."""

    def __init__(self, page: Page, door: str) -> None:
        super().__init__(page, door, "new_burdens")
        self.button = page.get_by_role("button", name="Work out the burden")
        self.upload = page.get_by_label("A measure of your own")
        self.build = page.get_by_role("textbox", name=BUILD)
        self.reason = page.get_by_label("Why: drawing up one list")

    def fold(self, measure: str) -> Locator:
        return self.page.get_by_role("button", name=f"{measure}:")

    def work_out(self) -> None:
        self.button.click()
        self.wait_until_ready()
        expect(self.page.get_by_role("figure").first).to_be_visible()

    def card(self, title: str, name: str) -> str:
        """Give the number of a name on a card."""
        cards = self.page.locator(".burdens-card")
        card = cards.filter(has=self.page.get_by_role("heading", name=title))
        return card.locator("div", has_text=name).locator("dd").inner_text()

    def download(self, label: str) -> Locator:
        return self.page.get_by_role("button", name=f"Download the {label}")


@pytest.fixture
def visitor(page: Page, door: str) -> Visitor:
    return Visitor(page, door)


def near(said: str) -> object:
    """Give what a number may be that a page writes in millions or thousands, as rounded."""
    match = re.fullmatch(r"(−?)£([\d,]+)(\.\d+)?( million)?", said)
    assert match, said
    sign, whole, part, million = match.groups(default="")
    number = float(whole.replace(",", "") + part) * (-1 if sign else 1)
    if million:
        half = 0.5 * 10 ** -len(part.removeprefix("."))
        return pytest.approx(number * 1e6, abs=half * 1e6, rel=0)
    return pytest.approx(number, abs=500, rel=0)


def test_the_burden_of_devon_reads_the_same_on_the_page_in_word_and_in_excel(
    visitor: Visitor, tmp_path: Path
) -> None:
    page = visitor.page
    expect(page.get_by_text("there is no burden").first).to_be_visible()
    visitor.choose("Devon")
    bands = page.get_by_role("checkbox", name="National bands and tariffs")
    bands.uncheck()
    expect(visitor.fold("National bands and tariffs")).to_be_hidden()
    page.get_by_role("checkbox", name="National, digital").uncheck()
    visitor.fold("Tailored lists of settings").click()
    visitor.build.fill("3")
    visitor.build.press("Tab")
    visitor.reason.fill("our time study")
    page.get_by_label("Start, Strengthened or mandatory mediation").fill("1 September 2027")
    page.get_by_role("textbox", name="Grant offered").first.fill("1,000,000")
    visitor.work_out()
    expect(page.get_by_role("figure").filter(has_text="The grant offered is")).to_be_visible()
    net = near(visitor.card("Net additional cost, 2026-27 prices", "All years"))
    gross = near(visitor.card("Gross cost and savings", "Gross"))
    cash = near(visitor.card("Net additional cost, cash", "All years"))

    summary = openpyxl.load_workbook(
        visitor.saved(visitor.download("workbook"), tmp_path), data_only=True
    )["Summary"]
    numbers = {row[0]: row[1] for row in summary.iter_rows(values_only=True) if row[0]}
    assert numbers["Net additional cost (modelled: the headline)"] == net
    assert numbers["Gross cost"] == gross
    assert numbers["Net cost in cash of each year"] == cash

    form = docx.Document(str(visitor.saved(visitor.download("assessment form"), tmp_path)))
    cells = {row.cells[0].text: row.cells[1].text for t in form.tables for row in t.rows}
    written = {name: float(re.sub("[£,]", "", cells[name])) for name in cells if "prices" in name}
    assert written["Net additional cost, 2026-27 prices"] == net
    assert written["Gross cost, 2026-27 prices"] == gross

    scenario = read(visitor.saved(visitor.download("scenario"), tmp_path))
    assert [(one.measure, str(one.from_)) for one in scenario.measures] == [
        ("mediation", "2027-09-01"),
        ("tailored_lists", "None"),
    ]
    assert [(one.to, one.reason) for one in scenario.overrides] == [(3, "our time study")]
    assert visitor.saved(visitor.download("tables"), tmp_path).read_bytes().startswith(b"PK")


def test_axe_finds_nothing_empty_filled_or_in_error(visitor: Visitor, short: Scenario) -> None:
    page = visitor.page
    found = visitor.violations()
    visitor.open(short)
    visitor.work_out()
    visitor.unfold()
    expect(visitor.build).to_be_visible()
    visitor.unfold()
    found += visitor.violations()
    assert visitor.too_low() == []
    visitor.build.fill("many")
    page.get_by_label("Start, Tailored lists of settings").fill("1 September 2031")
    visitor.button.click()
    expect(visitor.alert.filter(has_text="“many” is not a number")).to_be_focused()
    found += visitor.violations()
    assert found == []


def test_bad_entries_and_files_are_explained_linked_and_kept(
    visitor: Visitor, tmp_path: Path
) -> None:
    page = visitor.page
    bad, large = tmp_path / "panel.yaml", tmp_path / "large.yaml"
    bad.write_text(BAD, encoding="utf-8")
    large.write_bytes(b"#" * (LIMIT + 1))
    visitor.upload.set_input_files(bad)
    expect(page.get_by_text("“panel.yaml” was not taken in")).to_be_visible()
    expect(visitor.alert.filter(has_text="panel.yaml, line 3")).to_be_visible()
    visitor.upload.set_input_files(large)
    expect(page.get_by_text("“large.yaml” is too large")).to_be_visible()
    visitor.choose("Devon")
    visitor.fold("Tailored lists of settings").click()
    visitor.build.fill("3")
    visitor.build.press("Tab")
    phasing = page.get_by_label("Share of its cases in each year (%), Tailored lists of settings")
    phasing.fill("50, 40")
    visitor.button.click()
    panel = visitor.alert.filter(has_text="There is a problem")
    expect(panel).to_contain_text("the shares add up to 90, not to 100")
    expect(panel).to_contain_text("say why, so that a reader can check it")
    visitor.fold("Tailored lists of settings").click()
    visitor.button.click()
    panel.get_by_role("link").last.click()
    expect(visitor.reason).to_be_focused()
    expect(phasing).to_have_value("50, 40")
    expect(visitor.build).to_have_value("3")
