"""Staff that councils have published: what each number is, and that none is added up."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from burdens.authorities import all_authorities, observed_staffing
from burdens.authorities.observed import COLUMNS, everything
from burdens.errors import FactsError
from tests.real_data import published

GOOD = "878,caseworker,2023,10,fte,,,stock,P,Answer,https://example.org,all of them"


def written(folder: Path, *rows: str) -> Path:
    path = folder / "staff.csv"
    path.write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    return path


def test_every_row_is_of_a_present_authority_with_a_source() -> None:
    codes = {authority.code for authority in all_authorities()}
    assert everything().keys() <= codes
    for rows in everything().values():
        for row in rows:
            assert row.href.startswith("http")
            assert row.note
            assert any(number is not None for number in (row.staff, row.vacant, row.cases_each))


def test_devon_s_staff_are_dated_and_in_order() -> None:
    rows = observed_staffing("878")["caseworker", "send_manager"]
    assert [(row.date, row.in_post) for row in rows] == [
        ("2019", 20),
        ("2020", 20),
        ("2021", 20),
        ("2022", 32.1),
        ("2023", 49.5),
    ]


def test_only_a_stock_is_staff_in_post_and_vacant_posts_are_not() -> None:
    for rows in everything().values():
        for row in rows:
            assert row.kind == "stock" or row.in_post is None
    (row,) = observed_staffing("825")[("ep",)]
    assert (row.staff, row.vacant, row.in_post) == (16, 5, 11)


def test_a_service_bought_in_is_no_stock_of_the_council() -> None:
    rows = observed_staffing("878")[("ep",)]
    assert [(row.date, row.kind) for row in rows[:2]] == [
        ("2021-04", "outsourced"),
        ("2022-01", "outsourced"),
    ]
    assert [row.in_post for row in rows] == [None, None, 31, 30]


def test_an_authority_of_which_nothing_is_known_has_nothing() -> None:
    assert observed_staffing("201") == observed_staffing("nowhere") == {}


@pytest.mark.truth
def test_what_a_row_is_agrees_with_the_first_word_of_the_list_read() -> None:
    with published("casework-staffing.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["value"]]
    names = {authority.name: authority.code for authority in all_authorities()}
    for row in rows:
        kind = row["note"].split(":")[0].lower()
        own = [
            seen
            for seen in everything()[names[row["authority"]]]
            if seen.href == row["source_url"] and seen.staff == float(row["value"])
        ]
        assert kind in {seen.kind for seen in own}, row


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (GOOD.replace("stock", "stok"), "'stok' is not recognised"),
        (GOOD.replace(",10,", ",ten,"), "ten"),
        (GOOD.replace(",10,", ",-1,"), "-1 is not a number of staff"),
        (GOOD.replace(",10,", ",nan,"), "nan is not a number of staff"),
        (GOOD.replace(",10,", ",inf,"), "inf is not a number of staff"),
        (GOOD.replace("fte", "people"), "'people' is not recognised"),
        (GOOD.replace("https://example.org", "memory"), "its address"),
        (GOOD + ",more", "zip"),
        ("878", "zip"),
    ],
)
def test_a_broken_row_is_named_with_its_line(tmp_path: Path, row: str, says: str) -> None:
    with pytest.raises(FactsError, match=says) as told:
        everything(written(tmp_path, GOOD, row))
    assert [fault.line for fault in told.value.faults] == [3]


def test_all_broken_rows_are_told_at_once(tmp_path: Path) -> None:
    bad = GOOD.replace("stock", "stok")
    with pytest.raises(FactsError) as told:
        everything(written(tmp_path, bad, GOOD, bad))
    assert [fault.line for fault in told.value.faults] == [2, 4]


def test_a_file_that_is_missing_or_of_another_form_says_so(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="does not read"):
        everything(tmp_path / "nowhere.csv")
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(FactsError, match="needs the columns"):
        everything(tmp_path / "other.csv")
