"""The JSON Schema of the scenario file: names an editor can offer, and what each means."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from burdens.measures import measures
from burdens.scenario import catalogue
from burdens.scenario.role import roles

if TYPE_CHECKING:
    from pydantic import BaseModel

# Where it lies for an editor, as a file.
SCHEMA = Path(__file__).with_name("scenario.schema.json")

# Filled in by burdens.scenario.defaults where the file says nothing.
_MAY_BE_LEFT_OUT = {
    "Scenario": "standards",
    "Standards": "timeliness",
    "TimelinessStandard": "from",
    "CaseloadStandard": "from",
}


def schema_of(scenario: type[BaseModel]) -> dict[str, Any]:
    """Describe the file: fields, units, and the names of figures and roles."""
    schema = scenario.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["description"] = "A plan for a SEND statutory team."
    for name, field in _MAY_BE_LEFT_OUT.items():
        part = schema if name == schema["title"] else schema["$defs"][name]
        part["required"] = [required for required in part["required"] if required != field]
    figures, known = catalogue.kinds(), roles()
    _name(
        schema["properties"]["figures"],
        {name: f"{kind.title} [{kind.unit}]." for name, kind in figures.items()},
    )
    _name(schema["properties"]["staff"], {name: f"{role.title}." for name, role in known.items()})
    schema["$defs"]["ChosenMeasure"]["properties"]["measure"]["enum"] = list(measures())
    schema["properties"]["staff"]["required"] = [n for n, role in known.items() if role.always]
    return schema


def _name(mapping: dict[str, Any], names: dict[str, str]) -> None:
    """Turn a mapping of any name into one of the names given."""
    form = mapping["additionalProperties"]
    mapping["properties"] = {name: {**form, "description": text} for name, text in names.items()}
    mapping["additionalProperties"] = False
