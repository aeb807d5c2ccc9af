"""The CSV files of a release: out of a zip, a folder or a single file."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from burdens.errors import Fault, ReleaseError

_TITLE = "The release does not read"
_DOWNLOAD = (
    "Download the release again: on its page at explore-education-statistics.service.gov.uk, "
    "choose 'Download all data (zip)'."
)


@dataclass(frozen=True)
class Member:
    """One CSV file: its path inside the release and its content."""

    name: str
    content: bytes

    @property
    def text(self) -> str:
        """The content as text; files saved by Excel may be in Windows-1252."""
        try:
            return self.content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return self.content.decode("cp1252", errors="replace")


def _is_table(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = path.name.startswith(".") or "__MACOSX" in path.parts
    return path.suffix.lower() == ".csv" and not hidden


def _from_zip(path: Path) -> list[Member]:
    faults: list[Fault] = []
    members: list[Member] = []
    try:
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                if not _is_table(info.filename):
                    continue
                try:
                    members.append(Member(info.filename, archive.read(info)))
                except (zipfile.BadZipFile, zlib.error, EOFError) as broken:
                    what = f"{info.filename} is damaged: {broken}."
                    faults.append(Fault(what, _DOWNLOAD, path.name))
                except (RuntimeError, NotImplementedError) as broken:
                    fix = "Unpack it yourself and give the folder."
                    faults.append(Fault(f"{info.filename}: {broken}.", fix, path.name))
    except (zipfile.BadZipFile, EOFError) as broken:
        what = f"is not a whole zip file: {broken}."
        raise ReleaseError(_TITLE, [Fault(what, _DOWNLOAD, path.name)]) from broken
    if faults:
        raise ReleaseError(_TITLE, faults)
    return members


def _from_folder(path: Path) -> list[Member]:
    found = sorted(file for file in path.rglob("*") if file.is_file() and _is_table(file.name))
    return [Member(file.relative_to(path).as_posix(), file.read_bytes()) for file in found]


def read_members(path: Path) -> list[Member]:
    """Read every CSV file of a release, in whatever folder of it.

    Parameters
    ----------
    path
        The zip as published, a folder that holds its CSV files, or one CSV file.

    Raises
    ------
    ReleaseError
        Where nothing is there, or a zip is truncated, damaged or locked.
    """
    try:
        if path.is_dir():
            return _from_folder(path)
        if path.suffix.lower() == ".csv":
            return [Member(path.name, path.read_bytes())]
        return _from_zip(path)
    except OSError as broken:
        what = f"cannot be read: {broken.strerror or broken}."
        fault = Fault(
            what, "Give the zip of a DfE release, or a folder of its CSV files.", str(path)
        )
        raise ReleaseError(_TITLE, [fault]) from broken
