"""Someone with a page open; verbs for what visitors of every page do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from burdens.scenario import Scenario

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1440, 320)
SOLVING = 120_000  # ms
OPENING = 60_000  # ms
LEAST = 44  # px, what a finger needs
MOST_TABS = 150
TOO_LOW = """([marks, least]) => [...document.querySelectorAll(marks)]
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < least)
    .map(one => one.innerText || one.name)
"""
UNFOLD = """() => document
    .querySelectorAll(".burdens-fold[aria-expanded=false], main details:not([open]) > summary")
    .forEach(one => one.checkVisibility() && one.click())
"""


def axe_on(page: Page) -> list[str]:
    """Say what axe finds on a page as it stands."""
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    report = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in report for node in one["nodes"]]


class Visitor:
    """A visitor of the page at an address below the door."""

    def __init__(self, page: Page, door: str, place: str) -> None:
        self.page = page
        self.requests: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(f"{door}{place}")
        page.locator("body.burdens-ready").wait_for(timeout=OPENING)
        self.authority = page.get_by_label("Local authority")
        self.alert = page.get_by_role("alert")

    def choose(self, authority: str) -> None:
        self.authority.select_option(label=authority)
        expect(self.page.get_by_text(f"DfE published for {authority}")).to_be_visible()

    def open(self, scenario: Scenario) -> None:
        """Hand in the file of a scenario."""
        file = {"name": "plan.burdens.yaml", "mimeType": "text/plain"}
        content = scenario.to_yaml().encode()
        upload = self.page.get_by_label("Open a scenario file")
        upload.set_input_files({**file, "buffer": content})
        runs = f"runs for {scenario.horizon_weeks} weeks"
        expect(self.page.get_by_text(runs).first).to_be_visible()

    def says(self, words: str) -> None:
        """Wait until the page says some words where assistive technology hears them."""
        said = self.page.get_by_role("status").filter(has_text=words)
        expect(said.first).to_be_visible(timeout=SOLVING)

    def wait_until_ready(self) -> None:
        self.says("is ready")

    def tab_to(self, control: Locator) -> None:
        """Press Tab until a control has the focus."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if control.evaluate("control => control === document.activeElement"):
                return
        pytest.fail(f"the keyboard does not come to {control}")

    def saved(self, button: Locator, place: Path, key: str = "") -> Path:
        """Save the file that a button makes, which is clicked, or pressed with a key."""
        with self.page.expect_download() as download:
            if key:
                button.press(key)
            else:
                button.click()
        path = place / download.value.suggested_filename
        download.value.save_as(path)
        return path

    def violations(self) -> list[str]:
        """Say what axe finds, wide and narrow, and whether the page is wider than its window."""
        found = []
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900})
            self.page.wait_for_timeout(300)  # charts are drawn again for the new width
            found += axe_on(self.page)
            found += [f"{width} px: too wide"] if self.overflow() else []
        return found

    def unfold(self) -> None:
        """Open what is folded away and can be seen; what lies in a fold comes with the next call."""
        self.page.evaluate(UNFOLD)

    def overflow(self) -> int:
        root = "document.documentElement"
        return int(self.page.evaluate(f"{root}.scrollWidth - {root}.clientWidth"))

    def too_low(self) -> list[str]:
        """Name the controls that are too low to touch; a box to tick is touched by its label."""
        marks = "main :is(input:not([type=checkbox]), select, button, summary, .burdens-switch)"
        found: list[str] = self.page.evaluate(TOO_LOW, [marks, LEAST])
        return found
