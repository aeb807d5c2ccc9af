"""Small notebooks, and the two doors on them."""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat.v4 as notebook
import pytest

from tests.server.desk import lay, wait_until
from tests.server.open_door import TOKEN

OPEN_DOOR = str(Path(__file__).with_name("open_door.py"))
FORM = "import ipywidgets\nipywidgets.Button(description='Work out')"


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    text: str
    address: str


@pytest.fixture(scope="session")
def ask() -> Callable[..., Answer]:
    """Ask for an address; an error is an answer too."""

    def get(address: str, **headers: str) -> Answer:
        request = urllib.request.Request(address, headers=headers)  # noqa: S310  (our own)
        try:
            with urllib.request.urlopen(request, timeout=60) as reply:  # noqa: S310
                return Answer(reply.status, reply.read().decode(), reply.url)
        except urllib.error.HTTPError as refusal:
            with refusal:
                return Answer(refusal.code, refusal.read().decode(), refusal.url)

    return get


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make two pages: one that works and one whose calculation fails."""
    place = tmp_path_factory.mktemp("notebooks")
    works = [notebook.new_markdown_cell("# Workforce <plan>"), notebook.new_code_cell(FORM)]
    about = {"title": "Workforce <plan>", "description": "Who & when."}
    fails = [notebook.new_markdown_cell("# Broken"), notebook.new_code_cell("secret = 7 / 0")]
    for name, cells, metadata in (("workforce", works, about), ("broken", fails, {})):
        text = notebook.writes(notebook.new_notebook(cells=cells, metadata=metadata))
        (place / f"{name}.ipynb").write_text(text, encoding="utf-8")
    return place


@pytest.fixture(scope="session")
def alone(running: Callable, free_port: Callable[[], int], folder: Path) -> Iterator[str]:
    """Open the pages without JupyterLab."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    with running([OPEN_DOOR, "alone", str(folder), str(port)], address):
        yield address


@pytest.fixture(scope="session")
def with_token() -> Callable[[str], str]:
    """Add the token of the JupyterLab of the tests to an address."""
    return lambda address: f"{address}?{urllib.parse.urlencode({'token': TOKEN})}"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay pages, a notebook of the user's own, and scenario files."""
    root = tmp_path_factory.mktemp("files")
    lay(root)
    return root


@pytest.fixture
def told(inside: str, ask: Callable) -> Callable:
    """Ask the server as the user who is logged in."""
    return lambda place: ask(inside + place, Authorization=f"token {TOKEN}")


@pytest.fixture
def kernels(told: Callable) -> Iterator[Callable[[int], bool]]:
    """Wait until so many kernels run; when a test ends there is none."""

    def become(wanted: int) -> bool:
        return wait_until(lambda: len(json.loads(told("api/kernels").text)) == wanted)

    assert become(0)
    yield become
    assert become(0)
