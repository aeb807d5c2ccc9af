"""Problem files: read with every fault named, and what their objective is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from burdens.errors import Fault, ProblemError
from burdens.problem import Problem


def read(path: Path) -> Problem:
    """Return the Problem of a JSON file.

    Raises
    ------
    ProblemError
        Where the file cannot be read or is not JSON, or with every field that does not fit.
    """
    try:
        return Problem.from_json(path.read_text(encoding="utf-8"), path.name)
    except ProblemError as broken:
        faults = [replace(fault, file=fault.file or path.name) for fault in broken.faults]
        raise ProblemError(broken.title, faults) from broken
    except (OSError, UnicodeDecodeError) as broken:
        fault = Fault(
            f"cannot be read: {broken}.", "Check the path and its permissions.", str(path)
        )
        raise ProblemError("The Problem does not read", [fault]) from broken
    except (ValueError, RecursionError) as broken:
        fault = Fault("is not JSON that can be read.", "Write it again.", path.name)
        raise ProblemError("The Problem does not read", [fault]) from broken
