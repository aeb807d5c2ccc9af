"""The assessment form: what it says, and what a template must hold."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader

from burdens.assessment import Assessment
from burdens.errors import OutputError, TemplateError
from burdens.report import form_bytes, workbook_bytes, write_form
from burdens.report.form import TEMPLATE
from tests.report.conftest import Convert
from tests.report.example import TITLES, empty, example

Changed = Callable[[str, str], Path]
DAY = dt.date(2027, 5, 4)
UNREAD = [
    "Authorities affected",
    "Gross cost: one-off",
    "Gross cost: recurring, by year",
    "Savings and duties removed",
    "Net cost by year",
    "Basis, data and consultation",
    "Assumptions and uncertainty",
    "Funding: source and route",
    "Distribution between authorities",
    "Review",
]


def opened(content: bytes) -> Document:
    return Document(BytesIO(content))


def texts(content: bytes) -> list[str]:
    """Give every paragraph and every cell."""
    form = opened(content)
    cells = [cell.text for table in form.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in form.paragraphs), *cells]


def headings(content: bytes) -> list[str]:
    return [p.text for p in opened(content).paragraphs if p.style.name == "Heading 1"]


def table_headed(content: bytes, *heads: str) -> list[list[str]]:
    """Give the rows beneath the one table with these headings."""
    found = [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in opened(content).tables
        if [cell.text for cell in table.rows[0].cells] == list(heads)
    ]
    assert len(found) == 1
    return found[0][1:]


@pytest.fixture
def template(tmp_path: Path) -> Changed:
    """Give the tool's own template with one text replaced in its body."""

    def changed(old: str, new: str) -> Path:
        path = tmp_path / "council.docx"
        with zipfile.ZipFile(TEMPLATE) as own, zipfile.ZipFile(path, "w") as made:
            for name in own.namelist():
                content = own.read(name)
                if name == "word/document.xml":
                    assert old.encode() in content
                    content = content.replace(old.encode(), new.encode())
                made.writestr(name, content)
        return path

    return changed


def test_the_years_stand_in_the_form_as_they_were_added_up_by_hand(assessment: Assessment) -> None:
    heads = ("Year", "One-off", "Recurring", "Gross", "Savings", "Net", "Net in cash")
    assert table_headed(form_bytes(assessment), *heads) == [
        ["2027-28", "£280,000", "£140,000", "£420,000", "£0", "£420,000", "£428,000"],
        ["2028-29", "£50,000", "£240,000", "£290,000", "£20,000", "£270,000", "£280,000"],
        ["2029-30", "£0", "£240,000", "£240,000", "£20,000", "£220,000", "£233,000"],
        ["All years", "£330,000", "£620,000", "£950,000", "£40,000", "£910,000", "£941,000"],
    ]


def test_the_three_costs_stand_beside_each_other(assessment: Assessment) -> None:
    heads = ("Year", "Accounting", "Modelled", "Low", "High", "Within hiring limits")
    rows = table_headed(form_bytes(assessment), *heads)
    assert rows[0] == ["2027-28", "£408,000", "£420,000", "£301,000", "£612,000", "£150,000"]
    assert rows[2] == ["2029-30", "£195,000", "£220,000", "−£10,000", "£350,000", "–"]
    # No total of the years within limits: the plan does not reach the last.
    assert rows[3] == ["All years", "£848,000", "£910,000", "£481,000", "£1,362,000", "–"]


def test_the_headline_has_its_range_cash_and_both_present_values(assessment: Assessment) -> None:
    rows = dict(table_headed(form_bytes(assessment), "Administration, all years", ""))
    assert rows["Net additional cost, 2026-27 prices"] == "£910,000"
    both = "Every assumption at its low end, and at its high end, at once"
    assert rows[both] == "£481,000 to £1,362,000"
    assert rows["Net additional cost in cash"] == "£941,000"
    assert rows["Present value of the net cost at 3.5%"] == "£886,000"
    assert rows["Present value of the net cost at 3%"] == "£890,000"


def test_a_part_year_stands_apart_with_its_days(assessment: Assessment) -> None:
    content = form_bytes(assessment)
    heads = ("Days", "One-off", "Recurring", "Gross", "Savings", "Net", "Net in cash")
    days = "27 March 2027 to 31 March 2027 (of 2026-27)"
    row = [days, "£7,000", "£1,500", "£8,500", "£300", "£8,200", "£8,200"]
    assert table_headed(content, *heads) == [row]
    assert f"2027-28 to 2029-30 (2029-30: past the plan’s end, the last full year repeated). Part years, in no total: {days}" in texts(content)  # fmt: skip
    without = replace(assessment, part_years=assessment.part_years.iloc[:0])
    assert "Part year" not in " ".join(texts(form_bytes(without)))


def test_what_every_total_leaves_out_stands_under_the_headline(assessment: Assessment) -> None:
    left_out = (
        "Every total is of administration. Left out of each: provision (top-ups, places, "
        "transport), −£45,000 net over 2027-28 to 2029-30, which stands apart."
    )
    assert any(text.startswith(left_out) for text in texts(form_bytes(assessment)))
    none = "Every total is of administration; no measure brings provision"
    assert any(text.startswith(none) for text in texts(form_bytes(empty())))
    heads = ("Payer", "Year", "Gross", "Savings", "Net", "Provision, apart")
    paid = table_headed(form_bytes(assessment), *heads)
    assert paid[4][2:] == ["£40,000", "£0", "£40,000", "£15,000"]
    assert paid[5][2:] == ["£40,000", "£0", "£40,000", "−£60,000"]


def test_posts_spared_are_no_negative_posts(assessment: Assessment) -> None:
    posts = ("without", "needed", "spared", "hired", "unfilled")
    heads = ("Role", "Year", "Hours", *(f"Posts {name}" for name in posts))
    rows = table_headed(form_bytes(assessment), *heads)
    assert rows[0][3:] == ["40.0", "2.4", "0.0", "1.5", "0.9"]
    assert rows[3][3:] == ["20.0", "0.0", "0.5", "0.0", "0.0"]


def test_one_authority_is_not_scaled_up_to_england(assessment: Assessment) -> None:
    said = " ".join(texts(form_bytes(assessment)))
    assert "for Devon alone and is not scaled up" in said
    assert "share_of_england" not in said


def test_lines_are_added_up_over_the_years(assessment: Assessment) -> None:
    words = texts(form_bytes(assessment))
    # 90,000 + 180,000 + 180,000 accounted at £40 an hour.
    assert {"£450,000", "11,250"} <= set(words)


def test_only_the_questions_that_could_be_read_have_a_number(assessment: Assessment) -> None:
    content = form_bytes(assessment)
    numbered = [int(n) for text in texts(content) for n in re.findall(r"Question (\d+)", text)]
    assert numbered == [*range(1, 10), 20]
    assert [text for text in headings(content) if not text.startswith("Question")] == [
        "About this form",
        *UNREAD,
    ]


def test_what_only_the_author_knows_is_left_open_to_see(assessment: Assessment) -> None:
    form = opened(form_bytes(assessment))
    paragraphs = [paragraph.text for paragraph in form.paragraphs]
    for question in (2, 5, 6, 9, 20):
        start = next(n for n, t in enumerate(paragraphs) if t.startswith(f"Question {question}."))
        section = []
        for paragraph in form.paragraphs[start + 1 :]:
            if paragraph.style.name == "Heading 1":
                break
            section.append(paragraph.text)
        assert any(text.startswith("[to be completed: ") for text in section), question


def test_each_measure_says_its_duty_its_policy_and_when_it_starts(assessment: Assessment) -> None:
    words = texts(form_bytes(assessment))
    assert "What authorities must do about lists. Now they need not." in words
    assert "Tailored lists (2023 Improvement Plan; tested)" in words
    assert "Tailored lists: What lists are for." in words
    assert any(
        "testing, from 2023 (read in a secondary source), https://www.gov.uk" in t for t in words
    )
    first = "Measure, and its lines that come in otherwise"
    heads = (first, "Starts", "Share of cases each year from then brings in")
    assert table_headed(form_bytes(assessment), *heads) == [
        ["Tailored lists", "5 April 2027", "50%, 50%"],
        ["Tailored lists: training", "5 April 2027", "100%"],
        ["Digital passports", "1 September 2027", "100%"],
    ]


def test_every_table_names_a_sheet_that_the_workbook_has(assessment: Assessment) -> None:
    sheets = set(load_workbook(BytesIO(workbook_bytes(assessment))).sheetnames)
    body = opened(form_bytes(assessment)).element.body
    elements = [child for child in body if child.tag in {qn("w:p"), qn("w:tbl")}]
    after = {
        table: "".join(element.itertext())
        for table, element in pairwise(elements)
        if table.tag == qn("w:tbl")
    }
    assert len(after) > 12
    # The first table says what the form is of; every other gives numbers.
    for text in list(after.values())[1:]:
        named = re.findall(r"sheets? (\w+)(?:, (\w+))?(?: and (\w+))?", text)
        assert named, text
        assert {name for found in named for name in found if name} <= sheets


def test_headers_repeat_headings_are_real_and_the_paper_is_a4(assessment: Assessment) -> None:
    form = opened(form_bytes(assessment))
    for table in form.tables[1:]:
        first = table._tbl.find(qn("w:tr"))  # noqa: SLF001  (python-docx shows no header rows)
        assert first.find(f".//{qn('w:tblHeader')}") is not None
    section = form.sections[0]
    assert abs(section.page_width - Mm(210)) < Mm(1)
    assert abs(section.page_height - Mm(297)) < Mm(1)
    with zipfile.ZipFile(BytesIO(form_bytes(assessment))) as parts:
        footers = [parts.read(name) for name in parts.namelist() if "footer" in name]
    assert any(b"> PAGE <" in footer for footer in footers)
    language = form.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "en-GB"
    assert form.core_properties.language == "en-GB"
    assert form.core_properties.title == "New burdens assessment: Devon"


@pytest.mark.parametrize(
    "title",
    [
        "=1+1",
        "<w:p>&amp; </w:t>",
        "{{ 7 * 7 }} {% raw",
        'A "quoted" title',
        "line\nbreak\ttab\x07bell\x0c",
    ],
    ids=["formula", "markup", "field", "quotes", "control"],
)
def test_a_title_stands_in_the_form_as_it_is_typed(title: str) -> None:
    words = texts(form_bytes(example({**TITLES, "lists": title})))
    shown = " ".join(re.sub(r"[\x00-\x1f]", " ", title).split())
    assert f"{shown} (2023 Improvement Plan; tested)" in words
    assert f"{shown}: What lists are for." in words


def test_no_measure_at_all_makes_a_form_too() -> None:
    words = texts(form_bytes(empty()))
    assert (
        "None: every assumption rests on evidence, or is confirmed or replaced with a reason."
        in words
    )
    assert "No measure is chosen." in words
    assert "£0 to £0" in words


def test_equal_assessments_make_equal_forms(assessment: Assessment) -> None:
    assert form_bytes(assessment, made_on=DAY) == form_bytes(example(), made_on=DAY)
    assert "4 May 2027" in texts(form_bytes(assessment, made_on=DAY))


def test_the_form_follows_the_template_given(assessment: Assessment, template: Changed) -> None:
    own = template("Question 2. Contact for this assessment", "2 Our contact")
    assert "2 Our contact" in headings(form_bytes(assessment, own))


def test_a_template_that_lacks_fields_or_has_unknown_ones_names_them_all(
    assessment: Assessment, template: Changed, tmp_path: Path
) -> None:
    own = template("{{ made_on }}", "{{ made_onn }} {{ colour }}")
    before = set(tmp_path.iterdir())
    with pytest.raises(TemplateError) as raised:
        write_form(assessment, tmp_path / "form.docx", own)
    faults = {fault.field: fault for fault in raised.value.faults}
    assert set(faults) == {"made_on", "made_onn", "colour"}
    assert "lacks" in faults["made_on"].what
    assert faults["made_onn"].fix == "Did you mean made_on?"
    assert {fault.file for fault in faults.values()} == {"council.docx"}
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("{{ row.nett }}", "nett"),
        ("{{ row.net }", "unexpected '}'"),
        ("{{ row.net + 1 }}", "concatenate"),
        ("{{ row.net.__class__.__mro__ }}", "unsafe"),
    ],
    ids=["unknown column", "open bracket", "sum of a text", "code"],
)
def test_a_field_that_does_not_fill_in_is_named(
    assessment: Assessment, template: Changed, field: str, said: str
) -> None:
    own = template("{{ row.net }}", field)
    with pytest.raises(TemplateError, match=said):
        form_bytes(assessment, own)


def _no_zip(path: Path) -> None:
    path.write_text("A letter")


def _a_workbook(path: Path) -> None:
    Workbook().save(path)


def _cut(path: Path) -> None:
    path.write_bytes(TEMPLATE.read_bytes()[:5000])


def _missing(path: Path) -> None:
    assert not path.exists()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_no_zip, "is no Word file"),
        (_a_workbook, "is no Word file"),
        (_cut, "is no Word file"),
        (_missing, "cannot be read"),
    ],
)
def test_what_is_no_word_file_is_no_template(
    assessment: Assessment, tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    path = tmp_path / "letter.docx"
    make(path)
    with pytest.raises(TemplateError, match=said):
        write_form(assessment, tmp_path / "form.docx", path)
    assert not (tmp_path / "form.docx").exists()


def test_a_form_that_cannot_be_written_leaves_nothing_behind(
    assessment: Assessment, tmp_path: Path
) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write_form(assessment, tmp_path / "nowhere" / "form.docx")
    (tmp_path / "taken.docx").mkdir()
    with pytest.raises(OutputError, match="cannot be written"):
        write_form(assessment, tmp_path / "taken.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["taken.docx"]


def _crowded(assessment: Assessment, names: list[str]) -> Assessment:
    first = assessment.assumptions.iloc[:1]
    rows = [first.assign(id=f"lists.number_{n}", title=name) for n, name in enumerate(names)]
    return replace(assessment, assumptions=pd.concat(rows, ignore_index=True))


@pytest.mark.slow
def test_every_unconfirmed_judgement_stands_on_the_first_page(
    assessment: Assessment, tmp_path: Path, convert: Convert
) -> None:
    names = [f"Hours of a caseworker for the task with the number {n}" for n in range(70)]
    write_form(_crowded(assessment, names), tmp_path / "form.docx")
    pages = PdfReader(convert(tmp_path / "form.docx", "pdf")).pages
    first = " ".join(pages[0].extract_text().split())
    assert [name for name in names if f"{name};" not in first and f"{name}." not in first] == []
    assert "£910,000" in first
    assert assessment.scenario.hash in first
    assert "About this form" not in first


@pytest.mark.slow
def test_a_reader_opens_the_form_and_its_pages_hold_everything(
    assessment: Assessment, tmp_path: Path, convert: Convert
) -> None:
    write_form(assessment, tmp_path / "form.docx")
    pages = PdfReader(convert(tmp_path / "form.docx", "pdf")).pages
    assert 4 <= len(pages) <= 9
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page.extract_text()
        places: list[float] = []
        page.extract_text(
            visitor_text=lambda text, _, matrix, *__, found=places: (
                found.append(matrix[4]) if text.strip() else None
            )
        )
        assert min(places) > 0
        assert max(places) < page.mediabox.width
    whole = "".join(" ".join(page.extract_text().split()) for page in pages)
    missing = [
        text
        for text in texts((tmp_path / "form.docx").read_bytes())
        if text.startswith("£") and text not in whole
    ]
    assert missing == []
