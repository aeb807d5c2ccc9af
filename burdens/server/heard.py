"""Speaks to a kernel that has answered before."""

from __future__ import annotations

import contextlib
import time
from queue import Empty
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.session import new_id

Client: Any = AsyncKernelClient
LISTEN_SECONDS = 0.2
PATIENCE_SECONDS = 60.0


class HeardClient(Client):  # type: ignore[misc]
    """Is ready as soon as it hears the kernel, where another client listens on for silence.

    It has a name of its own: other clients of a kernel share one and each count their messages from
    nought, so that what is still said to one would be taken for what is said to the next.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.session.session = new_id()

    async def _async_wait_for_ready(
        self,
        timeout: float | None = None,  # noqa: ASYNC109  (the name that jupyter_client calls it by)
    ) -> None:
        """Wait until the kernel is heard, and has no more to say to what it was asked for that.

        Parameters
        ----------
        timeout
            How long to wait [s].

        Raises
        ------
        RuntimeError
            Where it is not heard in that time.
        """
        until = time.monotonic() + (timeout or PATIENCE_SECONDS)
        while time.monotonic() < until:
            # What was said before the ear was open is lost, so it is asked again.
            asked = self.kernel_info()
            with contextlib.suppress(Empty):
                while not _last(await self.iopub_channel.get_msg(timeout=LISTEN_SECONDS), asked):
                    pass
                await self.shell_channel.get_msg(timeout=LISTEN_SECONDS)
                return
        raise RuntimeError("The kernel does not answer.")

    wait_for_ready = _async_wait_for_ready


def _last(message: dict[str, Any], asked: str) -> bool:
    """Whether a message is the last that answers a question."""
    idle = message["content"].get("execution_state") == "idle"
    return bool(idle and message["parent_header"].get("msg_id") == asked)
