"""The method page as a visitor meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from burdens.known_problems import known_problems
from burdens.programme.definitions import ADDED, NEED, PROGRAMME
from tests.pages import visitor as visitors

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WIDTHS = (1440, 320)


class Visitor(visitors.Visitor):
    """Someone with the method page open."""

    def __init__(self, page: Page, door: str) -> None:
        super().__init__(page, door, "method")
        self.button = page.get_by_role("button", name="Run the checks")
        expect(page.get_by_text("Publications on the method")).to_be_visible()


@pytest.fixture
def visitor(page: Page, door: str) -> Visitor:
    return Visitor(page, door)


def test_the_keyboard_alone_runs_the_checks_and_every_state_is_accessible(
    visitor: Visitor,
) -> None:
    page = visitor.page
    found = visitor.violations()
    expect(page.get_by_role("cell", name="not run yet")).to_have_count(2 * len(known_problems()))
    visitor.tab_to(visitor.button)
    page.keyboard.press("Enter")
    ready = page.get_by_role("status").filter(has_text="all 11 agree with the known answers")
    expect(ready).to_be_visible(timeout=visitors.SOLVING)
    expect(page.get_by_role("cell", name="✓ yes", exact=True)).to_have_count(len(known_problems()))
    expect(visitor.button).to_be_focused()
    assert found + visitor.violations() == []
    assert visitor.too_low() == []


def test_the_hand_and_the_programme_agree_once_the_page_is_open(visitor: Visitor) -> None:
    expect(visitor.page.get_by_text("It gives 33 hours a week. The same.")).to_be_visible()
    expect(visitor.page.get_by_role("cell", name="33 (the most)")).to_have_count(1)


@pytest.mark.parametrize("width", WIDTHS)
def test_equations_are_drawn_as_mathematics_inside_the_window(visitor: Visitor, width: int) -> None:
    """A browser without MathML would set the letters of an index as high as the others."""
    page = visitor.page
    page.set_viewport_size({"width": width, "height": 900})
    rules = {id(r): r for part in (PROGRAMME, NEED, ADDED) for r in part.rules}
    equations = sum(len(rule.equations) for rule in rules.values())
    expect(page.locator(".burdens-equation")).to_have_count(equations)
    boxes = page.locator("math").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(b => [b.right, b.height, b.width])"
    )
    for right, height, wide in boxes:
        assert 0 < right <= width
        assert height > 0
        assert wide > 0
    index = page.locator("math msub").first
    smaller = index.evaluate(
        "one => [...one.children].map(part => parseFloat(getComputedStyle(part).fontSize))"
    )
    assert smaller[1] < smaller[0]


def test_the_list_of_contents_leads_to_every_part(visitor: Visitor) -> None:
    page = visitor.page
    links = page.locator("main a[href^='#']:not(.anchor-link)")
    places = [str(link.get_attribute("href"))[1:] for link in links.all()]
    assert len(places) == 7
    for place in places:
        expect(page.locator(f"[id='{place}']")).to_be_visible()
    links.last.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#Sources")).to_be_in_viewport()


def test_the_page_asks_nobody_else_for_anything(visitor: Visitor, door: str) -> None:
    host = door.split("/burdens/", maxsplit=1)[0]
    others = [url for url in visitor.requests if not url.startswith((host, "data:", "blob:"))]
    assert others == []
    expect(visitor.page.get_by_role("link", name="Every value, its range")).to_have_attribute(
        "href", "assumptions"
    )
