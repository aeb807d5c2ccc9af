"""What a newcomer types from the README: run in CI in its order, and nothing left for git."""

from __future__ import annotations

import re
import shlex
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

OUTPUT_OPTIONS = {"-o", "--out", "--form", "--workbook"}


@pytest.fixture(scope="module")
def commands(root: Path) -> list[str]:
    """Return what `.ci/readme` prints, which is what `.ci/run` runs."""
    run = subprocess.run([root / ".ci/readme"], capture_output=True, text=True, check=True)
    return run.stdout.splitlines()


def test_ci_reads_every_shell_command_of_the_readme_in_its_order(
    commands: list[str], committed: dict[str, str]
) -> None:
    blocks = re.findall(
        r"```(?:sh|shell|bash|console)\n(.*?)```", committed["README.md"], re.DOTALL
    )
    assert commands == "".join(blocks).splitlines()


def test_the_readme_sets_up_plans_assesses_and_then_tests(commands: list[str]) -> None:
    assert commands[:2] == ["python3 -m venv .venv", ".venv/bin/pip install -e '.[dev]'"]
    steps = re.findall(r"burdens (new|plan|assess)\b(?! *=)", " ".join(commands[2:-1]))
    assert steps == ["new", "plan", "assess"]
    assert commands[-1] == ".venv/bin/pytest"


def test_ci_runs_the_readme_s_commands_before_its_tests(committed: dict[str, str]) -> None:
    script = committed[".ci/run"]
    assert script.index("< <(.ci/readme)") < script.index("\n.venv/bin/pytest")


def test_ci_runs_every_test_but_benchmarks_in_two_parts(committed: dict[str, str]) -> None:
    script = committed[".ci/run"].splitlines()
    parts = [line.split(" -m ")[1] for line in script if line.startswith(".venv/bin/pytest")]
    assert parts == ['"not browser and not benchmark"', '"browser and not benchmark"']


def test_git_ignores_what_the_readme_s_commands_write(commands: list[str], root: Path) -> None:
    words = [word for command in commands for word in shlex.split(command)]
    written = [name for option, name in pairwise(words) if option in OUTPUT_OPTIONS]
    assert sorted(written) == ["burden.xlsx", "devon.burdens.yaml", "form.docx"]
    ignored = ["git", "check-ignore", "--no-index", *written]
    listed = subprocess.run(ignored, cwd=root, capture_output=True, text=True, check=True)
    assert listed.stdout.split() == written
