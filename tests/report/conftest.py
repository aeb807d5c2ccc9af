"""LibreOffice, which opens what the reports write."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from burdens.assessment import Assessment
from tests.report.example import example

SOFFICE = os.environ.get("BURDENS_SOFFICE") or shutil.which("soffice")
Convert = Callable[[Path, str], Path]


@pytest.fixture
def assessment() -> Assessment:
    return example()


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Convert files with the system's LibreOffice; a machine without one skips, except in CI."""
    if SOFFICE is None:
        words = "no LibreOffice: install libreoffice-writer and libreoffice-calc, or set BURDENS_SOFFICE"
        if os.environ.get("CI"):
            pytest.fail(words)
        pytest.skip(words)
    profile = tmp_path_factory.mktemp("office")

    def to(path: Path, kind: str) -> Path:
        folder = tmp_path_factory.mktemp(kind)
        command = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        command += ["--convert-to", kind, "--outdir", str(folder), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return folder / f"{path.stem}.{kind}"

    return to
