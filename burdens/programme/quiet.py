"""Keeps what HiGHS prints in C away from standard output, which may be a pipe or a page."""

from __future__ import annotations

import os
import sys
import threading


class _Quiet:
    """Closes standard output to the solver while any thread is inside.

    Solves of several threads may overlap: the first puts it away, the last brings it back.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self._kept = -1

    def __enter__(self) -> None:
        with self._lock:
            self._inside += 1
            if self._inside == 1:
                self._put_away()

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0:
                os.dup2(self._kept, 1)
                os.close(self._kept)

    def _put_away(self) -> None:
        sys.stdout.flush()
        self._kept = os.dup(1)
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.close(nothing)


QUIET = _Quiet()
