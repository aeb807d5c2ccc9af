"""Reads a scenario file."""

from __future__ import annotations

import datetime as dt
import re
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
    file = Path(path)
    try:
        document = read_document(file, ScenarioError)
    except ValueError as broken:
        raise _impossible(file.read_text(encoding="utf-8"), file.name, broken) from broken
    return _checked(document)


def parse(text: str, name: str = "scenario") -> Scenario:
    """Read a scenario from YAML text; `name` stands for the file in messages.

    Raises
    ------
    ScenarioError
        As `read`.
    """
    try:
        document = parse_document(text, name, ScenarioError)
    except ValueError as broken:
        raise _impossible(text, name, broken) from broken
    return _checked(document)


def _impossible(text: str, name: str, broken: ValueError) -> ScenarioError:
    """Find the days that no calendar has, which the YAML reader does not place."""
    faults = [
        Fault(f"there is no day {day}.", "Write a day of the calendar.", name, number)
        for number, line in enumerate(text.splitlines(), start=1)
        for day in re.findall(r"\b\d{4}-\d\d?-\d\d?\b", line)
        if not _is_day(day)
    ]
    other = Fault(f"holds a value that cannot be read: {broken}.", "Correct it.", name)
    return ScenarioError("The scenario does not read", faults or [other])


def _is_day(text: str) -> bool:
    try:
        dt.date(*map(int, text.split("-")))
    except ValueError:
        return False
    return True


def _checked(document: Document) -> Scenario:
    if not isinstance(document.data, dict):
        fault = Fault("is a list, not a set of fields.", "Write `start: ...`.", document.name, 1)
        raise ScenarioError("The scenario does not read", [fault])
    return Scenario.from_data(document.data, document.name, document.line)
