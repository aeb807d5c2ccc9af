from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from burdens.authorities import all_authorities, england, figures_of, find, write_table
from burdens.authorities.figures import Figures
from burdens.errors import ReleaseError, UnknownAuthorityError

if TYPE_CHECKING:
    from burdens.authorities import Release, Section251

TABLES = ("authorities.csv", "figures.csv", "england.csv", "repairs.csv", "sources.csv")


def test_there_are_153_authorities_in_nine_regions() -> None:
    everyone = all_authorities()
    assert len(everyone) == len({authority.code for authority in everyone}) == 153
    assert len({authority.region for authority in everyone}) == 9
    assert sum(authority.kind == "Shire county" for authority in everyone) == 21


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("devon", "Devon"),
        ("878", "Devon"),
        (878, "Devon"),
        ("E10000008", "Devon"),
        ("Devon County Council", "Devon"),
        ("Bristol", "Bristol, City of"),
        ("City of Bristol", "Bristol, City of"),
        ("hull", "Kingston upon Hull, City of"),
        ("Kingston-upon-Hull", "Kingston upon Hull, City of"),
        ("Herefordshire", "Herefordshire, County of"),
        ("St Helens", "St. Helens"),
        ("Saint Helens", "St. Helens"),
        ("Brighton & Hove", "Brighton and Hove"),
        ("Durham", "County Durham"),
        ("City of London", "City of London"),
        ("Dorset", "Dorset"),
        ("York", "York"),
        ("Newcastle", "Newcastle upon Tyne"),
    ],
)
def test_a_name_is_found_however_people_write_it(asked: str | int, name: str) -> None:
    assert find(asked).name == name


def test_every_authority_is_found_by_its_own_name_and_code() -> None:
    for authority in all_authorities():
        assert find(authority.name) is authority
        assert find(authority.code) is authority


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Devn", "Nearest: Devon"),
        ("Kingston", "fits several authorities"),
        ("London", "is a region"),
        ("Cumbria", "Choose Cumberland or Westmorland and Furness"),
        ("928", "Choose North Northamptonshire or West Northamptonshire"),
        ("Poole", "Choose Bournemouth, Christchurch and Poole"),
        ("999", "'999' is unknown"),
        ("", "three-digit code"),
    ],
)
def test_an_unknown_authority_suggests_the_nearest_names(asked: str, said: str) -> None:
    with pytest.raises(UnknownAuthorityError, match=said):
        find(asked)


def test_the_latest_figure_carries_its_year_and_source() -> None:
    plans = find("Devon").figures.latest("plans")
    assert plans is not None
    assert (plans.value, plans.year) == (9848, 2025)
    assert (
        plans.source == "DfE, Education, health and care plans, reporting year 2025, caseload.csv"
    )


def test_a_withheld_figure_says_why_and_the_one_before_is_given() -> None:
    surrey = find("Surrey").figures
    assert surrey.latest("reviews_held") is None
    assert surrey.missing("reviews_held") == "published as 'x' for 2024: not available"
    repaired = find("Devon").figures.latest("review_decisions_outstanding")
    assert repaired is not None
    assert repaired.value == 0
    assert "-211" in repaired.note
    assert find("Devon").figures.missing("mean_weeks_to_issue") == "not in this release"
    assert find("Devon").figures.missing("plans") is None


def test_leicester_has_no_2023_figure_but_a_2024_one() -> None:
    requests = find("Leicester").figures.series("requests")
    assert 2023 not in requests
    assert 2024 in requests


def test_a_repaired_figure_carries_a_note() -> None:
    figures = find("Wakefield").figures
    assert figures.series("new_plans")[2022] == 462
    assert "fills the gap" in figures.remarks["new_plans", 2022]


def test_the_median_of_three_years_shrugs_off_one_wild_cell() -> None:
    figures = Figures(
        {"ep_service_gbp": {2021: 9.0, 2022: 100.0, 2023: 1.0, 2024: 120.0}},
        {},
        {("ep_service_gbp", 2023): "odd"},
        {},
    )
    middle = figures.median("ep_service_gbp")
    assert middle is not None
    assert (middle.value, middle.year) == (100.0, 2024)
    assert middle.note == "median of 2022, 2023, 2024; odd"
    assert figures.median("requests") is None


def test_a_name_that_is_no_figure_suggests_the_nearest() -> None:
    with pytest.raises(KeyError, match="requests"):
        find("Devon").figures.latest("request")


@pytest.mark.truth
def test_england_is_the_national_row_and_the_sum_of_spending() -> None:
    assert england().series("plans")[2025] == 638_745
    assert math.isclose(england().series("ep_service_gbp")[2024], 245.7e6, rel_tol=5e-4)
    assert math.isclose(england().series("sen_administration_gbp")[2024], 456.2e6, rel_tol=5e-4)


@pytest.mark.truth
def test_the_shipped_table_is_what_the_release_makes(
    release: Release, section_251: Section251, kinds_csv: Path, tmp_path: Path
) -> None:
    import burdens.authorities

    write_table(release, section_251, kinds_csv, tmp_path)
    shipped = Path(burdens.authorities.__path__[0])
    for name in TABLES:
        assert (tmp_path / name).read_bytes() == (shipped / name).read_bytes(), name


@pytest.mark.truth
def test_the_shipped_figures_are_those_of_the_release(release: Release) -> None:
    for authority in all_authorities()[::15]:
        direct = figures_of(release, authority.code)
        for name in ("requests", "plans", "reviews_held", "appeals", "new_plans"):
            whole = {y: n for y, n in direct.series(name).items() if y >= 2018}
            assert authority.figures.series(name) == whole
            assert authority.figures.missing(name) == direct.missing(name)


def test_an_authority_a_release_does_not_hold_is_refused(release: Release) -> None:
    with pytest.raises(UnknownAuthorityError, match="'999' is not in it"):
        figures_of(release, "999")


def test_a_table_is_not_written_without_the_kind_of_every_authority(
    release: Release, section_251: Section251, tmp_path: Path
) -> None:
    kinds = tmp_path / "kinds.csv"
    kinds.write_text("old_la_code,la_type\n878,SC\n")
    with pytest.raises(ReleaseError, match="201 has no known la_type"):
        write_table(release, section_251, kinds, tmp_path)
