"""Notebooks run from top to bottom, without a browser, as `jupyter execute` runs them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
EXECUTE = "from jupyter_core.command import main; main()"

pytestmark = [pytest.mark.notebook, pytest.mark.slow]


@pytest.fixture
def executed(tmp_path: Path) -> Callable[[Path], list[Any]]:
    """Run a copy of a notebook, and give its cells of code with what they said."""

    def run(notebook: Path) -> list[Any]:
        copy = Path(shutil.copy(notebook, tmp_path))
        command = [sys.executable, "-c", EXECUTE, "execute", "--inplace", str(copy)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        cells = nbformat.read(copy, as_version=4).cells
        return [cell for cell in cells if cell.cell_type == "code"]

    return run


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_top_to_bottom_and_complains_of_nothing(
    executed: Callable[[Path], list[Any]], notebook: Path
) -> None:
    cells = executed(notebook)
    assert [cell.execution_count for cell in cells] == [*range(1, len(cells) + 1)]
    said = [output for cell in cells for output in cell.outputs]
    assert [one for one in said if one.output_type == "error"] == []
    assert [one for one in said if one.get("name") == "stderr"] == []
    assert said


def test_a_cell_that_an_analyst_writes_shows_a_scenario_in_full_and_in_brief(
    executed: Callable[[Path], list[Any]], tmp_path: Path
) -> None:
    source = "import burdens\nmade = burdens.new('Devon')\nmade"
    written = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    (tmp_path / "own").mkdir()
    nbformat.write(written, tmp_path / "own" / "analyst.ipynb")
    ((shown,),) = (cell.outputs for cell in executed(tmp_path / "own" / "analyst.ipynb"))
    assert shown.output_type == "execute_result"
    assert "<caption" in shown.data["text/html"]
    assert shown.data["text/plain"].startswith("Scenario for Devon: ")
    assert 4 <= len(shown.data["text/plain"].splitlines()) <= 10
