"""Authorities that ended, that will end, or that may."""

from __future__ import annotations

import csv
import datetime as dt

import pytest

from burdens.authorities import all_authorities, ending_of, find
from burdens.authorities.boundaries import BoundariesFact, boundaries
from burdens.errors import UnknownAuthorityError
from burdens.facts import check
from tests.real_data import published

PRESENT = {authority.code for authority in all_authorities()}


def test_every_code_that_is_named_is_that_of_a_present_authority() -> None:
    known = boundaries()
    assert {code for ended in known.ended for code in ended.successors} <= PRESENT
    assert {code for ending in known.ending for code in ending.codes} <= PRESENT
    assert set(known.ons_codes.values()) <= PRESENT
    assert not {ended.code for ended in known.ended} & PRESENT


def test_no_authority_ends_twice() -> None:
    codes = [code for ending in boundaries().ending for code in ending.codes]
    assert len(codes) == len(set(codes)) == 40


def test_surrey_ends_by_decision_and_names_its_successors() -> None:
    ending = ending_of("936")
    assert ending is not None
    assert (ending.on, ending.status) == (dt.date(2027, 4, 1), "decided")
    assert [name for name, _ in ending.successors] == ["East Surrey", "West Surrey"]
    assert ending.href.startswith("https://")


def test_devon_may_end_and_nobody_knows_who_takes_over() -> None:
    ending = ending_of("878")
    assert ending is not None
    assert (ending.on, ending.status, ending.successors) == (dt.date(2028, 4, 1), "may", ())
    assert "March 2026" in ending.note


def test_most_authorities_go_on() -> None:
    assert ending_of("330") is None
    assert ending_of("England") is None


@pytest.mark.truth
def test_the_endings_are_those_of_the_list_read() -> None:
    with published("reorganisation-2027-2028.csv").open(encoding="utf-8") as file:
        rows = {row["old_la_code"]: row for row in csv.DictReader(file)}
    assert {code for entry in boundaries().ending for code in entry.codes} == rows.keys()
    for code, row in rows.items():
        ending = ending_of(code)
        assert ending is not None
        assert ending.on.isoformat() == row["change_date"][:10]
        assert (ending.status == "decided") == row["status"].startswith("decided")
        assert ending.href in row["source"]


@pytest.mark.truth
def test_every_ons_code_old_and_new_leads_to_its_authority() -> None:
    with published("authorities.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for column in ("new_la_code_sen2_2025", "new_la_code_live", "new_la_code_apr2023"):
                assert find(row[column]).code == row["old_la_code"]


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Barnsley Metropolitan Borough Council", "Barnsley"),
        ("E06000065", "North Yorkshire"),
        ("E10000023", "North Yorkshire"),
        ("e08000038", "Barnsley"),
        ("E08000016", "Barnsley"),
        ("City of Bradford Metropolitan District Council", "Bradford"),
        ("The Royal Borough of Kensington and Chelsea", "Kensington and Chelsea"),
        ("London Borough of Barking & Dagenham", "Barking and Dagenham"),
        ("Council of the Isles of Scilly", "Isles of Scilly"),
        ("City of York Council", "York"),
        ("Devon CC", "Devon"),
        ("Sandwell MBC", "Sandwell"),
        ("Bedford Borough Council", "Bedford"),
    ],
)
def test_formal_names_and_all_codes_are_understood(asked: str, name: str) -> None:
    assert find(asked).name == name


@pytest.mark.parametrize("form", ["{} Council", "{} Metropolitan Borough Council"])
def test_every_authority_is_found_with_additions(form: str) -> None:
    for authority in all_authorities():
        if authority.name != "City of London":  # without its `City` it is a region
            assert find(form.format(authority.name)) is authority


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("East Surrey", r"begins on 1 April 2027.*\n?.*Choose Surrey"),
        ("West Surrey Council", "begins on 1 April 2027"),
        ("Bedfordshire", "Choose Bedford or Central Bedfordshire"),
        ("Bedfordshire County Council", "ended in 2009"),
        ("Berkshire", "Choose one of Bracknell Forest; Reading; Slough; West Berkshire"),
        ("Cleveland", "Hartlepool"),
        ("Cumbria County Council", "Choose Cumberland or Westmorland and Furness"),
        ("E10000006", "Choose Cumberland or Westmorland and Furness"),
        ("Sussex", "Choose one of East Sussex; West Sussex"),
        ("Council", "is unknown"),
        ("the", "is unknown"),
        ("E99999999", "is unknown"),
        ("‘; drop table", "is unknown"),
        ("a" * 10_000, "is unknown"),
    ],
)
def test_a_name_that_leads_to_no_one_authority_is_asked_back(asked: str, says: str) -> None:
    with pytest.raises(UnknownAuthorityError, match=says):
        find(asked)


def test_a_change_with_an_unknown_source_does_not_read() -> None:
    from burdens.documents import parse_document
    from burdens.errors import FactsError

    text = """\
sources: {}
ended: []
ending:
  - {codes: ["936"], on: 2027-04-01, status: decided, note: Read., source: nowhere}
ons_codes: {}
ons_codes_source: nowhere
"""
    fact, faults = check(parse_document(text, "boundaries.yaml", FactsError), BoundariesFact)
    assert fact is None
    assert "nowhere" in str(faults[0])
