"""The quick reader of YAML reads what ruamel.yaml reads, or leaves it to ruamel.yaml."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

import burdens
from burdens.documents import parse_document
from burdens.errors import FactsError
from burdens.plain_yaml import load_plain

SHIPPED = sorted(Path(burdens.__file__).parent.rglob("*.yaml"))
# What documents are made of, so that joined at random they are often valid.
PIECES = st.sampled_from(
    [
        *("\n", "\n  ", "\n- ", "\n  - ", "a: ", "b: ", "c:", "- ", ": ", ", ", "{", "}", "[", "]"),
        *(
            "1",
            "-1",
            "0",
            "007",
            "1.5",
            ".5",
            "5.",
            "1e3",
            "1_000",
            "0x1f",
            "0o17",
            ".inf",
            "-.nan",
        ),
        *(
            "no",
            "yes",
            "true",
            "False",
            "null",
            "~",
            "2024-02-29",
            "2024-02-30",
            "2026-27",
            "12:30",
        ),
        *(
            "word",
            "two words",
            "it's",
            "'it''s'",
            '"q\\t\\u00e9"',
            "''",
            "R&D",
            "|\n  text\n  more",
        ),
        *(">-\n  text\n  more", "\n---\n", "\n...\n", "&x ", "*x", "&y", "*y\n", "!!str ", "! "),
        *(
            "<<: ",
            "%",
            "\t",
            "@",
            "`",
            "=",
            "?",
            "? ",
            " #",
            "\r\n",
            "\ufeff",
            "\x85",
            "\u2028",
            "é",
        ),
    ]
)


def lined(text: str) -> Any:
    """Return what ruamel.yaml reads; its own types compare as those of Python do."""
    return YAML(typ="rt").load(text)


def typed(data: Any) -> Any:
    """Return data with the type of each scalar, so that 1, 1.0 and True differ."""
    if isinstance(data, dict):
        return [(typed(key), typed(value)) for key, value in data.items()]
    if isinstance(data, list):
        return ["list", *map(typed, data)]
    kinds = (bool, int, float, str, dt.date)
    return next((kind for kind in kinds if isinstance(data, kind)), None), data


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_file_of_the_package_is_read_quickly_and_as_ruamel_reads_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert typed(load_plain(text)) == typed(lined(text))


@given(st.lists(PIECES, max_size=25).map("".join))
def test_what_is_read_quickly_is_what_ruamel_reads(text: str) -> None:
    data = load_plain(f"start: 1{text}")
    try:
        expected = lined(f"start: 1{text}") if data is not None else None
    except Exception:  # noqa: BLE001  (ruamel.yaml refuses some block scalars that are valid)
        return
    assert typed(data) == typed(expected)


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("true", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-12", -12),
        ("1.50", 1.5),
        ("1.5e3", 1500.0),
        ("'12'", "12"),
        ("2026-27", "2026-27"),
        ("2027-04-05", dt.date(2027, 4, 5)),
        ("12:30:45", "12:30:45"),
        ("R&D", "R&D"),
    ],
)
def test_a_scalar_is_what_yaml_1_2_says(scalar: str, value: object) -> None:
    assert typed(load_plain(f"field: {scalar}\n")) == typed({"field": value})


UNUSUAL = {
    "a key given twice": "a: 1\na: 2\n",
    "a tab": "a:\tb\n",
    "a value that holds itself": "a: &x [1, *x ]\n",
    "an anchor of an odd name": "a: &x: 1\n",
    "a tag": "a: !!str 1\n",
    "a merge": "a: {<<: {b: 1}}\n",
    "a directive": "%YAML 1.1\n---\na: no\n",
    "an octal number": "a: 0o17\n",
    "a leading zero": "a: 007\n",
    "an underscore": "a: 1_000\n",
    "infinity": "a: .inf\n",
    "a time": "a: 2024-01-01 12:00:00\n",
    "a day that no calendar has": "a: 2024-02-30\n",
    "two documents": "a: 1\n---\nb: 2\n",
    "a key that is a list": "[a]: 1\n",
    "a scalar": "word\n",
    "nothing": "",
    "a mistake": "a: [1\n",
}


@pytest.mark.parametrize("text", UNUSUAL.values(), ids=UNUSUAL)
def test_what_is_not_plain_is_left_to_ruamel(text: str) -> None:
    assert load_plain(text) is None


def test_an_alias_is_what_its_anchor_names() -> None:
    assert load_plain("a: &x [1, 2]\nb: *x\nc: R & D\n") == {"a": [1, 2], "b": [1, 2], "c": "R & D"}


def test_aliases_of_aliases_take_no_more_room_than_their_text() -> None:
    lines = [f"a{n}: &a{n}\n  - *a{n - 1}\n  - *a{n - 1}\n" for n in range(1, 60)]
    data = load_plain("a0: &a0 [1]\n" + "".join(lines))
    assert data is not None
    assert data["a59"][0] is data["a59"][1]


def test_a_field_of_a_plain_document_has_its_line() -> None:
    document = parse_document("a: 1\nb:\n  - c: 2\n\n  - d: 3\n", "file.yaml", FactsError)
    assert [document.line(path) for path in (("a",), ("b", 0, "c"), ("b", 1, "d"))] == [1, 3, 5]


def test_a_key_given_twice_is_a_fault_with_its_line() -> None:
    with pytest.raises(FactsError) as caught:
        parse_document("a: 1\nb: 2\na: 3\n", "file.yaml", FactsError)
    assert [fault.line for fault in caught.value.faults] == [3]
