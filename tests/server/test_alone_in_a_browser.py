"""The pages without JupyterLab, in Chromium."""

from __future__ import annotations

import contextlib
import time

import psutil
import pytest
from playwright.sync_api import Page

from tests.pages.visitor import axe_on

pytestmark = pytest.mark.browser


def _kernels() -> set[int]:
    """Give the process numbers of the kernels that the door of these tests started."""
    found = set()
    for process in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            of_this_door = "open_door.py" in " ".join(process.parent().cmdline())
            if of_this_door and "ipykernel_launcher" in " ".join(process.cmdline()):
                found.add(process.pid)
    return found


def _open(window: Page, address: str) -> None:
    window.goto(address)
    window.locator("body.burdens-ready").wait_for()


@pytest.mark.parametrize("page", ["", "accessibility", "nowhere"])
def test_the_list_and_a_failure_are_accessible_and_fit_the_window(
    window: Page, alone: str, page: str
) -> None:
    window.goto(alone + "burdens/" + page)
    assert axe_on(window) == []
    width = window.evaluate("document.documentElement.scrollWidth")
    assert width == window.viewport_size["width"]


def test_a_page_is_accessible_fits_the_window_and_asks_no_other_host(
    window: Page, alone: str
) -> None:
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    failed: list[str] = []
    window.on("pageerror", lambda error: failed.append(str(error)))
    _open(window, alone + "burdens/workforce")
    assert window.get_by_role("button", name="Work out").is_visible()
    assert axe_on(window) == []
    width = window.evaluate("document.documentElement.scrollWidth")
    assert width == window.viewport_size["width"]
    assert [url for url in asked if not url.startswith((alone, "data:", "blob:"))] == []
    assert failed == []


def test_a_page_says_that_it_loads_until_its_widgets_are_drawn(window: Page, alone: str) -> None:
    window.goto(alone + "burdens/workforce", wait_until="commit")
    loading = window.get_by_role("status").filter(has_text="Loading: Workforce <plan>")
    loading.wait_for()
    window.get_by_role("button", name="Work out").wait_for()
    assert loading.count() == 0


def test_the_first_key_press_offers_to_skip_to_the_content(window: Page, alone: str) -> None:
    _open(window, alone + "burdens/workforce")
    window.keyboard.press("Tab")
    assert window.evaluate("document.activeElement.textContent") == "Skip to the content"
    window.keyboard.press("Enter")
    assert window.evaluate("document.activeElement.id") == "burdens-content"


def test_leaving_a_page_ends_its_kernel(window: Page, alone: str) -> None:
    before = _kernels()
    _open(window, alone + "burdens/workforce")
    started = _kernels() - before
    assert len(started) == 1
    window.goto("about:blank")
    until = time.monotonic() + 20
    while started & _kernels() and time.monotonic() < until:
        time.sleep(0.2)
    assert not started & _kernels()
