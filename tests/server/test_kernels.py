"""What a page's kernel is told, and when it ends."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from burdens.server.kernels import Kernels


class Manager(dict[str, dict[str, Any]]):
    """A kernel manager that only notes."""

    async def start_kernel(self, **options: Any) -> str:
        name = f"kernel {len(self)}"
        self[name] = options
        return name

    async def shutdown_kernel(self, name: str) -> None:
        del self[name]


def wait_for(work: Coroutine[Any, Any, Any]) -> Any:
    """Run in a thread: the browser of other tests keeps a loop running in this one."""
    with ThreadPoolExecutor() as threads:
        return threads.submit(asyncio.run, work).result()


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (Path("files"), {"PATH": "bin", "BURDENS_FILES": "files"}),
        (None, {"PATH": "bin"}),
    ],
)
def test_a_kernel_is_told_this_doors_folder_and_never_the_servers_own(
    files: Path | None, told: dict[str, str]
) -> None:
    manager = Manager()
    started = Kernels(manager, files).start_kernel(
        env={"PATH": "bin", "BURDENS_FILES": "elsewhere"}, path="."
    )
    assert manager[wait_for(started)] == {"env": told, "path": "."}


def test_only_kernels_that_nobody_waits_for_are_ended() -> None:
    async def visit(*, leaves: bool) -> list[str]:
        manager = Manager(another={})
        kernels = Kernels(manager, None)
        await kernels.start_kernel(env={})
        kernels.unwanted = leaves
        await kernels.end_unwanted()
        return list(manager)

    assert wait_for(visit(leaves=False)) == ["another", "kernel 1"]
    assert wait_for(visit(leaves=True)) == ["another"]
