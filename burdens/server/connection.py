"""Sends a page what its kernel says as soon as it is said."""

from __future__ import annotations

from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

Connection: Any = ZMQChannelsWebsocketConnection


class PromptConnection(Connection):  # type: ignore[misc]
    """Does not hold a message back until the browser has confirmed the one before it.

    The browser, for its part, confirms late: together that is a wait of forty milliseconds for each
    answer of several messages.
    """

    def connect(self) -> Any:
        """Begin to hand on messages; see what this extends for what comes back."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()
