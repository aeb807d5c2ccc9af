"""The door inside a Jupyter Server: JupyterLab, Notebook, JupyterHub, Binder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jupyter_server.services.contents.filemanager import FileContentsManager
from traitlets.config import Config

from burdens.server import api
from burdens.server.handlers import Site, routes
from burdens.server.site import notebooks, settings


def _link_jupyter_server_extension(server: Any) -> None:
    """Keep our JupyterLab extension out of the notebooks that Voila shows: it would fail there."""
    server.config.VoilaConfiguration.extension_denylist.append("@burdens/labextension")


def _load_jupyter_server_extension(server: Any) -> None:
    """Add the pages, and what JupyterLab asks about them, to a running Jupyter Server."""
    folder = notebooks()
    config = Config(server.config)
    config.merge(settings(folder))
    base_url = server.web_app.settings["base_url"]
    site = Site(folder, config, files=_files(server.contents_manager))
    server.web_app.add_handlers(".*$", [*api.routes(site, base_url), *routes(site, base_url)])
    server.log.info("burdens: pages at %sburdens/", base_url)


def _files(contents: Any) -> Path | None:
    """Give the folder of the user's files; None where they lie elsewhere than on this disk."""
    if not isinstance(contents, FileContentsManager):
        return None
    return Path(contents.root_dir).expanduser().resolve()
