from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from burdens.authorities import read_section_251
from burdens.errors import ReleaseError

if TYPE_CHECKING:
    from pathlib import Path

    from burdens.authorities import Section251

EP = "line_2_1_1_educational_psychology_gross_gbp"
ADMIN = "line_2_1_2_sen_admin_assessment_coordination_gross_gbp"
HEADER = f"financial_year,old_la_code,la_name,{EP},{ADMIN}"


def table(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "s251.csv"
    path.write_text("\n".join([header, *rows]) + "\n")
    return path


def test_spending_is_dated_by_the_april_in_which_the_year_begins(tmp_path: Path) -> None:
    read = read_section_251(table(tmp_path, "2024-25,878,Devon,100,200"))
    assert read.figures.loc[("878", 2024), "ep_service_gbp"] == 100
    assert read.figures.loc[("878", 2024), "sen_administration_gbp"] == 200
    assert read.notes == ()


def test_a_reported_zero_stays_and_is_noted(tmp_path: Path) -> None:
    read = read_section_251(table(tmp_path, "2023-24,878,Devon,100,9", "2024-25,878,Devon,0,9"))
    assert read.figures.loc[("878", 2024), "ep_service_gbp"] == 0
    assert [note.reason[:15] for note in read.notes] == ["a reported zero"]


def test_a_cell_far_from_the_authoritys_own_median_is_flagged_and_kept(tmp_path: Path) -> None:
    rows = [
        f"20{y}-{y + 1},878,Devon,{n},9" for y, n in ((21, 100), (22, 110), (23, 400), (24, 30))
    ]
    read = read_section_251(table(tmp_path, *rows))
    assert {(n.year, n.published) for n in read.notes} == {(2023, 400.0), (2024, 30.0)}
    assert read.figures.loc[("878", 2023), "ep_service_gbp"] == 400


def test_every_fault_of_the_table_is_reported_at_once(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "2024-25,878,Devon,lots,-4",
        "24,878,Devon,1,1",
        "2023-24,879,X,1,1",
        "2023-24,879,X,1,1",
    )
    with pytest.raises(ReleaseError) as caught:
        read_section_251(path)
    said = str(caught.value)
    assert f"line 2, {EP}: 'lots' is no spending" in said
    assert f"line 2, {ADMIN}: '-4' is no spending" in said
    assert "line 3: '24' and '878'" in said
    assert "line 5: a second row" in said


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=f"{ADMIN}: the column is missing"):
        read_section_251(table(tmp_path, header=f"financial_year,old_la_code,la_name,{EP}"))


@pytest.mark.truth
def test_the_published_extract_flags_the_cells_known_to_be_wrong(section_251: Section251) -> None:
    flagged = {(n.name, n.figure, n.year) for n in section_251.notes if "times off" in n.reason}
    assert ("Somerset", "sen_administration_gbp", 2024) in flagged
    assert ("Bedford", "sen_administration_gbp", 2024) in flagged
    zeros = [n for n in section_251.notes if "reported zero" in n.reason]
    assert len(zeros) == 25
