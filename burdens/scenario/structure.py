"""Faults of form, in plain words: what pydantic found, and what to write instead."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from burdens.facts import nearest
from burdens.scenario.finding import Finding, Path

if TYPE_CHECKING:
    from pydantic import ValidationError

_DAY = "Write year, month and day, such as 2027-04-05."


def findings_of(broken: ValidationError, schema: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield each of pydantic's errors in words.

    Parameters
    ----------
    broken
        What pydantic raised.
    schema
        The JSON Schema of a scenario, which knows every field and what it means.
    """
    for error in broken.errors():
        path = tuple(part for part in error["loc"] if not str(part).startswith(("<", "[")))
        yield Finding(path, *_words(dict(error), path, schema))


def _words(error: dict[str, Any], path: Path, schema: Mapping[str, Any]) -> tuple[str, str]:
    """Return what is wrong and what to write; pydantic's own words where there are none here."""
    given, kind = error["input"], error["type"]
    field = field_of(schema, path)
    if kind == "extra_forbidden":
        return "is not a recognised field.", _known(str(path[-1]), field_of(schema, path[:-1]))
    if isinstance(given, float) and not math.isfinite(given):
        kind = "finite_number"
    words = next((words for kinds, words in _WORDS if kind in kinds), _own_words)
    return words(error, field)


def _own_words(error: dict[str, Any], field: Mapping[str, Any]) -> tuple[str, str]:
    return f"{error['msg']}.", _meaning(field)


def _missing(_: dict[str, Any], field: Mapping[str, Any]) -> tuple[str, str]:
    return "is missing.", f"Add it: {_meaning(field)}"


def _not_finite(error: dict[str, Any], field: Mapping[str, Any]) -> tuple[str, str]:
    return f"is {error['input']}, not a finite number.", _meaning(field)


def _no_number(error: dict[str, Any], field: Mapping[str, Any]) -> tuple[str, str]:
    return (
        f"is {_short(error['input'])}, not a number.",
        f"Write plain digits, unquoted. {_meaning(field)}",
    )


def _past_bound(error: dict[str, Any], field: Mapping[str, Any]) -> tuple[str, str]:
    given = error["input"]
    ((name, bound),) = error["ctx"].items()
    what = f"is {_short(given)}; it must be {_BOUNDS[name]} {bound:g}."
    return what, _as_share(given, bound) or _meaning(field)


def _no_date(error: dict[str, Any], _: Mapping[str, Any]) -> tuple[str, str]:
    return f"is {_short(error['input'])}, not a date.", _DAY


def _no_words(error: dict[str, Any], field: Mapping[str, Any]) -> tuple[str, str]:
    empty = not str(error["input"]).strip()
    return "is empty." if empty else "holds characters that no text has.", _meaning(field)


def _no_choice(error: dict[str, Any], field: Mapping[str, Any]) -> tuple[str, str]:
    fix = f"Write one of: {error['ctx']['expected']}. {_meaning(field)}"
    return f"is {_short(error['input'])}.", fix


def _no_text(error: dict[str, Any], field: Mapping[str, Any]) -> tuple[str, str]:
    return f"is {_short(error['input'])}, not text.", f"Write it in quotes. {_meaning(field)}"


def _no_list(error: dict[str, Any], _: Mapping[str, Any]) -> tuple[str, str]:
    what = f"is {_short(error['input'])}, not a list."
    return what, "Begin each entry on its own line with `- `."


def _no_fields(error: dict[str, Any], field: Mapping[str, Any]) -> tuple[str, str]:
    return f"is {_short(error['input'])}, not a set of fields.", _known("", field)


_BOUNDS = {"gt": "more than", "ge": "at least", "lt": "less than", "le": "at most"}
_WORDS: tuple[tuple[set[str], Callable[..., tuple[str, str]]], ...] = (
    ({"missing"}, _missing),
    ({"finite_number"}, _not_finite),
    ({"float_type", "int_type", "int_from_float", "int_parsing_size"}, _no_number),
    ({"greater_than", "greater_than_equal", "less_than", "less_than_equal"}, _past_bound),
    ({"value_error", "date_type", "date_parsing"}, _no_date),
    ({"string_pattern_mismatch"}, _no_words),
    ({"literal_error"}, _no_choice),
    ({"string_type"}, _no_text),
    ({"tuple_type", "list_type"}, _no_list),
    ({"model_type", "model_attributes_type", "dict_type"}, _no_fields),
)


def _meaning(field: Mapping[str, Any]) -> str:
    return str(field.get("description", ""))


def _known(word: str, fields: Mapping[str, Any]) -> str:
    names = list(fields.get("properties", {}))
    if not names:
        return "Remove it."
    return (word and nearest(word, names)) or f"The fields here are {', '.join(names)}."


def _as_share(given: Any, bound: float) -> str:
    """Show a percentage as the share it was meant to be."""
    if bound == 1 and isinstance(given, int | float) and 1 < given <= 100:
        return f"Shares run from 0 to 1: for {given:g} % write {given / 100:g}."
    return ""


def _short(given: Any) -> str:
    if given is None:
        return "null"
    if isinstance(given, Mapping):
        return "a set of fields"
    if isinstance(given, list | tuple):
        return "a list"
    text = given if isinstance(given, str) else str(given)
    cut = text if len(text) <= 40 else f"{text[:37]}..."
    return repr(cut) if isinstance(given, str) else cut


def field_of(schema: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
    """Find what a JSON Schema says of the field at a path; empty where it knows none."""
    node: Mapping[str, Any] = schema
    for part in path:
        node = _resolved(_step(_resolved(node, schema), part), schema)
    return _resolved(node, schema)


def _step(node: Mapping[str, Any], part: str | int) -> Mapping[str, Any]:
    if isinstance(part, int):
        return node.get("items") or {}
    rest = node.get("additionalProperties")
    return node.get("properties", {}).get(part) or (rest if isinstance(rest, Mapping) else {})


def _resolved(node: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow references, and take the filled form of what may also be null or a word."""
    if "$ref" in node:
        name = str(node["$ref"]).rsplit("/", 1)[-1]
        rest = {key: value for key, value in node.items() if key != "$ref"}
        return {**_resolved(schema["$defs"][name], schema), **rest}
    for choices in ("anyOf", "oneOf"):
        for choice in node.get(choices, ()):
            form = _resolved(choice, schema)
            if form.get("type") in {"object", "array"}:
                return {**form, **{k: v for k, v in node.items() if k != choices}}
    return node
