from __future__ import annotations

import pytest

from burdens.pages import Field, Figure, NumberField


def field(**traits: object) -> NumberField:
    return NumberField(name="staff.ep.in_post", label="Posts", **traits)


@pytest.mark.parametrize(
    ("text", "number"),
    [("12.5", 12.5), (" 1,250 ", 1250.0), ("£45,000", 45_000.0), ("0", 0.0)],
)
def test_numbers_are_read_as_people_write_them(text: str, number: float) -> None:
    entry = field()
    entry.value = text
    assert entry.read() == number
    assert not entry.error


@pytest.mark.parametrize(
    "text", ["abc", "12 people", "12,5", "1,25", "1.2.3", "nan", "inf", "1e3", "--", "-4"]
)
def test_a_bad_entry_is_named_and_kept(text: str) -> None:
    entry = field()
    entry.value = text
    assert entry.read() is None
    assert entry.error.startswith("Posts")
    assert entry.value == text
    assert [fault.field for fault in entry.faults()] == ["staff.ep.in_post"]


def test_a_percentage_becomes_a_share() -> None:
    entry = field(percent=True, high=100)
    entry.value = "95 %"
    assert entry.read() == pytest.approx(0.95)
    entry.value = "950"
    assert entry.error == "Posts must be 100 or less."


def test_empty_means_the_default_and_is_no_fault() -> None:
    entry = field()
    entry.value = "abc"
    entry.value = "  "
    assert entry.read() is None
    assert entry.faults() == []


@pytest.mark.parametrize("widget", [Field, Figure])
def test_an_unknown_keyword_is_refused_with_the_nearest_name(widget: type) -> None:
    with pytest.raises(TypeError, match="Did you mean"):
        widget(**{"lable": "x"} if widget is Field else {"titel": "x"})
