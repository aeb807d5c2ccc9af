"""A measure of the user's own: what a good file gives, and what a bad one says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from burdens.errors import FactsError
from burdens.measures import read, values_of

GOOD = """\
id: quality_panel
title: A quality panel
objective: Plans are of one quality.
duty: Read one plan in ten again. Now no plan is read again.
vintage: Our own idea
status: hypothetical
status_note: Nobody has proposed it.
policy:
  title: A paper of ours
  provision: paragraph 3
  href: https://example.org/paper
  checked_on: 2026-11-24
  read: true
lead_department: Department for Education
phasing: [0.5, 0.5]
lines:
  - id: reading
    title: Reading plans again
    kind: recurring
    each: new_plan
    times: [quality_panel.share_read]
    hours:
      send_manager: [quality_panel.reading_hours]
  - id: rooms
    title: Rooms
    kind: one_off
    each: authority
    money: [quality_panel.rooms]
    payer: general_fund
sources:
  ours:
    title: Our own time sheets
    href: https://example.org/times
    date: "2026"
values:
  - id: quality_panel.share_read
    title: Plans read again
    unit: share of plans
    low: 0.05
    central: 0.1
    high: 0.2
    grade: C
    source: ours
    note: As counted.
  - id: quality_panel.reading_hours
    title: Reading one plan
    unit: hours a plan
    low: 0.5
    central: 1
    high: 2
    grade: C
    source: ours
    note: As counted.
  - id: quality_panel.rooms
    title: Rooms
    unit: GBP
    low: 1000
    central: 2000
    high: 3000
    grade: C
    source: ours
    price_year: "2026-27"
    note: As paid.
"""
BROKEN = [
    # what is changed, into what; what the message says; the words on the line it names
    (
        "times: [quality_panel.share_read]",
        "times: [quality_panel.shared_read]",
        "no value has the id quality_panel.shared_read. Did you mean quality_panel.share_read",
        "times:",
    ),
    ("low: 0.5", "low: -0.5", "is negative: -0.5 hours a plan. Correct", "low: -0.5"),
    ("low: 0.5", "low: 1.5", "is out of order", "low: 1.5"),
    ("high: 0.2", "high: 1.2", "is more than the whole: 1.2", "low: 0.05"),
    ("[0.5, 0.5]", "[0.5, 0.4]", "the phasing adds up to 0.9, not to 1", "phasing:"),
    (
        "    payer: general_fund\n",
        "    payer: general_fund\n    phasing: [0.5, 0.4]\n",
        "the phasing adds up to 0.9, not to 1",
        "phasing: [0.5, 0.4]",
    ),
    (
        "status: hypothetical",
        "status: withdrawn\nby_default: true",
        "withdrawn cannot be on",
        "id:",
    ),
    ("[0.5, 0.5]", "[1.5, -0.5]", "less than or equal to 1", "phasing:"),
    (
        "send_manager: [",
        "send_manger: [",
        "no role is called send_manger. Did you mean send_manager",
        "send_manger:",
    ),
    (
        '    price_year: "2026-27"\n',
        "",
        "quality_panel.rooms is money without its price_year. Add one",
        "id: quality_panel.rooms",
    ),
    ('"2026-27"', '"2026-28"', "is no financial year. Write it as 2026-27", "price_year:"),
    ('"2026-27"', '"1999-00"', "no GDP deflator is held for 1999-00", "price_year:"),
    ("unit: GBP", "unit: pounds", "money needs one value in GBP. Name one", "money:"),
    (
        "unit: hours a plan",
        "unit: minutes",
        "the work of a send_manager needs one value in hours",
        "send_manager:",
    ),
    (
        "times: [quality_panel.share_read]",
        "times: [quality_panel.share_read, quality_panel.rooms]",
        "quality_panel.rooms is money, and cannot be multiplied into a count",
        "times:",
    ),
    (
        "vintage: Our",
        "vintange: Our",
        "is not a recognised field. Did you mean vintage",
        "vintange:",
    ),
    ("    each: new_plan\n", "    each: new_plans\n", "input should be", "each: new_plans"),
    ("each: authority", "each: request", "a one-off line is counted by a stock", "- id: rooms"),
    ("    payer: general_fund\n", "", "money needs a payer", "- id: rooms"),
    ("id: rooms", "id: reading", "reading is duplicated. Give it an id", "id: reading"),
    (
        "  - id: quality_panel.share_read",
        "  - id: quality.share_read",
        "quality.share_read does not begin with quality_panel",
        "id: quality.share_read",
    ),
    (
        "    times: [quality_panel.share_read]\n",
        "",
        "quality_panel.share_read is used by no line. Name it in a line or remove it",
        "- id: quality_panel.share_read",
    ),
    (
        "    source: ours\n    price_year",
        "    source: theirs\n    price_year",
        "no source is called theirs",
        "source: theirs",
    ),
    ("id: quality_panel\n", "id: mediation\n", "the tool has a measure mediation. Give it", "id:"),
    (
        "lead_department",
        "alternative_to: mediations\nlead_department",
        "no measure is called mediations. Did you mean mediation",
        "alternative_to:",
    ),
    ("read: true", "read: maybe", "input should be", "read: maybe"),
    ("https://example.org/paper", "our shelf", "should match pattern", "href: our shelf"),
    ("status: hypothetical", "status: likely", "input should be", "status: likely"),
]


def _written(folder: Path, text: str) -> Path:
    path = folder / "ours.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def _message(folder: Path, text: str) -> str:
    with pytest.raises(FactsError) as caught:
        read(_written(folder, text))
    return str(caught.value)


def test_a_good_file_reads_whole(tmp_path: Path) -> None:
    measure = read(_written(tmp_path, GOOD))
    assert [line.id for line in measure.lines] == ["reading", "rooms"]
    assert measure.phasing == (0.5, 0.5)
    values = values_of(measure)
    assert values["quality_panel.rooms"].price_year == "2026-27"
    assert values["quality_panel.rooms"].source.title == "Our own time sheets"


def test_a_line_may_use_the_tools_evidence(tmp_path: Path) -> None:
    text = GOOD.replace(
        "times: [quality_panel.share_read]",
        "times: [quality_panel.share_read, volumes.amend_share]",
    )
    assert read(_written(tmp_path, text)).lines[0].values[1] == "volumes.amend_share"


def test_a_phase_may_be_written_without_a_decimal_point(tmp_path: Path) -> None:
    assert read(_written(tmp_path, GOOD.replace("[0.5, 0.5]", "[1]"))).phasing == (1.0,)


@pytest.mark.parametrize(("old", "new", "says", "on"), BROKEN)
def test_a_bad_file_says_what_is_wrong_where_and_what_to_do(
    tmp_path: Path, old: str, new: str, says: str, on: str
) -> None:
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    message = _message(tmp_path, text)
    fault = next(line for line in message.splitlines() if says in line)
    place = re.search(r"ours\.yaml, line (\d+)", fault)
    assert place, fault
    assert on in text.splitlines()[int(place[1]) - 1], fault


def test_one_slip_is_one_fault(tmp_path: Path) -> None:
    slips = [(old, new) for old, new, _, _ in BROKEN if "theirs" in new or "new_plans" in new]
    assert len(slips) == 2
    for old, new in slips:
        assert _message(tmp_path, GOOD.replace(old, new, 1)).count("ours.yaml") == 1


def test_all_faults_are_reported_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("low: 0.5", "low: -0.5").replace("send_manager: [", "send_manger: [")
    text = text.replace("[quality_panel.rooms]", "[quality_panel.roms]")
    message = _message(tmp_path, text)
    assert "is negative" in message
    assert "send_manger" in message
    assert "quality_panel.roms" in message
    assert "quality_panel.rooms is used by no line" in message


def test_a_file_that_is_not_there_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match=r"missing\.yaml"):
        read(tmp_path / "missing.yaml")


def test_a_file_that_is_not_yaml_names_the_line(tmp_path: Path) -> None:
    assert "ours.yaml, line" in _message(tmp_path, GOOD.replace("title: Rooms", "title: [", 1))
