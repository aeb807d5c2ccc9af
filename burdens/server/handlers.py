"""What answers ``/burdens/`` and ``/burdens/<page>``, in either door."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from jupyter_server.utils import url_path_join
from tornado.web import HTTPError, RedirectHandler, authenticated
from traitlets.config import Config
from voila.configuration import VoilaConfiguration
from voila.tornado.handler import TornadoVoilaHandler

from burdens.server.kernels import Kernels
from burdens.server.scripts import ScriptsHandler
from burdens.server.site import TEMPLATE, furniture, pages, template_paths

FAILURES = {
    403: ("You cannot open this page", "Log in, or ask whoever runs this server for access."),
    404: ("There is no such page", "Choose a page from the list."),
    503: (
        "Too many people are using burdens at the moment",
        "Nothing is lost. Close pages you no longer need, then try again in a few minutes.",
    ),
}
FAILED = ("Something went wrong on the server", "Try again. If it fails again, tell its operator.")

WAIT_SECONDS = 60
# The pages of words, by their place under /burdens/.
WORDS = {
    "": {"template": "home.html.j2", "title": "Plan the people your SEND duties need"},
    "accessibility": {"template": "accessibility.html.j2", "title": "Accessibility statement"},
}


@dataclass(frozen=True)
class Site:
    """Which pages a door shows, and how.

    Attributes
    ----------
    folder
        The folder of the notebooks.
    config
        Voila's settings; see `burdens.server.site.settings`.
    files
        The folder of the user's files, whose scenarios a page may open; None where there is none.
    """

    folder: Path
    config: Config
    files: Path | None = None

    @cached_property
    def contents(self) -> AsyncLargeFileManager:
        """What reads the notebooks."""
        return AsyncLargeFileManager(root_dir=str(self.folder))


class FramedHandler(JupyterHandler):
    """Answers in the frame of the pages, failures too."""

    site: Site

    def show(self, template: str, **words: Any) -> str:
        """Fill in one of our templates."""
        environment = Environment(loader=FileSystemLoader(TEMPLATE), autoescape=True)
        site = furniture(self.site.folder)
        root = self.base_url
        return environment.get_template(template).render(site=site, base_url=root, **words)

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say what went wrong and what to do, never how the code came there."""
        title, advice = FAILURES.get(status_code, FAILED)
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        if status_code == HTTPStatus.SERVICE_UNAVAILABLE:
            self.set_header("Retry-After", str(WAIT_SECONDS))
        self.finish(self.show("failure.html.j2", title=title, advice=advice, place=None))


class WordsHandler(FramedHandler):
    """Shows a page of words, which needs no calculation: the home page, the statement."""

    def initialize(self, site: Site, place: str) -> None:
        """Take over the site, and where the words stand."""
        self.site, self.place = site, place

    @authenticated
    async def get(self) -> None:
        """Show the words."""
        self.finish(self.show(**WORDS[self.place], place=self.place))


class PageHandler(FramedHandler, TornadoVoilaHandler):  # type: ignore[misc]
    """Runs a page's notebook in a kernel of its own and shows what it yields."""

    def initialize(self, site: Site) -> None:
        """Take over the site."""
        self.site = site
        super().initialize(
            voila_configuration=VoilaConfiguration(config=site.config),
            template_paths=template_paths(),
            config=site.config,
        )

    @property
    def contents_manager(self) -> AsyncLargeFileManager:
        """The reader of the bundled notebooks, not of the user's files."""
        return self.site.contents

    @cached_property
    def kernels(self) -> Kernels:
        """The server's kernels, told where the user's files lie."""
        return Kernels(super().kernel_manager, self.site.files)

    @property
    def kernel_manager(self) -> Any:
        """Where Voila starts the page's kernel."""
        return self.kernels

    def on_connection_close(self) -> None:
        """Note that the visitor left: a page that was not all sent cannot end its kernel."""
        self.kernels.unwanted = True
        super().on_connection_close()

    @authenticated
    async def get(self, name: str) -> None:
        """Show a page, or say that there is none of this name, or no kernel for it."""
        if name not in pages(self.site.folder):
            raise HTTPError(404)
        # Reading the token sets the cookie by which the page may end its kernel.
        _ = self.xsrf_token
        try:
            await TornadoVoilaHandler.get(self, f"{name}.ipynb")
        finally:
            await self.kernels.end_unwanted()


def routes(site: Site, base_url: str) -> list[tuple[Any, ...]]:
    """Give the addresses of the pages and what answers them."""
    root = url_path_join(base_url, "burdens")
    return [
        (root, RedirectHandler, {"url": root + "/"}),
        *((f"{root}/{place}", WordsHandler, {"site": site, "place": place}) for place in WORDS),
        (f"{root}/scripts.js", ScriptsHandler),
        (root + "/([^/]+)", PageHandler, {"site": site}),
    ]
