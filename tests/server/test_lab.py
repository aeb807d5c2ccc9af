"""The pages inside JupyterLab."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page


def test_without_a_token_a_page_leads_to_the_login(lab: str, ask: Callable) -> None:
    for page in ("", "workforce", "nowhere"):
        assert ask(lab + "burdens/" + page).address.startswith(lab + "login")


def test_with_a_token_the_pages_are_listed_and_an_unknown_one_is_not_found(
    lab: str, ask: Callable, with_token: Callable[[str], str]
) -> None:
    assert "Workforce &lt;plan&gt;" in ask(with_token(lab + "burdens/")).text
    assert ask(with_token(lab + "burdens/nowhere")).status == 404


@pytest.mark.browser
@pytest.mark.parametrize("window", [1200], indirect=True)
def test_the_launcher_opens_the_page_and_closing_its_tab_ends_the_kernel(
    window: Page, lab: str, ask: Callable, with_token: Callable[[str], str]
) -> None:
    def kernels() -> int:
        return len(json.loads(ask(with_token(lab + "api/kernels")).text))

    window.goto(with_token(lab + "lab"))
    window.locator(".jp-LauncherCard", has_text="Workforce plan").click()
    page = window.frame_locator("iframe[title='Workforce plan']")
    page.get_by_role("button", name="Work out").wait_for()
    assert kernels() == 1
    tab = window.locator(".lm-TabBar-tab", has_text="Workforce plan")
    tab.locator(".lm-TabBar-tabCloseIcon").click()
    until = time.monotonic() + 20
    while kernels() and time.monotonic() < until:
        time.sleep(0.2)
    assert kernels() == 0
