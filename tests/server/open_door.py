"""Opens a door on a folder of notebooks, as a program of its own.

Use: open_door.py alone FOLDER PORT [LIMIT [SPARES]], or open_door.py lab|notebook FOLDER PORT [BASE_URL]
"""

from __future__ import annotations

import sys
from pathlib import Path

from jupyterlab.labapp import LabApp
from notebook.app import JupyterNotebookApp

from burdens.server import alone, extension

TOKEN = "a-token-for-tests"  # noqa: S105  (the server ends with the test)


def without_lab(folder: Path, port: int, limit: int = 5, spares: int = 0) -> None:
    alone.KERNELS = limit
    alone.serve(port, open_browser=False, preheat=spares, folder=folder)


def inside(way: str, folder: Path, port: int, base_url: str = "/") -> None:
    extension.notebooks = lambda: folder
    app = {"lab": LabApp, "notebook": JupyterNotebookApp}[way]
    options = [
        f"--port={port}",
        "--no-browser",
        "--allow-root",
        f"--IdentityProvider.token={TOKEN}",
        f"--ServerApp.root_dir={folder}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.base_url={base_url}",
        f"--{app.__name__}.app_settings_dir={folder}",
        f"--{app.__name__}.user_settings_dir={folder}",
        f"--{app.__name__}.workspaces_dir={folder}",
        # An offer of news would cover the launcher.
        "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    app.launch_instance(options)


if __name__ == "__main__":
    way, place, number, *rest = sys.argv[1:]
    if way == "alone":
        without_lab(Path(place), int(number), *map(int, rest))
    else:
        inside(way, Path(place), int(number), *rest)
