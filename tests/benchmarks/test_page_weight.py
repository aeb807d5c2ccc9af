"""What a page weighs [bytes over the wire, an empty cache], and whom it asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.benchmarks.wire import Wire

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
MOST = 2 * 2**20
OPENING, SOLVING = 90_000, 240_000  # ms
SILENCE = 2_000  # ms
NETWORK = {"http", "https", "ws", "wss"}


@pytest.fixture
def visit(door: str, chromium: Browser) -> Iterator[tuple[Wire, Page, set[str]]]:
    """Give a wire to the pages, an empty window, and the hosts that it asks."""
    hosts: set[str] = set()
    context = chromium.new_context(viewport={"width": 1280, "height": 900})

    def note(address: str) -> None:
        if urlsplit(address).scheme in NETWORK:
            hosts.add(urlsplit(address).netloc)

    context.on("request", lambda request: note(request.url))
    with Wire(door) as wire:
        page = context.new_page()
        page.on("websocket", lambda opened: note(opened.url))
        yield wire, page, hosts
        context.close()


def _open(wire: Wire, page: Page, name: str) -> int:
    page.goto(f"{wire.address}{name}")
    page.locator("body.burdens-ready").wait_for(timeout=OPENING)
    page.wait_for_timeout(SILENCE)
    return wire.received


@pytest.mark.parametrize("name", [notebook.stem for notebook in NOTEBOOKS])
def test_a_page_is_lighter_than_2_mb_and_asks_nobody_else(
    visit: tuple[Wire, Page, set[str]], show: Callable[[str], None], name: str
) -> None:
    wire, page, hosts = visit
    sent = _open(wire, page, name)
    show(f"{name}: {sent / 2**20:.2f} MB of {MOST / 2**20:.0f} MB, from {', '.join(sorted(hosts))}")
    assert sent < MOST
    assert hosts == {wire.host}


def test_a_page_with_a_plan_and_its_charts_is_lighter_than_2_mb(
    visit: tuple[Wire, Page, set[str]], show: Callable[[str], None]
) -> None:
    wire, page, hosts = visit
    opened = _open(wire, page, "workforce?authority=Rutland")
    page.get_by_role("button", name="Work out the plan").click()
    expect(page.get_by_role("status").filter(has_text="is ready")).to_be_visible(timeout=SOLVING)
    page.wait_for_timeout(SILENCE)
    charts = page.get_by_role("figure").count()
    show(
        f"workforce with a plan: {wire.received / 2**20:.2f} MB with {charts} charts, "
        f"{opened / 2**20:.2f} MB when opened"
    )
    assert charts
    assert wire.received < MOST
    assert hosts == {wire.host}
