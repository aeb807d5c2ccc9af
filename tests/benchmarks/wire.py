"""Counts what a server sends, between it and the browser: the bytes themselves, compressed or not."""

from __future__ import annotations

import socket
import threading
from typing import Self
from urllib.parse import urlsplit

CHUNK = 65_536


class Wire:
    """Stands before a server and passes everything on.

    Parameters
    ----------
    address
        Of the server, such as ``http://127.0.0.1:8866/burdens/``.

    Attributes
    ----------
    address
        The same place by way of this wire.
    received
        What the browser was sent [bytes].
    """

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._server = (str(parts.hostname), int(parts.port or 80))
        self._door = socket.create_server(("127.0.0.1", 0))
        self.host = f"127.0.0.1:{self._door.getsockname()[1]}"
        self.address = f"http://{self.host}{parts.path}"
        self.received = 0
        self._counting = threading.Lock()

    def __enter__(self) -> Self:
        threading.Thread(target=self._take, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._door.close()

    def _take(self) -> None:
        while True:
            try:
                browser, _ = self._door.accept()
            except OSError:
                return
            server = socket.create_connection(self._server)
            for ends in ((browser, server, False), (server, browser, True)):
                threading.Thread(target=self._pass_on, args=ends, daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket, counted: bool) -> None:
        try:
            while data := one.recv(CHUNK):
                if counted:
                    with self._counting:
                        self.received += len(data)
                other.sendall(data)
        except OSError:
            pass  # one of them has hung up
        finally:
            for end in (one, other):
                end.close()
