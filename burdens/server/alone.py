"""The door of ``burdens serve``: the pages alone, on this machine, without JupyterLab."""

from __future__ import annotations

import errno
import os
import shutil
import threading
import webbrowser
from pathlib import Path
from typing import Any

from rich.console import Console
from tornado.ioloop import IOLoop
from tornado.web import RedirectHandler
from traitlets.config import Config
from voila.app import Voila
from voila.static_file_handler import AllowListFileHandler
from voila.tornado.contentshandler import VoilaContentsHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.treehandler import TornadoVoilaTreeHandler

from burdens.errors import BurdensError, Fault
from burdens.server import PREHEAT
from burdens.server.connection import PromptConnection
from burdens.server.handlers import Site, routes
from burdens.server.site import notebooks, pages, settings, template_paths
from burdens.server.spare import SpareKernels

ADDRESS = "127.0.0.1"
MESSAGE_BYTES = 64 * 2**20
PING_MILLISECONDS = 30_000
KERNELS = 25
IDLE_SECONDS = 600
CULL_SECONDS = 60

# Ways into the folder the server was started in; the pages need none of them.
CLOSED = (
    AllowListFileHandler,
    TornadoVoilaHandler,
    TornadoVoilaTreeHandler,
    VoilaContentsHandler,
)


class ServerError(BurdensError):
    """The pages cannot be served."""


class Door(Voila):  # type: ignore[misc]
    """Voila with our pages and nothing else of its own."""

    site: Site
    page: str = ""

    @property
    def address(self) -> str:
        """Where the page stands that the user asked for."""
        return f"http://{self.ip}:{self.port}/burdens/{self.page}"

    def setup_template_dirs(self) -> None:
        """Look up templates in this package, so that an edit shows without an install."""
        super().setup_template_dirs()
        self.template_paths = template_paths()

    def init_settings(self) -> dict[str, Any]:
        """Compress answers and messages, take uploads, and answer to the names of this machine alone."""
        return {
            **super().init_settings(),
            "compress_response": True,
            # Every widget brings its script and its styles, which are alike.
            "websocket_compression_options": {},
            "websocket_max_message_size": MESSAGE_BYTES,
            "ws_ping_timeout": PING_MILLISECONDS,
            "allow_remote_access": False,
            "local_hostnames": ["localhost"],
        }

    def init_handlers(self) -> list[tuple[Any, ...]]:
        """Keep what a running page needs of Voila, and add the pages."""
        kept = [route for route in super().init_handlers() if route[1] not in CLOSED]
        home = ("/", RedirectHandler, {"url": "/burdens/", "permanent": False})
        return [*kept, home, *routes(self.site, self.base_url)]

    def listen(self) -> None:
        """Listen on the one port asked for until interrupted, then end the kernels."""
        self.ioloop = IOLoop.current()
        try:
            try:
                self.app.listen(self.port, self.ip)
            except (OSError, OverflowError) as refused:
                raise _refusal(self.port, refused) from refused
            Console(stderr=True).print(f"The pages are at {self.address} (Ctrl+C ends them).")
            if self.open_browser:
                threading.Thread(target=webbrowser.open, args=[self.address], daemon=True).start()
            self.ioloop.add_callback(self.kernel_manager.fill)
            self.ioloop.start()
        except KeyboardInterrupt:
            Console(stderr=True).print("Ended.")
        finally:
            self.stop()

    def stop(self) -> None:
        """End the kernels, on the loop that started them."""
        self.ioloop.run_sync(self.kernel_manager.shutdown_all)
        shutil.rmtree(self.connection_dir)


def _refusal(port: int, refused: Exception) -> ServerError:
    """Say why a port cannot be listened on."""
    if isinstance(refused, OSError) and refused.errno == errno.EADDRINUSE:
        what = f"port {port} is taken, perhaps by burdens already running."
        fix = f"Open http://{ADDRESS}:{port}/burdens/, or choose another: --port {port + 1}."
    else:
        what = f"port {port} cannot be used: {refused}."
        fix = "Choose a port from 1024 to 65535."
    return ServerError("The pages cannot be served", [Fault(what, fix, field="port")])


def _configuration(folder: Path, port: int, *, open_browser: bool, preheat: int) -> Config:
    """Give the settings of the server and of its kernels."""
    config = settings(folder)
    config.Voila.update(
        {
            "ip": ADDRESS,
            "port": port,
            "port_retries": 0,
            "open_browser": open_browser,
            # Kernels start in the user's folder, and take no settings from it.
            "root_dir": str(Path.cwd()),
            "config_file_paths": [],
            "log_level": "ERROR",
            "kernel_websocket_connection_class": PromptConnection,
        }
    )
    config.VoilaConfiguration.multi_kernel_manager_class = SpareKernels
    config.SpareKernels.update({"spares": preheat, "most": KERNELS})
    if os.name == "posix":
        # Other users of this machine could listen to a TCP port.
        config.KernelManager.transport = "ipc"
    config.MappingKernelManager.update(
        {
            "cull_idle_timeout": IDLE_SECONDS,
            "cull_interval": CULL_SECONDS,
            "cull_connected": False,
        }
    )
    return config


def serve(
    port: int = 8866,
    *,
    open_browser: bool = True,
    page: str | None = None,
    preheat: int = PREHEAT,
    folder: Path | None = None,
) -> None:
    """Serve the pages; see `burdens.server.serve`.

    Parameters
    ----------
    folder
        Another folder of notebooks than the bundled one.
    """
    folder = folder or notebooks()
    known = pages(folder)
    if page is not None and page not in known:
        fault = Fault(f"there is no page “{page}”.", f"The pages are: {', '.join(known)}.")
        raise ServerError("The pages cannot be served", [fault])
    config = _configuration(folder, port, open_browser=open_browser, preheat=preheat)
    # The one instance: what executes a cell logs its failure there.
    door = Door.instance(config=config)
    door.site = Site(folder, config)
    door.page = page or ""
    door.initialize([])
    door.start()
