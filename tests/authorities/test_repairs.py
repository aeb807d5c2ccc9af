from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from burdens.authorities import read_release

if TYPE_CHECKING:
    from pathlib import Path

    from burdens.authorities import Release

    from .conftest import Write


def new_plans(release: Release) -> dict[str, tuple[object, object]]:
    return {
        repair.name: (repair.published, repair.used)
        for repair in release.repairs
        if repair.figure == "new_plans"
    }


@pytest.mark.truth
def test_yorkshire_and_the_humber_gets_its_own_new_plans_of_2022_back(release: Release) -> None:
    repaired = new_plans(release)
    assert len(repaired) == 15
    assert repaired["Wakefield"] == (6078.0, 462.0)
    assert repaired["Sheffield"] == (6078.0, 955.0)
    assert sum(used for _, used in repaired.values() if isinstance(used, float)) == 6078


@pytest.mark.truth
def test_shifted_codes_of_the_tribunal_table_are_put_right_by_name(release: Release) -> None:
    codes = {r.name: (r.published, r.used) for r in release.repairs if r.figure == "old_la_code"}
    assert codes == {
        "Northamptonshire": ("892", "928"),
        "Nottingham": ("891", "892"),
        "Nottinghamshire": ("928", "891"),
        "Central Bedfordshire": ("873", "823"),
        "Cambridgeshire": ("823", "873"),
    }
    flagged = {n.name for n in release.notes if n.figure == "appealable_decisions"} - {"England"}
    assert flagged == {"Nottingham", "Nottinghamshire", "Central Bedfordshire", "Cambridgeshire"}


@pytest.mark.truth
def test_appeals_agree_with_an_independent_tidying(release: Release, appeals_csv: Path) -> None:
    figures = release.figures
    compared = 0
    with appeals_csv.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if not row["calendar_year"].isdigit():
                continue
            key = (row["old_la_code"], int(row["calendar_year"]))
            text = row["appeals_registered"].strip().replace(",", "")
            if not (text.isdigit() or text == "-") or key not in figures.index:
                continue
            assert figures.loc[key, "appeals"] == (0 if text == "-" else float(text)), row
            compared += 1
    assert compared > 1600


@pytest.mark.truth
def test_authorities_that_made_every_plan_an_exception_are_noted(release: Release) -> None:
    noted = {(n.name, n.year) for n in release.notes if "classed as exceptions" in n.reason}
    assert noted == {("Dorset", 2024), ("City of London", 2024)}


@pytest.mark.truth
def test_a_difference_published_below_zero_leaves_none_and_is_reported(release: Release) -> None:
    assert release.figures.loc[("878", 2024), "review_decisions_outstanding"] == 0
    assert [(r.published, r.used) for r in release.repairs if r.code == "878"] == [(-211.0, 0.0)]


COLUMNS = "breakdown_topic,breakdown,new_ehc_plans"
REGION = "2022/Regional/North//"


def region(*rows: str) -> list[str]:
    return [f"{REGION}|New EHC plans,New EHC plans,30", *rows]


def one(code: str, topic: str, breakdown: str, number: int) -> str:
    return f"2022/Local authority/North/{code}/Town {code}|{topic},{breakdown},{number}"


def test_a_regional_total_in_authority_rows_is_replaced_by_the_rows_by_age(write: Write) -> None:
    total, age = "New EHC plans", "Age when plan started"
    rows = region(
        *(one(code, total, total, 30) for code in ("101", "102")),
        one("103", total, total, 5),
        one("101", age, "age 4", 10),
        one("101", age, "age 5", 5),
        one("102", age, "age 4", 10),
    )
    release = read_release(write("newplans.csv", COLUMNS, rows))
    assert new_plans(release) == {"Town 101": (30.0, 15.0), "Town 102": (30.0, 10.0)}
    assert release.figures.loc[("101", 2022), "new_plans"] == 15


def test_a_regional_total_that_cannot_be_repaired_becomes_missing(write: Write) -> None:
    total, age = "New EHC plans", "Age when plan started"
    rows = region(
        *(one(code, total, total, 30) for code in ("101", "102")), one("101", age, "age 4", 10)
    )
    release = read_release(write("newplans.csv", COLUMNS, rows))
    assert new_plans(release) == {"Town 101": (30.0, None), "Town 102": (30.0, None)}
    assert release.figures.loc[:, "new_plans"].isna().all()


def test_one_authority_that_is_the_whole_region_is_no_fault(write: Write) -> None:
    total = "New EHC plans"
    rows = region(one("101", total, total, 30), one("102", total, total, 0))
    assert read_release(write("newplans.csv", COLUMNS, rows)).repairs == ()


@pytest.mark.truth
def test_authorities_that_recorded_no_outcome_of_any_review_are_noted(release: Release) -> None:
    noted = {n.code for n in release.notes if n.figure == "reviews_amended" and n.code != "England"}
    year = release.figures.xs(2024, level=1)
    zero = year["reviews_amended"] + year["reviews_ceased"] + year["reviews_maintained"] == 0
    assert noted == set(year.index[zero])
    assert len(noted) == 12
