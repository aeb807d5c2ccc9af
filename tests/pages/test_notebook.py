from __future__ import annotations

import json
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
MOST_LINES = 12


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request: pytest.FixtureRequest) -> dict:
    return json.loads(request.param.read_text(encoding="utf-8"))


def code(notebook: dict) -> list[dict]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def test_a_notebook_is_committed_without_outputs(notebook: dict) -> None:
    assert all(not cell["outputs"] and cell["execution_count"] is None for cell in code(notebook))


def test_a_notebook_has_a_title_and_says_what_it_is_for(notebook: dict) -> None:
    metadata = notebook["metadata"]
    assert metadata["title"]
    assert metadata["description"]
    assert "".join(notebook["cells"][0]["source"]).startswith(f"# {metadata['title']}\n")


def test_the_cells_of_a_notebook_are_short(notebook: dict) -> None:
    assert all(len("".join(c["source"]).splitlines()) <= MOST_LINES for c in code(notebook))
