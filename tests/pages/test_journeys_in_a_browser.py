"""What visitors do from one end to the other: files, links, leaving, and the keyboard alone."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from PIL import Image
from playwright.sync_api import TimeoutError, expect  # noqa: A004  (its own, not Python's)
from pypdf import PdfReader

from burdens.pages.upload import MOST_BYTES
from burdens.scenario import new, read
from tests.pages.visitor import Visitor

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog, Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TRIES = 4
CLOSING = 5_000  # ms
BAD = {
    "plan.xlsx": (b"PK\x03\x04", "does not end in .yaml or .yml"),
    "large.yaml": (b"#" * (MOST_BYTES + 1), "is too large: at most 200 kB"),
    "empty.yaml": (b" \n", "is empty"),
    "picture.yaml": (b"\x89PNG\xff\xfe", "is no text"),
    "tab.yaml": (b"authority:\n\tname: Devon\n", "was not opened"),
    "unknown.yaml": (b"colour: blue\n", "was not opened"),
}


def with_button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def posts_of(page: Page) -> Locator:
    return page.get_by_label("Educational psychologists in post", exact=True)


def hand_in_by_keyboard(visitor: Visitor, name: str, content: bytes) -> None:
    """Open the browser's own window for files from the keyboard, and choose one.

    Chromium takes no notice of a key that comes while it still closes the window before.
    """
    for _ in range(TRIES):
        with contextlib.suppress(TimeoutError):
            with visitor.page.expect_file_chooser(timeout=CLOSING) as chooser:
                visitor.page.keyboard.press("Space")
            chooser.value.set_files({"name": name, "mimeType": "text/plain", "buffer": content})
            return
    pytest.fail("the keyboard opens no window for files")


def test_six_bad_files_are_refused_in_words_and_a_good_one_is_opened_by_keyboard(
    page: Page, door: str
) -> None:
    visitor = Visitor(page, door, "workforce?authority=Kent&staff.ep.in_post=7")
    upload = page.get_by_label("Open a scenario file")
    visitor.authority.focus()
    visitor.tab_to(upload)
    for name, (content, said) in BAD.items():
        hand_in_by_keyboard(visitor, name, content)
        expect(upload).to_have_accessible_description(re.compile(f"“{name}” {re.escape(said)}"))
        expect(upload).to_have_attribute("aria-invalid", "true")
        expect(upload).to_be_focused()
    expect(visitor.alert.filter(has_text="unknown.yaml, line 1")).to_be_visible()
    expect(visitor.authority).to_have_value("886")
    expect(posts_of(page)).to_have_value("7")
    assert visitor.violations() == []
    scenario = new("Devon").changed(
        staff={"ep": {"in_post": 23.5}, "salt": {}, "caseworker": {}, "send_manager": {}}
    )
    hand_in_by_keyboard(visitor, "mine.burdens.yaml", scenario.to_yaml().encode())
    expect(visitor.authority).to_have_value("878")
    expect(posts_of(page)).to_have_value("23.5")
    expect(upload).to_have_attribute("aria-invalid", "false")
    expect(visitor.alert.filter(has_text="unknown.yaml")).to_have_count(0)
    expect(page.get_by_text("starts from the scenario file mine.burdens.yaml")).to_be_visible()


def test_a_link_that_is_shared_opens_the_page_as_it_was_and_goes_on_to_the_next(
    page: Page, door: str, chromium: Browser
) -> None:
    visitor = Visitor(page, door, "workforce?authority=Devon")
    box = page.get_by_label("Link to this page")
    expect(box).to_be_hidden()
    posts_of(page).fill("23.5")
    page.get_by_role("textbox", name="Growth of requests a year (%)", exact=True).fill("4")
    page.keyboard.press("Tab")
    page.get_by_label("Why: growth of requests a year").fill("our own count & forecast")
    visitor.tab_to(with_button(page, "Copy a link"))
    page.keyboard.press("Enter")
    visitor.says("The link")
    link = box.input_value()
    assert link.startswith(f"{door}workforce?authority=Devon&")
    assert visitor.violations() == []

    friend = chromium.new_context().new_page()
    friend.goto(link)
    expect(posts_of(friend)).to_have_value("23.5")
    expect(friend.get_by_label("Why: growth of requests a year")).to_have_value(
        "our own count & forecast"
    )
    friend.context.close()

    with_button(page, "Use this scenario on the New burdens page").press("Enter")
    page.wait_for_url("**/new_burdens?**")
    expect(visitor.authority).to_have_value("878", timeout=60_000)
    said = page.get_by_role("status").filter(has_text="Also in the link, and used")
    expect(said).to_contain_text("educational psychologists")


def test_an_address_that_cannot_be_used_is_explained_and_the_rest_is_filled_in(
    page: Page, door: str
) -> None:
    visitor = Visitor(
        page, door, "workforce?authority=Devon&staff.ep.in_pots=3&staff.salt.in_post=4"
    )
    problem = visitor.alert.filter(has_text="Part of the address could not be used")
    expect(problem).to_contain_text("staff.ep.in_pots")
    expect(page.get_by_label("Speech and language therapists in post", exact=True)).to_have_value(
        "4"
    )
    assert visitor.violations() == []


def test_leaving_with_entries_that_were_not_kept_is_asked_about(
    page: Page, door: str, tmp_path: Path
) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    visitor = Visitor(page, door, "workforce?authority=Devon")
    posts_of(page).fill("23.5")
    page.keyboard.press("Tab")
    expect(page.locator("body")).to_have_attribute("data-burdens-unsaved", "yes")
    onward = page.get_by_role("navigation").get_by_role("link", name="New burdens")
    onward.click(no_wait_after=True)
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    expect(posts_of(page)).to_have_value("23.5")
    visitor.saved(with_button(page, "Download the scenario"), tmp_path)
    expect(page.locator("body")).not_to_have_attribute("data-burdens-unsaved", "yes")
    onward.click()
    page.wait_for_url("**/new_burdens")
    assert asked == ["beforeunload"]


def test_a_plan_is_printed_and_every_file_of_it_is_saved_by_keyboard_and_opens(
    page: Page, door: str, tmp_path: Path
) -> None:
    visitor = Visitor(page, door, "workforce?authority=Rutland")
    with_button(page, "Work out the plan").press("Enter")
    visitor.wait_until_ready()

    scenario = visitor.saved(with_button(page, "Download the scenario"), tmp_path, "Enter")
    assert read(scenario).authority.name == "Rutland"

    tables = visitor.saved(with_button(page, "Download the tables"), tmp_path, "Enter")
    with zipfile.ZipFile(tables) as archive:
        names = [name for name in archive.namelist() if name.endswith(".csv")]
        found = {name: pd.read_csv(io.BytesIO(archive.read(name))) for name in names}
    needed = found["staffing.csv"].query("role == 'ep'")["needed_fte"].max()
    cards = page.get_by_role("listitem").filter(has_text="Needed to keep up")
    card = cards.filter(has_text="Educational psychologists")
    assert card.locator("dd").first.inner_text() == f"{needed:.1f}"

    paper = tmp_path / "plan.pdf"
    paper.write_bytes(page.pdf(prefer_css_page_size=True))
    printed = "\n".join(sheet.extract_text() for sheet in PdfReader(paper).pages)
    for words in ("Workforce plan", "Rutland", "Needed to keep up", f"{needed:.1f}"):
        assert words in printed
    for words in ("Download the", "Copy a link to", "Skip to the content", "arrow keys"):
        assert words not in printed

    figure = page.get_by_role("figure").first
    for words in ("numbers (CSV)", "picture (SVG)", "picture (PNG)"):
        button = figure.get_by_role("button", name=f"Download the {words}")
        path = visitor.saved(button, tmp_path, "Enter")
        if path.suffix == ".csv":
            numbers = pd.read_csv(path)
            assert set(numbers["Part"]) >= {"Educational psychologist", "Caseworker"}
        elif path.suffix == ".svg":
            assert ET.parse(path).getroot().tag.endswith("svg")  # noqa: S314  (our own)
        else:
            with Image.open(path) as picture:
                picture.verify()


def test_a_burden_is_assessed_and_a_value_replaced_with_a_reason_by_keyboard_alone(
    page: Page, door: str, tmp_path: Path
) -> None:
    visitor = Visitor(page, door, "new_burdens")
    visitor.tab_to(visitor.authority)
    page.keyboard.type("Rutland")
    expect(page.get_by_text("DfE published for Rutland")).to_be_visible()
    for name in ("National, digital", "Strengthened or mandatory"):
        visitor.tab_to(page.get_by_role("checkbox", name=name))
        page.keyboard.press("Space")
    visitor.tab_to(with_button(page, "Tailored lists of settings:"))
    page.keyboard.press("Enter")
    hours = page.get_by_role("textbox", name=re.compile("^Drawing up one list"))
    visitor.tab_to(hours)
    page.keyboard.type("3")
    visitor.tab_to(page.get_by_label("Why: drawing up one list"))
    page.keyboard.type("our time study")
    visitor.tab_to(with_button(page, "Work out the burden"))
    page.keyboard.press("Enter")
    visitor.wait_until_ready()
    expect(page.get_by_role("figure").first).to_be_visible()
    visitor.tab_to(with_button(page, "Download the scenario"))
    kept = read(visitor.saved(page.locator(":focus"), tmp_path, "Enter"))
    assert [one.measure for one in kept.measures] == ["tailored_lists"]
    assert [(one.to, one.reason) for one in kept.overrides] == [(3, "our time study")]
