"""The keyboard on every page: from top to bottom and back, always seen, never held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from burdens.server.site import notebooks, pages
from tests.pages.visitor import Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST = 600  # stops on the longest page
# The place in the document of what has the focus, and whether its focus can be seen.
FOCUSED = """() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const all = [...document.querySelectorAll("*")];
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
    const box = focused.getBoundingClientRect();
    return {
        place: all.indexOf(focused),
        name: focused.outerHTML.slice(0, 120),
        ringed: (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none",
        seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight
    };
}"""


def stops(page: Page, key: str) -> list[dict[str, Any]]:
    """Press a key until the focus leaves the document, or comes round; give where it stopped."""
    found: list[dict[str, Any]] = []
    for _ in range(MOST):
        page.keyboard.press(key)
        stop = page.evaluate(FOCUSED)
        if stop is None or (found and stop["place"] == found[0]["place"]):
            return found
        found.append(stop)
    pytest.fail(f"the keyboard does not come out of the page: {found[-1]['name']}")


@pytest.mark.parametrize("name", pages(notebooks()))
@pytest.mark.parametrize("width", [1280, 320])
def test_the_focus_goes_down_the_page_and_back_and_is_always_seen(
    page: Page, door: str, name: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    Visitor(page, door, name)
    down = stops(page, "Tab")
    places = [stop["place"] for stop in down]
    assert "Skip to the content" in down[0]["name"]
    assert "Open" in down[-1]["name"] or "open-government-licence" in down[-1]["name"]
    assert places == sorted(places)
    assert [stop["name"] for stop in down if not stop["ringed"]] == []
    assert [stop["name"] for stop in down if not stop["seen"]] == []
    back = [stop["place"] for stop in stops(page, "Shift+Tab")]
    assert back == places[::-1]
