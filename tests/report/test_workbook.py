"""The workbook: live totals, text that stays text, and numbers that can be traced."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from burdens.assessment import Assessment
from burdens.errors import OutputError
from burdens.report import workbook_bytes, write_workbook
from tests.report.conftest import Convert
from tests.report.example import CASH, DEFLATORS, NET, TITLES, empty, example

SHEETS = [
    "Summary",
    "Years",
    "PartYears",
    "Measures",
    "Duties",
    "Roles",
    "Payers",
    "Provision",
    "Limits",
    "Standards",
    "Overheads",
    "Grant",
    "Prices",
    "Burden",
    "Lines",
    "Assumptions",
    "Figures",
    "About",
]
TOTALS = {"Summary", "Years", "Measures", "Payers", "Provision", "Prices"}
Cells = dict[tuple[str, str], object]


def shown(content: bytes | Path) -> Workbook:
    """Open as a reader that shows what is stored and calculates nothing."""
    return load_workbook(
        BytesIO(content) if isinstance(content, bytes) else content, data_only=True
    )


def written(content: bytes) -> Workbook:
    """Open with the formulas."""
    return load_workbook(BytesIO(content))


def rows(book: Workbook, sheet: str, top: int = 5) -> dict[str, list[object]]:
    """Give the rows beneath the header of a sheet's first table, by their first cell."""
    found: dict[str, list[object]] = {}
    for first, *rest in book[sheet].iter_rows(min_row=top, values_only=True):
        if first is None:
            break
        found[str(first)] = rest
    return found


def formulas(book: Workbook) -> dict[tuple[str, str], str]:
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for line in sheet.iter_rows()
        for cell in line
        if cell.data_type == "f"
    }


def recalculated(content: bytes, folder: Path, convert: Convert, **changed: float) -> Workbook:
    """Let LibreOffice calculate every formula anew, from a copy that stores no value.

    Parameters
    ----------
    changed
        Cells of the sheet Burden, and what to put there.
    """
    book = written(content)
    for cell, value in changed.items():
        book["Burden"][cell] = value
    book.save(folder / "bare.xlsx")
    bare = shown(folder / "bare.xlsx")
    assert all(bare[sheet][cell].value is None for sheet, cell in formulas(book))
    return shown(convert(folder / "bare.xlsx", "xlsx"))


def test_it_has_every_sheet_in_order(assessment: Assessment) -> None:
    assert written(workbook_bytes(assessment)).sheetnames == SHEETS


def test_stored_totals_are_those_added_up_by_hand(assessment: Assessment) -> None:
    book = shown(workbook_bytes(assessment))
    years = rows(book, "Years")
    assert years["2027-28"][1:7] == [280_000, 140_000, 420_000, 0, 420_000, 408_000]
    assert years["All years"][1:7] == [330_000, 620_000, 950_000, 40_000, 910_000, 848_000]
    measures = rows(book, "Measures")
    assert measures["lists"][1:7] == [30_000, 500_000, 530_000, 40_000, 490_000, 428_000]
    assert rows(book, "Payers")["All payers"][2:6] == [950_000, 40_000, 910_000, -45_000]
    assert rows(book, "Provision")["All"][2] == -45_000
    assert years["All years"][10] == measures["All measures"][7] == -45_000


def test_part_years_have_their_days_and_are_in_no_total(assessment: Assessment) -> None:
    book = shown(workbook_bytes(assessment))
    (row,) = rows(book, "PartYears").values()
    assert [day.date().isoformat() for day in row[:2]] == ["2027-03-27", "2027-03-31"]
    assert row[2:] == [7_000, 1_500, 8_500, 300, 8_200, 8_200, 2_200]
    for sheet in ("Years", "Grant", "Prices", "Limits"):
        assert "2026-27" not in {str(key) for key in rows(book, sheet)}


def test_posts_spared_are_no_negative_posts(assessment: Assessment) -> None:
    people = [*shown(workbook_bytes(assessment))["Roles"].iter_rows(min_row=5, values_only=True)]
    assert people[0][4:9] == (40.0, 2.4, 0, 1.5, 0.9)
    assert people[3][4:9] == (20.0, 0, 0.5, 0, 0)
    assert min(number for row in people[:5] for number in row[4:9]) == 0


def test_duties_tell_the_phasing_of_each_line_that_has_its_own(assessment: Assessment) -> None:
    duties = rows(shown(workbook_bytes(assessment)), "Duties")
    assert duties["lists"][-2:] == ["50%, 50%", "Training: 100%"]


@pytest.mark.slow
def test_recalculated_totals_are_those_added_up_by_hand(
    assessment: Assessment, tmp_path: Path, convert: Convert
) -> None:
    book = recalculated(workbook_bytes(assessment), tmp_path, convert)
    years = rows(book, "Years")
    for year, net in NET.items():
        assert years[year][5] == pytest.approx(net)
        assert years[year][9] == pytest.approx(CASH[year])
    measures = rows(book, "Measures")
    assert measures["lists"][5] == pytest.approx(490_000)
    assert measures["passports"][5] == pytest.approx(420_000)
    summary = rows(book, "Summary")
    assert summary["Net additional cost (modelled: the headline)"][0] == pytest.approx(910_000)
    worth = 420_000 + 270_000 / 1.035 + 220_000 / 1.035**2
    assert summary["Present value of the net cost at 3.5%"][0] == pytest.approx(worth)
    prices = rows(book, "Prices")
    assert prices["2028-29"][2] == pytest.approx(DEFLATORS["2028-29"] / DEFLATORS["2026-27"])


@pytest.mark.slow
@pytest.mark.parametrize("make", [example, empty])
def test_what_is_stored_is_what_a_recalculation_gives(
    tmp_path: Path, convert: Convert, make: object
) -> None:
    content = workbook_bytes(make())
    stored, anew = shown(content), recalculated(content, tmp_path, convert)
    found = formulas(written(content))
    assert {sheet for sheet, _ in found} >= TOTALS
    for sheet, cell in found:
        new, old = anew[sheet][cell].value, stored[sheet][cell].value
        assert isinstance(new, int | float), f"{sheet}!{cell}: {new}"
        assert new == pytest.approx(old, abs=1e-6), f"{sheet}!{cell}"


@pytest.mark.slow
def test_a_change_of_one_row_reaches_every_total_above_it(
    assessment: Assessment, tmp_path: Path, convert: Convert
) -> None:
    content = workbook_bytes(assessment)
    # The first row: lists, one-off, 2027-28, general fund; modelled £30,000.
    assert shown(content)["Burden"]["I5"].value == 30_000
    book = recalculated(content, tmp_path, convert, I5=31_000)
    assert rows(book, "Years")["2027-28"][1:6] == [281_000, 140_000, 421_000, 0, 421_000]
    assert rows(book, "Measures")["lists"][5] == pytest.approx(491_000)
    assert rows(book, "Payers")["All payers"][4] == pytest.approx(911_000)
    summary = rows(book, "Summary")
    assert summary["Net additional cost (modelled: the headline)"][0] == pytest.approx(911_000)
    ratio = DEFLATORS["2027-28"] / DEFLATORS["2026-27"]
    cash = sum(CASH.values()) + 1_000 * ratio
    assert summary["Net cost in cash of each year"][0] == pytest.approx(cash)


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+44 20", "-5", "http://example.org", "12"])
def test_a_text_stays_the_text_it_is(text: str) -> None:
    content = workbook_bytes(example({**TITLES, "lists": text}, title=text))
    book = written(content)
    places = [
        book["Measures"]["B5"],
        book["Duties"]["B5"],
        book["Summary"]["A2"],
        book["About"]["B5"],
    ]
    assert [(cell.value, cell.data_type) for cell in places] == [(text, "s")] * 4
    assert formulas(book) == formulas(written(workbook_bytes(example())))


def test_what_a_solver_leaves_over_is_nought(assessment: Assessment) -> None:
    rest = assessment.by_year.assign(savings_gbp=[-1e-9, 20_000.0, 20_000.0])
    book = shown(workbook_bytes(replace(assessment, by_year=rest)))
    assert f"{book['Years']['F5'].value:g}" == "0"


def test_a_control_character_does_not_spoil_the_file() -> None:
    book = written(workbook_bytes(example({**TITLES, "lists": "bell\x07 and\x00 nought\n"})))
    assert book["Measures"]["B5"].value == "bell and nought"


def test_nothing_in_it_leads_outside(assessment: Assessment) -> None:
    with zipfile.ZipFile(BytesIO(workbook_bytes(assessment))) as parts:
        assert not [name for name in parts.namelist() if "external" in name.lower()]
        relations = [parts.read(name) for name in parts.namelist() if name.endswith(".rels")]
    assert not [text for text in relations if b"TargetMode" in text]


def test_the_summary_names_every_unconfirmed_judgement_and_leads_to_it(
    assessment: Assessment,
) -> None:
    book = written(workbook_bytes(assessment))
    summary = book["Summary"]
    links = [cell for (cell,) in summary["A5:A40"] if cell.hyperlink]
    found = {
        cell.value: book["Assumptions"][cell.hyperlink.location.split("!")[1]].value
        for cell in links
    }
    assert found == {
        "Hours for one tailored list <draft> & review": "lists.hours",
        "Share of plans that get a list": "lists.share",
    }


def test_a_line_names_its_assumptions_and_an_assumption_its_source_and_grade(
    assessment: Assessment,
) -> None:
    book = shown(workbook_bytes(assessment))
    line = rows(book, "Lines")["lists"]
    assert line[-1] == "lists.hours, lists.share"
    known = rows(book, "Assumptions")
    assert known["lists.hours"][5:8] == [
        "D",
        "Judgement made here, after the roadmap of 2023",
        "https://www.gov.uk/government/publications/roadmap",
    ]
    assert known["passports.hours"][11:13] == ["yes", "We timed it in 2026"]


def test_it_says_which_scenario_it_was_made_from(assessment: Assessment) -> None:
    assert rows(shown(workbook_bytes(assessment)), "About")["SHA-256 of the scenario"] == [
        assessment.scenario.hash
    ]


def test_it_is_ready_to_print_and_to_scroll(assessment: Assessment) -> None:
    for sheet in written(workbook_bytes(assessment)).worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.freeze_panes == "B5"


def test_years_and_measures_have_a_chart_each() -> None:
    with zipfile.ZipFile(BytesIO(workbook_bytes(example()))) as parts:
        charts = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
        drawn = "".join(parts.read(name).decode() for name in sorted(charts))
    assert len(charts) == 2
    assert "Years!$C$5:$C$7" in drawn
    assert "Measures!$G$5:$G$6" in drawn


def test_equal_assessments_make_equal_workbooks(assessment: Assessment) -> None:
    assert workbook_bytes(assessment) == workbook_bytes(example())


def test_a_workbook_that_cannot_be_written_leaves_nothing_behind(
    assessment: Assessment, tmp_path: Path
) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write_workbook(assessment, tmp_path / "nowhere" / "burden.xlsx")
    (tmp_path / "taken.xlsx").mkdir()
    with pytest.raises(OutputError, match="cannot be written"):
        write_workbook(assessment, tmp_path / "taken.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["taken.xlsx"]
    write_workbook(assessment, tmp_path / "burden.xlsx")
    assert (tmp_path / "burden.xlsx").read_bytes() == workbook_bytes(assessment)
