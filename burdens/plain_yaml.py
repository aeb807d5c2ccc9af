"""Plain YAML 1.2, read in a twentieth of the time that ruamel.yaml takes, without line numbers.

libyaml parses, and the table of ruamel.yaml decides whether a scalar is a number, a date or a text.
What the two could read differently is left to ruamel.yaml: duplicate keys, tags, merge keys,
directives, tabs, values that hold themselves, numbers that are not decimal, times of day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, ClassVar

import yaml
from ruamel.yaml.resolver import implicit_resolvers

VERSION = (1, 2)
# Tabs, line ends other than that of Unix, a byte order mark; directives; tags; odd names of anchors.
UNUSUAL = re.compile(
    r"[\t\r\x85\u2028\u2029\ufeff]|^%|(?:^|[\s\[\]{},:?-])(?:!|[&*](?![\w-]+(?:\s|\Z)|\s))",
    re.MULTILINE,
)
DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?P<rest>\.[0-9]*(?:[eE][-+]?[0-9]+)?)?")
TAG = "tag:yaml.org,2002:"


# Where PyYAML was built without libyaml, its own parser reads the same in more time.
class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Composes nodes, whose tags are those of YAML 1.2."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for versions, tag, pattern, first in implicit_resolvers:
    if VERSION in versions:
        _Loader.add_implicit_resolver(tag, pattern, first)


def load_plain(text: str) -> dict[Any, Any] | list[Any] | None:
    """Return the mapping or list that a text holds, or None where it is not plain YAML.

    A text that is not plain may be faulty or merely unusual; `burdens.documents.parse_document` reads
    it or names its fault.
    """
    if UNUSUAL.search(text):
        return None
    try:
        data = _value(_Loader(text).get_single_node(), {})
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return data if isinstance(data, dict | list) else None


def _value(node: Any, known: dict[int, Any]) -> Any:
    """Return the value of a node; `known` holds those of nodes that an alias may name again."""
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if id(node) not in known:
        known[id(node)] = _collection(node, known)
    return known[id(node)]


def _collection(node: Any, known: dict[int, Any]) -> dict[Any, Any] | list[Any]:
    if isinstance(node, yaml.SequenceNode) and node.tag == f"{TAG}seq":
        return [_value(item, known) for item in node.value]
    if not isinstance(node, yaml.MappingNode) or node.tag != f"{TAG}map":
        raise ValueError("neither a mapping nor a list")
    mapping: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode) or (key := _scalar(key_node)) in mapping:
            raise ValueError("a key that is given twice, or no scalar")
        mapping[key] = _value(value_node, known)
    return mapping


def _scalar(node: Any) -> Any:
    if node.tag not in _SCALARS:
        raise ValueError("an unusual kind of scalar")
    return _SCALARS[node.tag](node.value)


def _integer(text: str) -> int:
    if (match := DECIMAL.fullmatch(text)) is None or match["rest"]:
        raise ValueError("an unusual integer")
    return int(text)


def _number(text: str) -> float:
    if DECIMAL.fullmatch(text) is None:
        raise ValueError("an unusual number")
    return float(text)


_SCALARS: dict[str, Callable[[str], Any]] = {
    f"{TAG}str": str,
    f"{TAG}null": lambda _: None,
    f"{TAG}bool": lambda text: text.lower() == "true",
    f"{TAG}int": _integer,
    f"{TAG}float": _number,
    f"{TAG}timestamp": dt.date.fromisoformat,
}
