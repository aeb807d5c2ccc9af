"""Overrides, and what a broken file of values says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from burdens.errors import FactsError
from burdens.evidence import amount, read, typed
from burdens.measures import all_values

if TYPE_CHECKING:
    from pathlib import Path

SALT = "hours.needs_assessment.salt_advice.salt"
GOOD = """\
topic: trial
title: Trial
checked_on: 2026-01-01
sources:
  page:
    title: A page
    href: https://example.org
    date: "2026"
values:
  - id: trial.share
    title: A share
    unit: share
    low: 0.1
    central: 0.2
    high: 0.3
    grade: C
    source: page
    note: As read.
"""


def _message(folder: Path, text: str) -> str:
    (folder / "trial.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        read(folder)
    return str(caught.value)


def test_the_version_is_the_day_the_evidence_was_last_checked() -> None:
    assert read().version == "2026-11-28"


def test_an_override_takes_the_place_of_the_value_and_confirms_it() -> None:
    changed = read().with_overrides({SALT: 4.5})[SALT]
    assert (changed.low, changed.central, changed.high) == (4.5, 4.5, 4.5)
    assert changed.overridden
    assert not changed.unconfirmed


def test_an_override_may_bring_its_own_range() -> None:
    changed = read().with_overrides({SALT: (3, 4, 6)})[SALT]
    assert (changed.low, changed.central, changed.high) == (3, 4, 6)


def test_an_override_leaves_the_evidence_it_came_from_alone() -> None:
    evidence = read()
    evidence.with_overrides({SALT: 4.5})
    assert evidence[SALT].central == 5
    assert evidence[SALT].unconfirmed


def test_an_unknown_id_suggests_the_nearest() -> None:
    with pytest.raises(FactsError, match=r"Did you mean hours\.needs_assessment\.salt_advice"):
        read().with_overrides({"hours.needs_assesment.salt_advice.salt": 4.5})


def test_all_wrong_overrides_are_reported_at_once() -> None:
    overrides: dict[str, float | tuple[float, float, float]] = {
        "volumes.amend_share": 1.2,
        SALT: -1.0,
        "growth.requests": float("nan"),
        "zzz": 1.0,
        "time.direct_share.ep": (0.9, 0.8, 0.95),
    }
    with pytest.raises(FactsError) as caught:
        read().with_overrides(overrides)
    assert [fault.field for fault in caught.value.faults] == list(overrides)


def test_demand_may_fall() -> None:
    assert read().with_overrides({"growth.requests": -0.1})["growth.requests"].central == -0.1


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("central: 0.2", "central: 0.4", "out of order"),
        ("high: 0.3", "high: 1.3", "more than the whole"),
        ("low: 0.1", "low: -0.1", "is negative"),
        ("high: 0.3", "high: .inf", "finite"),
        ("source: page", "source: pag", "Did you mean page?"),
        ("grade: C", "grade: E", "grade"),
        ("    unit: share\n", "", "unit: is missing"),
        ("note: As read.", "note: As read", "note"),
        ("grade: C", "grade: C\n    grde: C", "grde"),
        ("grade: C", "grade: C\n    grade: D", "line 17"),
        ("central: 0.2", 'central: "0.2"', "valid number"),
    ],
)
def test_a_broken_file_says_what_and_where(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in GOOD
    message = _message(tmp_path, GOOD.replace(old, new, 1))
    assert says in message
    assert "trial.yaml, line" in message


def test_an_id_given_twice_is_refused(tmp_path: Path) -> None:
    entry = GOOD[GOOD.index("  - id") :]
    assert "given twice" in _message(tmp_path, GOOD + entry)


@pytest.mark.parametrize(
    ("name", "number", "words"),
    [
        ("growth.requests", 0.07, "7%"),
        ("growth.requests", 0.12345, "12.345%"),
        (SALT, 4.5, "4.5 hours a case"),
    ],
)
def test_a_number_in_the_place_of_a_value_is_said_as_it_was_typed(
    name: str, number: float, words: str
) -> None:
    assert typed(all_values()[name], number) == words


def test_a_share_of_the_evidence_does_not_look_surer_than_it_is() -> None:
    assert amount(all_values()["growth.requests"], 0.053163) == "5.32%"
