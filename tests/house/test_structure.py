"""What the tree promises about itself."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

LINES = 400
# Written in parts, so that this file does not hold what it looks for.
REGISTRIES = ("pypi" + ".org", "python" + "hosted.org", "registry.npm" + "js", "npm" + "js.org")
NETWORKS = ("cdn." + "jsdelivr", "cdnjs." + "cloudflare", "unpkg" + ".com", "fonts." + "googleapis")
HOMES = re.compile(r"(?<![\w.])/(?:home|Users|root|work)/\w")
VAGUE = {"util", "utils", "helper", "helpers", "common", "misc"}


def test_no_committed_file_names_a_registry_or_a_network_of_scripts(
    committed: dict[str, str],
) -> None:
    named = {
        (name, host)
        for name, text in committed.items()
        for host in (*REGISTRIES, *NETWORKS)
        if host in text
    }
    assert named == set()


def test_no_committed_file_names_a_path_of_one_machine(committed: dict[str, str]) -> None:
    assert {name for name, text in committed.items() if HOMES.search(text)} == set()


def test_notebooks_are_committed_without_outputs(committed: dict[str, str]) -> None:
    for name, text in committed.items():
        if name.endswith(".ipynb"):
            cells = json.loads(text)["cells"]
            code = [cell for cell in cells if cell["cell_type"] == "code"]
            assert all(not c["outputs"] and c["execution_count"] is None for c in code), name


def test_our_source_files_stay_short(committed: dict[str, str]) -> None:
    built = ("burdens/static/", "burdens/labextension/")
    long = {
        name: text.count("\n")
        for name, text in committed.items()
        if name.endswith((".py", ".ts", ".css", ".js", ".j2"))
        and not name.startswith(built)
        and text.count("\n") > LINES
    }
    assert long == {}


def test_no_file_has_a_vague_name(committed: dict[str, str]) -> None:
    parts = {part for name in committed for part in (*Path(name).parts[:-1], Path(name).stem)}
    assert parts & VAGUE == set()


def test_nothing_unfinished_is_committed(committed: dict[str, str]) -> None:
    marks = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|raise Not" + r"Implemented)")
    own = {n: t for n, t in committed.items() if n.startswith(("burdens/", "widgets/", "tests/"))}
    built = ("burdens/static/", "burdens/labextension/")
    assert {n for n, t in own.items() if marks.search(t) and not n.startswith(built)} == set()


def test_the_top_level_holds_what_the_plan_says(committed: dict[str, str]) -> None:
    planned = {"burdens", "notebooks", "widgets", "tests", "binder", "pyproject.toml", "LICENSE"}
    planned |= {"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "CITATION.cff", "SECURITY.md"}
    top = {Path(name).parts[0] for name in committed}
    assert {name for name in top if not name.startswith(".")} <= planned


def _bases(committed: dict[str, str]) -> dict[str, set[str]]:
    """Give the base classes of each class of the package, by name."""
    found: dict[str, set[str]] = {}
    for name, text in committed.items():
        if name.startswith("burdens/") and name.endswith(".py"):
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.ClassDef):
                    found[node.name] = {ast.unparse(base) for base in node.bases}
    return found


def test_every_error_of_the_package_is_a_burdens_error(committed: dict[str, str]) -> None:
    bases = _bases(committed)
    errors = {name for name in bases if name.endswith("Error")} - {"BurdensError"}
    assert errors >= {"ScenarioError", "ServerError"}
    for name in errors:
        line = bases[name]
        while line and "BurdensError" not in line:
            line = set().union(*(bases.get(base, set()) for base in line))
        assert line, f"{name} does not descend from BurdensError"


def test_importing_the_package_prints_nothing_and_opens_no_door() -> None:
    program = (
        "import sys, burdens, burdens.server\n"
        "assert not {'voila', 'jupyter_server', 'ipywidgets'} & set(sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
