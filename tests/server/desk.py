"""What a user of JupyterLab or Jupyter Notebook finds there, and what they do."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import nbformat.v4 as notebook
from playwright.sync_api import Locator, Page

from burdens import scenario

# Says what its address asked for, and where it may read files.
ECHO = """import os, ipywidgets
place = os.environ["QUERY_STRING"] + " in " + os.environ.get("BURDENS_FILES", "no folder")
ipywidgets.VBox([ipywidgets.Button(description="Work out"), ipywidgets.Label(place)])"""
PAGES = {
    "workforce": {"title": "Workforce plan", "order": 1, "opens": "scenario"},
    "method": {"title": "Method", "order": 3},
}
# One page as it is.
REAL = Path(__file__).parents[2] / "notebooks" / "new_burdens.ipynb"
TITLES = ["Workforce plan", "New burdens", "Method"]
WITHOUT_NEWS = {"fetchNews": "false", "checkForUpdates": False}


def lay(root: Path) -> None:
    """Lay three pages, a notebook of the user's own, and two scenario files."""
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    for name, about in PAGES.items():
        cells = [notebook.new_code_cell(ECHO)]
        made = notebook.new_notebook(cells=cells, metadata=about | kernel)
        (root / f"{name}.ipynb").write_text(notebook.writes(made), encoding="utf-8")
    shutil.copy(REAL, root)
    (root / "mine").mkdir()
    own = notebook.new_notebook(
        cells=[notebook.new_code_cell("print('a page of my own')")], metadata=kernel
    )
    # Of the name of a page, but not that page.
    (root / "mine" / "method.ipynb").write_text(notebook.writes(own), encoding="utf-8")
    (root / "Devon.burdens.yaml").write_text("title: a plan\n", encoding="utf-8")
    scenario.new("Leeds").write(root / "mine" / "Leeds & Co.burdens.yaml")
    # An offer of news would cover the launcher.
    offers = {"@jupyterlab/apputils-extension:notification": WITHOUT_NEWS}
    (root / "overrides.json").write_text(json.dumps(offers), encoding="utf-8")


def wait_until(true: Callable[[], bool], seconds: float = 20) -> bool:
    until = time.monotonic() + seconds
    while not true():
        if time.monotonic() > until:
            return False
        time.sleep(0.2)
    return True


def file(desk: Page, name: str) -> Locator:
    return desk.locator(".jp-DirListing-item", has_text=name)


def from_palette(desk: Page, label: str) -> None:
    desk.keyboard.press("Control+Shift+C")
    desk.locator(".lm-CommandPalette-input").fill(label)
    desk.locator(".lm-CommandPalette-item", has_text=label).first.click()


def from_menu(desk: Page, *labels: str) -> None:
    for label in labels:
        desk.locator(".lm-Menu-itemLabel").get_by_text(label, exact=True).click()
