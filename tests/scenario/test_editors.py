"""The JSON Schema that editors use."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from burdens import scenario
from burdens.scenario.editors import SCHEMA


@pytest.fixture(scope="module")
def schema() -> dict:
    return scenario.json_schema()


def test_the_committed_schema_is_the_one_the_code_makes(schema: dict) -> None:
    text = json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
    assert SCHEMA.read_text(encoding="utf-8") == text, f"write the new one to {SCHEMA}"


def test_the_schema_is_a_schema(schema: dict) -> None:
    Draft202012Validator.check_schema(schema)


def plain(node: object) -> object:
    if isinstance(node, dict):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(value) for value in node]
    return node.isoformat() if isinstance(node, dt.date) else node


def test_a_file_we_write_obeys_the_schema(schema: dict, devon_yaml: str) -> None:
    data = plain(YAML(typ="safe").load(devon_yaml))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("requests: {", "requets: {"), ("on_time: 1}", "on_time: 95}"), ("  ep:", "  pe:")],
)
def test_the_schema_finds_a_wrong_field(schema: dict, devon_yaml: str, old: str, new: str) -> None:
    data = plain(YAML(typ="safe").load(devon_yaml.replace(old, new, 1)))
    assert list(Draft202012Validator(schema).iter_errors(data))


def fields_of(node: object, path: str = "") -> Iterator[tuple[str, dict]]:
    if isinstance(node, dict):
        for name, field in node.get("properties", {}).items():
            yield f"{path}.{name}", field
        for name, part in node.items():
            yield from fields_of(part, f"{path}.{name}")


def test_every_field_says_what_it_is_and_every_number_its_unit(schema: dict) -> None:
    for path, field in fields_of(schema):
        assert field.get("description"), path
        kinds = [field, *field.get("anyOf", ())]
        if any(kind.get("type") == "number" for kind in kinds) and path.count(".value") == 0:
            described = field["description"]
            assert "[" in described or "unit" in described, path
