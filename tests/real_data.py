"""Where the published files are that tests read: the folder in BURDENS_DATA, else ../shared/data."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def folder() -> Path:
    """Return the folder of published files."""
    return Path(os.environ.get("BURDENS_DATA", ROOT.parent / "shared" / "data"))


def published(name: str) -> Path:
    """Return a published file; without it a test fails under CI, and is skipped elsewhere."""
    path = folder() / name
    if not path.exists():
        words = f"{name} is not in {folder()}: set BURDENS_DATA to the folder of published files"
        if os.environ.get("CI"):
            pytest.fail(words)
        pytest.skip(words)
    return path
