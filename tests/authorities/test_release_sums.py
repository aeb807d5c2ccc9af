"""The 2025 release against itself and against the figures the department prints."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from burdens.authorities import read_release

if TYPE_CHECKING:
    from pathlib import Path

    from burdens.authorities import Release

pytestmark = pytest.mark.truth

# Department for Education, Education, health and care plans, reporting year 2025; HMCTS for appeals.
PRINTED = {
    ("requests", 2024): 154_489,
    ("decided_to_assess", 2024): 101_045,
    ("refused", 2024): 38_889,
    ("new_plans", 2024): 97_747,
    ("new_plans", 2022): 66_706,
    ("timeliness_plans_excluding_exceptions", 2024): 84_866,
    ("issued_within_20_weeks_excluding_exceptions", 2024): 39_407,
    ("timeliness_plans", 2024): 90_392,
    ("plans", 2025): 638_745,
    ("plans_ceased", 2024): 44_862,
    ("mediations_on_requests", 2024): 10_507,
    ("assessments_issued", 2024): 98_547,
    ("appeals", 2024): 22_276,
}
NOT_BY_REGION = {"appeals"}


def total(frame: pd.DataFrame, figure: str, year: int) -> float:
    cells = frame.xs(year, level=1)[figure]
    return float(sum(cell for cell in cells if isinstance(cell, float) and not pd.isna(cell)))


@pytest.mark.parametrize(("figure", "year"), PRINTED)
def test_authorities_regions_and_england_all_give_the_printed_number(
    release: Release, figure: str, year: int
) -> None:
    printed = PRINTED[figure, year]
    assert total(release.figures, figure, year) == printed
    assert total(release.national, figure, year) == printed
    if figure not in NOT_BY_REGION:
        assert total(release.regional, figure, year) == printed


def test_assessments_completed_are_the_outcomes_together(release: Release) -> None:
    outcomes = (
        "assessments_issued",
        "assessments_not_issued",
        "assessments_outstanding",
        "assessments_withdrawn",
    )
    row = release.national.loc[("England", 2024)]
    assert sum(row[figure] for figure in outcomes) == 105_340


def test_timeliness_is_the_published_percentage(release: Release) -> None:
    row = release.national.loc[("England", 2024)]
    share = (
        row["issued_within_20_weeks_excluding_exceptions"]
        / row["timeliness_plans_excluding_exceptions"]
    )
    assert round(100 * share, 1) == 46.4


@pytest.mark.parametrize(
    ("figure", "year", "names"),
    [
        ("requests", 2023, {"Leicester", "Hackney", "Isle of Wight"}),
        ("timeliness_plans", 2022, {"Norfolk", "Tower Hamlets", "Havering", "West Berkshire"}),
        ("timeliness_plans", 2023, {"Hackney"}),
        (
            "reviews_held",
            2024,
            {
                "Blackpool",
                "Reading",
                "Waltham Forest",
                "Surrey",
                "Redbridge",
                "Hertfordshire",
                "Plymouth",
            },
        ),
    ],
)
def test_sums_fall_short_only_where_an_authority_is_withheld(
    release: Release, figure: str, year: int, names: set[str]
) -> None:
    cells = release.figures.xs(year, level=1)[figure]
    withheld = set(release.authorities.loc[list(cells[cells == "x"].index), "name"])
    assert withheld == names
    assert total(release.figures, figure, year) < total(release.national, figure, year)
    assert any(note.figure == figure and note.year == year for note in release.notes)


def test_every_other_sum_agrees_with_the_national_row(release: Release) -> None:
    known = {("requests", 2023), ("timeliness_plans", 2022), ("timeliness_plans", 2023)}
    gaps = {
        (note.figure, note.year): note.reason
        for note in release.notes
        if "add up to" in note.reason
    }
    assert known <= set(gaps)
    assert not [key for key, reason in gaps.items() if "no authority" in reason]
    assert not [key for key in gaps if key[0] in ("appeals", "plans", "new_plans", "plans_ceased")]


def test_authorities_with_no_row_are_empty_not_zero(release: Release) -> None:
    for code in ("856", "921"):
        assert pd.isna(release.figures.loc[(code, 2023), "new_plans"])
        assert pd.isna(release.figures.loc[(code, 2023), "timeliness_plans"])


def test_the_whole_release_is_read_within_five_seconds(release_zip: Path) -> None:
    start = time.process_time()
    read_release(release_zip)
    assert time.process_time() - start < 5


def test_the_release_says_what_it_read(release: Release) -> None:
    assert release.name == "2025"
    assert release.layout.startswith("reporting years 2023 to 2025")
    assert len(release.files) == 8
    assert "data/personal_budgets.csv" in release.ignored
    assert release.absent == ()
