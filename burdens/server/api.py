"""What the JupyterLab extension asks: the pages, the authorities, the text of a new scenario."""

# ruff: noqa: PLC0415
# Starting a server must not wait for pandas: the figures are read when they are asked for.

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_server.base.handlers import APIHandler
from jupyter_server.utils import url_path_join
from tornado.web import authenticated

from burdens.errors import UnknownAuthorityError
from burdens.server.site import pages

if TYPE_CHECKING:
    from burdens.server.handlers import Site


class PagesHandler(APIHandler):
    """Lists the pages, with their notebooks' cells, and says whether Voila shows other notebooks."""

    def initialize(self, site: Site) -> None:
        """Take over the site."""
        self.site = site

    @authenticated
    async def get(self) -> None:
        """Give the pages in their order."""
        folder = self.site.folder
        found = [
            {**asdict(page), "cells": _cells(folder / f"{page.name}.ipynb")}
            for page in pages(folder).values()
        ]
        self.finish(json.dumps({"pages": found, "voila": "voila_jinja2_env" in self.settings}))


class AuthoritiesHandler(APIHandler):
    """Lists the authorities that a scenario can be made for."""

    @authenticated
    async def get(self) -> None:
        """Give code and name, by name."""
        found = await asyncio.to_thread(_authorities)
        self.finish(json.dumps(found))


class ScenarioHandler(APIHandler):
    """Writes the text of a new scenario; the extension keeps it where the user keeps files."""

    @authenticated
    async def get(self) -> None:
        """Give the scenario of `?authority=`, or say that there is no such authority."""
        try:
            made = await asyncio.to_thread(_scenario, self.get_query_argument("authority", ""))
        except UnknownAuthorityError as unknown:
            self.set_status(HTTPStatus.NOT_FOUND)
            made = {"message": "\n".join(str(fault) for fault in unknown.faults)}
        self.finish(json.dumps(made))


def _cells(notebook: Path) -> list[str]:
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells]


def _authorities() -> list[dict[str, str]]:
    from burdens.authorities import all_authorities

    found = sorted(all_authorities(), key=lambda authority: authority.name)
    return [{"code": authority.code, "name": authority.name} for authority in found]


def _scenario(authority: str) -> dict[str, str]:
    from burdens import scenario

    made = scenario.new(authority)
    return {"name": made.authority.name, "text": made.to_yaml()}


def routes(site: Site, base_url: str) -> list[tuple[Any, ...]]:
    """Give the addresses of the answers."""
    root = url_path_join(base_url, "burdens", "api")
    return [
        (f"{root}/pages", PagesHandler, {"site": site}),
        (f"{root}/authorities", AuthoritiesHandler),
        (f"{root}/scenario", ScenarioHandler),
    ]
