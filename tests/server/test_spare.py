"""Kernels made ahead: each is one visitor's, knows that visitor's link, and takes nobody's place."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from queue import Empty
from typing import Any

import nbformat.v4 as notebook
import psutil
import pytest
from tornado.web import HTTPError

from burdens.server import spare
from burdens.server.heard import HeardClient
from burdens.server.spare import SpareKernels

OPEN_DOOR = str(Path(__file__).with_name("open_door.py"))


class Mute:
    """A channel on which nothing is said."""

    async def get_msg(self, **_: object) -> None:
        raise Empty


LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def with_kernels(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Any]:
    """Run a visit with kernels in hand that have prepared next to nothing."""
    monkeypatch.setattr(spare, "READY", "prepared = 'yes'")

    def run(
        visit: Callable[[SpareKernels], Awaitable[Any]], rest: float = 1000, **settings: int
    ) -> Any:
        monkeypatch.setattr(spare, "REST_SECONDS", rest)

        async def visit_and_end() -> Any:
            kernels = SpareKernels(root_dir=str(tmp_path), **settings)
            try:
                await kernels.fill()
                return await visit(kernels)
            finally:
                await kernels.shutdown_all()
                assert len(kernels) == 0

        return asyncio.run(visit_and_end())

    return run


async def _said(kernels: SpareKernels, kernel: str, expression: str) -> str:
    client = kernels.get_kernel(kernel).client()
    client.start_channels(iopub=False, stdin=False, hb=False)
    asked = {"said": expression}
    answer = await client.execute("", user_expressions=asked, reply=True, timeout=30)
    client.stop_channels()
    return answer["content"]["user_expressions"]["said"]["data"]["text/plain"]


def test_each_visitor_gets_a_kernel_of_their_own_that_knows_their_link(
    with_kernels: Callable,
) -> None:
    links = ["authority=Devon", "authority=Kent", "reason='; x \"\\"]
    known = "(__import__('os').environ['QUERY_STRING'], globals().get('prepared'))"

    async def visit(kernels: SpareKernels) -> tuple[list[str], list[str]]:
        env = [{"QUERY_STRING": link} for link in links]
        given = await asyncio.gather(*(kernels.start_kernel(env=one, path="") for one in env))
        return given, [await _said(kernels, kernel, known) for kernel in given]

    given, said = with_kernels(visit, spares=2)
    assert len(set(given)) == 3
    assert said == [repr((links[0], "yes")), repr((links[1], "yes")), repr((links[2], None))]


def test_a_kernel_in_hand_is_spoken_to_without_waiting_for_silence(with_kernels: Callable) -> None:
    async def visit(kernels: SpareKernels) -> list[str]:
        manager = kernels.get_kernel(await kernels.start_kernel(env={}, path=""))
        client = manager.client()
        client.start_channels(stdin=False, hb=False)
        await client.wait_for_ready(timeout=30)
        asked = client.execute("print('heard')")
        said = []
        while "idle" not in said:
            message = await client.get_iopub_msg(timeout=30)
            assert message["parent_header"]["msg_id"] == asked  # nothing older is left to hear
            content = message["content"]
            said.append(content.get("text") or content.get("execution_state", ""))
        client.stop_channels()
        return [type(client).__name__, *said]

    client, *said = with_kernels(visit, spares=1)
    assert client == "HeardClient"
    assert said == ["busy", "", "heard\n", "idle"]


def test_two_clients_of_a_kernel_in_hand_never_name_their_messages_alike(
    with_kernels: Callable,
) -> None:
    async def visit(kernels: SpareKernels) -> list[str]:
        manager = kernels.get_kernel(await kernels.start_kernel(env={}, path=""))
        return [manager.client().session.msg_id for _ in range(3)]

    assert len(set(with_kernels(visit, spares=1))) == 3


def test_a_kernel_that_does_not_answer_is_not_waited_for_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(HeardClient, "iopub_channel", Mute())
    monkeypatch.setattr(HeardClient, "kernel_info", lambda _: "asked")
    client = HeardClient()
    with pytest.raises(RuntimeError, match="does not answer"):
        asyncio.run(client.wait_for_ready(timeout=0.1))


def test_what_the_server_knows_and_the_visitor_must_not_is_forgotten(
    with_kernels: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BURDENS_FILES", "elsewhere")

    async def visit(kernels: SpareKernels) -> tuple[str, str]:
        known = "(__import__('os').environ.get('BURDENS_FILES'), prepared)"
        (waiting,) = kernels.list_kernel_ids()
        before = await _said(kernels, waiting, known)
        return before, await _said(kernels, await kernels.start_kernel(env={"A": "b"}), known)

    assert with_kernels(visit, spares=1) == ("('elsewhere', 'yes')", "(None, 'yes')")


def test_kernels_in_hand_take_no_place_and_no_more_visitors_come_in_than_there_are_places(
    with_kernels: Callable,
) -> None:
    async def visit(kernels: SpareKernels) -> tuple[int, list[Any], int]:
        empty = kernels.visitors
        many = (kernels.start_kernel(env={}, path="") for _ in range(4))
        came = await asyncio.gather(*many, return_exceptions=True)
        await kernels.fill()
        return empty, came, len(kernels)

    empty, came, running = with_kernels(visit, rest=0, spares=1, most=2)
    refused = [one.status_code for one in came if isinstance(one, HTTPError)]
    assert (empty, refused, running) == (0, [503, 503], 2)


def test_a_kernel_in_hand_is_not_ended_for_waiting_and_its_visit_starts_at_its_hand_over(
    with_kernels: Callable,
) -> None:
    async def visit(kernels: SpareKernels) -> list[int]:
        (waiting,) = kernels.list_kernel_ids()
        kernels.get_kernel(waiting).last_activity = LONG_AGO
        counts = []
        await kernels.cull_kernels()
        counts.append(len(kernels))
        given = await kernels.start_kernel(env={})
        await kernels.cull_kernels()
        counts.append(len(kernels))
        for _ in range(50):  # what the kernel still had to say counts as activity
            if given in kernels:
                kernels.get_kernel(given).last_activity = LONG_AGO
                await kernels.cull_kernels()
                await asyncio.sleep(0.1)
        return [*counts, len(kernels)]

    assert with_kernels(visit, spares=1, cull_idle_timeout=60) == [1, 1, 0]


@pytest.mark.parametrize("moment", ["in the making", "in hand"])
def test_the_door_ends_every_kernel_when_it_ends(
    running: Callable, free_port: Callable[[], int], tmp_path: Path, ask: Callable, moment: str
) -> None:
    cells = [notebook.new_code_cell("import os\nprint(os.environ['QUERY_STRING'])")]
    text = notebook.writes(notebook.new_notebook(cells=cells))
    (tmp_path / "asked.ipynb").write_text(text, encoding="utf-8")
    port = free_port()
    address = f"http://127.0.0.1:{port}/burdens/"
    with running([OPEN_DOOR, "alone", str(tmp_path), str(port), "5", "1"], address) as server:
        door = psutil.Process(server.pid)
        until = time.monotonic() + 30
        while not door.children() and time.monotonic() < until:
            time.sleep(0.05)
        kernels = door.children()
        if moment == "in hand":
            assert "authority=Devon" in ask(address + "asked?authority=Devon").text
            kernels = [*{*kernels, *door.children()}]
        assert kernels
        server.terminate()
        assert server.wait(30) == 0
    _, left = psutil.wait_procs(kernels, 5)
    assert left == []
