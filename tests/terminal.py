"""Runs a command in a process of its own: into a pipe, or in a terminal of so many columns."""

from __future__ import annotations

import os
import pty
import re
import struct
import subprocess
import sys
import termios
from fcntl import ioctl

COMMAND = [sys.executable, "-c", "from burdens.cli import main; main()"]


def _environment(**more: str) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return {**clean, "PYTHONIOENCODING": "utf-8", **more}


def piped(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command into pipes."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=_environment(**environment),
    )


def in_a_terminal(columns: int, *arguments: object) -> str:
    """Run a command in a terminal of so many columns and return what it shows there."""
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    words = [*COMMAND, *map(str, arguments)]
    environment = _environment(TERM="xterm")
    with subprocess.Popen(words, stdout=theirs, stderr=subprocess.PIPE, env=environment) as run:
        os.close(theirs)
        parts = []
        while part := _read(ours):
            parts.append(part)
        assert run.wait() == 0
    os.close(ours)
    text = b"".join(parts).decode().replace("\r\n", "\n")
    return re.sub(r"\x1b\[[0-9;]*m", "", text)  # bold


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how a terminal says that nobody writes any more
        return b""
