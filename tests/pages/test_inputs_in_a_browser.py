"""Long work, the table of staff, values with a range, and files, as a visitor meets them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.pages.visitor import SOLVING, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PASTE = """(input, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
}"""
SHEET = "Role\tIn post\tVacant\nCaseworkers\t50.5 FTE\t4\nEducational psychologists\tabout 20\t"

# Every wait of less than a minute is over before anything can happen in it.
SLOW = """
const given = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = milliseconds => given(milliseconds < 60_000 ? 0 : milliseconds);
"""


def switch_on(visitor: Visitor, names: str) -> None:
    """Switch on the measures whose name matches, and no others."""
    for switch in visitor.page.get_by_role("checkbox").all():
        name = switch.evaluate("box => box.labels[0].textContent")
        switch.set_checked(bool(re.search(names, name, re.IGNORECASE)))


def test_long_work_says_how_far_it_is_and_is_cancelled_by_keyboard(page: Page, door: str) -> None:
    visitor = Visitor(page, door, "new_burdens?authority=Devon")
    button = page.get_by_role("button", name="Work out the burden")
    bar = page.get_by_role("progressbar", name="Work out the burden: progress")
    cancel = page.get_by_role("button", name="Cancel", exact=True)
    expect(button).to_be_visible()
    expect(cancel).to_be_hidden()
    switch_on(visitor, ".")
    button.press("Enter")
    expect(bar).to_have_attribute("aria-valuetext", re.compile("combinations"), timeout=SOLVING)
    expect(page.get_by_text(re.compile(r"\d+ seconds? so far"))).to_be_visible()
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(button).to_be_focused()
    assert visitor.violations() == []
    page.keyboard.press("Tab")
    expect(cancel).to_be_focused()
    page.keyboard.press("Enter")
    said = page.get_by_role("status").filter(has_text="Cancelled: nothing was changed.")
    expect(said).to_be_visible(timeout=SOLVING)
    expect(bar).to_be_hidden()
    expect(button).to_be_focused()
    expect(page.get_by_text("there is no burden").first).to_be_visible()
    switch_on(visitor, "mediation")
    button.press("Enter")
    visitor.wait_until_ready()
    expect(page.get_by_text("there is no burden")).to_have_count(0)


def test_files_are_refused_in_words_and_saved_with_words(page: Page, door: str) -> None:
    Visitor(page, door, "new_burdens?authority=Devon")
    upload = page.get_by_label("A measure of your own")
    refused = {
        "measure.docx": (b"PK", "does not end in .yaml or .yml"),
        "large.yaml": (b"a: 1\n" * 50_000, "is too large: at most 200 kB are taken"),
        "empty.yaml": (b"", "is empty"),
        "picture.yaml": (b"\x89PNG\xff", "is no text"),
    }
    for name, (content, said) in refused.items():
        upload.set_input_files({"name": name, "mimeType": "text/plain", "buffer": content})
        expect(upload).to_have_accessible_description(re.compile(f"“{name}” {re.escape(said)}"))
        expect(upload).to_have_attribute("aria-invalid", "true")
    with page.expect_download():
        page.get_by_role("button", name="Download the scenario").click()
    expect(page.get_by_text("Done: devon.burdens.yaml")).to_be_visible()


def cell(page: Page, label: str) -> Locator:
    return page.get_by_label(label, exact=True)


def test_staff_are_typed_and_pasted_like_a_spreadsheet(page: Page, door: str) -> None:
    visitor = Visitor(page, door, "workforce?authority=Devon")
    posts, vacant = (
        cell(page, "Educational psychologists in post"),
        cell(page, "Vacant posts for educational psychologists"),
    )
    therapists = cell(page, "Speech and language therapists in post")
    posts.focus()
    page.keyboard.type("12.5")
    page.keyboard.press("Enter")
    expect(therapists).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(posts).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(vacant).to_be_focused()
    page.keyboard.press("Tab")
    expect(cell(page, "Agency educational psychologists in use")).to_be_focused()
    posts.evaluate(PASTE, SHEET)
    expect(posts).to_have_value("about 20")
    expect(posts).to_have_attribute("aria-invalid", "true")
    expect(posts).to_have_accessible_description(re.compile("“about 20” is not a number"))
    expect(cell(page, "Caseworkers in post")).to_have_value("50.5")
    expect(cell(page, "Vacant posts for caseworkers")).to_have_value("4")
    expect(page.get_by_role("status").filter(has_text="4 cells pasted")).to_be_visible()
    visitor.unfold()
    assert visitor.violations() == []
    assert visitor.too_low() == []


def test_a_value_is_moved_confirmed_and_reset_by_keyboard(page: Page, door: str) -> None:
    Visitor(page, door, "workforce?authority=Devon")
    growth = page.get_by_role("textbox", name="Growth of requests a year (%)", exact=True)
    slider = page.get_by_role("slider", name="Growth of requests a year")
    expect(slider).to_have_attribute("aria-valuetext", "3.12%, the central value")
    slider.press("End")
    expect(growth).to_have_value("13.41")
    expect(slider).to_have_attribute("aria-valuetext", "13.4%, the high value")
    reset = page.get_by_role("button", name="Back to 3.12%")
    reset.press("Enter")
    expect(growth).to_have_value("")
    expect(growth).to_be_focused()
    expect(reset).to_be_hidden()
    growth.fill("15")
    growth.press("Tab")
    expect(growth).to_have_accessible_description(re.compile("outside the range of the evidence"))
    expect(slider).to_have_attribute("aria-valuetext", "15%, outside the range")
    reset.press("Enter")
    page.get_by_role("button", name="Confirm 3.12%").press("Enter")
    expect(growth).to_have_value("3.122")
    expect(growth).to_have_accessible_description(re.compile("Unconfirmed"))
    page.get_by_label("Why: growth of requests a year").fill("as in our own count")
    page.keyboard.press("Tab")
    expect(growth).to_have_accessible_description(re.compile("You confirm the tool's value"))
    expect(growth).not_to_have_accessible_description(re.compile("Unconfirmed"))


def test_a_page_whose_widgets_start_late_still_shows_what_changes(page: Page, door: str) -> None:
    page.add_init_script(SLOW)
    Visitor(page, door, "workforce").choose("Devon")
