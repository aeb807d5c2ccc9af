"""Opens a door on a folder of notebooks, as a program of its own.

Use: open_door.py (alone | lab) FOLDER PORT [LIMIT]
"""

from __future__ import annotations

import sys
from pathlib import Path

from jupyterlab.labapp import LabApp

from burdens.server import alone, extension

TOKEN = "a-token-for-tests"  # noqa: S105  (the server ends with the test)


def without_lab(folder: Path, port: int, limit: int) -> None:
    alone.KERNELS = limit
    alone.serve(port, open_browser=False, folder=folder)


def lab(folder: Path, port: int) -> None:
    extension.notebooks = lambda: folder
    options = [
        f"--port={port}",
        "--no-browser",
        "--allow-root",
        f"--IdentityProvider.token={TOKEN}",
        f"--ServerApp.root_dir={folder}",
        "--ServerApp.port_retries=0",
        f"--LabApp.app_settings_dir={folder}",
        f"--LabApp.user_settings_dir={folder}",
        f"--LabApp.workspaces_dir={folder}",
        # An offer of news would cover the launcher.
        "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    LabApp.launch_instance(options)


if __name__ == "__main__":
    way, place, number, *rest = sys.argv[1:]
    if way == "lab":
        lab(Path(place), int(number))
    else:
        without_lab(Path(place), int(number), int(*rest or ["5"]))
