"""Every generation of files, from small files laid out as published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from burdens.authorities import figures_of, read_release
from burdens.authorities.layouts import catalogue, layouts

if TYPE_CHECKING:
    from .conftest import Write

LA = "Local authority/South West/878/Devon"
OLD_IDENTITY = (
    "time_period,time_identifier,geographic_level,country_code,country_name,"
    "region_code,region_name,old_la_code,new_la_code,la_name"
)
MI_2022 = "NewallEHC,AssnoneEHC,AssRefusedEHC,InreqEHC,TotIncExcEHC,IncExc20weekEHC,TotNoExcEHC,NoExc20weekEHC"
MI_2023 = (
    "ass_none_ehc,ass_refused_ehc,inc_exc_20week_ehc,inreq_ehc,new_all_ehc,no_exc_20week_ehc,"
    "tot_inc_exc_ehc,tot_no_exc_ehc"
)
EXPECTED = {
    "requests": 800,
    "refused": 200,
    "assessments_issued": 500,
    "assessments_not_issued": 40,
    "timeliness_plans": 490,
    "issued_within_20_weeks": 250,
    "timeliness_plans_excluding_exceptions": 450,
    "issued_within_20_weeks_excluding_exceptions": 240,
}


def test_the_2022_release_is_read_from_its_run_together_names(write: Write) -> None:
    rows = [f"2021/{LA}|500,40,200,800,490,250,450,240"]
    write("sen2_mi.csv", MI_2022, rows, identity=OLD_IDENTITY)
    columns = "characteristic_age,Total_st,Total_ehc,Total_all"
    folder = write(
        "sen2_age_caseload.csv",
        columns,
        [f"2022/{LA}|age 5,0,70,70", f"2022/{LA}|Total,z,6000,6000"],
        identity=OLD_IDENTITY,
    )
    release = read_release(folder)
    assert release.name == "2022"
    assert "2021 and 2022" in release.layout
    figures = figures_of(release, "878")
    assert {name: figures.series(name)[2021] for name in EXPECTED} == EXPECTED
    assert figures.series("plans") == {2022: 6000}
    assert figures.missing("reviews_held") == "not in this release"
    assert "sen2_age_new_plans.csv" in release.absent


def test_the_2023_release_is_read_from_its_snake_case_names(write: Write) -> None:
    folder = write(
        "sen2_mi.csv",
        MI_2023,
        [f"2022/{LA}|40,200,250,800,500,240,490,450", f"2014/{LA}|z,z,z,z,z,z,z,z"],
    )
    release = read_release(folder)
    assert "2023 and 2024" in release.layout
    figures = figures_of(release, "878")
    assert {name: figures.series(name)[2022] for name in EXPECTED} == EXPECTED
    assert release.figures.loc[("878", 2014), "requests"] == "z"
    assert 2014 not in figures.series("requests")


REVIEWS_2026 = (
    "breakdown_topic,breakdown,total_ehc_plans,review_expected_2025,review_not_expected_2025,"
    "review_completed_2025,review_completed_prior_2025,review_not_completed,outcome_amended,"
    "outcome_ceased,outcome_maintained,no_outcome_recorded,decision_4_weeks,decision_over_4_weeks"
)


def test_the_2026_release_is_read_from_its_renewed_reviews_and_phase_transfers(
    write: Write,
) -> None:
    label = "All reviews of EHC plans,All reviews of EHC plans"
    write(
        "annual_reviews.csv",
        REVIEWS_2026,
        [f"2025/{LA}|{label},100,90,10,60,20,10,30,1,25,4,40,20"],
    )
    write(
        "phase_transfers.csv",
        "number_plans,due_25,due_26,final_25,final_26",
        [f"2025/{LA}|100,3,22,5,0"],
    )
    timeliness = (
        "breakdown_topic,breakdown,plans_issued_den,plans_issued_den_ex,plans_issued_within_20_weeks,"
        "plans_issued_20_weeks_ex,plans_issued_gt20weeks_ltyear,plans_issued_gt_1_year,avg_weeks_issue_plan"
    )
    write(
        "timeliness_20_week.csv",
        timeliness,
        [
            f"2025/{LA}|Age at time of request,age 3,9,9,9,9,0,0,19.5",
            f"2025/{LA}|All EHC plans,All EHC plans,50,45,20,19,25,5,25.6",
        ],
    )
    folder = write(
        "requests.csv",
        "breakdown_topic,breakdown,requests_received_in_year,requests_decided_to_assess,"
        "requests_decided_not_to_assess,requests_decision_not_made,requests_withdrawn,"
        "request_outcome_six_weeks,request_outcome_over_6_weeks,mediation_related_request",
        [
            f"2025/{LA}|Source of request,Other,1,1,0,0,0,1,0,0",
            (
                f"2025/{LA}|All requests for an EHC needs assessment,All requests for an EHC needs assessment,"
                "10,7,2,1,no data,8,1,1"
            ),
        ],
    )
    release = read_release(folder)
    assert release.layout.startswith("reporting year 2026")
    figures = figures_of(release, "878")
    assert figures.series("reviews_held") == {2025: 60}
    assert figures.series("reviews_amended") == {2025: 30}
    assert figures.series("reviews_not_held") == {2025: 10}
    assert figures.series("phase_transfers_due") == {2025: 3, 2026: 22}
    assert figures.series("mean_weeks_to_issue") == {2025: 25.6}
    assert figures.series("requests") == {2025: 10}
    assert release.figures.loc[("878", 2025), "requests_withdrawn"] == "no data"


def test_columns_are_found_by_name_in_any_order_and_case(write: Write) -> None:
    rows = [f"202425/{LA}|7,All EHC plans,All EHC plans", f"202425/{LA}|4,Sex,Female"]
    release = read_release(write("caseload.csv", "EHCplans,Breakdown_Topic,BREAKDOWN", rows))
    assert release.figures.loc[("878", 2025), "plans"] == 7


def test_an_unused_column_that_stands_twice_is_let_be(write: Write) -> None:
    columns = "breakdown_topic,breakdown,ehcplans,review_meeting_prior_24,review_meeting_prior_24"
    release = read_release(
        write("caseload.csv", columns, [f"202425/{LA}|All EHC plans,All EHC plans,7,1,1"])
    )
    assert release.figures.loc[("878", 2025), "plans"] == 7


@pytest.mark.parametrize(
    "code", ["x", "z", "c", "k", "u", "low", ":", "..", "~", "-", "n/a", "no data", ""]
)
def test_a_code_in_place_of_a_number_is_missing_and_kept(write: Write, code: str) -> None:
    rows = [
        f"202425/{LA}|All EHC plans,All EHC plans,{code}",
        "202425/National///|All EHC plans,All EHC plans,0",
    ]
    release = read_release(write("caseload.csv", "breakdown_topic,breakdown,ehcplans", rows))
    figures = figures_of(release, "878")
    assert figures.latest("plans") is None
    assert release.figures.loc[("878", 2025), "plans"] == code
    assert f"published as '{code}' for 2025" in str(figures.missing("plans"))
    assert figures_of(release, "England").series("plans") == {2025: 0}


def test_a_zip_a_folder_and_a_lone_file_are_all_releases(write: Write) -> None:
    folder = write(
        "data/caseload.csv",
        "breakdown_topic,breakdown,ehcplans",
        [f"202425/{LA}|All EHC plans,All EHC plans,7"],
    )
    assert read_release(folder).files == ("data/caseload.csv",)
    assert read_release(str(folder / "data" / "caseload.csv")).files == ("caseload.csv",)


def test_every_figure_of_the_layouts_is_in_the_catalogue() -> None:
    figures = {figure for layout in layouts().files for figure in layout.figures}
    known = {name for name, kind in catalogue().figures.items() if kind.source == "sen2"}
    assert figures == known
    assert set(layouts().section_251_columns) <= set(catalogue().figures)
    assert layouts().derived <= figures
