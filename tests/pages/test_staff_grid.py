from __future__ import annotations

from typing import Any

import pytest

from burdens.pages.staff_columns import COLUMNS
from burdens.pages.staff_grid import StaffGrid
from burdens.pages.staff_paste import read_paste
from burdens.scenario import Staffing, new, roles

EP, SALT = "staff.ep.in_post", "staff.salt.in_post"


@pytest.fixture
def grid() -> StaffGrid:
    return StaffGrid()


def paste(grid: StaffGrid, text: str, at: str = EP) -> None:
    grid._came(None, {"paste": text, "at": at}, [])  # noqa: SLF001  (the browser's part)


def test_every_column_is_a_field_of_the_scenario() -> None:
    assert {column.key for column in COLUMNS} < set(Staffing.model_fields)


def test_entries_become_the_staff_of_a_scenario(grid: StaffGrid) -> None:
    base = new("Devon")
    grid.fill({EP: "21.5 FTE", "staff.ep.vacant": "3", "staff.salt.agency_share": "12.5 %"})
    staff = base.changed(staff=grid.staffing(base.staff)).staff
    assert (staff["ep"].in_post, staff["ep"].vacant) == (21.5, 3)
    assert staff["salt"].agency_share == 0.125
    assert set(staff) == {role for role, fact in roles().items() if fact.always}


def test_a_scenario_shown_gives_the_same_scenario_back(grid: StaffGrid) -> None:
    base = new("Devon").changed(
        staff={
            "ep": {"in_post": 12.3, "agency": 1.5, "pay_salary": 61_000.0},
            "salt": {"agency_share": 0.07},
            "caseworker": {"max_hires_a_month": 0.4, "absence": [{"fte": 1.0}]},
            "send_manager": {},
            "ot": {"in_post": 0.0, "vacant": 2.0},
        }
    )
    grid.fill({"staff.salt.in_post": "99"})
    grid.show(base.staff)
    assert base.changed(staff=grid.staffing(base.staff)) == base


def test_a_role_that_is_typed_without_its_people_is_refused_in_words(grid: StaffGrid) -> None:
    grid.fill({"staff.ot.vacant": "2"})
    (fault,) = grid.faults()
    assert fault.field == "staff.ot.in_post"
    assert "type how many occupational therapists you have, 0 for none" in fault.what
    grid.fill({"staff.ot.in_post": "0"})
    assert grid.faults() == []


def test_bad_entries_are_named_at_their_cell_and_kept(grid: StaffGrid) -> None:
    grid.fill({EP: "twenty", "staff.salt.agency_share": "140"})
    assert [fault.field for fault in grid.faults()] == [EP, "staff.salt.agency_share"]
    assert "“twenty” is not a number" in grid.errors[EP]
    assert "must be 100 or less" in grid.errors["staff.salt.agency_share"]
    assert (grid.text(EP), grid.read(EP)) == ("twenty", None)


def test_filling_leaves_other_cells_and_refuses_a_name_that_no_cell_has(grid: StaffGrid) -> None:
    grid.fill({EP: "3"})
    grid.fill({SALT: "4"})
    assert (grid.read(EP), grid.read(SALT)) == (3, 4)
    grid.fill({EP: ""})
    assert (grid.text(EP), grid.read(SALT)) == ("", 4)
    with pytest.raises(KeyError):
        grid.fill({"staff.ep.inpost": "3"})


def test_a_block_of_numbers_goes_to_the_right_and_down_from_the_cell(grid: StaffGrid) -> None:
    paste(grid, "12.5\t2\n\t1,250\n", at="staff.salt.in_post")
    assert grid.texts == {
        SALT: "12.5",
        "staff.salt.vacant": "2",
        "staff.caseworker.vacant": "1250",
    }
    assert grid.said == "4 cells pasted."


def test_headings_and_roles_place_the_numbers_in_any_order(grid: StaffGrid) -> None:
    sheet = (
        "Role\tVacancies (FTE)\tIn post FTE\n"
        "Caseworkers\t4\t50.2 FTE\n"
        "educational psychologist\t\t21.5\n"
    )
    grid.fill({"staff.ep.vacant": "7"})
    paste(grid, sheet, at="staff.ot.agency")
    assert grid.texts == {
        "staff.caseworker.vacant": "4",
        "staff.caseworker.in_post": "50.2",
        "staff.ep.in_post": "21.5",
    }


def test_roles_without_headings_go_to_their_rows(grid: StaffGrid) -> None:
    paste(grid, "Caseworker\t50\nEP\t20\t1")
    expected = {"staff.caseworker.in_post": "50", EP: "20", "staff.ep.vacant": "1"}
    assert grid.texts == expected


def test_what_cannot_be_read_stays_in_its_cell_with_words(grid: StaffGrid) -> None:
    paste(grid, "about 12\t3\n5\tn/a")
    assert grid.texts[EP] == "about 12"
    assert set(grid.errors) == {EP, "staff.salt.vacant"}
    assert "“n/a” is not a number" in grid.errors["staff.salt.vacant"]
    assert "2 of them cannot be read" in grid.said


@pytest.mark.parametrize(
    ("text", "at", "named"),
    [
        (
            "Role\tIn post\nAdmin officer\t3\nEP\t2",
            EP,
            "“Admin officer” is no role of the plan: “3”.",
        ),
        ("In post\tNotes\n2\tas of May", EP, "The column “Notes”: it is none of this table."),
        ("1\n2\n3", "staff.assistant_ep.in_post", "Below the last role: “3”."),
        ("5\t6", "staff.ep.agency_share", "Educational psychologist, past the last column: “6”."),
    ],
)
def test_what_finds_no_place_is_named(grid: StaffGrid, text: str, at: str, named: str) -> None:
    paste(grid, text, at)
    assert named in grid.said


def test_nothing_pasted_is_nothing_said_to_be_wrong() -> None:
    pasted = read_paste("\n \t \n", EP)
    assert (pasted.texts, pasted.left_out) == ({}, [])


def test_a_change_is_heard_once(grid: StaffGrid) -> None:
    heard: list[Any] = []
    grid.observe(lambda change: heard.append(change["new"]), "texts")
    paste(grid, "1\t2")
    assert heard == [{EP: "1", "staff.ep.vacant": "2"}]
