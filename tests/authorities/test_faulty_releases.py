from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from burdens.authorities import read_release
from burdens.errors import ReleaseError

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Write

LA = "Local authority/South West/878/Devon"
CEASED = "breakdown_topic,breakdown,total_ceased"
TOTAL = "All ceased EHC plans,All ceased EHC plans"
PLANS = "breakdown_topic,breakdown,ehcplans"
ALL_PLANS = "All EHC plans,All EHC plans"


def words(path: Path) -> str:
    with pytest.raises(ReleaseError) as caught:
        read_release(path)
    return str(caught.value)


def zipped(folder: Path) -> Path:
    path = folder / "release.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in folder.glob("*.csv"):
            archive.write(file, f"data/{file.name}")
    return path


def test_a_truncated_zip_is_called_damaged_and_to_be_downloaded_again(write: Write) -> None:
    path = zipped(write("caseload.csv", PLANS, [f"202425/{LA}|{ALL_PLANS},{n}" for n in range(99)]))
    path.write_bytes(path.read_bytes()[:-80])
    assert "is not a whole zip file" in words(path)
    assert "Download the release again" in words(path)


def test_a_zip_with_a_broken_member_names_the_member(write: Write) -> None:
    path = zipped(write("caseload.csv", PLANS, [f"202425/{LA}|{ALL_PLANS},{n}" for n in range(99)]))
    content = bytearray(path.read_bytes())
    content[120] ^= 0xFF
    path.write_bytes(content)
    assert "data/caseload.csv is damaged" in words(path)


def test_a_file_that_is_no_zip_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "release.zip"
    path.write_text("<html>Sign in</html>")
    assert "release.zip: is not a whole zip file" in words(path)


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "nowhere.zip: cannot be read" in words(tmp_path / "nowhere.zip")


def test_the_wrong_release_says_what_was_looked_for_and_what_to_download(tmp_path: Path) -> None:
    (tmp_path / "absence.csv").write_text("time_period,sess_absence\n2024,3\n")
    said = words(tmp_path)
    assert "looked for requests.csv" in said
    assert "found only absence.csv" in said
    assert "Education, health and care plans" in said


def test_an_empty_folder_is_no_release(tmp_path: Path) -> None:
    assert "found no CSV file" in words(tmp_path)


def test_a_missing_column_is_named_with_its_file(write: Write) -> None:
    folder = write("requests.csv", "breakdown_topic,breakdown,requests_received_in_year", [])
    assert "requests.csv, line 1, requests_decided_to_assess: the column is missing" in words(
        folder
    )


def test_a_missing_marking_column_is_known_by_the_name_of_the_file(write: Write) -> None:
    folder = write("ceased_plans.csv", "breakdown_topic,breakdown,ceased", [f"2024/{LA}|{TOTAL},4"])
    assert "ceased_plans.csv, line 1, total_ceased: the column is missing" in words(folder)


def test_a_missing_column_named_for_a_year_is_named(write: Write) -> None:
    columns = "number_plans,final_25"
    said = words(write("phase_transfers.csv", columns, [f"2025/{LA}|100,5"]))
    assert "due_{each}: the column is missing" in said


def test_words_and_numbers_below_zero_are_all_reported_at_once(write: Write) -> None:
    write("ceased_plans.csv", CEASED, [f"2024/{LA}|{TOTAL},-3"])
    folder = write(
        "caseload.csv", PLANS, [f"202324/{LA}|{ALL_PLANS},many", f"202425/{LA}|{ALL_PLANS},nan"]
    )
    said = words(folder)
    assert "caseload.csv, line 2, ehcplans: 'many' is neither a number nor a known code" in said
    assert "caseload.csv, line 3, ehcplans: 'nan' is neither" in said
    assert "ceased_plans.csv, line 2, total_ceased: -3 is below zero" in said


def test_a_row_cut_short_is_reported_with_its_line(write: Write) -> None:
    folder = write("caseload.csv", PLANS, [f"202425/{LA}|All EHC plans"])
    assert "caseload.csv, line 2: 11 fields where the header has 13" in words(folder)


def test_a_file_without_total_rows_says_which_labels_were_looked_for(write: Write) -> None:
    folder = write("caseload.csv", PLANS, [f"202425/{LA}|Sex,Female,4"])
    assert "holds no total row (looked for labels that begin all" in words(folder)


def test_two_total_rows_for_one_authority_and_year_are_refused(write: Write) -> None:
    folder = write(
        "caseload.csv", PLANS, [f"202425/{LA}|{ALL_PLANS},4", f"202425/{LA}|{ALL_PLANS},5"]
    )
    assert "line 3: a second total row for Devon, 2025" in words(folder)


def test_a_used_column_that_stands_twice_is_refused(write: Write) -> None:
    folder = write("caseload.csv", f"{PLANS},ehcplans", [f"202425/{LA}|{ALL_PLANS},4,5"])
    assert "ehcplans: two columns have this name" in words(folder)


def test_two_files_on_one_subject_are_refused(write: Write) -> None:
    write("caseload.csv", PLANS, [f"202425/{LA}|{ALL_PLANS},4"])
    folder = write("old/caseload.csv", PLANS, [f"202425/{LA}|{ALL_PLANS},4"])
    assert "holds the same subject as caseload.csv" in words(folder)


def test_a_bad_year_and_a_bad_code_are_reported(write: Write) -> None:
    place = "Local authority/South West/87/Devon"
    folder = write(
        "caseload.csv", PLANS, [f"last/{LA}|{ALL_PLANS},4", f"202425/{place}|{ALL_PLANS},4"]
    )
    said = words(folder)
    assert "'last' is no year" in said
    assert "'87' is no authority code" in said


def test_a_tribunal_table_with_a_word_for_a_count_is_refused(write: Write) -> None:
    folder = write("caseload.csv", PLANS, [f"202425/{LA}|{ALL_PLANS},4"])
    table = (
        "Local Authority,LA code,2024,,\n,,Appeals registered4,Total Appealable Decisions1,Rate\n"
    )
    (folder / "appeals.csv").write_text(f"{table}Devon,878,lots,9,1%\n")
    assert "appeals.csv, line 3: 'lots' is no count (appeals, 2024)" in words(folder)
