"""A scenario file that the address of a page names: below the server's folder, and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

from burdens.errors import Fault, ScenarioError
from burdens.pages.upload import MOST_BYTES

FOLDER = "BURDENS_FILES"  # what a server that has files to open sets for its kernels
ENDINGS = (".yaml", ".yml")
UPLOAD = "Choose it under “Open a scenario file” instead."


def stored(place: str) -> tuple[str, str]:
    """Give the name and the text of a scenario file.

    Parameters
    ----------
    place
        Its path below the folder, such as ``plans/devon.burdens.yaml``.

    Raises
    ------
    ScenarioError
        Where the server opens no files, the path leads out of the folder, or no text is there.
    """
    root = os.environ.get(FOLDER)
    if not root:
        raise _refused(place, "this page cannot open files on the server.", UPLOAD)
    path = _inside(Path(root), place)
    if path.stat().st_size > MOST_BYTES:
        limit = f"{MOST_BYTES // 1000:,} kB"
        raise _refused(place, f"is too large: at most {limit} are taken.", "Shorten it.")
    try:
        return path.name, path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as broken:
        fix = "Name a file that a text editor can open."
        raise _refused(place, "is no text that can be read.", fix) from broken


def _inside(root: Path, place: str) -> Path:
    """Follow a path to a file; hidden names and ways out of the folder are refused."""
    parts = place.replace("\\", "/").split("/")
    if any(part.startswith(".") for part in parts) or not place.endswith(ENDINGS):
        what = "is not the path of a scenario file below the server's folder."
        raise _refused(place, what, "Name one that ends in .burdens.yaml.")
    try:
        folder = root.resolve(strict=True)
        path = (folder / place).resolve(strict=True)
    except (OSError, ValueError, RuntimeError) as broken:
        raise _refused(place, "there is no such file.", "Check the address.") from broken
    if not path.is_relative_to(folder) or not path.is_file():
        what = "does not stand below the server's folder."
        raise _refused(place, what, UPLOAD)
    return path


def _refused(place: str, what: str, fix: str) -> ScenarioError:
    return ScenarioError("The scenario of the address was not opened", [Fault(what, fix, place)])
