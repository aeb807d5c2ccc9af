"""What a kernel says goes to the browser at once."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

from burdens.server.alone import Door, serve
from burdens.server.connection import PromptConnection


def test_no_message_waits_for_the_one_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    happened: list[object] = []
    monkeypatch.setattr(
        ZMQChannelsWebsocketConnection, "connect", lambda _: happened.append("connected")
    )
    connection = PromptConnection.__new__(PromptConnection)
    monkeypatch.setattr(
        PromptConnection,
        "websocket_handler",
        SimpleNamespace(set_nodelay=happened.append),
    )
    connection.connect()
    assert happened == [True, "connected"]


def test_the_pages_alone_are_connected_that_way(monkeypatch: pytest.MonkeyPatch) -> None:
    for step in ("initialize", "start"):
        monkeypatch.setattr(Door, step, lambda *_: None)
    try:
        serve(open_browser=False)
        assert Door.instance().kernel_websocket_connection_class is PromptConnection
    finally:
        Door.clear_instance()
