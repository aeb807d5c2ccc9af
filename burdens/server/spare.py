"""Kernels started before a visitor comes, so that a page opens sooner.

Voila can run a whole notebook ahead, but needs a pool for each page, and what it ran does not know
the link that was followed. These kernels have only imported what every page needs. They are told
the link when they are handed over, in the environment, where a new kernel finds it too.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import os
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.web import HTTPError
from traitlets import Int

READY = "from burdens.server.ready import make_ready as _ready\n_ready()\ndel _ready"
TOLD = """\
import os as _os
_os.environ.update({ours!r})
for _name in {gone!r}:
    _os.environ.pop(_name, None)
    del _name
del _os
"""
# What speaks to a kernel that has already answered.
HEARD = "burdens.server.heard.HeardClient"
# How long a kernel may take [seconds].
READY_SECONDS = 120
TOLD_SECONDS = 10
# How long after a visitor came the next kernel is made [seconds]: first comes the page.
REST_SECONDS = 5

# What Jupyter Server says of its types does not fit what it gives.
Manager: Any = AsyncMappingKernelManager


class SpareKernels(Manager):  # type: ignore[misc]
    """Keeps kernels in hand, hands one over where a page asks for one, and knows when to refuse.

    Attributes
    ----------
    spares
        How many kernels to keep in hand [count].
    most
        How many kernels may run at once [count]; those in hand never take a visitor's place.
    """

    spares = Int(0, config=True)
    most = Int(25, config=True)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        # In hand or in the making; of those, ready; asked for by a visitor and not yet running.
        self._kept: set[str] = set()
        self._ready: list[str] = []
        self._asked: set[str] = set()
        self._filling: asyncio.Task[None] | None = None
        self._starting: asyncio.Future[str] | None = None

    @property
    def visitors(self) -> int:
        """How many kernels visitors have [count]."""
        return len((set(self.list_kernel_ids()) | self._asked) - self._kept)

    def fill(self, rest: float = 0.0) -> asyncio.Task[None]:
        """Make the kernels that are missing, after a rest [seconds]."""
        if self._filling is None or self._filling.done():
            self._filling = asyncio.ensure_future(self._fill(rest))
        return self._filling

    async def start_kernel(self, *, env: Mapping[str, str] | None = None, **options: Any) -> str:
        """Hand over a kernel in hand, told what a new one would be; else start a new one.

        Raises
        ------
        HTTPError
            Where as many visitors as may have a kernel have one.
        """
        if self.visitors >= self.most:
            raise HTTPError(HTTPStatus.SERVICE_UNAVAILABLE)
        # Voila names them by an enumeration, whose members would not read as words.
        named = {str.__str__(name): word for name, word in (env or os.environ).items()}
        kernel = await self._take(named) or await self._start(named, options)
        self.fill(REST_SECONDS)
        return kernel

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End an idle kernel, unless it waits for a visitor."""
        if kernel_id not in self._kept:
            await super().cull_kernel_if_idle(kernel_id)

    async def shutdown_all(self, now: bool = False) -> None:
        """End every kernel, those in the making too."""
        self.spares = 0
        if self._filling is not None:
            self._filling.cancel()
            await asyncio.wait([self._filling])
        if self._starting is not None:
            await asyncio.wait([self._starting])
        await super().shutdown_all(now)

    async def _start(self, environment: dict[str, str], options: dict[str, Any]) -> str:
        """Start a kernel that counts from now on."""
        kernel: str = self.new_kernel_id()
        self._asked.add(kernel)
        try:
            await super().start_kernel(kernel_id=kernel, env=environment, **options)
        finally:
            self._asked.discard(kernel)
        return kernel

    async def _take(self, environment: dict[str, str]) -> str | None:
        """Give a kernel in hand; None where there is none that still works."""
        ours = {name: word for name, word in environment.items() if os.environ.get(name) != word}
        gone = [name for name in os.environ if name not in environment]
        while self._ready:
            kernel = self._ready.pop(0)
            self._kept.discard(kernel)
            if await self._run(kernel, TOLD.format(ours=ours, gone=gone), TOLD_SECONDS):
                given = self.get_kernel(kernel)
                given.client_class = HEARD
                # It has waited, not idled.
                given.last_activity = dt.datetime.now(dt.UTC)
                return kernel
        return None

    async def _fill(self, rest: float) -> None:
        await asyncio.sleep(rest)
        while len(self._ready) < self.spares and self.visitors + len(self._kept) < self.most:
            kernel: str = self.new_kernel_id()
            self._kept.add(kernel)
            try:
                self._starting = asyncio.ensure_future(
                    super().start_kernel(kernel_id=kernel, path="")
                )
                # One whose start is broken off would run on and be known to nobody.
                await asyncio.shield(self._starting)
                ready = await self._run(kernel, READY, READY_SECONDS)
            except Exception:
                self._kept.discard(kernel)
                self.log.exception("burdens: no kernel could be made ahead")
                return
            if not ready:
                self._kept.discard(kernel)
                return
            self._ready.append(kernel)

    async def _run(self, kernel: str, code: str, seconds: float) -> bool:
        """Run code in a kernel; one that fails is ended."""
        with contextlib.suppress(HTTPError, KeyError, TimeoutError):
            client = self.get_kernel(kernel).client()
            client.start_channels(iopub=False, stdin=False, hb=False)
            try:
                answer = await client.execute(code, silent=True, reply=True, timeout=seconds)
            finally:
                client.stop_channels()
            if answer["content"]["status"] == "ok":
                return True
        if kernel in self:
            await self.shutdown_kernel(kernel, now=True)
        return False
