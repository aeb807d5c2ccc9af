from __future__ import annotations

import pytest

from burdens.evidence import Value
from burdens.measures import all_values
from burdens.pages.assumption import Assumption

ADVICE = "hours.needs_assessment.salt_advice.salt"  # 4, 5, 8 hours a case; grade D
GROWTH = "growth.requests"  # 0, 3.122, 13.41 %; grade D
OFFICIAL = "hours.needs_assessment.ep_advice.ep"  # 15.7, 17.4, 19.1 hours; grade A


def value_of(name: str) -> Value:
    return all_values()[name]


class Asked:
    """An assumption, and how often it said that it was changed."""

    def __init__(self, name: str) -> None:
        self.changes = 0
        self.one = Assumption(value_of(name), self._changed)
        self.number, self.reason = self.one.number, self.one.reason

    def press(self, button: str) -> None:
        self.number._came(None, button, [])  # noqa: SLF001  (the browser's part)

    def _changed(self) -> None:
        self.changes += 1


def test_the_slider_runs_over_the_evidence_in_the_unit_of_the_page() -> None:
    assert Asked(ADVICE).number.ticks == [4, 5, 8]
    assert Asked(GROWTH).number.ticks == pytest.approx([0, 3.122, 13.41])
    assert Asked(GROWTH).number.unit == "%"


def test_a_judgement_says_that_it_is_unconfirmed_and_offers_to_confirm_it() -> None:
    asked = Asked(ADVICE)
    assert asked.number.mark == "Unconfirmed"
    assert asked.number.badge.startswith("Grade D")
    assert asked.number.confirm == "Confirm 5 hours a case"
    assert asked.number.reset == ""
    assert Asked(OFFICIAL).number.confirm == Asked(OFFICIAL).number.mark == ""


@pytest.mark.parametrize("name", [ADVICE, GROWTH])
def test_confirming_takes_the_tools_number_and_asks_why(name: str) -> None:
    asked = Asked(name)
    asked.press("confirm")
    assert asked.number.mark == "Unconfirmed"
    assert asked.reason in asked.one.box.children
    assert [fault.field for fault in asked.one.faults()] == [f"{name}.reason"]
    asked.reason.value = "as in our time study"
    assert asked.number.mark == asked.number.confirm == ""
    assert asked.number.note == "You confirm the tool's value."
    assert asked.one.faults() == []
    expected = {"value": name, "to": value_of(name).central, "reason": "as in our time study"}
    assert asked.one.override() == expected


def test_a_number_beyond_the_evidence_is_taken_and_said() -> None:
    asked = Asked(ADVICE)
    asked.number.value = "9.5"
    assert "outside the range of the evidence (4 to 8 hours a case)" in asked.number.note
    assert asked.number.error == ""
    asked.number.value = "6"
    assert asked.number.note == "Your value; the tool's is 5 hours a case."


def test_reset_goes_back_to_the_tools_value() -> None:
    asked = Asked(ADVICE)
    asked.one.typed("many", "because")
    assert asked.number.reset == "Back to 5 hours a case"
    asked.press("reset")
    assert asked.one.override() is None
    assert asked.one.faults() == []
    assert (asked.number.value, asked.reason.value) == ("", "")
    assert asked.one.box.children == (asked.number,)
    assert asked.number.mark == "Unconfirmed"


@pytest.mark.parametrize(("name", "to"), [(ADVICE, 6.25), (GROWTH, 0.0531), (GROWTH, -0.02)])
def test_an_override_that_is_filled_in_comes_back_as_it_was(name: str, to: float) -> None:
    asked = Asked(name)
    override = {"value": name, "to": to, "reason": "our plan"}
    asked.one.fill(override)
    assert asked.one.override() == override
    assert asked.changes > 0
    asked.one.fill(None)
    assert asked.one.override() is None


def test_what_cannot_be_read_is_kept_and_named() -> None:
    asked = Asked(GROWTH)
    asked.one.typed("seven", "our plan")
    assert asked.one.override() is None
    (fault,) = asked.one.faults()
    assert "“seven” is not a number" in fault.what
    assert asked.number.value == "seven"
