"""YAML documents with the line of every field, and files and folders written whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from burdens.errors import BurdensError, Fault, OutputError
from burdens.plain_yaml import load_plain

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Document:
    """A YAML document and where its parts stand.

    Attributes
    ----------
    data
        Mappings, lists and scalars as written.
    name
        The file's name, for messages.
    text
        What was read.
    error
        The type of error of a text that does not read.
    """

    data: Any
    name: str
    text: str
    error: type[BurdensError]

    def line(self, path: tuple[str | int, ...]) -> int | None:
        """Return the line [from 1] of the field at `path`, or of its nearest parent."""
        node, line = self._lined, 1
        for key in path:
            try:
                mark = node.lc.key(key) if isinstance(node, CommentedMap) else node.lc.item(key)
                line, node = mark[0] + 1, node[key]
            except (AttributeError, KeyError, IndexError, TypeError):
                break
        return line

    @cached_property
    def _lined(self) -> Any:
        """The data with the line of each part, which is read only once a fault is to be named."""
        return _load_lined(self.text, self.name, self.error)


def parse_document(text: str, name: str, error: type[BurdensError]) -> Document:
    """Parse YAML 1.2; unknown tags, duplicate keys and bad syntax are errors.

    Raises
    ------
    BurdensError
        Of the type `error`, naming the line.
    """
    data = load_plain(text)
    if data is None:
        data = _load_lined(text, name, error)
        if not isinstance(data, CommentedMap | CommentedSeq):
            fix = "Write one field a line, such as `start: ...`."
            raise error("The file does not read", [Fault("holds no fields.", fix, name)])
    return Document(data, name, text, error)


def _load_lined(text: str, name: str, error: type[BurdensError]) -> Any:
    yaml = YAML(typ="rt")
    try:
        return yaml.load(text)
    except MarkedYAMLError as broken:
        line = broken.problem_mark.line + 1 if broken.problem_mark else None
        what, fix = f"not valid YAML: {broken.problem}.", "Correct the line."
        if line and _is_indented_with_a_tab(text, line):
            what, fix = "is indented with a tab.", "Use spaces: YAML takes no tabs."
        fault = Fault(what, fix, name, line)
        raise error("The file does not read", [fault]) from broken
    except YAMLError as broken:
        raise error("The file does not read", [Fault(str(broken), "", name)]) from broken


def _is_indented_with_a_tab(text: str, line: int) -> bool:
    indented = "".join(text.splitlines()[line - 1 : line])
    return "\t" in indented[: len(indented) - len(indented.lstrip())]


def read_document(path: Path, error: type[BurdensError]) -> Document:
    """Read one YAML file; see `parse_document`."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as broken:
        fault = Fault(f"cannot be read: {broken}.", "Check the name and the rights.", str(path))
        raise error("The file does not read", [fault]) from broken
    return parse_document(text, path.name, error)


def write_whole(path: Path, text: str) -> None:
    """Write a text in UTF-8 entirely or not at all; see `write_whole_bytes`."""
    write_whole_bytes(path, text.encode())


def write_whole_bytes(path: Path, content: bytes) -> None:
    """Write a file entirely or not at all: to a temporary file, then rename.

    Raises
    ------
    OutputError
        Where the folder does not exist, or the file cannot be written or is open elsewhere.
    """
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as broken:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        fault = Fault(f"cannot be written: {broken}.", "Choose another place.", str(path))
        raise OutputError("Nothing was written", [fault]) from broken


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Fill a new folder entirely or not at all: a temporary one to write into, then rename.

    Raises
    ------
    OutputError
        Where the folder holds something already, or its parent cannot be written.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        fault = Fault("is there already.", "Choose a new folder.", str(path))
        raise OutputError("Nothing was written", [fault])
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as temporary:
            made = Path(temporary) / path.name
            made.mkdir()
            yield made
            made.replace(path)
    except OSError as broken:
        fault = Fault(f"cannot be written: {broken}.", "Choose another place.", str(path))
        raise OutputError("Nothing was written", [fault]) from broken


def write_tables(folder: Path, tables: Mapping[str, pd.DataFrame]) -> None:
    """Write tables by name into a folder, one CSV file each."""
    for name, table in tables.items():
        table.to_csv(folder / f"{name}.csv", index=False)
