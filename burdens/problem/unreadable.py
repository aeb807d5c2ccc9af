"""What pydantic finds wrong, as faults with a place."""

from __future__ import annotations

from pydantic import ValidationError

from burdens.errors import Fault


def faults_from(broken: ValidationError, file: str | None = None) -> list[Fault]:
    """Return pydantic's errors as faults, one a field."""
    return [
        Fault(f"{error['msg']}.", "", file, None, ".".join(str(part) for part in error["loc"]))
        for error in broken.errors()
    ]
