"""What a command takes before its work: importing and reading the facts, as ratios to an earlier commit.

Processor time, medians of runs in turn, so that whatever else the machine does falls on both alike.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

pytestmark = [pytest.mark.benchmark, pytest.mark.slow]
EARLIER = "0913525"  # version 0.1
ROUNDS = 9
TIMED = """
import atexit, pathlib, sys, time
atexit.register(lambda: pathlib.Path("seconds").write_text(str(time.process_time())))
"""
FILE = "devon.burdens.yaml"
NEW = ["burdens", "new", "Devon", "--force", "-o", FILE]
COMMAND = "sys.argv = {}; from burdens.cli import main; main()"
# A plan as far as its work: everything imported, the scenario and the facts read.
STOP = """
import burdens
def stop(*_, **__):
    import burdens.law, burdens.planning
    burdens.law.read_pathways()
    sys.exit(0)
burdens.plan = stop
"""
STARTS = {
    "import burdens": "import burdens",
    "import burdens.planning": "import burdens.planning",
    "burdens new": COMMAND.format(NEW),
    "burdens plan, up to its work": STOP + COMMAND.format(["burdens", "plan", FILE, "--json"]),
}


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the package as it was at the earlier commit, and as it is."""
    root, earlier = Path(__file__).parents[2], tmp_path_factory.mktemp("earlier")
    archive = ["git", "archive", "--format=zip", EARLIER, "burdens"]
    packed = subprocess.run(archive, cwd=root, capture_output=True, check=True)
    with zipfile.ZipFile(io.BytesIO(packed.stdout)) as files:
        files.extractall(earlier)
    return {"earlier": earlier, "now": root}


@pytest.fixture(scope="module")
def folder(trees: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a scenario that both trees read."""
    place = tmp_path_factory.mktemp("scenario")
    processor_seconds(COMMAND.format(NEW), trees["earlier"], place)
    return place


def processor_seconds(program: str, tree: Path, folder: Path) -> float:
    """Run a Python program on a tree in a process of its own; return its processor time [s]."""
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    command = [sys.executable, "-c", TIMED + program]
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    return float((folder / "seconds").read_text())


@pytest.mark.parametrize("start", STARTS)
def test_the_start_of_a_command_is_timed(
    trees: dict[str, Path], folder: Path, show: Callable[[str], None], start: str
) -> None:
    taken: dict[str, list[float]] = {name: [] for name in trees}
    for _ in range(ROUNDS + 1):
        for name, tree in trees.items():
            taken[name].append(processor_seconds(STARTS[start], tree, folder))
    # The first round compiles the modules.
    earlier, now = (median(taken[name][1:]) for name in ("earlier", "now"))
    show(f"{start}: {now / earlier:.2f} of the processor time at {EARLIER}")
