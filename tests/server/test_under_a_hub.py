"""The pages below a base URL, as JupyterHub gives each user one."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.server.open_door import TOKEN

OPEN_DOOR = str(Path(__file__).with_name("open_door.py"))
OWN = "/user/ann/"


@pytest.fixture(scope="module")
def hub(running: Callable, free_port: Callable[[], int], folder: Path) -> Iterator[str]:
    """Open the pages inside JupyterLab, below the base URL of one user."""
    port = free_port()
    address = f"http://127.0.0.1:{port}{OWN}"
    with running([OPEN_DOOR, "lab", str(folder), str(port), OWN], address):
        yield address


def test_the_pages_stand_below_the_base_url_and_nowhere_else(
    hub: str, ask: Callable, with_token: Callable[[str], str]
) -> None:
    assert '<a href="/user/ann/burdens/workforce">' in ask(with_token(hub + "burdens/")).text
    assert ask(with_token(hub + "burdens")).address.startswith(hub + "burdens/")
    assert ask(with_token(hub + "burdens/nowhere")).status == 404
    assert ask(with_token(hub.removesuffix(OWN) + "/burdens/")).status == 404


def test_without_a_token_a_page_leads_to_the_login_of_that_user(hub: str, ask: Callable) -> None:
    for page in ("", "accessibility", "workforce"):
        assert ask(hub + "burdens/" + page).address.startswith(hub + "login")


@pytest.mark.browser
@pytest.mark.parametrize("window", [1200], indirect=True)
def test_a_page_works_below_the_base_url_and_leaving_it_ends_its_kernel(
    window: Page, hub: str, ask: Callable, with_token: Callable[[str], str]
) -> None:
    def kernels() -> int:
        return len(json.loads(ask(with_token(hub + "api/kernels")).text))

    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    window.goto(f"{hub}burdens/workforce?token={TOKEN}")
    window.get_by_role("button", name="Work out").wait_for()
    assert kernels() == 1
    own = [urlsplit(url).path for url in asked if url.startswith("http")]
    assert [path for path in own if not path.startswith(OWN)] == []
    links = re.findall(r'(?:href|src)="(/[^"]*)"', window.content())
    assert [link for link in links if not link.startswith(OWN)] == []
    window.get_by_role("link", name="Accessibility statement").click()
    window.get_by_role("heading", name="Accessibility statement").wait_for()
    until = time.monotonic() + 20
    while kernels() and time.monotonic() < until:
        time.sleep(0.2)
    assert kernels() == 0
