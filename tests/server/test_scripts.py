"""The scripts of the pages in one file: complete, compressed once, and asked for once."""

from __future__ import annotations

import gzip
import re
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from voila.paths import collect_static_paths

from burdens.server.scripts import bundle

ENTRY = next(
    path
    for folder in collect_static_paths(["voila"], "lab")
    if (path := Path(folder, "voila.js")).is_file()
)


def _scripts_of_voila() -> list[Path]:
    """Give the scripts beside the entry that it names, found by their own names."""
    entry = ENTRY.read_text(encoding="utf-8")
    beside = ENTRY.parent.glob("*.voila.js")
    return [one for one in beside if f".e({one.name.split('.')[0]})" in entry]


def test_every_script_that_the_entry_asks_for_is_in_the_file_once() -> None:
    text = bundle().text.decode()
    assert len(_scripts_of_voila()) > 20
    for script in _scripts_of_voila():
        assert text.count(script.read_text(encoding="utf-8")) == 1


@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_the_scripts_are_sent_compressed_to_those_who_take_it_and_may_be_kept(
    alone: str, coding: str
) -> None:
    address = f"{alone}burdens/scripts.js?v={bundle().version}"
    asked = urllib.request.Request(address, headers={"Accept-Encoding": coding})  # noqa: S310
    with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310
        sent, headers = answer.read(), answer.headers
    assert headers["Content-Type"].startswith("text/javascript")
    assert "immutable" in headers["Cache-Control"]
    assert headers.get("Content-Encoding", "identity") == coding
    assert (gzip.decompress(sent) if coding == "gzip" else sent) == bundle().text


def test_the_scripts_are_fetched_first_and_run_before_the_cells(alone: str, ask: Callable) -> None:
    html = ask(alone + "burdens/workforce").text
    scripts = f"/burdens/scripts.js?v={bundle().version}"
    parts = [
        f'<link rel="preload" as="script" href="{scripts}">',
        'id="jupyter-config-data"',
        f'<script src="{scripts}"></script>',
        '<script src="/voila/static/voila.js"></script>',
        "<div cell-index=",
    ]
    places = [html.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.browser
@pytest.mark.slow
def test_a_browser_asks_for_the_scripts_once_and_draws_the_widgets(
    alone: str, chromium: Browser
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(alone + "burdens/workforce")
    page.get_by_role("button", name="Work out").wait_for(timeout=60_000)
    context.close()
    assert sum("/burdens/scripts.js" in url for url in asked) == 1
    alone_asked = re.compile(r"/static/\d+\.[\w.]*js")
    assert [url for url in asked if alone_asked.search(url) and "widgets-manager8" not in url] == []
