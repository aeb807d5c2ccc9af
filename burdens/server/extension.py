"""The door inside a Jupyter Server: JupyterLab, JupyterHub, Binder."""

from __future__ import annotations

from typing import Any

from traitlets.config import Config

from burdens.server.handlers import Site, routes
from burdens.server.site import notebooks, settings


def _load_jupyter_server_extension(server: Any) -> None:
    """Add the pages to a running Jupyter Server."""
    folder = notebooks()
    config = Config(server.config)
    config.merge(settings(folder))
    base_url = server.web_app.settings["base_url"]
    server.web_app.add_handlers(".*$", routes(Site(folder, config), base_url))
    server.log.info("burdens: pages at %sburdens/", base_url)
