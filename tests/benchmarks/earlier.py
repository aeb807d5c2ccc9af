"""An earlier commit beside this one: the same work in both, in processor time and as a ratio."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parents[2]
EARLIER = "0913525"  # version 0.1
ROUNDS = 3


@dataclass(frozen=True)
class Tree:
    """A checkout that Python imports from.

    Attributes
    ----------
    root
        Its folder.
    """

    root: Path

    def seconds(self, script: str, *arguments: str) -> float:
        """Return the processor time that a script prints as JSON, the median of a few runs [s]."""
        runs = [self.run(script, *arguments)[0] for _ in range(ROUNDS)]
        return statistics.median(float(json.loads(told)) for told in runs)

    def whole(self, script: str, *arguments: str) -> float:
        """Return the processor time of a whole process, the median of a few runs [s]."""
        return statistics.median(self.run(script, *arguments)[1] for _ in range(ROUNDS))

    def numbers(self, script: str, *arguments: str) -> list[float]:
        """Return the numbers that a script prints as JSON."""
        return [float(number) for number in json.loads(self.run(script, *arguments)[0])]

    def run(self, script: str, *arguments: str) -> tuple[str, float]:
        """Return what a script prints, and the processor time of its process [s]."""
        command = [sys.executable, "-c", TIMED, script, *arguments]
        environment = {**os.environ, "PYTHONPATH": str(self.root)}
        ended = subprocess.run(
            command, check=True, capture_output=True, text=True, env=environment, cwd=self.root
        )
        told, _, whole = ended.stdout.rpartition("\n--\n")
        return told, float(whole)


TIMED = """
import resource, subprocess, sys
ended = subprocess.run([sys.executable, "-c", *sys.argv[1:]], check=True, capture_output=True, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(ended.stdout, end="")
print("\\n--\\n", used.ru_utime + used.ru_stime, sep="")
"""


def earlier(folder: Path) -> Tree:
    """Return the earlier commit, unpacked into a folder."""
    packed = subprocess.run(
        ["git", "archive", EARLIER, "burdens", "notebooks", "pyproject.toml"],  # noqa: S607
        check=True,
        capture_output=True,
        cwd=HERE,
    ).stdout
    subprocess.run(["tar", "-x", "-C", str(folder)], check=True, input=packed)  # noqa: S607
    return Tree(folder)


def this() -> Tree:
    """Return the present checkout."""
    return Tree(HERE)
