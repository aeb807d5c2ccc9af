"""Reads the parts of a scenario's data one by one, so that a broken one spoils no other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError


@cache
def _adapter(form: Any) -> TypeAdapter[Any]:
    return TypeAdapter(form)


def read(form: Any, value: object) -> Any:
    """Read one part; None where it does not read."""
    try:
        return _adapter(form).validate_python(value)
    except ValidationError:
        return None


def parts_of(item: object, forms: Mapping[str, Any]) -> dict[str, Any]:
    """Read each field of an entry by itself; None where it does not read."""
    fields = item if isinstance(item, Mapping) else {}
    return {name: read(form, fields.get(name)) for name, form in forms.items()}


def entries(items: object, forms: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Read each entry of a list, field by field; nothing where it is no list."""
    if not isinstance(items, Sequence) or isinstance(items, str):
        return []
    return [parts_of(item, forms) for item in items]
