"""Kernels of pages: they know where the user's files lie, and other kernels do not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jupyter_server.utils import ensure_async

# What a page reads to open `?scenario=`; without it the page refuses.
FILES = "BURDENS_FILES"


class Kernels:
    """The server's kernels, of which those started here are told the folder of the files.

    Parameters
    ----------
    kernels
        The kernel manager of the server.
    files
        The folder below which a page may read scenario files; None where it may read none,
        whatever the server itself was started with.

    Attributes
    ----------
    unwanted
        Whether nobody waits any more for what was started here.
    """

    def __init__(self, kernels: Any, files: Path | None) -> None:
        self._kernels = kernels
        self._files = files
        self._started: list[str] = []
        self.unwanted = False

    def __getattr__(self, name: str) -> Any:
        """Hand on everything else."""
        return getattr(self._kernels, name)

    async def start_kernel(self, *, env: dict[str, str], **options: Any) -> str:
        """Start a kernel whose environment names the folder, or names none."""
        told = {name: value for name, value in env.items() if name != FILES}
        if self._files is not None:
            told[FILES] = str(self._files)
        started: str = await ensure_async(self._kernels.start_kernel(env=told, **options))
        self._started.append(started)
        return started

    async def end_unwanted(self) -> None:
        """End what was started here and nobody waits for."""
        for kernel in self._started if self.unwanted else ():
            if kernel in self._kernels:
                await ensure_async(self._kernels.shutdown_kernel(kernel))
