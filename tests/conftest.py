"""What every test may use: a browser, a free port, the door on the real pages."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

CHROMIUM = Path(os.environ.get("BURDENS_CHROMIUM", "/usr/bin/chromium"))
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Voila's own template asks a stranger for icons, and shows nothing until it has an answer.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
START_SECONDS = 60
PATIENCE = 20_000  # ms, on a machine that does other things too


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.suffix == ".ipynb":
            item.add_marker("notebook")


@pytest.fixture(autouse=True)
def no_loop_of_a_browser(request: pytest.FixtureRequest) -> Iterator[None]:
    """Hide the loop that the browser of an earlier test keeps running in this thread."""
    loop = asyncio._get_running_loop()  # noqa: SLF001  (there is no public way)
    if loop is None or request.node.get_closest_marker("browser"):
        yield
        return
    asyncio._set_running_loop(None)  # noqa: SLF001
    yield
    asyncio._set_running_loop(loop)  # noqa: SLF001


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give the system's browser; a machine without one skips, except in CI."""
    if not CHROMIUM.exists():
        words = f"no browser at {CHROMIUM}: install chromium, or set BURDENS_CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(words)
        pytest.skip(words)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(params=[1200, 320], ids=lambda width: f"{width}px")
def window(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Give an empty window, wide and as narrow as a page must still work."""
    context = chromium.new_context(viewport={"width": request.param, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def free_port() -> Callable[[], int]:
    """Find ports that nothing listens on."""

    def find() -> int:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            return int(probe.getsockname()[1])

    return find


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5):  # noqa: S310  (an address of our own)
            return True
    except urllib.error.HTTPError as answer:
        answer.close()
        return True
    except OSError:
        return False


@pytest.fixture(scope="session")
def running() -> Callable[[list[str], str], contextlib.AbstractContextManager[subprocess.Popen]]:
    """Run a server until its address answers, and end it afterwards."""

    @contextlib.contextmanager
    def run(arguments: list[str], address: str) -> Iterator[subprocess.Popen]:
        command = [sys.executable, *arguments]
        quiet = subprocess.DEVNULL
        with subprocess.Popen(command, stdout=quiet, stderr=quiet) as server:
            try:
                until = time.monotonic() + START_SECONDS
                while not _answers(address):
                    if server.poll() is not None or time.monotonic() > until:
                        pytest.fail(f"the server did not start: {' '.join(command)}")
                    time.sleep(0.2)
                yield server
            finally:
                server.terminate()

    return run


@pytest.fixture(scope="session")
def door(running: Callable, free_port: Callable[[], int]) -> Iterator[str]:
    """Give the address of the bundled pages, such as ``http://127.0.0.1:8866/burdens/``."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/burdens/"
    program = f"from burdens.server import serve; serve({port}, open_browser=False)"
    with running(["-c", program], address):
        yield address
