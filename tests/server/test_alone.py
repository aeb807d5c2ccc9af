"""The pages without JupyterLab, as an HTTP client sees them."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from burdens.errors import BurdensError
from burdens.server import serve

OPEN_DOOR = str(Path(__file__).with_name("open_door.py"))


def test_the_bare_address_leads_home(alone: str, ask: Callable) -> None:
    answer = ask(alone)
    assert answer.address == alone + "burdens/"
    assert "Who &amp; when." in answer.text
    assert "Nothing is stored." in answer.text


def test_every_footer_leads_to_the_accessibility_statement(alone: str, ask: Callable) -> None:
    for page in ("", "accessibility", "nowhere"):
        assert '<a href="/burdens/accessibility"' in ask(alone + "burdens/" + page).text
    assert "<h1>Accessibility statement</h1>" in ask(alone + "burdens/accessibility").text


def test_an_unknown_page_is_not_found_and_the_pages_are_offered(alone: str, ask: Callable) -> None:
    answer = ask(alone + "burdens/nowhere")
    assert answer.status == 404
    assert "There is no such page" in answer.text
    assert 'href="/burdens/workforce"' in answer.text


@pytest.mark.parametrize("page", ["", "accessibility", "nowhere", "workforce"])
def test_a_page_loads_nothing_from_another_host(alone: str, ask: Callable, page: str) -> None:
    html = ask(alone + "burdens/" + page).text
    without_links = re.sub(r"<a\s[^>]*>", "", html)
    assert "</html>" in html
    assert re.findall(r"(?:https?:)?//[\w-]+\.[\w.-]+", without_links) == []


def test_a_page_says_its_language_and_its_title_with_markup_escaped(
    alone: str, ask: Callable
) -> None:
    html = ask(alone + "burdens/workforce").text
    assert '<html lang="en-GB">' in html
    assert "<title>Workforce &lt;plan&gt; – Burdens</title>" in html
    assert '<main class="burdens-width" id="burdens-content"' in html


def test_a_failing_calculation_shows_words_and_no_traceback(alone: str, ask: Callable) -> None:
    html = ask(alone + "burdens/broken").text
    assert "This part of the page could not be made." in html
    assert "ZeroDivisionError" not in html
    assert "secret" not in html


@pytest.mark.parametrize(
    "way", ["voila/tree/", "voila/render/workforce.ipynb", "voila/files/x.csv", "api/contents"]
)
def test_the_folder_it_was_started_in_stays_closed(alone: str, ask: Callable, way: str) -> None:
    assert ask(alone + way).status == 404


def test_it_answers_to_the_names_of_this_machine_alone(alone: str, ask: Callable) -> None:
    assert ask(alone + "burdens/", Host="elsewhere.example").status == 403


def test_a_visitor_for_whom_there_is_no_kernel_is_asked_to_wait(
    running: Callable, free_port: Callable[[], int], folder: Path, ask: Callable
) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}/burdens/"
    with running([OPEN_DOOR, "alone", str(folder), str(port), "1"], address):
        assert ask(address + "workforce").status == 200
        refused = ask(address + "workforce")
    assert refused.status == 503
    assert "Too many people" in refused.text


def test_a_taken_port_is_refused_in_words() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        program = (
            "from burdens.errors import BurdensError\n"
            "from burdens.server import serve\n"
            "try:\n"
            f"    serve({port}, open_browser=False)\n"
            "except BurdensError as refused:\n"
            "    print(refused)\n"
        )
        run = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        )
    assert f"port {port} is taken" in run.stdout
    assert f"--port {port + 1}" in run.stdout


def test_an_unknown_page_is_refused_before_anything_is_served() -> None:
    with pytest.raises(BurdensError, match="there is no page “nowhere”"):
        serve(page="nowhere")
