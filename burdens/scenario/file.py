"""Reads a scenario file."""

from __future__ import annotations

from pathlib import Path

from burdens.documents import Document, parse_document, read_document
from burdens.errors import Fault, ScenarioError
from burdens.scenario.scenario import Scenario


def read(path: str | Path) -> Scenario:
    """Read a scenario from its YAML file.

    Raises
    ------
    ScenarioError
        With every fault: file, line, field, what is wrong and what to do.
    """
    return _checked(read_document(Path(path), ScenarioError))


def parse(text: str, name: str = "scenario") -> Scenario:
    """Read a scenario from YAML text; `name` stands for the file in messages.

    Raises
    ------
    ScenarioError
        As `read`.
    """
    return _checked(parse_document(text, name, ScenarioError))


def _checked(document: Document) -> Scenario:
    if not isinstance(document.data, dict):
        fault = Fault("is a list, not a set of fields.", "Write `start: ...`.", document.name, 1)
        raise ScenarioError("The scenario does not read", [fault])
    return Scenario.from_data(document.data, document.name, document.line)
